"""A workflow of GitHub Actions."""

import shlex

from i18n_pipeline.sync.install.setup import Setup
from i18n_pipeline.sync.install.yaml_text import quoted

_TEMPLATE = """\
# Save this as .github/workflows/translate.yml on the default branch.
{key}# Where the branch takes pull requests only, its last step needs leave to push there (Settings > Rules).
name: Translate

on:
  schedule:
    # {clock}; GitHub starts late when it is busy, and at most every five minutes.
    - cron: {cron}
{zone}  workflow_dispatch:

# One at a time; a pass that runs is never cut off.
concurrency:
  group: translate
  cancel-in-progress: false

permissions:
  contents: write

defaults:
  run:
    working-directory: {folder}

jobs:
  translate:
    runs-on: ubuntu-latest
    timeout-minutes: 180
    steps:
      - uses: actions/checkout@v5
      - uses: actions/setup-python@v6
        with:
          python-version: "3.13"
      - run: python -m pip install {requirement}
      # Paid answers and the state of the last pass: saved whatever becomes of this one.
      - uses: actions/cache/restore@v4
        with:
          path: {state}
          key: translate-${{{{ github.run_id }}}}-${{{{ github.run_attempt }}}}
          restore-keys: translate-
      - run: translate sync
{environment}      - if: always()
        uses: actions/cache/save@v4
        with:
          path: {state}
          key: translate-${{{{ github.run_id }}}}-${{{{ github.run_attempt }}}}
      - name: Commit what was written
        if: always()
        run: |
          git config user.name "github-actions[bot]"
          git config user.email "41898282+github-actions[bot]@users.noreply.github.com"
          git add --all -- . ':(exclude).i18n'
          git diff --cached --quiet && exit 0
          git commit --quiet --message "Translate what is new"
          git pull --quiet --rebase && git push --quiet
"""


def github(setup: Setup) -> str:
    """A workflow that translates and pushes to its branch; raises UsageError for `--jitter`."""
    setup.without("GitHub Actions", "--jitter")
    folder = setup.below_repository
    secrets = [f"          {name}: ${{{{ secrets.{name} }}}}\n" for name in setup.secrets]
    names = ", ".join(setup.secrets)
    return _TEMPLATE.format(
        key=f"# Settings > Secrets and variables > Actions > New repository secret: {names}.\n"
        if names
        else "",
        clock=f"Times of {setup.zone}" if setup.zone else "UTC",
        cron=quoted(setup.cron.expression),
        zone=f"      timezone: {quoted(setup.zone)}\n" if setup.zone else "",
        folder=quoted(folder),
        requirement=shlex.quote(setup.requirement),
        state=quoted(folder / ".i18n"),
        environment="".join(["        env:\n", *secrets]) if secrets else "",
    )
