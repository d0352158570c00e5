"""A line for a user's crontab, crontab(5)."""

import shlex

from i18n_pipeline.errors import UsageError
from i18n_pipeline.sync.install.setup import Setup

ENVIRONMENT = '"$HOME"/.config/translate-sync.env'
_LONGEST = 998
"""Bytes of a command in Debian's cron."""

_TEMPLATE = """\
# Add this with `crontab -e` as {user}. cron mails what a pass prints to MAILTO.
{key}{times} {command}
"""

_KEY = """\
# The engine's key stands as a line {names}
# in ~/.config/translate-sync.env, which this user alone may read (chmod 600).
"""


def crontab(setup: Setup) -> str:
    """The line, with `cd` into the project; in the machine's time zone.

    Raises UsageError for `--timezone` and `--jitter`, and for a line that cron would cut off.
    """
    setup.without("cron", "--timezone", "--jitter")
    root, program = shlex.quote(str(setup.root)), shlex.join((str(setup.command), "sync", *setup.options))
    key = f"if [ -r {ENVIRONMENT} ]; then set -a; . {ENVIRONMENT}; fi && " if setup.secrets else ""
    # cron makes a line break of each `%` that has no backslash, also between quotes.
    command = f"cd {root} && {key}exec {program}".replace("%", "\\%")
    if len(command.encode()) > _LONGEST:
        raise UsageError(
            f"The line is longer than cron's {_LONGEST} bytes.", mending="Shorten the project's path."
        )
    names = ", ".join(f"{name}=…" for name in setup.secrets)
    return _TEMPLATE.format(
        user=setup.user,
        key=_KEY.format(names=names) if names else "",
        times=setup.cron.expression,
        command=command,
    )
