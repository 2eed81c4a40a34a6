"""Whether a word stands in a text as it is, between white space."""

from __future__ import annotations

# So many words are looked for one by one, at 2 µs each; for more the text is split, at 40 µs.
_FEW = 8


class Standing:
    """The words of a text, to be asked with ``in``."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._asked: dict[str, bool] = {}
        self._words: frozenset[str] | None = None

    def __contains__(self, word: str) -> bool:
        if self._words is not None:
            return word in self._words
        known = self._asked.get(word)
        if known is None:
            if len(self._asked) == _FEW:
                self._words = frozenset(self._text.split())
                return word in self._words
            known = self._asked[word] = self._found(word)
        return known

    def _found(self, word: str) -> bool:
        text = self._text
        at = text.find(word)
        while at >= 0:
            end = at + len(word)
            if (not at or text[at - 1].isspace()) and (end == len(text) or text[end].isspace()):
                return True
            at = text.find(word, end)
        return False
