"""`translate`, and `python -m i18n_pipeline`: a pass with nothing to do ends before anything is imported."""

import os
import sys

from i18n_pipeline.sync.plain import plain
from i18n_pipeline.sync.quick import look, message

_OBJECTS = 100_000
"""New objects before garbage is looked for: loading the pipeline makes as many, and they stay."""


def main() -> None:
    """Run the command line; Ctrl-C and SIGTERM end it in order, also while it is loaded."""
    try:
        asked = plain(sys.argv[1:], os.environ)
        found = look(asked, parallel=True) if asked else None
        if found and found.articles is not None:
            if sys.stdout:
                sys.stdout.write(message(found.articles))
            return
        import gc  # noqa: PLC0415
        import signal  # noqa: PLC0415 - loads more than the look needed

        gc.set_threshold(_OBJECTS)
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        from i18n_pipeline.cli.app import main as run  # noqa: PLC0415

        run(asked, found)
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
