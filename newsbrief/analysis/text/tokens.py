"""The words and marks of an article with their offsets, read once for all who look at words."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from functools import cache
from typing import NamedTuple


class Tokens(NamedTuple):
    """Parallel columns, one row a word or mark; offsets in code points of the text.

    Equal words are one object, and offsets no objects at all: as lists of strings and integers the
    columns took 27 times the bytes of the text, so they take 5. A row ends where its text does.
    """

    text: list[str]
    start: array[int]

    def between(self, start: int, end: int) -> tuple[int, int] | None:
        """The rows of the tokens in ``[start, end)``; None where either bound cuts one."""
        first, last = bisect_left(self.start, start), bisect_left(self.start, end)
        for row, bound in (first, start), (last, end):
            if row and self.start[row - 1] + len(self.text[row - 1]) > bound:
                return None
        return first, last


_BEHIND = ',.:;?!”")'


@cache
def _piece() -> re.Pattern[str]:
    # Small letters are found in a bitmap before "\w" is asked.
    return re.compile(r"\d{1,3}(?:,\d{3})+(?!\w|,\d{3})|[a-z\w]++(?:[-’'&.@/]\w++)*|[^\w\s]|\s++")


class _Marked(dict[str, tuple[tuple[str, int], ...]]):
    """The tokens of what stands between two blanks, where it is more than a word and a mark:
    two of three stood in the articles before, and the pattern takes six times a look-up."""

    def __missing__(self, stretch: str) -> tuple[tuple[str, int], ...]:
        if len(self) > 20_000:
            self.clear()
        found: list[tuple[str, int]] = []
        at = 0
        for piece in _piece().findall(stretch):
            if not piece.isspace():
                found.append((piece, at))
            at += len(piece)
        marked = self[stretch] = tuple(found)
        return marked


# As a call: a subscript of what only derives from a dictionary takes three times as long.
_marked = _Marked().__getitem__


def tokens(text: str, start: int = 0, end: int | None = None) -> Tokens:
    """Those of ``text[start:end]``: numbers with their thousands, compounds, single marks."""
    words: list[str] = []
    starts: list[int] = []
    one: dict[str, str] = {}
    at = start
    # Of six stretches between blanks five are a word, and half of the others one with a mark behind
    # it, of which there are too many to remember.
    for stretch in text[start:end].replace("\n", " ").split(" "):
        if stretch.isalnum():
            words.append(one.setdefault(stretch, stretch))
            starts.append(at)
        elif stretch and stretch[-1] in _BEHIND and (word := stretch[:-1]).isalnum():
            words.append(one.setdefault(word, word))
            starts.append(at)
            words.append(stretch[-1])
            starts.append(at + len(word))
        elif stretch:
            for word, first in _marked(stretch):
                words.append(word)
                starts.append(at + first)
        at += len(stretch) + 1
    return Tokens(words, array("I", starts))
