"""Settings from `i18n.toml`."""

from pathlib import Path

import pytest

from i18n_pipeline.config import Settings, Target, find_root, load, place_of
from i18n_pipeline.errors import UsageError
from i18n_pipeline.model.rules import FrontMatterRules

ROOT = Path(__file__).parents[2]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder in the usual layout."""
    (tmp_path / "content" / "nl").mkdir(parents=True)
    (tmp_path / "glossary").mkdir()
    (tmp_path / "glossary" / "nl-en.csv").touch()
    return tmp_path


def loaded(project: Path, text: str, **environment: str) -> Settings:
    """The settings that this text gives."""
    (project / "i18n.toml").write_text(text, "utf-8")
    return load(project, environment)


def refusal(project: Path, text: str) -> str:
    """The message for settings that can't be used, its place relative to the project."""
    with pytest.raises(UsageError) as caught:
        loaded(project, text)
    return str(caught.value).replace(f"{project}/", "")


def test_a_project_without_settings_has_the_defaults(project: Path) -> None:
    """No file is the same as an empty file."""
    assert load(project, {}) == Settings(project) == loaded(project, "")


def test_the_repositorys_own_settings_are_the_defaults() -> None:
    """`i18n.toml` at the root says what holds without it, and one nested key more."""
    rules = FrontMatterRules(translate=(*FrontMatterRules().translate, "seo.description"))
    assert load(ROOT, {}) == Settings(ROOT, front_matter=rules, targets=(Target(front_matter=rules),))


def test_every_setting_is_read(project: Path) -> None:
    """Each key ends in the field of its name."""
    (project / "rules.srx").touch()
    (project / "terms.csv").touch()
    settings = loaded(
        project,
        """
        source_language = "nl-BE"
        segmentation = "paragraph"
        publish = "reviewed"
        srx = "rules.srx"
        shortcode_parameters = ["caption"]
        [paths]
        source = "site/{path}.nl.md"
        [targets.uk]
        language = "en-GB"
        target = "site/{path}.en.md"
        catalogue = "po/{path}.po"
        glossary = "terms.csv"
        [front_matter]
        translate = ["kop"]
        taxonomy = []
        copy = ["img"]
        drop = ["draft"]
        derive = { english_title = "kop" }
        set = { lang = "en" }
        status_key = ""
        [backend]
        name = "deepl"
        [backend.deepl]
        formality = "prefer_more"
        [checks]
        numbers = "off"
        length = "info"
        [budget]
        per_run = 1000
        per_month = 50_000
        """,
    )
    assert (settings.source_language, settings.segmentation, settings.publish) == (
        "nl-BE",
        "paragraph",
        "reviewed",
    )
    assert (settings.srx, settings.shortcode_parameters) == ("rules.srx", ("caption",))
    assert settings.paths.source == "site/{path}.nl.md"
    rules = FrontMatterRules(("kop",), (), ("img",), ("draft",), {"english_title": "kop"}, {"lang": "en"}, "")
    assert settings.front_matter == rules
    assert settings.targets == (
        Target("uk", "en-GB", "site/{path}.en.md", "po/{path}.po", "terms.csv", rules),
    )
    assert settings.backend.name == "deepl"
    assert settings.backend.tables == {"deepl": {"formality": "prefer_more"}}
    assert settings.checks == {"numbers": "off", "length": "info"}
    assert (settings.budget.per_run, settings.budget.per_month) == (1000, 50_000)


def test_a_target_has_defaults_of_its_own_name(project: Path) -> None:
    """`[targets.de]` alone is enough: paths, language and `lang` follow; `english_title` is for English."""
    (target,) = loaded(project, "[targets.de]").targets
    assert target == Target(
        "de",
        "de",
        "content/de/{path}.md",
        "po/de/{path}.po",
        "",
        FrontMatterRules(derive={}, set={"lang": "de"}),
    )


