"""Dashes and quotation marks, and which may be set for which.

"Same" is not transitive here, so no folding can tell it: a tight em dash may be set as a
hyphen or as a spaced dash, but a hyphen is not a spaced dash ("twenty-five" is not
"twenty - five"); a nested quotation flips its marks from single to double, but an
apostrophe does not, and five feet are not five inches.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable

SINGLES = "'‘’‚‛‹›`´′ʼ\uff07"
DOUBLES = '"“”„‟«»″〝〞〟\uff02'
HYPHENS = "-‐‑"
DASHES = HYPHENS + "‒–—―−"


def same_marks(one: str, other: str, key: str) -> bool:
    """Whether the dashes and quotation marks of two clean texts with the same ``key`` may
    stand for each other, pair by pair."""
    if "-" in key and not _same_dashes(one, other):
        return False
    return "'" not in key or _same_quotes(one, other)


def _same_dashes(one: str, other: str) -> bool:
    if not _loose().search(one) and not _loose().search(other):
        return True  # all tight, in place: the common case, at a quarter of the cost
    return _agree(_dashes(), _class_of_dash, one, other)


@functools.cache
def _loose() -> re.Pattern[str]:
    return re.compile(rf"[{DASHES}](?:[{DASHES}\s]|\Z|(?<!\w.))")


def _same_quotes(one: str, other: str) -> bool:
    quote = _quotes()
    mine = [c in DOUBLES for c in quote.findall(one)]
    theirs = [c in DOUBLES for c in quote.findall(other)]
    return mine == theirs or _agree(quote, _class_of_quote, one, other)


def _agree(
    mark: re.Pattern[str], kind: Callable[[re.Match[str]], str], one: str, other: str
) -> bool:
    mine, theirs = list(mark.finditer(one)), list(mark.finditer(other))
    return len(mine) == len(theirs) and all(
        (b := kind(y)) == (a := kind(x)) or b in _SAME[a] for x, y in zip(mine, theirs, strict=True)
    )


@functools.cache
def _dashes() -> re.Pattern[str]:
    return re.compile(rf"[{DASHES}](?:[{DASHES}\s]*[{DASHES}])?")


@functools.cache
def _quotes() -> re.Pattern[str]:
    return re.compile(f"[{SINGLES}{DOUBLES}]")


# Classes of marks, and what each may be set as besides itself.
#   dashes: h tight hyphen; d tight dash or "--"; s spaced; m minus sign; w hyphen at the end
#   of a line; x, y a dash, l, r a hyphen with a space on its left or right only
#   marks: 1 single, 2 double, a apostrophe inside a word, f feet, i inches
_SAME = {
    "h": "dw", "d": "hsxyw", "s": "dxyw", "m": "", "w": "hdsr", "x": "dsl", "y": "dsr",
    "l": "x", "r": "yw", "1": "2af", "2": "1i", "a": "1f", "f": "1a", "i": "2",
}  # fmt: skip


def _class_of_dash(m: re.Match[str]) -> str:
    text, start, end = m.string, m.start(), m.end()
    left, right = text[start - 1 : start], text[end : end + 2]
    before, after = left.isspace(), right[:1].isspace()
    hyphen = m.group() in HYPHENS
    if before and after:
        return "s"
    if after:
        if not hyphen:
            return "y"
        return "w" if left and _one_line_break(text, end) else "r"
    if (before or not left or left in "([" + SINGLES + DOUBLES) and _amount(right):
        return "m"
    if before:
        return "l" if hyphen else "x"
    return "h" if hyphen else "d"


def _one_line_break(text: str, at: int) -> bool:
    gap = text[at : at + 40]
    gap = gap[: len(gap) - len(gap.lstrip())]
    return gap.count("\n") == 1 and at + len(gap) < len(text)


def _amount(text: str) -> bool:
    return text[:1].isdigit() or (text[:1] in tuple("$€£¥.") and text[1:2].isdigit())


def _class_of_quote(m: re.Match[str]) -> str:
    # "5'" and "5\"" are two heights; "in 2020'" and "in 2020\"" are a mark that flipped.
    before, after = m.string[max(0, m.start() - 4) : m.start()], m.string[m.end() : m.end() + 1]
    digits = len(before) - len(before.rstrip("0123456789"))
    if m.group() in DOUBLES:
        return "i" if 0 < digits < 4 else "2"
    if before[-1:].isalnum() and after.isalnum():
        return "a"
    return "f" if 0 < digits < 4 else "1"
