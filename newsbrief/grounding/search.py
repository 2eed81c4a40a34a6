"""Where a quoted passage stands in the article, or that it does not stand there.

A passage is found only where the text says the same words, numbers and marks; nothing but
typography may differ. There is no score: a match is a match or there is none.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from newsbrief.grounding.boundaries import whole
from newsbrief.grounding.marks import same_marks
from newsbrief.grounding.needle import MARKS, Form, forms, is_plain
from newsbrief.grounding.typography import INVISIBLE, Folded, is_clean
from newsbrief.span import Span

How = Literal["verbatim", "typographic"]


class Match(NamedTuple):
    """A passage found: half-open code points ``start:end`` of the text as it was given."""

    start: int
    end: int
    how: How

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


def locate(text: str, needle: str, *, within: Span | None = None) -> Match | None:
    """The first place in ``text`` that says ``needle``, differing in typography at most.

    A verbatim place anywhere is preferred to a typographic one. Quotation marks and white
    space around the needle are not part of the match; a place that stands in marks is
    preferred for a needle that came in marks. A final full stop or comma that the text
    does not have is given up where the speech ends there. Matches never cut a word, a
    hyphened compound or a number. ``within`` bounds the search, not the look at neighbours.

    Never raises for any two strings. Time grows linearly with ``text``, which is folded
    once and remembered for the needles that follow.
    """
    plain = not within and is_plain(needle)
    if plain and (at := text.find(needle)) < 0:
        found = next(_typographic(text, needle, None), None)  # the common cases, at half
        if found:  # the cost of what follows
            return found
    elif plain and whole(text, at, at + len(needle)):
        return Match(at, at + len(needle), "verbatim")
    for form in forms(needle):
        for search in (_verbatim, _typographic):
            found = _chosen(text, search(text, form.core, within), form)
            if found:
                return found
    return None


def occurrences(text: str, needle: str, *, within: Span | None = None) -> Iterator[Match]:
    """Every place (``within`` the span) that says ``needle``, by the rules of ``locate``: the
    verbatim ones first, then the others, both in the order of the text; overlapping places are
    all given."""
    for form in forms(needle):
        seen: set[int] = set()
        # A word of ASCII letters has one typography in a text without invisible characters.
        sole = form.core.isascii() and form.core.isalnum() and _is_clean(text)
        for search in (_verbatim,) if sole else (_verbatim, _typographic):
            for match in search(text, form.core, within):
                if match.start not in seen and not (form.stop and not _ends_there(text, match.end)):
                    seen.add(match.start)
                    yield match
        if seen:
            return


def verbatim(text: str, needle: str, low: int = 0, high: int | None = None) -> Iterator[Span]:
    """The places in ``[low, high)`` that ``occurrences`` begins with: those that say ``needle`` to
    the letter. The text is folded only where another reading of the needle may yet be found so."""
    high = len(text) if high is None else high
    if needle[:1].isalnum() and needle[-1:].isalnum():  # it has but one reading
        for at in _wholes(text, needle, low, high):
            yield Span(at, at + len(needle))
        return
    readings = [*forms(needle)]
    for form in readings:
        held = False
        for at in _wholes(text, form.core, low, high):
            if not form.stop or _ends_there(text, at + len(form.core)):
                held = True
                yield Span(at, at + len(form.core))
        if held or form is readings[-1] or _chosen(text, _typographic(text, form.core, None), form):
            return


def forget() -> None:
    """Let go of the texts remembered (four at most), for a long-running process."""
    _folded.cache_clear()
    _is_clean.cache_clear()


# -- the search -------------------------------------------------------------------------


def _verbatim(text: str, core: str, within: Span | None) -> Iterator[Match]:
    low, high = (within.start, within.end) if within else (0, len(text))
    for at in _wholes(text, core, low, high):
        yield Match(at, at + len(core), "verbatim")


def _wholes(text: str, core: str, low: int, high: int) -> Iterator[int]:
    """Where ``core`` begins that cuts no word."""
    left = _work(high - low)
    at = text.find(core, low, high)
    while at >= 0 and left > 0:
        if whole(text, at, at + len(core)):
            yield at
        left -= len(core)
        at = text.find(core, at + 1, high)


def _work(size: int) -> int:
    """Characters that are compared at most in so large a text. Places that do not overlap hold no
    more than ``size`` together: only `a-a-a-` in a text of such comes to more, and would take the
    product of both."""
    return 4 * size + 10_000


# The needles of one article come one after another; four texts serve a few threads.
_folded = functools.lru_cache(maxsize=4)(Folded)
_is_clean = functools.lru_cache(maxsize=4)(is_clean)

_SHORT = 16_000  # characters that are folded at once: 0.2 ms, as much as ten windows
_WINDOWS = 8  # places folded one by one before the whole text is folded instead
_PLACES = 2000  # places of the longest word looked at before that
_SLACK = 24  # characters that folding may take out of a window


def _typographic(text: str, core: str, within: Span | None) -> Iterator[Match]:
    wanted = Folded(core)
    if within and _is_clean(text):
        # No folding touches a word: where the longest is not, nothing is.
        longest = max(_words().findall(wanted.key), key=len, default="")
        if text.find(longest, within.start, within.end) < 0:
            return
    for start, end in _places(text, wanted):
        if not within or (within.start <= start and end <= within.end):
            same = text[start:end] == core
            yield Match(start, end, "verbatim" if same else "typographic")


def _places(text: str, wanted: Folded) -> Iterator[tuple[int, int]]:
    """Places that say ``wanted``, found around its longest word, which no folding touches.

    Folding 500 kB takes 10 ms, finding a word in it 0.1 ms; so the text is folded whole
    only where it is not clean, the word is frequent, or much space stands around it.
    """
    last = -1
    key = wanted.key
    words = _words().findall(key) if len(text) > _SHORT else ()
    if words and _is_clean(text):
        anchor = max(words[:-1] or words, key=len)
        k = words.index(anchor) + 1
        before, after = key.rfind(anchor) + _SLACK, len(key) - key.find(anchor) + _SLACK
        windows = _WINDOWS
        for at in _followed(text, anchor, words[k] if k < len(words) else ""):
            low = max(0, at - before)
            window = Folded(text[low : at + after], clean=True)
            windows -= 1
            if at < 0 or windows < 0 or len(window.clean) - len(window.key) > _SLACK:
                break
            for start, end in _settled(text, window, low, wanted):
                if last < start <= at < end:
                    yield start, end
                    last = start
        else:
            return
    for start, end in _settled(text, _folded(text), 0, wanted):
        if start > last:
            yield start, end


def _followed(text: str, word: str, following: str) -> Iterator[int]:
    """Where ``word`` stands with ``following`` as the next word; -1 as the last where
    the search was given up."""
    at, size = text.find(word), len(word)
    for _ in range(_PLACES):
        if at < 0:
            return
        if not following or text.startswith(following, _end_of_gap(text, at + size)):
            yield at
        at = text.find(word, at + 1)
    yield -1


@functools.cache
def _words() -> re.Pattern[str]:
    return re.compile(r"[^\W_]+")


@functools.cache
def _word_start() -> re.Pattern[str]:
    return re.compile(r"[^\W_ʼ]")  # U+02BC is a letter to re, an apostrophe to us


def _end_of_gap(text: str, at: int) -> int:
    found = _word_start().search(text, at)
    return found.start() if found else len(text)


def _settled(text: str, folded: Folded, shift: int, wanted: Folded) -> Iterator[tuple[int, int]]:
    """Places in ``text`` of the wanted key in a folded part of it that begins at ``shift``,
    but those that split a mark or a word or where the marks mean something else."""
    key, hay = wanted.key.strip(), folded.key
    left = _work(len(hay))
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


def _chosen(text: str, matches: Iterator[Match], form: Form) -> Match | None:
    first: Match | None = None
    for match in matches:
        if form.stop and not _ends_there(text, match.end):
            continue
        if not form.marks or (match.start and text[match.start - 1] in MARKS):
            return match
        first = first or match
    return first


@functools.cache
def _end_of_speech() -> re.Pattern[str]:
    return re.compile(rf"[.,;]?[{INVISIBLE}]*[{MARKS}](?!\w)|\.(?=\s|\Z)|\s*\Z")


def _ends_there(text: str, at: int) -> bool:
    return bool(_end_of_speech().match(text, at))
