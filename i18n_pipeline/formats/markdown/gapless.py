"""Tokens that cover their text: what the parser passes over goes to a neighbour or becomes a code."""

from i18n_pipeline.formats.markdown.tokens import BREAKS, CODE, TEXT, Token


class Gapless:
    """A growing list of tokens; `at` is where the last one ends."""

    def __init__(self, text: str, start: int) -> None:
        self.tokens: list[Token] = []
        self.at = start
        self._text = text

    def add(self, token: Token) -> None:
        """Put a token behind the others, with what stands between: an escape's backslash, a line's prefix."""
        gap = self._text[self.at : token.start]
        if gap == "\\" and token.sort is TEXT:
            end = token.start + 1
            self.tokens.append(Token(CODE, self.at, end, self._text[self.at : end]))
            token = token.cut(end, token.end)
        elif gap and self.tokens and self.tokens[-1].sort in BREAKS:
            self.tokens[-1] = self.tokens[-1]._replace(end=token.start)
        elif gap and token.sort in BREAKS:
            token = token._replace(start=self.at)
        elif gap:
            self.tokens.append(Token(CODE, self.at, token.start, gap))
        if token.end > token.start:
            self.tokens.append(token)
        self.at = token.end
