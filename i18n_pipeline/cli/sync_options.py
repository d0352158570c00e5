"""Which options of `translate sync` a scheduler has to give to each pass."""

from collections.abc import Iterator

import typer

_OF_THE_SCHEDULE = frozenset({"every", "jitter", "timezone", "watch", "install"})


def given(context: typer.Context) -> Iterator[str]:
    """The options of the command line that are a pass's own, a value joined by `=`."""
    for parameter in context.command.params:
        name = parameter.name or ""
        source = context.get_parameter_source(name)
        if source and source.name == "COMMANDLINE" and name not in _OF_THE_SCHEDULE:
            value = context.params[name]
            yield parameter.opts[0] if value is True else f"{parameter.opts[0]}={value}"
