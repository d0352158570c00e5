"""What is wrong with a TMX file."""

from i18n_pipeline.errors import Place, UsageError


def refusal(problem: str, line: int) -> UsageError:
    """A problem on a line, and what to do about it."""
    mending = "Mend that line, or export the file again; nothing of it was taken."
    return UsageError(f"{problem}.", place=Place("", line), mending=mending)
