"""The places of a text that say a needle, in whatever typography."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from newsbrief.grounding.boundaries import whole
from newsbrief.grounding.marks import same_marks
from newsbrief.grounding.needle import is_plain
from newsbrief.grounding.typography import Folded, evened, marks_in

SHORT = 16_000  # characters that are folded at once: 0.2 ms, as much as ten windows
_LOOK = 900  # to look at one place takes as long as to fold a quarter of so many
_WINDOWS = 8  # places of it folded one by one before the whole text is
_SLACK = 24  # characters more in a window than in the key
_SPENT = 16  # of them taken out by folding, the place may not stand whole in the window
_BESIDE = 4  # by which a place may be longer or shorter without folding


# The needles of one article come one after another; four texts serve a few threads.
remembered_fold = functools.lru_cache(maxsize=4)(Folded)
remembered_marks = functools.lru_cache(maxsize=4)(marks_in)


def places(text: str, wanted: Folded) -> Iterator[tuple[int, int]]:
    """Places that say ``wanted``, found around a long word of it, which no folding touches.

    Most are seen without folding. Folding 500 kB takes 10 ms, finding a word in it 0.1 ms; so the
    text is folded whole only where it is not clean, the word is frequent, or much space stands
    around it.
    """
    last = -1
    even = wanted.even
    word = long_word(even)
    marks = remembered_marks(text) if word else None
    # In a short text, one « anywhere tells how the spaces at every » are meant.
    if marks is not None and (len(text) > SHORT or "«" not in marks):
        firm, windows, looked = _is_firm(even), _WINDOWS, 0
        even = _alike(even) if firm else even
        lead = even.find(word)
        at = text.find(word)
        while at >= 0:
            start, end = at - lead, at - lead + len(even)
            same = evened(text[start:end], marks) == even
            if same or _goes_on(text, at + len(word), even, lead + len(word)):
                if firm and not same:
                    start, end = _beside(text, start, even, marks)
                if firm and last < start <= at < end and _ends_so(text, end, even):
                    if whole(text, start, end):
                        yield start, end
                        last = start
                else:
                    low, window = _window(text, at, wanted.key, word, marks)
                    windows -= 1
                    if windows < 0 or len(window.clean) - len(window.key) > _SPENT:
                        break
                    for start, end in _settled(text, window, low, wanted):
                        if last < start <= at < end:
                            yield start, end
                            last = start
            looked += _LOOK + len(even)
            if looked > work(len(text)):
                break
            at = text.find(word, at + 1)
        else:
            return
    for start, end in _settled(text, remembered_fold(text), 0, wanted):
        if start > last:
            yield start, end


def work(size: int) -> int:
    """Characters that are compared at most in so large a text. Places that do not overlap hold no
    more than ``size`` together: only `a-a-a-` in a text of such comes to more, and would take the
    product of both."""
    return 4 * size + 10_000


def long_word(even: str) -> str:
    """A long word that another follows; the longest takes ten times as long to tell."""
    if found := _long().search(even):
        return found.group(1)
    words = _words().findall(even)
    return max(words[:-1] or words, key=len, default="")


@functools.cache
def _long() -> re.Pattern[str]:
    return re.compile(r" ([a-zA-Z]{6,}),? \w")


@functools.cache
def _words() -> re.Pattern[str]:
    return re.compile(r"[^\W_]+")


# -- set one for one --------------------------------------------------------------------


def _is_firm(even: str) -> bool:
    """Whether no folding touches the ends of the needle, and no mark in it takes up spaces: then a
    place that is the same when evened has the same key."""
    if "«" in even or "»" in even or not is_plain(even):
        return False
    return even[-1] != "." or even[-2:-1].isalnum()


def _beside(text: str, start: int, even: str, marks: str) -> tuple[int, int]:
    """The place that begins at most a few characters beside ``start`` and is the needle when its
    marks are set alike; (-1, -1) where more is rewritten."""
    low = max(0, start - _BESIDE)
    here = evened(text[low : start + len(even) + _BESIDE], marks)
    alike = _alike(here)
    at = alike.find(even)
    last = at + len(even) - 1
    if at < 0 or not (here.startswith(alike[: at + 1]) and here.endswith(alike[last:])):
        return -1, -1
    return low + at, low + len(here) - (len(alike) - last - 1)


def _ends_so(text: str, end: int, even: str) -> bool:
    """Whether its last full stop is not one of several."""
    return even[-1] != "." or not _more_dots().match(text, end)


def _alike(even: str) -> str:
    """Dashes and ellipses that stand for each other whatever stands beside them, set alike."""
    if "-" in even:
        even = even.replace("--", "–").replace(" - ", " – ")
    if "..." in even:
        even = even.replace("...", "…")
    if "…" not in even:
        return even
    tight = even.replace(" …", "…").replace("… ", "…")
    # The space between an ellipsis and a dash is the dash's.
    dashed = "-…" in tight or "–…" in tight or "…-" in tight or "…–" in tight
    return even if dashed else tight


@functools.cache
def _more_dots() -> re.Pattern[str]:
    return re.compile(r"\s*[.…]")


# -- folded -----------------------------------------------------------------------------


def _goes_on(text: str, at: int, even: str, end: int) -> bool:
    """Whether the next word at ``at`` is that of the needle at ``end``."""
    following = _words().search(even, end)
    if not following:
        return True
    found = _word_start().search(text, at)
    return found is not None and text.startswith(following.group(), found.start())


@functools.cache
def _word_start() -> re.Pattern[str]:
    return re.compile(r"[^\W_ʼ]")  # U+02BC is a letter to re, an apostrophe to us


def _window(text: str, at: int, key: str, word: str, marks: str) -> tuple[int, Folded]:
    """What stands around the word at ``at``, and where it begins."""
    low = max(0, at - key.rfind(word) - _SLACK)
    return low, Folded(text[low : at + len(key) - key.find(word) + _SLACK], marks)


def _settled(text: str, folded: Folded, shift: int, wanted: Folded) -> Iterator[tuple[int, int]]:
    """Places in ``text`` of the wanted key in a folded part of it that begins at ``shift``,
    but those that split a mark or a word or where the marks mean something else."""
    key, hay = wanted.key.strip(), folded.key
    left = work(len(hay))
    at = hay.find(key) if key else -1
    while at >= 0 and left > 0:
        place = folded.in_clean(at, at + len(key))
        raw = folded.in_text(*place) if place else None
        if (
            place
            and raw
            and whole(text, shift + raw[0], shift + raw[1])  # first: it costs the same for any key
            and same_marks(wanted.clean, folded.clean[place[0] : place[1]], key)
        ):
            yield shift + raw[0], shift + raw[1]
        left -= len(key)
        at = hay.find(key, at + 1)
