"""What is wrong with an XLIFF file."""

from lxml import etree

from i18n_pipeline.errors import Place, UsageError


def refusal(
    problem: str, line: int, mending: str = "Mend that line, or let your tool save the file again."
) -> UsageError:
    """A problem on a line, and what to do about it; its caller knows the file."""
    return UsageError(f"{problem}.", place=Place("", line), mending=f"{mending} Nothing of it was taken.")


def at(element: etree._Element, problem: str) -> UsageError:
    """A problem with an element."""
    return refusal(problem, element.sourceline or 0)
