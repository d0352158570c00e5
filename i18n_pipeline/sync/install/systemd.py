"""A service and its timer, systemd.service(5), systemd.timer(5)."""

from pathlib import Path

from i18n_pipeline.errors import UsageError
from i18n_pipeline.sync.install.on_calendar import on_calendar
from i18n_pipeline.sync.install.setup import Setup

SERVICE = "/etc/systemd/system/translate-sync.service"
TIMER = "/etc/systemd/system/translate-sync.timer"
ENVIRONMENT = "/etc/translate-sync.env"

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

[Service]
Type=oneshot
User={user}
WorkingDirectory={root}
ExecStart={command} sync
EnvironmentFile=-{environment}
# Stopped in order: what was paid for is kept.
SuccessExitStatus=130
TimeoutStopSec=2min
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
        writable=_word(setup.root),
        command=_executable(setup.command),
        user=setup.user,
        calendar=calendar,
        jitter=f"\nRandomizedDelaySec={setup.jitter}" if setup.jitter else "",
    )


def _literal(path: Path) -> str:
    """A path that is a whole value: `%` begins a specifier, a backslash at the end goes on."""
    return str(path).replace("%", "%%")


def _executable(path: Path) -> str:
    # systemd.service(5): of the first word nothing is taken from the environment, so `$` is itself.
    if set(str(path)) & set("'\"\\"):
        raise UsageError(
            f"systemd starts nothing whose path has quotes or backslashes: {path}.",
            mending="Install the program in another folder.",
        )
    return _word(path)


def _word(path: Path) -> str:
    """A path among words, quoted."""
    escaped = _literal(path).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
