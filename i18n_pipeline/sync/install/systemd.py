"""A service and its timer, systemd.service(5), systemd.timer(5)."""

import re
from pathlib import Path

from i18n_pipeline.errors import UsageError
from i18n_pipeline.sync.install.on_calendar import on_calendar
from i18n_pipeline.sync.install.setup import Setup

SERVICE = "/etc/systemd/system/translate-sync.service"
TIMER = "/etc/systemd/system/translate-sync.timer"
ENVIRONMENT = "/etc/translate-sync.env"
_PLAIN = re.compile(r"[\w./:=-]+")

# What a translation run needs: the network, its own folder, a place for temporary files.
_TEMPLATE = """\
# Two files; each begins with its path after `#>`. Write them at once by piping this into
#   sudo awk '/^#>/ {{ file = $2 }} file {{ print > file }}'
{key}# Then: sudo systemctl daemon-reload && sudo systemctl enable --now translate-sync.timer
# A pass now: sudo systemctl start translate-sync   What it said: journalctl -u translate-sync

#> {service}
[Unit]
Description=Translate what is new in {description}
Wants=network-online.target
After=network-online.target
# A unit of yours that tells somebody when a pass fails; `--webhook` tells of every pass.
#OnFailure=

[Service]
Type=oneshot
User={user}
WorkingDirectory={root}
ExecStart={command}
EnvironmentFile=-{environment}
# A pass that hangs is stopped, and stops in order: what was paid for is kept.
TimeoutStartSec=12h
TimeoutStopSec=2min
KillMode=mixed
SuccessExitStatus=130
Nice=10
ProtectSystem=strict
ReadWritePaths={writable}
ProtectHome=read-only
PrivateTmp=true
PrivateDevices=true
ProtectClock=true
ProtectControlGroups=true
ProtectHostname=true
ProtectKernelLogs=true
ProtectKernelModules=true
ProtectKernelTunables=true
ProtectProc=invisible
NoNewPrivileges=true
CapabilityBoundingSet=
RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX
RestrictNamespaces=true
RestrictRealtime=true
RestrictSUIDSGID=true
LockPersonality=true
RemoveIPC=true
SystemCallArchitectures=native
SystemCallFilter=@system-service
SystemCallErrorNumber=EPERM

#> {timer}
[Unit]
Description=When to translate what is new in {description}

[Timer]
{calendar}{jitter}
# A time that passed while the machine was off is made up for.
Persistent=true

[Install]
WantedBy=timers.target
"""

_KEY = """\
# Put the engine's key where root alone may read it, as lines {names}:
#   sudo install -m 600 /dev/null {environment} && sudoedit {environment}
"""


def systemd(setup: Setup) -> str:
    """The unit files of a system service that runs as the project's owner.

    Raises UsageError for a path of `translate` that no service can start.
    """
    names = ", ".join(f"{name}=…" for name in setup.secrets)
    calendar = "\n".join(f"OnCalendar={value}" for value in on_calendar(setup.cron, setup.zone))
    return _TEMPLATE.format(
        key=_KEY.format(names=names, environment=ENVIRONMENT) if names else "",
        service=SERVICE,
        timer=TIMER,
        environment=ENVIRONMENT,
        description=_literal(setup.root),
        root=_literal(setup.root),
        writable=_word(setup.repository if "--git" in setup.options else setup.root),
        command=" ".join((_executable(setup.command), "sync", *map(_argument, setup.options))),
        user=setup.user,
        calendar=calendar,
        jitter=f"\nRandomizedDelaySec={setup.jitter}" if setup.jitter else "",
    )


def _literal(text: Path | str) -> str:
    """What is a whole value: `%` begins a specifier, a backslash at the end goes on."""
    return str(text).replace("%", "%%")


def _executable(path: Path) -> str:
    # systemd.service(5): of the first word nothing is taken from the environment, so `$` is itself.
    if set(str(path)) & set("'\"\\"):
        raise UsageError(
            f"systemd starts nothing whose path has quotes or backslashes: {path}.",
            mending="Install the program in another folder.",
        )
    return _word(path)


def _argument(option: str) -> str:
    return option if _PLAIN.fullmatch(option) else _word(option).replace("$", "$$")


def _word(text: Path | str) -> str:
    """A path or an option among words, quoted."""
    escaped = _literal(text).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
