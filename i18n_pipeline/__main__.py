"""`translate`, and `python -m i18n_pipeline`: a pass with nothing to do ends before anything is imported."""

import sys

from i18n_pipeline.sync.quick import nothing_changed


def main() -> None:
    """Run the command line."""
    try:
        if nothing_changed(sys.argv[1:], parallel=True):
            return
    except KeyboardInterrupt:
        sys.exit(130)
    from i18n_pipeline.cli.app import main as run  # noqa: PLC0415

    run()


if __name__ == "__main__":
    main()
