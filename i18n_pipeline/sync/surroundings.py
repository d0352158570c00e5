"""What decides over a translation beside the article, its post and its catalogue."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from hashlib import blake2b

from i18n_pipeline import __version__
from i18n_pipeline.config import Settings, Target


def surroundings(settings: Settings, target: Target, engine: str, fingerprint: str) -> str:
    """A digest of settings, glossary, sentence rules, engine and program for one target language.

    It is the same while an article that nobody touched would come out the same.
    """
    values = (
        __version__,
        settings.source_language,
        settings.segmentation,
        settings.publish,
        settings.shortcode_parameters,
        settings.checks,
        target,
        engine,
        fingerprint,
        settings.backend.tables.get(engine, {}),
        _bytes(settings, target.glossary),
        _bytes(settings, settings.srx),
    )
    return blake2b(repr(_plain(values)).encode(), digest_size=8).hexdigest()


def _bytes(settings: Settings, path: str) -> bytes:
    """A file's content; one that can't be read is told by those who need it."""
    try:
        return (settings.root / path).read_bytes() if path else b""
    except OSError:
        return b"?"


def _plain(value: object) -> object:
    """The value without anything whose order depends on the process."""
    if is_dataclass(value):
        return [(each.name, _plain(getattr(value, each.name))) for each in fields(value)]
    if isinstance(value, Mapping):
        return sorted((str(key), _plain(each)) for key, each in value.items())
    if isinstance(value, frozenset | set):
        return sorted(map(repr, value))
    if isinstance(value, tuple | list):
        return [_plain(each) for each in value]
    return repr(value)
