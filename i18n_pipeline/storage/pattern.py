"""Path patterns: `content/nl/{path}.md` to and from the paths of files, relative to the project's root."""

from dataclasses import dataclass, field

_VARIABLE = "{path}"


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern with `{path}` once in it, which stands for one or more characters, `/` among them."""

    text: str
    before: str = field(init=False, compare=False)
    after: str = field(init=False, compare=False)

    def __post_init__(self) -> None:
        before, _, after = self.text.partition(_VARIABLE)
        object.__setattr__(self, "before", before)
        object.__setattr__(self, "after", after)

    @property
    def folder(self) -> str:
        """The folder that holds all its files, empty for the root."""
        return self.before.rpartition("/")[0]

    def fill(self, variable: str) -> str:
        """The path for a value of `{path}`."""
        return f"{self.before}{variable}{self.after}"

    def variable(self, path: str) -> str | None:
        """The value of `{path}` that gives this path, None where the pattern doesn't."""
        if not (path.startswith(self.before) and path.endswith(self.after)):
            return None
        return path[len(self.before) : len(path) - len(self.after)] or None

    def meets(self, other: "Pattern") -> bool:
        """Whether there may be a path that both give."""
        return self.before.startswith(other.before) or other.before.startswith(self.before)

    def narrower_than(self, other: "Pattern") -> bool:
        """Whether it fixes at least as much of a path as the other."""
        return len(self.before) + len(self.after) >= len(other.before) + len(other.after)
