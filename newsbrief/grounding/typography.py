"""What counts as typography: a folded copy of a text, and the way back to its offsets.

Two texts that differ in typography alone have the same key. The key is coarser than the
truth for dashes and quotation marks; ``marks.same_marks`` settles those afterwards.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from newsbrief.grounding.cleaning import cleaning, is_clean, rare
from newsbrief.grounding.layer import Edit, Layer
from newsbrief.grounding.marks import DASHES, DOUBLES, HYPHENS, SINGLES

_SPACES = (
    "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2002\u2003\u2004\u2005\u2006"
    "\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
_EVEN = {
    **dict.fromkeys(SINGLES[1:], "'"),
    **dict.fromkeys(DOUBLES[1:], '"'),
    **dict.fromkeys(DASHES.strip(HYPHENS).replace("–", ""), "–"),
    **dict.fromkeys(HYPHENS[1:], "-"),
    **dict.fromkeys(_SPACES, " "),
}
del _EVEN["«"], _EVEN["»"]  # a space inside is no space


def marks_in(text: str) -> str | None:
    """The marks in the text that are evened, and guillemets; None if it is not clean."""
    few = rare(text)
    return _marks_among(few) if is_clean(text, few) else None


def _marks_among(few: str) -> str:
    return "".join([mark for mark in (*_EVEN, "«", "»") if mark in few])


def evened(text: str, marks: str) -> str:
    """``text``, all of whose uneven marks are among these, with one single and one double quotation
    mark besides guillemets, one space, one hyphen and one dash, each in its place."""
    for mark in marks:
        if mark in text and mark in _EVEN:
            text = text.replace(mark, _EVEN[mark])
    return text


class Folded:
    """A text made comparable.

    ``clean`` is the text without invisible characters, accents composed and ligatures spelt
    out; ``even`` is ``clean`` evened, and ``key`` is ``even`` with marks and white space
    unified. Equal keys are necessary for two texts to differ in typography alone, and with
    ``same_marks`` of the cleans sufficient.
    """

    __slots__ = ("_cleaning", "_key", "_layers", "clean", "even")

    def __init__(self, text: str, marks: str | None = None) -> None:
        """``marks`` are those in a clean text of which this is a part."""
        self._cleaning = None
        if marks is None:
            few = rare(text)
            if not is_clean(text, few):
                self._cleaning = Layer(text, cleaning(text))
                text = self._cleaning.text
                few = rare(text)
            marks = few if len(few) < len(_EVEN) else _marks_among(few)
        self.clean = text
        self.even = evened(text, marks)
        self._key: str | None = None
        self._layers: list[Layer] = []

    @property
    def key(self) -> str:
        if self._key is None:  # half of the cost, and most needles are found without
            key = self.even.replace('"', "'").replace("–", "-")
            layers: list[Layer] = []
            if "«" in key:
                key = _rewritten(key, _inside_guillemets(self.clean), layers).replace("«", "'")
            key = key.replace("»", "'")
            for find in _FINDERS:
                key = _rewritten(key, find(key), layers)
            self._layers, self._key = layers, key  # whole, for other threads
        return self._key

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


def _rewritten(text: str, edits: list[Edit], layers: list[Layer]) -> str:
    if not edits:
        return text
    layers.append(Layer(text, edits))
    return layers[-1].text


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


# -- what is rewritten ------------------------------------------------------------------


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
        end = at + 2
        if key.startswith(" ", end) and (longer := _run().match(key, end)):
            end = longer.end()
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
