"""A workflow of GitHub Actions."""

import shlex

from i18n_pipeline.sync.install.setup import Setup
from i18n_pipeline.sync.install.yaml_text import quoted

_TEMPLATE = """\
# Save this as .github/workflows/translate.yml on the default branch.
{key}{leave}name: Translate

on:
  schedule:
    # {clock}; GitHub starts late when it is busy, and at most every five minutes.
    - cron: {cron}
{zone}  workflow_dispatch:

# One at a time: the next one waits.
concurrency:
  group: translate
  cancel-in-progress: false

permissions:
  contents: write
{rights}
defaults:
  run:
    shell: bash
    working-directory: {folder}

jobs:
  translate:
    runs-on: ubuntu-latest
    timeout-minutes: 180
    steps:
      - uses: actions/checkout@v6
      - uses: actions/setup-python@v6
        with:
          python-version: "3.13"
      - run: python -m pip install {requirement}
      # Paid answers and the state of the last pass: saved whatever becomes of this one.
      - uses: actions/cache/restore@v5
        with:
          path: {state}
          key: translate-${{{{ github.run_id }}}}-${{{{ github.run_attempt }}}}
          restore-keys: translate-
      - name: Translate, commit and push
        run: |
          git config user.name "github-actions[bot]"
          git config user.email "41898282+github-actions[bot]@users.noreply.github.com"
          translate sync {options} --format=markdown |
            tee {report}
{environment}      - if: always()
        uses: actions/cache/save@v5
        with:
          path: {state}
          key: translate-${{{{ github.run_id }}}}-${{{{ github.run_attempt }}}}
{request}"""

_LEAVE = """\
# Settings > Actions > General > Workflow permissions: allow GitHub Actions to create pull requests.
"""
_LEAVE_TO_PUSH = """\
# Where the branch takes pull requests only, this needs leave to push there (Settings > Rules).
"""

_REQUEST = """\
      # After a pass that committed something: a pull request, or a comment in the one that is open.
      - name: Ask for the merge
        if: always()
        run: |
          git reflog -1 --format=%gs {branch} -- | grep -q '^commit' || exit 0
          gh pr create --base "$GITHUB_REF_NAME" --head {branch} \\
            --title Translations --body-file "$RUNNER_TEMP/report.md" ||
            gh pr comment {branch} --body-file "$RUNNER_TEMP/report.md"
        env:
          GH_TOKEN: ${{{{ github.token }}}}
"""


def github(setup: Setup) -> str:
    """A workflow that translates and opens a pull request, or pushes to its branch.

    Raises UsageError for `--jitter`, and for a branch's name that can't stand there.
    """
    setup.without("GitHub Actions", "--jitter")
    folder, branch = setup.below_repository, setup.branch
    secrets = [f"          {name}: ${{{{ secrets.{name} }}}}\n" for name in setup.secrets]
    names = ", ".join(setup.secrets)
    return _TEMPLATE.format(
        key=f"# Settings > Secrets and variables > Actions > New repository secret: {names}.\n"
        if names
        else "",
        leave=_LEAVE if branch else _LEAVE_TO_PUSH,
        clock=f"Times of {setup.zone}" if setup.zone else "UTC",
        cron=quoted(setup.cron.expression),
        zone=f"      timezone: {quoted(setup.zone)}\n" if setup.zone else "",
        rights="  pull-requests: write\n" if branch else "",
        folder=quoted(folder),
        requirement=shlex.quote(setup.requirement),
        state=quoted(folder / ".i18n"),
        options=shlex.join(setup.ci_options),
        report='"$RUNNER_TEMP/report.md" "$GITHUB_STEP_SUMMARY"' if branch else '"$GITHUB_STEP_SUMMARY"',
        environment="".join(["        env:\n", *secrets]) if secrets else "",
        request=_REQUEST.format(branch=branch) if branch else "",
    )
