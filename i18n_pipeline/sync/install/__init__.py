"""`translate sync --install`: what a scheduler needs, as text for its own file."""

from collections.abc import Callable, Mapping

from i18n_pipeline.sync.install.crontab import crontab
from i18n_pipeline.sync.install.github import github
from i18n_pipeline.sync.install.gitlab import gitlab
from i18n_pipeline.sync.install.setup import Setup
from i18n_pipeline.sync.install.systemd import systemd

INSTALLS: Mapping[str, Callable[[Setup], str]] = {
    "systemd": systemd,
    "cron": crontab,
    "github": github,
    "gitlab": gitlab,
}
"""By the name of the scheduler; each raises UsageError for what its scheduler can't do."""
