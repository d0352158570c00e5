"""Starts `translate` many times over: a process that has it loaded, and forks.

Writes its own number when it is ready. Reads a line of JSON (folder, arguments, the file for what it
says, the largest file that it may write), starts it in a child and writes the child's number; reads
another line, and writes the child's exit status when it has ended (below 0: the signal that ended it).
"""

import json
import os
import resource
import signal
import sys
from typing import Any

import i18n_pipeline.backends.deepl  # loaded here, so that no child has to
import i18n_pipeline.cli.run
import i18n_pipeline.cli.sync  # noqa: F401
from i18n_pipeline.__main__ import main
from i18n_pipeline.formats.lemmas import lemmatiser
from i18n_pipeline.formats.srx import splitter
from tests.fakes import plugin_engine  # noqa: F401 - loaded here, so that no child has to


def _child(order: dict[str, Any]) -> None:
    os.chdir(order["folder"])
    said = os.open(order["said"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
    os.dup2(said, 1)
    os.dup2(said, 2)
    if order["largest"] is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (order["largest"], order["largest"]))
    sys.argv = ["translate", *order["arguments"]]
    status = 0
    try:
        main()
    except SystemExit as exit_:
        status = exit_.code if isinstance(exit_.code, int) else int(exit_.code is not None)
    except BaseException:  # noqa: BLE001 - whatever it is, it is told
        sys.excepthook(*sys.exc_info())
        status = 1
    sys.stdout.flush()
    os._exit(status)


def serve() -> None:
    """Run until standard input ends."""
    lemmatiser("nl")("woord")
    lemmatiser("en")("word")
    splitter("nl")("Een zin. Nog een.")
    splitter("en")("A sentence. Another.")
    sys.stdout.write(f"{os.getpid()}\n")
    sys.stdout.flush()
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            signal.signal(signal.SIGINT, signal.default_int_handler)
            _child(json.loads(line))
        sys.stdout.write(f"{child}\n")
        sys.stdout.flush()
        sys.stdin.readline()
        _, status = os.waitpid(child, 0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    serve()
