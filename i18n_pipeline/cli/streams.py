"""Standard output and error, whatever they are: closed, full, or without the characters of a text."""

import codecs
import errno
import os
import sys
from io import TextIOWrapper
from typing import TextIO

from i18n_pipeline.model.sentence import reason

_ESCAPED = "translate-escaped"
_REFUSALS = frozenset({errno.EPIPE, errno.ENOSPC, errno.EIO, errno.EFBIG})
_REFUSED = 3
_BROKEN_PIPE = 141
"""As of a program that SIGPIPE ended."""


def prepare() -> None:
    r"""Make both take every text; what an encoding lacks is written as in JSON, `\\u00e9`."""
    codecs.register_error(_ESCAPED, _escaped)
    sys.stdout, sys.stderr = (_prepared(stream) for stream in (sys.stdout, sys.stderr))


def refused(error: OSError) -> int:
    """The exit status where one of them did not take a text; an error of anything else goes on."""
    if error.filename is not None or error.errno not in _REFUSALS:
        raise error
    if error.errno == errno.EPIPE:
        return _BROKEN_PIPE
    _say(error)
    return _REFUSED


def flushed(status: int) -> int:
    """Write out what is left for standard output; gives the exit status, 3 where that was refused.

    That a reader went away (`| head`) is no failure.
    """
    try:
        sys.stdout.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # else it is tried again at the end
        if error.errno == errno.EPIPE:
            return status
        _say(error)
        return status or _REFUSED
    return status


def _say(error: OSError) -> None:
    sys.stderr.write(f"translate: standard output: {reason(error)}.\n")


def _prepared(stream: TextIO | None) -> TextIO:
    if stream is None:  # closed by who started this
        return open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123 - until the process ends
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(errors=_ESCAPED)
    return stream


def _escaped(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    units = error.object[error.start : error.end].encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4)), error.end
