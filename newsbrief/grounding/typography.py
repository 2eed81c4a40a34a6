"""What counts as typography: a folded copy of a text, and the way back to its offsets.

Two texts that differ in typography alone have the same key. The key is coarser than the
truth for dashes and quotation marks; ``marks.same_marks`` settles those afterwards.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from newsbrief.grounding.marks import DASHES, DOUBLES, SINGLES

# Invisible, and no letter, no space: soft hyphen, zero-width space, word joiner, BOM. Joiners
# (U+200C, U+200D) shape letters and emoji, and bidi controls reorder numbers: they stay.
INVISIBLE = "\u00ad\u200b\u2060\ufeff"
_SPACES = (
    "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2002\u2003\u2004\u2005\u2006"
    "\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
_LIGATURES = {"ff": "ﬀ", "fi": "ﬁ", "fl": "ﬂ", "ffi": "ﬃ", "ffl": "ﬄ", "st": "ﬆ"}
_WIDE = {glyph: letters for letters, glyph in _LIGATURES.items()}
_TELLTALES = (*INVISIBLE, *_WIDE)

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
        self._cleaning = None
        self._layers: list[_Layer] = []
        if not clean and not is_clean(text):
            self._cleaning = _Layer(text, _cleaning(text))
            text = self._cleaning.text
        self.clean = key = text
        if "«" in key:
            edits = _inside_guillemets(key)
            if edits:
                self._layers.append(_Layer(key, edits))
                key = self._layers[0].text
        for old, new in _PLAIN_ASCII if key.isascii() else _PLAIN:
            if old in key:
                key = key.replace(old, new)
        for find in _FINDERS:
            edits = find(key)
            if edits:
                layer = _Layer(key, edits)
                self._layers.append(layer)
                key = layer.text
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
        rf"\u00ad[ \t]*\n[ \t]*|[{INVISIBLE}]+|[{''.join(_WIDE)}]|(?<!')'{{2,3}}(?!')|``"
        rf"|[\u2000\u2001\u212a\u212b]|[^\W\d_][\u0300-\u036f\u3099\u309a]{{1,8}}"
        rf"|[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?"
    )


def _cleaning(text: str) -> list[Edit]:
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
    for c in _TELLTALES:
        if c in text:
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


# Each pattern begins with one literal and finds only what will change: scanning 5 kB takes
# 2 us for a literal and 30 us for a class of characters, and tight hyphens are passed over.
@functools.cache
def _run() -> re.Pattern[str]:
    return re.compile(" +")


@functools.cache
def _dash() -> re.Pattern[str]:
    return re.compile(r"-(?:[- ]+|(?<= -))")


@functools.cache
def _dots(stops: bool) -> re.Pattern[str]:
    ellipsis = r"…(?:(?: ?[.…])+ ?| |(?<= …))"
    return re.compile(ellipsis + r"|\.(?: ?[.…])+ ?" * stops)


@functools.cache
def _two_stops() -> re.Pattern[str]:
    return re.compile(r"\.(?: ?[.…])")


@functools.cache
def _guillemet_space() -> re.Pattern[str]:
    # French « oui » sets a space inside, German »ja« outside.
    return re.compile(r"(?:(?<=\A«)|(?<=[\s(\['’]«))[^\S\n](?=\S)|(?<=\S)[^\S\n](?=»(?!\w))")


def _inside_guillemets(clean: str) -> list[Edit]:
    return [(*m.span(), "") for m in _guillemet_space().finditer(clean)]


def _runs_of_spaces(key: str) -> list[Edit]:
    # A pattern of two spaces stops at each one: 18 us for 5 kB, where this takes 8.
    edits: list[Edit] = []
    at = key.find("  ")
    while at >= 0:
        longer = _run().match(key, at + 2)
        end = longer.end() if longer else at + 2
        edits.append((at, end, " "))
        at = key.find("  ", end)
    return edits


def _spaces_at_dashes(key: str) -> list[Edit]:
    """A dash is one hyphen without spaces, however many it was."""
    if "-" not in key:
        return []
    edits = []
    for m in _dash().finditer(key):
        start, end = m.span()
        edits.append((start - (key[start - 1 : start] == " "), end, "-"))
    return edits


def _at_ellipses(key: str) -> Iterator[re.Match[str]]:
    # str.find is ten times as fast as re at finding a character beyond Latin-1.
    at = key.find("…")
    while at >= 0:
        m = _dots(False).match(key, at)
        if m:
            yield m
        at = key.find("…", m.end() if m else at + 1)


def _ellipses(key: str) -> list[Edit]:
    """Three dots and more are an ellipsis and the rest of the dots, without spaces."""
    stops = bool(_two_stops().search(key))
    if not stops and "…" not in key:
        return []
    edits: list[Edit] = []
    last = 0
    for m in _dots(True).finditer(key) if stops else _at_ellipses(key):
        start, end = m.span()
        dots = m.group().count(".") + 3 * m.group().count("…")
        if dots >= 3:
            start -= start > last and key[start - 1] == " "
            edits.append((start, end, "…" + "." * (dots - 3)))
            last = end
    return edits


_FINDERS = (_runs_of_spaces, _spaces_at_dashes, _ellipses)
