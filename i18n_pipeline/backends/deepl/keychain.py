"""The system's keyring, where `translate login deepl` puts the key; its package is an extra."""

from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

from i18n_pipeline.backends.deepl.settings import KEY_VARIABLE
from i18n_pipeline.errors import BackendNotReady

SERVICE, ACCOUNT = "i18n-pipeline", "deepl"
"""Under these the key is in the keyring."""


def get() -> str:
    """The key, empty where none is kept; raises BackendNotReady where no keyring can be read."""
    with _keyring() as keyring:
        return keyring.get_password(SERVICE, ACCOUNT) or ""


def put(key: str) -> str:
    """Keep the key; gives the keyring's name. Raises BackendNotReady where it is not kept."""
    with _keyring() as keyring:
        keyring.set_password(SERVICE, ACCOUNT, key)
        if keyring.get_password(SERVICE, ACCOUNT) == key:
            return str(keyring.get_keyring().name)
    raise _unusable()


def remove() -> bool:
    """Forget the key; False where there was none. Raises BackendNotReady."""
    with _keyring() as keyring:
        if keyring.get_password(SERVICE, ACCOUNT) is None:
            return False
        keyring.delete_password(SERVICE, ACCOUNT)
    return True


@contextmanager
def _keyring() -> Iterator[ModuleType]:
    try:
        import keyring  # noqa: PLC0415 - an extra
        from keyring.errors import KeyringError  # noqa: PLC0415
    except ImportError:
        raise BackendNotReady(
            "The system's keyring can't be used: the package `keyring` is not installed.",
            mending=f'Install "i18n-pipeline[keyring]", or set {KEY_VARIABLE} in the environment.',
        ) from None
    try:
        yield keyring
    except (KeyringError, ImportError, AttributeError, RuntimeError, OSError):
        raise _unusable() from None  # what a keyring says may hold the key


def _unusable() -> BackendNotReady:
    return BackendNotReady(
        "The system's keyring can't be used: there is none, it is locked, or it keeps nothing.",
        mending=f"Unlock it, or set {KEY_VARIABLE} in the environment.",
    )
