"""Other people's words at the end of our sentences."""


def ended(message: object) -> str:
    """A message with one full stop at its end, whether it came with none, one or three."""
    said = str(message).strip()
    return said if said.endswith(("!", "?", "…")) else f"{said.rstrip('.')}."


def reason(error: OSError) -> str:
    """Why the operating system refused, for the middle of a sentence."""
    return (error.strerror or str(error)).lower()
