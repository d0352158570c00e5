"""Starts the command line many times over: a process that has it loaded, and forks.

Reads a folder, runs `translate run` there in a child and writes the child's number; reads another line,
and writes the child's exit status when it has ended (below 0: the signal that ended it).
"""

import os
import sys

import i18n_pipeline.backends.deepl  # loaded here, so that no child has to
import i18n_pipeline.cli.run  # noqa: F401
from i18n_pipeline.cli.app import main
from i18n_pipeline.formats.lemmas import lemmatiser
from i18n_pipeline.formats.srx import splitter


def _child(folder: str) -> None:
    os.chdir(folder)
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 1)
    os.dup2(null, 2)
    sys.argv = ["translate", "run"]
    try:
        main()
    except SystemExit as exit_:
        os._exit(exit_.code if isinstance(exit_.code, int) else 0)
    os._exit(0)


def serve() -> None:
    """Run until standard input ends."""
    lemmatiser("nl")("woord")
    lemmatiser("en")("word")
    splitter("nl")("Een zin. Nog een.")
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            _child(line.strip())
        sys.stdout.write(f"{child}\n")
        sys.stdout.flush()
        sys.stdin.readline()
        _, status = os.waitpid(child, 0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    serve()
