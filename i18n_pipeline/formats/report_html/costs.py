"""What engines were paid for."""

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from i18n_pipeline.formats.report_html.element import Row, element, table
from i18n_pipeline.model.progress import Billed

_HEADINGS = ("month", "engine", "characters", "tokens", "price")


def costs(bills: Sequence[Billed]) -> Iterator[Element]:
    """The table, a row for each month and engine."""
    if bills:
        yield element("h2", "Costs")
        rows: list[Row] = [
            (each.month, each.engine, f"{each.characters:,}", f"{each.tokens:,}", _price(each))
            for each in bills
        ]
        yield table("What engines were paid for, by today’s rates", _HEADINGS, rows, texts=2)


def _price(bill: Billed) -> str:
    return "–" if bill.price is None else f"{bill.price:,.2f} {bill.currency}".rstrip()
