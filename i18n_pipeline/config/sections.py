"""The tables `[backend]`, `[checks]` and `[budget]`."""

from i18n_pipeline.checks import CHECKS
from i18n_pipeline.config.settings import BackendSettings, Budget, CheckLevel
from i18n_pipeline.config.table import Table

_SECRETS = ("auth_key", "api_key", "key", "token", "password")
_VARIABLES = {"deepl": "DEEPL_AUTH_KEY", "openai": "OPENAI_API_KEY"}


def read_backend(table: Table, chosen: str) -> BackendSettings:
    """The engine's name, `chosen` before what is written, and the engines' tables.

    Raises UsageError for a key or password in them.
    """
    name = table.text("name", "local")
    engines = [key for key in table.names() if isinstance(table.value(key), dict)]
    table.close("name", *engines)
    return BackendSettings(chosen or name, {engine: _engine(table.table(engine)) for engine in engines})


def read_checks(table: Table) -> dict[str, CheckLevel]:
    """The levels of the checks that are named."""
    written = [name for name in CHECKS if name in table]
    table.close(*CHECKS)
    return {name: table.choice(name, "off", CheckLevel) for name in written}


def read_budget(table: Table) -> Budget:
    """Limits and rates."""
    rates = table.table("price_per_million")
    budget = Budget(
        table.whole_number("per_run", 0),
        table.whole_number("per_month", 0),
        table.text("currency", "EUR"),
        {engine: rates.number(engine, 0) for engine in rates.names()},
    )
    table.close()
    return budget


def _engine(table: Table) -> dict[str, object]:
    variable = _VARIABLES.get(table.keys[-1])
    for key in _SECRETS:
        if key in table:
            where = f" as {variable}" if variable else ""
            mending = f"Take it out and put it into the environment{where}."
            table.refuse(key, "A secret doesn't belong in a file that others read.", mending)
    return {key: table.value(key) for key in table.names()}
