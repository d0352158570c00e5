"""`python -m i18n_pipeline` is `translate`."""

from i18n_pipeline.cli.app import main

if __name__ == "__main__":
    main()
