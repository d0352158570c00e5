"""A job of GitLab CI."""

import shlex
from collections.abc import Iterator

from i18n_pipeline.sync.install.setup import Setup
from i18n_pipeline.sync.install.yaml_text import quoted

_TEMPLATE = """\
# Add this job to .gitlab-ci.yml. Its times stand in GitLab: Build > Pipeline schedules > New schedule,
#   interval pattern: {cron}
#   cron timezone: {zone}
# Settings > CI/CD > Variables, masked and protected: {names}
# TRANSLATE_TOKEN is a project access token with the role {role} and the scope write_repository.
translate:
  image: python:3.13
  rules:
    - if: $CI_PIPELINE_SOURCE == "schedule"
  # One at a time: the next one waits.
  resource_group: translate
  interruptible: false
  timeout: 3 hours
  variables:
    # Nothing of an earlier job is left in the clone.
    GIT_STRATEGY: clone
  # Paid answers and the state of the last pass: saved whatever becomes of this one.
  cache:
    key: translate
    paths: [{state}]
    when: always
  script:
    - python -m pip install --quiet {requirement}
    - git config user.name "translate sync"
    - git config user.email "translate@$CI_SERVER_HOST"
    - git remote set-url origin "$CI_SERVER_PROTOCOL://translate:$TRANSLATE_TOKEN@${{CI_PROJECT_URL#*://}}.git"
    # GitLab checks out a commit without its branch.
    - git switch --quiet --force-create "$CI_COMMIT_BRANCH" --track "origin/$CI_COMMIT_BRANCH"
{rest}"""


def gitlab(setup: Setup) -> str:
    """A job for pipeline schedules that translates and opens a merge request, or pushes to its branch.

    Raises UsageError for `--jitter`, and for a branch's name that can't stand there.
    """
    setup.without("GitLab CI", "--jitter")
    return _TEMPLATE.format(
        cron=setup.cron.expression,
        zone=setup.zone or "UTC",
        names=", ".join((*setup.secrets, "TRANSLATE_TOKEN")),
        role="Developer" if setup.branch else "Maintainer",
        state=quoted(setup.below_repository / ".i18n/"),
        requirement=shlex.quote(setup.requirement),
        rest="".join(f"    - {line}\n" for line in _rest(setup)),
    )


def _rest(setup: Setup) -> Iterator[str]:
    if setup.branch:
        yield "git config --add push.pushOption merge_request.create"
        yield 'git config --add push.pushOption "merge_request.target=$CI_COMMIT_BRANCH"'
        yield "git config --add push.pushOption merge_request.remove_source_branch"
    if folder := setup.below_repository.parts:
        yield quoted(f"cd {shlex.quote('/'.join(folder))}")
    yield quoted(f"translate sync {shlex.join(setup.ci_options)}")