def test_a_targets_front_matter_goes_before_the_general_one(project: Path) -> None:
    """What `[targets.de.front_matter]` doesn't name is as in `[front_matter]`."""
    settings = loaded(
        project,
        """
        [front_matter]
        copy = ["img"]
        set = { lang = "en" }
        [targets.en]
        [targets.de.front_matter]
        set = { lang = "de" }
        """,
    )
    english, german = settings.targets
    assert english.front_matter.set == {"lang": "en"}
    assert german.front_matter.set == {"lang": "de"}
    assert german.front_matter.copy == ("img",)


def test_a_key_that_a_rule_names_leaves_the_default_rules(project: Path) -> None:
    """`copy = ["tags"]` takes `tags` out of the default taxonomy."""
    rules = loaded(project, '[front_matter]\ncopy = ["tags", "english_title"]').front_matter
    assert rules.taxonomy == ("categories",)
    assert rules.derive == {}


def test_the_environment_names_the_engine(project: Path) -> None:
    """`I18N_BACKEND` goes before the file; empty it is as if it weren't there."""
    assert loaded(project, '[backend]\nname = "deepl"', I18N_BACKEND="pseudo").backend.name == "pseudo"
    assert loaded(project, '[backend]\nname = "deepl"', I18N_BACKEND="").backend.name == "deepl"


