"""The words and marks of an article with their offsets, read once for all who look at words."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from itertools import accumulate
from typing import NamedTuple


class Tokens(NamedTuple):
    """Parallel columns, one row a word or mark; offsets in code points of the text."""

    text: list[str]
    start: list[int]
    end: list[int]

    def between(self, start: int, end: int) -> tuple[int, int] | None:
        """The rows of the tokens in ``[start, end)``; None where either bound cuts one."""
        first, last = bisect_left(self.start, start), bisect_left(self.start, end)
        if (first and self.end[first - 1] > start) or (last and self.end[last - 1] > end):
            return None
        return first, last


@cache
def _token() -> re.Pattern[str]:
    # White space is passed over before any alternative is tried, and small letters are found in a
    # bitmap before "\w" is asked: together three quarters of the time.
    return re.compile(r"(?![ \s])(\d{1,3}(?:,\d{3})++(?!\w)|[a-z\w]++(?:[-’'&.@/]\w++)*+|[^\w\s])")


def tokens(text: str, start: int = 0, end: int | None = None) -> Tokens:
    """Those of ``text[start:end]``: numbers with their thousands, compounds, single marks."""
    # Gap, token, gap, token, ...: their lengths give the offsets in a third of the time that a
    # match object for each token takes.
    parts = _token().split(text[start:end])
    bounds = list(accumulate(map(len, parts), initial=start))
    return Tokens(parts[1::2], bounds[1:-1:2], bounds[2::2])
