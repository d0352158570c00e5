"""Whether a model translates at all."""

from pathlib import Path

from i18n_pipeline.backends.ctranslate2.backend import Ctranslate2Backend
from i18n_pipeline.backends.ctranslate2.folder import read
from i18n_pipeline.backends.ctranslate2.settings import Ctranslate2Settings
from i18n_pipeline.errors import BackendError, Place
from i18n_pipeline.model.engine import Batch, Query
from i18n_pipeline.model.inline import text_only

SENTENCE = "Dit is een goede dag om te beginnen."
_PAIR = ("nl", "en")


def trial(folder: Path) -> str:
    """The model's translation of `SENTENCE`.

    Raises BackendNotReady where the model is not whole or the extra is missing, BackendError where it
    gives no translation.
    """
    model = read(folder)
    source, target = _PAIR if model.codes else model.pair or _PAIR
    backend = Ctranslate2Backend(Ctranslate2Settings(model=str(folder), beam_size=1), {})
    (answer,) = backend.translate(Batch((Query((SENTENCE,)),), source, target))
    backend.close()
    if answer.content is None:
        raise BackendError(
            f"The model does not translate: {answer.problem}.",
            place=Place(folder.name),
            mending="Nothing was installed.",
        )
    return text_only(answer.content)
