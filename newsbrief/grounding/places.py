"""The places of a text that say a needle, in whatever typography."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from newsbrief.grounding.boundaries import whole
from newsbrief.grounding.cleaning import is_clean, rare
from newsbrief.grounding.marks import same_marks
from newsbrief.grounding.needle import is_plain
from newsbrief.grounding.typography import Folded, evened

# The needles of one article come one after another; four texts serve a few threads.
remembered_fold = functools.lru_cache(maxsize=4)(Folded)
remembered_clean = functools.lru_cache(maxsize=4)(is_clean)

SHORT = 16_000  # characters that are folded at once: 0.2 ms, as much as ten windows
_PLACES = 2000  # places of a long word looked at before the whole text is folded instead
_WINDOWS = 8  # of them folded one by one before that
_SLACK = 24  # characters more in a window than in the key
_SPENT = 16  # of them taken out by folding, the place may not stand whole in the window
_BESIDE = 4  # by which a place may be longer or shorter without folding


def places(text: str, wanted: Folded) -> Iterator[tuple[int, int]]:
    """Places that say ``wanted``, found around a long word of it, which no folding touches.

    Most are seen without folding. Folding 500 kB takes 10 ms, finding a word in it 0.1 ms; so the
    text is folded whole only where it is not clean, the word is frequent, or much space stands
    around it.
    """
    last = -1
    even = wanted.even
    word = long_word(even)
    # In a short text, one « anywhere tells how the spaces at every » are meant.
    if word and remembered_clean(text) and (len(text) > SHORT or "«" not in text):
        lead, firm, windows = even.find(word), _is_firm(even), _WINDOWS
        phrase = even[lead : lead + len(word) + 3]
        at = text.find(word)
        for _ in range(min(_PLACES, work(len(text)) // len(even))):
            if at < 0:
                return
            end = at + len(word)
            if text.startswith(phrase, at) or _goes_on(text, end, even, lead + len(word)):
                place = _one_for_one(text, at - lead, even) if firm else None
                if place and last < place[0] <= at < place[1]:
                    if whole(text, *place):
                        yield place
                        last = place[0]
                else:
                    low, window = _window(text, at, wanted.key, word)
                    windows -= 1
                    if windows < 0 or len(window.clean) - len(window.key) > _SPENT:
                        break
                    for start, end in _settled(text, window, low, wanted):
                        if last < start <= at < end:
                            yield start, end
                            last = start
            at = text.find(word, at + 1)
    for start, end in _settled(text, remembered_fold(text), 0, wanted):
        if start > last:
            yield start, end


def work(size: int) -> int:
    """Characters that are compared at most in so large a text. Places that do not overlap hold no
    more than ``size`` together: only `a-a-a-` in a text of such comes to more, and would take the
    product of both."""
    return 4 * size + 10_000


def long_word(even: str) -> str:
    """A long word that another follows; the longest takes five times as long to tell."""
    if (found := _long().search(even)) and even.find(" ", found.end(), -1) > 0:
        return found.group()
    words = _words().findall(even)
    return max(words[:-1] or words, key=len, default="")


@functools.cache
def _long() -> re.Pattern[str]:
    return re.compile(r"[a-zA-Z]{6,}")


@functools.cache
def _words() -> re.Pattern[str]:
    return re.compile(r"[^\W_]+")


# -- set one for one --------------------------------------------------------------------


def _is_firm(even: str) -> bool:
    """Whether no folding touches the ends of the needle, and no mark in it takes up spaces: then a
    place that is the same when evened has the same key."""
    return is_plain(even) and "«" not in even and "»" not in even


def _one_for_one(text: str, start: int, even: str) -> tuple[int, int] | None:
    """The place at ``start``, or a few characters beside, that is the needle when its marks are set
    alike; None where more is rewritten in it or beside."""
    low = max(0, start - _BESIDE)
    here = text[low : start + len(even) + _BESIDE]
    here = evened(here, rare(here))
    end = start + len(even)
    if start < 0 or not here.startswith(even, start - low):
        alike, even = _alike(here), _alike(even)
        at = alike.find(even)
        last = at + len(even) - 1
        if at < 0 or not (here.startswith(alike[: at + 1]) and here.endswith(alike[last:])):
            return None
        start, end = low + at, low + len(here) - (len(alike) - last - 1)
    if even[-1] == "." and _more_dots().match(text, end):
        return None
    return start, end


def _alike(even: str) -> str:
    """Dashes and ellipses that stand for each other whatever stands beside them, set alike."""
    even = even.replace("--", "–").replace(" - ", " – ").replace("...", "…")
    return _spaced_dots().sub("…", even) if "…" in even else even


@functools.cache
def _spaced_dots() -> re.Pattern[str]:
    return re.compile(r"(?:(?<![-–]) )?…(?: (?![-–]))?")  # the space beside a dash is the dash's


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


def _window(text: str, at: int, key: str, word: str) -> tuple[int, Folded]:
    """What stands around the word at ``at``, and where it begins."""
    low = max(0, at - key.rfind(word) - _SLACK)
    return low, Folded(text[low : at + len(key) - key.find(word) + _SLACK], clean=True)


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
