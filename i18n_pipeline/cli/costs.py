"""`translate costs`: what was paid so far."""

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from enum import StrEnum
from typing import Annotated

import typer
from rich.table import Table

from i18n_pipeline.cli import output
from i18n_pipeline.cli.options import Format, OutputFormat
from i18n_pipeline.cli.project import Project
from i18n_pipeline.config import Budget
from i18n_pipeline.storage.ledger import Cost


class By(StrEnum):
    """What costs are summed by."""

    MONTH = "month"
    ARTICLE = "article"
    ENGINE = "engine"


Grouping = Annotated[By, typer.Option("--by", help="Sum by this.")]
Month = Annotated[str, typer.Option("--month", help="Only this month, such as 2026-11.")]


def command(by: Grouping = By.MONTH, month: Month = "", output_format: OutputFormat = Format.TEXT) -> None:
    """Show what engines were paid, by month, article or engine."""
    project = Project.here()
    ledger = project.ledger()
    costs = [cost for cost in ledger.costs() if month in {"", cost.month}]
    ledger.close()
    budget = project.settings.budget
    if output_format is Format.JSON:
        rows = [{**asdict(cost), "price": _price([cost], budget)} for cost in costs]
        content = {"schema": output.SCHEMA, "command": "costs", "currency": budget.currency, "costs": rows}
        sys.stdout.write(json.dumps(content, ensure_ascii=False, indent=2) + "\n")
        return
    output.console().print(_table(costs, by, budget))


def _table(costs: Sequence[Cost], by: By, budget: Budget) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column(by)
    for heading in ("texts", "characters", "tokens", budget.currency):
        table.add_column(heading, justify="right")
    groups: dict[str, list[Cost]] = {}
    for cost in costs:
        groups.setdefault(getattr(cost, by), []).append(cost)
    for name, mine in sorted(groups.items()):
        table.add_row(name, *_cells(mine, budget))
    table.add_section()
    table.add_row("total", *_cells(costs, budget), style="bold")
    return table


def _cells(costs: Sequence[Cost], budget: Budget) -> list[str]:
    price = _price(costs, budget)
    numbers = (
        sum(cost.texts for cost in costs),
        sum(cost.characters for cost in costs),
        sum(cost.tokens for cost in costs),
    )
    return [*(f"{number:,}" for number in numbers), "" if price is None else f"{price:,.2f}"]


def _price(costs: Sequence[Cost], budget: Budget) -> float | None:
    """What these cost by today's rates; None where no engine among them has a rate."""
    rates = budget.price_per_million
    prices = [cost.characters * rates[cost.engine] / 1e6 for cost in costs if cost.engine in rates]
    return round(sum(prices), 4) if prices else None
