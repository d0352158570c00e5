"""A keyring in a file, for machines without a desktop; the environment names class and file."""

import json
import os
from pathlib import Path

from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError, PasswordSetError

FILE_VARIABLE = "TEST_KEYRING_FILE"


class FileKeyring(KeyringBackend):
    """Passwords by service and user, in a JSON file."""

    priority = 1

    def get_password(self, service: str, username: str) -> str | None:
        """A password that is there, or None."""
        return self._read().get(f"{service} {username}")

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep a password."""
        self._write(self._read() | {f"{service} {username}": password})

    def delete_password(self, service: str, username: str) -> None:
        """Forget a password; there has to be one."""
        kept = self._read()
        if kept.pop(f"{service} {username}", None) is None:
            raise PasswordDeleteError("not there")
        self._write(kept)

    def _read(self) -> dict[str, str]:
        file = Path(os.environ[FILE_VARIABLE])
        kept: dict[str, str] = json.loads(file.read_text("utf-8")) if file.exists() else {}
        return kept

    def _write(self, kept: dict[str, str]) -> None:
        Path(os.environ[FILE_VARIABLE]).write_text(json.dumps(kept), "utf-8")


class LockedKeyring(FileKeyring):
    """A keyring that says what it should not, and keeps nothing."""

    priority = 1

    def get_password(self, service: str, username: str) -> str | None:
        """It is locked."""
        raise PasswordSetError(f"locked for {username} of {service}")

    def set_password(self, service: str, username: str, password: str) -> None:  # noqa: ARG002
        """It is locked."""
        raise PasswordSetError(f"can't keep {password}")
