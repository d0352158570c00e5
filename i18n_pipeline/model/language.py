"""Language tags: `nl`, `en-GB`, as BCP 47 writes them, or `en_GB`, as gettext does."""


def subtags(tag: str) -> list[str]:
    """A tag's parts in lower case: language, then script, region and what else there is."""
    return tag.replace("_", "-").lower().split("-")


def base(tag: str) -> str:
    """The language alone, in lower case: `en` of `en-GB` and of `EN_gb`."""
    return subtags(tag)[0]
