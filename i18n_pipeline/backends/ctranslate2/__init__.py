"""Translation models in CTranslate2's form (OPUS-MT, NLLB, M2M100), on this machine, without network."""

from i18n_pipeline.backends.ctranslate2.backend import Ctranslate2Backend, from_table, installed_for

__all__ = ["Ctranslate2Backend", "from_table", "installed_for"]