def test_a_byte_order_mark_is_no_error(project: Path) -> None:
    """Some editors put one before the text."""
    (project / "i18n.toml").write_bytes(b'\xef\xbb\xbfpublish = "reviewed"\r\n')
    assert load(project, {}).publish == "reviewed"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            'publsh = "machine"',
            "i18n.toml:1: `publsh`: There is no such setting. Did you mean `publish`?",
        ),
        (
            '[targets.en]\n\ncatalog = "po/{path}.po"',
            (
                "i18n.toml:3: `targets.en.catalog`: There is no such setting in [targets.en]."
                " Did you mean `catalogue`?"
            ),
        ),
        (
            "[front_matter]\ntranslations = []",
            (
                "i18n.toml:2: `front_matter.translations`: There is no such setting in [front_matter]."
                " Did you mean `translate`?"
            ),
        ),
        (
            "[checks]\nnumber = 'off'",
            "i18n.toml:2: `checks.number`: There is no such setting in [checks]. Did you mean `numbers`?",
        ),
        (
            "[budget]\nweekly_max_x = 3",
            (
                "i18n.toml:2: `budget.weekly_max_x`: There is no such setting in [budget]."
                " Known here: `price_per_million`, `per_run`, `per_month`, `currency`."
            ),
        ),
        (
            "[backend]\nnam = 'local'",
            "i18n.toml:2: `backend.nam`: There is no such setting in [backend]. Did you mean `name`?",
        ),
        ("publish = 1", "i18n.toml:1: `publish`: It is a whole number. It has to be text."),
        ("# one\n\nsrx = true", "i18n.toml:3: `srx`: It is true or false. It has to be text."),
        ("srx = 2025-01-03", "i18n.toml:1: `srx`: It is a date or time. It has to be text."),
        ("publish = ['a']", "i18n.toml:1: `publish`: It is a list. It has to be text."),
        ("backend = 'local'", "i18n.toml:1: `backend`: It is text. It has to be a table."),
        (
            "shortcode_parameters = [\n 'caption',\n 3,\n]",
            "i18n.toml:1: `shortcode_parameters`: It holds a whole number. It has to be a list of texts.",
        ),
        (
            "[front_matter]\nset = { lang = 3 }",
            "i18n.toml:2: `front_matter.set.lang`: It is a whole number. It has to be text.",
        ),
        (
            "[budget]\nper_run = true",
            "i18n.toml:2: `budget.per_run`: It is true or false. It has to be a whole number.",
        ),
        ("[budget]\nper_run = -1", "i18n.toml:2: `budget.per_run`: -1 is below 0. Write 0 for no limit."),
        (
            "segmentation = 'sentences'",
            "i18n.toml:1: `segmentation`: 'sentences' is no value for it. Did you mean `sentence`?",
        ),
        (
            "[checks]\nnumbers = 'loud'",
            (
                "i18n.toml:2: `checks.numbers`: 'loud' is no value for it."
                " Known here: `off`, `info`, `warning`, `error`."
            ),
        ),
        (
            "[paths]\nsource = 'content/nl'",
            (
                "i18n.toml:2: `paths.source`: 'content/nl' has to hold {path} once, and no other braces."
                " Such as 'content/nl/{path}.md'."
            ),
        ),
        (
            "[paths]\nsource = '{x}/{path}.md'",
            (
                "i18n.toml:2: `paths.source`: '{x}/{path}.md' has to hold {path} once, and no other braces."
                " Such as 'content/nl/{path}.md'."
            ),
        ),
        (
            "[paths]\nsource = '../nl/{path}.md'",
            (
                "i18n.toml:2: `paths.source`: '../nl/{path}.md' has to be a path below the project's root,"
                " with / between folders. Such as 'content/nl/{path}.md'."
            ),
        ),
        (
            "[targets.en]\ntarget = 'content/nl/{path}.md'",
            (
                "i18n.toml:2: `targets.en.target`: 'content/nl/{path}.md' is `paths.source` too:"
                " one would write over the other. Give each its own pattern."
            ),
        ),
        (
            "[targets.en]\n[targets.us]\ncatalogue = 'po/en/{path}.po'",
            (
                "i18n.toml:3: `targets.us.catalogue`: 'po/en/{path}.po' is `targets.en.catalogue` too:"
                " one would write over the other. Give each its own pattern."
            ),
        ),
        (
            "[targets.en]\nlanguage = 'English (UK)'",
            "i18n.toml:2: `targets.en.language`: 'English (UK)' is no language tag. Such as 'en-GB'.",
        ),
        (
            "[targets.nl]",
            (
                "i18n.toml:1: `targets.nl.language`: 'nl' is the source language too."
                " Name the one to translate into."
            ),
        ),
        (
            "[targets.web]\nlanguage = 'en-GB'\n[targets.app]\nlanguage = 'en-gb'",
            (
                "i18n.toml:4: `targets.app.language`: 'en-gb' is the language of `targets.web` too:"
                " no report could tell them apart."
                " Name another one, or give this target a project of its own."
            ),
        ),
        (
            "[targets.en]\n[targets.en-GB]",
            (
                "i18n.toml:2: `targets.en-GB.language`: 'en-GB' is the language of `targets.en` too:"
                " no report could tell them apart."
                " Name another one, or give this target a project of its own."
            ),
        ),
        (
            "[front_matter]\ntranslate = ['title']\ncopy = ['title']",
            (
                "i18n.toml:3: `front_matter.copy`: 'title' stands in `translate` too."
                " Leave it in one of the two."
            ),
        ),
        (
            "[backend.deepl]\nformality = 'more'\nauth_key = '123:fx'",
            (
                "i18n.toml:3: `backend.deepl.auth_key`: A secret doesn't belong in a file that others read."
                " Take it out and put it into the environment as DEEPL_AUTH_KEY."
            ),
        ),
        (
            "[backend.mine]\ntoken = '123'",
            (
                "i18n.toml:2: `backend.mine.token`: A secret doesn't belong in a file that others read."
                " Take it out and put it into the environment."
            ),
        ),
    ],
)
def test_what_cannot_be_used_is_told_by_line(project: Path, text: str, message: str) -> None:
    """Unknown keys, wrong types and values: file, line, what is wrong, what to do."""
    assert refusal(project, text) == message


def test_the_secret_itself_is_not_told(project: Path) -> None:
    """A message about a key doesn't show it."""
    assert "123:fx" not in refusal(project, "[backend.deepl]\nauth_key = '123:fx'")


