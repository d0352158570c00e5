"""How a model is told from which language into which."""

from dataclasses import dataclass

from i18n_pipeline.backends.ctranslate2.folder import Family, Model
from i18n_pipeline.errors import BackendNotReady, Place
from i18n_pipeline.model.language import base

FLORES = {
    "af": "afr_Latn", "ar": "arb_Arab", "bg": "bul_Cyrl", "ca": "cat_Latn", "cs": "ces_Latn",
    "cy": "cym_Latn", "da": "dan_Latn", "de": "deu_Latn", "el": "ell_Grek", "en": "eng_Latn",
    "es": "spa_Latn", "et": "est_Latn", "eu": "eus_Latn", "fa": "pes_Arab", "fi": "fin_Latn",
    "fr": "fra_Latn", "ga": "gle_Latn", "gl": "glg_Latn", "he": "heb_Hebr", "hi": "hin_Deva",
    "hr": "hrv_Latn", "hu": "hun_Latn", "id": "ind_Latn", "is": "isl_Latn", "it": "ita_Latn",
    "ja": "jpn_Jpan", "ko": "kor_Hang", "lb": "ltz_Latn", "lt": "lit_Latn", "lv": "lvs_Latn",
    "mt": "mlt_Latn", "nb": "nob_Latn", "nl": "nld_Latn", "nn": "nno_Latn", "no": "nob_Latn",
    "pl": "pol_Latn", "pt": "por_Latn", "ro": "ron_Latn", "ru": "rus_Cyrl", "sk": "slk_Latn",
    "sl": "slv_Latn", "sq": "als_Latn", "sr": "srp_Cyrl", "sv": "swe_Latn", "th": "tha_Thai",
    "tr": "tur_Latn", "uk": "ukr_Cyrl", "vi": "vie_Latn", "zh": "zho_Hans",
}  # fmt: skip
"""BCP 47's primary language → FLORES-200's code, which begins with ISO 639-3's."""


@dataclass(frozen=True, slots=True)
class Marks:
    """The tokens that begin every source and every translation."""

    source: tuple[str, ...] = ()
    target: tuple[str, ...] = ()


def marks(model: Model, source: str, target: str, own: tuple[str, ...] = ()) -> Marks:
    """How the model is told to translate `source` into `target`, BCP 47 tags.

    `own` are both languages in the model's own codes, in place of what is known here. Raises
    BackendNotReady for languages that the model does not have.
    """
    if model.family is Family.OPUS_MT:
        if not model.codes:
            _same_pair(model, source, target, own)
            return Marks()
        return Marks(source=(_known(model, target, _opus(target, own)),))
    codes = [
        _known(model, language, [code] if code else _codes(model.family, language))
        for language, code in zip((source, target), own or ("", ""), strict=True)
    ]
    return Marks(source=(codes[0],), target=(codes[1],))


def _opus(language: str, own: tuple[str, ...]) -> list[str]:
    name = base(language)
    flores = FLORES.get(name, "")
    names = [own[1].strip("<>")] if own else [flores[:3], name, flores]
    return [f">>{code}<<" for code in names if code]


def _codes(family: Family, language: str) -> list[str]:
    name = base(language)
    if family is Family.M2M100:
        return [f"__{name}__"] if name != "nb" else ["__no__"]
    return [FLORES[name]] if name in FLORES else []


def _known(model: Model, language: str, candidates: list[str]) -> str:
    for code in candidates:
        if code in model.codes:
            return code
    raise BackendNotReady(
        f"The model has no code for `{language}`.",
        place=Place(str(model.path)),
        mending="Choose another model, or write both of its codes into `backend.ctranslate2.languages`.",
    )


def _same_pair(model: Model, source: str, target: str, own: tuple[str, ...]) -> None:
    pair = own or model.pair
    if pair and (base(pair[0]), base(pair[1])) != (base(source), base(target)):
        raise BackendNotReady(
            f"The model can't translate `{source}` into `{target}`: it is for {pair[0]} into {pair[1]}.",
            place=Place(str(model.path)),
            mending="Choose another model or another backend for this language.",
        )
