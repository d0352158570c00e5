"""What happens to each front matter key."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class FrontMatterRules:
    """What happens to each front matter key, named by its dotted path (`seo.description`).

    A key that no rule names is copied. `derive` maps a key to the one whose text it takes, `set` a
    key to its value. `status_key` receives the post's translation status; empty writes none.
    """

    translate: tuple[str, ...] = ("title", "intro", "alt", "description", "summary", "subtitle")
    taxonomy: tuple[str, ...] = ("tags", "categories")
    copy: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()
    derive: Mapping[str, str] = field(default_factory=lambda: {"english_title": "title"})
    set: Mapping[str, str] = field(default_factory=lambda: {"lang": "en"})
    status_key: str = "translation_status"