def test_a_glossary_that_is_named_has_to_be_there(project: Path) -> None:
    """A mistyped file is an error; the default one may be missing."""
    message = refusal(project, "[targets.en]\nglossary = 'glossary/en.csv'")
    assert message.startswith("i18n.toml:2: `targets.en.glossary`: There is no file 'glossary/en.csv'")
    (project / "glossary" / "nl-en.csv").unlink()
    assert loaded(project, "").targets[0].glossary == ""


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('publish = "machine"\nsegmentation = \n', 2),
        ("[paths\n", 1),
        ("a = 1\na = 2\n", 2),
        ('srx = """\n', 1),
        ("srx = " + "[" * 5000, 1),
        ("srx = " + "1" * 5000, 1),
    ],
)
def test_text_that_is_no_toml_is_told_by_line(project: Path, text: str, line: int) -> None:
    """A syntax error names its line."""
    assert refusal(project, text).startswith(f"i18n.toml:{line}: It isn't valid TOML: ")


def test_a_path_with_a_null_character_is_refused(project: Path) -> None:
    """What no file can be called is no traceback."""
    assert "has to be a path below" in refusal(project, 'srx = "a\\u0000b"')


def test_text_that_is_no_utf8_is_told_by_line(project: Path) -> None:
    """Latin-1 settings name the line of the first byte that is wrong."""
    (project / "i18n.toml").write_bytes(b'publish = "machine"\n# caf\xe9\n')
    with pytest.raises(UsageError, match=r"i18n\.toml:2: It isn't UTF-8\. Save it as UTF-8\."):
        load(project, {})


def test_a_settings_file_that_cannot_be_read_is_told(project: Path) -> None:
    """A folder of that name is no settings file."""
    (project / "i18n.toml").mkdir()
    with pytest.raises(UsageError) as caught:
        load(project, {})
    assert str(caught.value) == (
        f"{project / 'i18n.toml'}: It can't be read: is a directory."
        " i18n.toml has to be a file that the user who runs this may read."
    )


def test_the_root_is_found_from_any_folder_below(project: Path) -> None:
    """The nearest folder upwards with settings is the root."""
    (project / "i18n.toml").touch()
    assert find_root(project / "content" / "nl") == project
    inner = project / "content" / "i18n.toml"
    inner.touch()
    assert find_root(project / "content" / "nl") == project / "content"


def test_a_folder_in_the_usual_layout_needs_no_settings(project: Path) -> None:
    """Where content/nl is, is the root."""
    assert find_root(project) == project


def test_a_folder_that_is_no_project_says_what_to_do(tmp_path: Path) -> None:
    """No settings and no content/nl: what to do stands in the message."""
    with pytest.raises(UsageError) as caught:
        find_root(tmp_path)
    assert str(caught.value) == (
        f"{tmp_path}: There is no i18n.toml here or in a folder above, and no content/nl with articles."
        " Go to the site's folder, or write i18n.toml there (docs/reference/settings.md)."
    )


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        (("publish",), 2),
        (("front_matter",), 4),
        (("front_matter", "translate"), 6),
        (("front_matter", "set", "lang"), 10),
        (("backend", "deepl"), 11),
        (("backend", "deepl", "url"), 13),
        (("backend", "deepl", "missing"), 11),
        (("nowhere",), 0),
    ],
)
def test_the_place_of_a_key(project: Path, keys: tuple[str, ...], line: int) -> None:
    """Comments, strings and lists that look like keys don't count; a key that is missing is at its table."""
    text = (
        '# publish = "x"\npublish = "machine"\n\n[front_matter]\n# translate = []\ntranslate = [\n  "set",\n'
        '  "lang = 1",\n]\nset = { lang = "en" }\n[backend.deepl]\nnote = """url = 1"""\n"url" = "x"\n'
    )
    (project / "i18n.toml").write_text(text)
    assert place_of(project, *keys).line == line
