"""Numbers with what they count."""


def counted(number: int, noun: str, plural: str = "") -> str:
    """`1 article`, `1,200 articles`."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
