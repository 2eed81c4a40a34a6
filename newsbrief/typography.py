"""What counts as typography: a folded copy of a text, and the way back to its offsets.

Two texts that differ in typography alone have the same key. The key is coarser than the
truth in two places, because "same" is not transitive there: a tight em dash may be set as
a hyphen or as a spaced dash, but a hyphen is not a spaced dash ("twenty-five" is not
"twenty - five"); and a nested quotation flips its marks from single to double, but an
apostrophe does not. ``same_marks`` settles those two after the keys have agreed.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable

SINGLES = "'‘’‚‛‹›`´′ʼ\uff07"
DOUBLES = '"“”„‟«»″〝〞〟\uff02'
HYPHENS = "-‐‑"
DASHES = HYPHENS + "‒–—―−"
# Invisible, and no letter, no space: soft hyphen, zero-width space, word joiner, BOM. Joiners
# (U+200C, U+200D) shape letters and emoji, and bidi controls reorder numbers: they stay.
INVISIBLE = "\u00ad\u200b\u2060\ufeff"
_SPACES = (
    "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2002\u2003\u2004\u2005\u2006"
    "\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
_LIGATURES = {"ff": "ﬀ", "fi": "ﬁ", "fl": "ﬂ", "ffi": "ﬃ", "ffl": "ﬄ", "st": "ﬆ"}
_WIDE = {glyph: letters for letters, glyph in _LIGATURES.items()}

_PLAIN = [(c, to) for marks, to in ((SINGLES[1:] + DOUBLES, "'"), (_SPACES, " ")) for c in marks]
_PLAIN += [(c, "-") for c in DASHES[1:]]
_PLAIN_ASCII = [pair for pair in _PLAIN if pair[0].isascii()]
_PLAIN_OTHER = [pair for pair in _PLAIN if not pair[0].isascii()]

Edit = tuple[int, int, str]


class _Layer:
    """One rewriting of a text, and the way back from its offsets."""

    __slots__ = ("ends", "shifts", "starts", "text")

    def __init__(self, text: str, edits: list[Edit]) -> None:
        parts: list[str] = []
        self.starts: list[int] = []  # of each edit, in the rewritten text
        self.ends: list[int] = []
        self.shifts: list[tuple[int, int]] = []  # the edit's start and end before
        at = size = 0
        for start, end, new in edits:
            parts += (text[at:start], new)
            size += start - at
            self.starts.append(size)
            size += len(new)
            self.ends.append(size)
            self.shifts.append((start, end))
            at = end
        parts.append(text[at:])
        self.text = "".join(parts)

    def start(self, offset: int) -> int:
        """Where the character at ``offset`` began before; -1 inside a rewritten one."""
        k = bisect_right(self.starts, offset) - 1
        if k < 0:
            return offset
        if offset >= self.ends[k]:
            return offset - self.ends[k] + self.shifts[k][1]
        return self.shifts[k][0] if offset == self.starts[k] else -1

    def end(self, offset: int) -> int:
        """Where the text up to ``offset`` ended before; -1 inside a rewritten character."""
        k = bisect_left(self.starts, offset) - 1
        if k < 0:
            return offset
        if offset >= self.ends[k]:
            return offset - self.ends[k] + self.shifts[k][1]
        return -1


class Folded:
    """A text made comparable.

    ``clean`` is the text without invisible characters, accents composed and ligatures
    spelt out; ``key`` is ``clean`` with marks unified. Equal keys are necessary for two
    texts to differ in typography alone, and with ``same_marks`` of the cleans sufficient.
    """

    __slots__ = ("_cleaning", "_layers", "clean", "key")

    def __init__(self, text: str, clean: bool = False) -> None:
        edits = [] if clean else _cleaning(text)
        self._cleaning = _Layer(text, edits) if edits else None
        self.clean = self._cleaning.text if self._cleaning else text
        self._layers: list[_Layer] = []
        key = self.clean
        for old, new in _PLAIN_ASCII if key.isascii() else _PLAIN:
            if old in key:
                key = key.replace(old, new)
        for find in (_runs_of_spaces, _dashes_and_dots):
            edits = find(key)
            if edits:
                self._layers.append(_Layer(key, edits))
                key = self._layers[-1].text
        self.key = key

    def in_clean(self, start: int, end: int) -> tuple[int, int] | None:
        """The range of ``clean`` under a range of ``key``; None where it splits a mark."""
        for layer in reversed(self._layers):
            start, end = layer.start(start), layer.end(end)
            if start < 0 or end < 0:
                return None
        return _trimmed(self.clean, start, end)

    def in_text(self, start: int, end: int) -> tuple[int, int] | None:
        """The range of the original text under a range of ``clean``."""
        if self._cleaning is None:
            return start, end
        start, end = self._cleaning.start(start), self._cleaning.end(end)
        return None if start < 0 or end < 0 else (start, end)


def fold(text: str) -> str:
    """The key of ``text``, trimmed: equal for texts that differ in typography alone."""
    return Folded(text).key.strip()


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


# -- what is rewritten ------------------------------------------------------------------


@functools.cache
def _unclean() -> re.Pattern[str]:
    # Eight marks on one letter at most: canonical ordering is quadratic in a longer stack.
    return re.compile(
        rf"[{INVISIBLE}]+|[{''.join(_WIDE)}]|(?<!')'{{2,3}}(?!')|``"
        rf"|[\u2000\u2001\u212a\u212b]|[^\W\d_][\u0300-\u036f]{{1,8}}"
    )


def _cleaning(text: str) -> list[Edit]:
    if is_clean(text):
        return []
    edits = []
    for m in _unclean().finditer(text):
        old = m.group()
        new = _clean(old)
        if new != old:
            edits.append((m.start(), m.end(), new))
    return edits


def is_clean(text: str) -> bool:
    """Whether ``Folded(text).clean`` is the text itself."""
    if "''" in text or "``" in text:
        return False
    if text.isascii():
        return True
    if any(c in text for c in INVISIBLE) or any(c in text for c in _WIDE):
        return False
    return unicodedata.is_normalized("NFC", text)


def _clean(old: str) -> str:
    if old in ("''", "``"):
        return '"'
    if old == "'''":
        return "'\""  # a nested quotation and its host close together
    if old[0] in INVISIBLE:
        return ""
    return _WIDE.get(old) or unicodedata.normalize("NFC", old)


@functools.cache
def _spaces() -> re.Pattern[str]:
    return re.compile("  +")


def _runs_of_spaces(key: str) -> list[Edit]:
    if "  " not in key:
        return []
    return [(m.start(), m.end(), " ") for m in _spaces().finditer(key)]


@functools.cache
def _dash_or_dots(stops: bool) -> re.Pattern[str]:
    # Only what will change: a tight hyphen or ellipsis, the most of them, is passed over.
    irregular = r"-(?:[- ]+|(?<= -))|…(?:(?: ?[.…])+ ?| |(?<= …))"
    return re.compile(irregular + r"|\.(?: ?[.…])+ ?" * stops)


def _dashes_and_dots(key: str) -> list[Edit]:
    """Dashes lose their spaces; three dots and more become an ellipsis without spaces."""
    # Looking at every full stop takes half the time, and most texts have no two in a row.
    stops = ".." in key or ". ." in key or ("…" in key and (".…" in key or ". …" in key))
    edits: list[Edit] = []
    last = 0
    for m in _dash_or_dots(stops).finditer(key):
        start, end = m.span()
        old = m.group()
        if old[0] == "-":
            new = "-"
        else:
            dots = old.count(".") + 3 * old.count("…")
            if dots < 3:
                continue
            new = "…" + "." * (dots - 3)
        if start > last and key[start - 1] == " ":
            start -= 1
        edits.append((start, end, new))
        last = end
    return edits


# -- what the key cannot tell -----------------------------------------------------------


def same_marks(one: str, other: str, key: str) -> bool:
    """Whether the dashes and quotation marks of two clean texts with the same ``key`` may
    stand for each other, pair by pair."""
    if "-" in key and not _same_dashes(one, other):
        return False
    return "'" not in key or _same_quotes(one, other)


def _same_dashes(one: str, other: str) -> bool:
    return _agree(_dashes(), _class_of_dash, one, other)


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
