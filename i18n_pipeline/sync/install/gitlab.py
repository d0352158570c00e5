"""A job of GitLab CI."""

import shlex

from i18n_pipeline.sync.install.setup import Setup
from i18n_pipeline.sync.install.yaml_text import quoted

_TEMPLATE = """\
# Add this job to .gitlab-ci.yml. Its times stand in GitLab: Build > Pipeline schedules > New schedule,
#   interval pattern: {cron}
#   cron timezone: {zone}
# Settings > CI/CD > Variables, masked and protected: {names}
# TRANSLATE_TOKEN is a project access token with the role Developer and the scope write_repository.
translate:
  image: python:3.13
  rules:
    - if: $CI_PIPELINE_SOURCE == "schedule"
  # One at a time; a pass that runs is never cut off.
  resource_group: translate
  interruptible: false
  timeout: 3 hours
  variables:
    GIT_STRATEGY: clone
    GIT_DEPTH: "0"
  # Paid answers and the state of the last pass: saved whatever becomes of this one.
  cache:
    key: translate
    paths: [{state}]
    when: always
  script:
    - python -m pip install --quiet {requirement}
    - git checkout --quiet -B "$CI_COMMIT_BRANCH"
    - {enter}
    - status=0
    - translate sync || status=$?
    - git config user.name "translate sync"
    - git config user.email "translate@$CI_SERVER_HOST"
    - git remote set-url origin "$CI_SERVER_PROTOCOL://translate:$TRANSLATE_TOKEN@$CI_SERVER_FQDN/$CI_PROJECT_PATH.git"
    - git add --all -- . ':(exclude).i18n'
    - |
      if ! git diff --cached --quiet; then
        git commit --quiet --message "Translate what is new"
        git pull --quiet --rebase origin "$CI_COMMIT_BRANCH"
        git push --quiet origin "HEAD:refs/heads/$CI_COMMIT_BRANCH"
      fi
    - exit "$status"
"""


def gitlab(setup: Setup) -> str:
    """A job for pipeline schedules that translates and pushes; raises UsageError for `--jitter`."""
    setup.without("GitLab CI", "--jitter")
    folder = setup.below_repository
    return _TEMPLATE.format(
        cron=setup.cron.expression,
        zone=setup.zone or "UTC",
        names=", ".join((*setup.secrets, "TRANSLATE_TOKEN")),
        state=quoted(folder / ".i18n/"),
        requirement=shlex.quote(setup.requirement),
        enter=quoted(f"cd {shlex.quote(str(folder))}"),
    )
