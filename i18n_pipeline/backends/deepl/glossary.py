"""The glossary that goes along with requests, made sure of before the first that needs it."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from threading import Lock

from i18n_pipeline.backends.deepl.dictionary import Dictionary, dictionary, pair_of
from i18n_pipeline.backends.deepl.glossary_store import Store
from i18n_pipeline.backends.deepl.glossary_sync import Change, planned, sync
from i18n_pipeline.backends.deepl.problems import NoGlossaries
from i18n_pipeline.model.engine import Batch

_LOG = logging.getLogger(__name__)
_MOST_NAMED, _LONGEST_NAMED = 10, 40


@dataclass(frozen=True, slots=True)
class Push:
    """What became of the terms for a pair of languages; `left_out`: source terms, and why."""

    pair: str
    change: Change
    terms: int
    left_out: Mapping[str, str]


class SyncedGlossary:
    """Knows the id for a batch; asks DeepL once for each pair of languages, whichever thread comes first."""

    def __init__(self, store: Store, name: str) -> None:
        self._store = store
        self._name = name
        self._lock = Lock()
        self._known: dict[str, tuple[Mapping[str, str], str]] = {}

    def id_for(self, batch: Batch) -> str:
        """Empty where the batch has no terms; raises BackendError."""
        if not batch.glossary:
            return ""
        pair = pair_of(batch.source_language, batch.target_language)
        with self._lock:
            terms, id_ = self._known.get(pair, ({}, ""))
            if terms != batch.glossary:
                id_ = self._synced(dictionary(batch.glossary, batch.source_language, batch.target_language))
                self._known[pair] = batch.glossary, id_
            return id_

    def push(self, batch: Batch, *, dry_run: bool) -> Push:
        """Bring DeepL's dictionary into step with the batch's terms, now; raises BackendError."""
        wanted = dictionary(batch.glossary, batch.source_language, batch.target_language)
        if dry_run:
            change = planned(self._store, self._name, wanted)
        else:
            change, _ = sync(self._store, self._name, wanted)
        return Push(wanted.pair, change, len(wanted.entries), wanted.left_out)

    def _synced(self, wanted: Dictionary) -> str:
        if wanted.left_out:
            _LOG.warning("%s", _left_out(wanted))
        if not wanted.entries:
            return ""
        try:
            return sync(self._store, self._name, wanted)[1]
        except NoGlossaries as error:
            _LOG.warning("%s", error)
            return ""


def _left_out(found: Dictionary) -> str:
    named = [f"{source[:_LONGEST_NAMED]!r} ({why})" for source, why in found.left_out.items()]
    more = "" if len(named) <= _MOST_NAMED else ", …"
    return f"DeepL's glossary goes without {len(named)} terms: {', '.join(named[:_MOST_NAMED])}{more}"
