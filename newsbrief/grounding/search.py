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
from newsbrief.grounding.cleaning import INVISIBLE, rare
from newsbrief.grounding.needle import MARKS, Form, forms, is_plain
from newsbrief.grounding.places import (
    SHORT,
    long_word,
    places,
    remembered_fold,
    remembered_marks,
    work,
)
from newsbrief.grounding.typography import Folded
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

    Never raises for any two strings. Time grows linearly with ``text``, of which what is found
    out once is remembered for the needles that follow.
    """
    if not within and is_plain(needle):  # the common cases, at half the cost of what follows
        at = text.find(needle) if _may_stand(text, needle) else -1
        if at < 0:
            place = next(places(text, Folded(needle)), None)
            if place:
                return Match(*place, "typographic")
        elif whole(text, at, at + len(needle)):
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
        sole = form.core.isascii() and form.core.isalnum() and remembered_marks(text) is not None
        for search in (_verbatim,) if sole else (_verbatim, _typographic):
            for match in search(text, form.core, within):
                if match.start not in seen and not (form.stop and not _ends_there(text, match.end)):
                    seen.add(match.start)
                    yield match
        if seen:
            return


def verbatim(text: str, needle: str, low: int = 0, high: int | None = None) -> Iterator[Span]:
    """The places in ``[low, high)`` that ``occurrences`` begins with: those that say ``needle`` to
    the letter, carried by each. The text is folded only where another reading may be found so."""
    high = len(text) if high is None else high
    if needle[:1].isalnum() and needle[-1:].isalnum():  # it has but one reading
        for at in _wholes(text, needle, low, high):
            yield Span(at, at + len(needle), needle)
        return
    readings = [*forms(needle)]
    for form in readings:
        held = False
        for at in _wholes(text, form.core, low, high):
            if not form.stop or _ends_there(text, at + len(form.core)):
                held = True
                yield Span(at, at + len(form.core), form.core)
        if held or form is readings[-1] or _chosen(text, _typographic(text, form.core, None), form):
            return


def forget() -> None:
    """Let go of the texts remembered (four at most), for a long-running process."""
    remembered_fold.cache_clear()
    remembered_marks.cache_clear()


# -- the search -------------------------------------------------------------------------


def _may_stand(text: str, needle: str) -> bool:
    """Whether the text has the needle's rare characters, in a tenth of the time; if it is short,
    only those are looked for that models set where an article has others."""
    for mark in "'\"\u00a0" if len(text) < SHORT else rare(needle):
        if mark in needle and mark not in text:
            return False
    return True


def _verbatim(text: str, core: str, within: Span | None) -> Iterator[Match]:
    low, high = (within.start, within.end) if within else (0, len(text))
    for at in _wholes(text, core, low, high):
        yield Match(at, at + len(core), "verbatim")


def _wholes(text: str, core: str, low: int, high: int) -> Iterator[int]:
    """Where ``core`` begins that cuts no word."""
    left = work(high - low)
    at = text.find(core, low, high)
    while at >= 0 and left > 0:
        if whole(text, at, at + len(core)):
            yield at
        left -= len(core)
        at = text.find(core, at + 1, high)


def _typographic(text: str, core: str, within: Span | None) -> Iterator[Match]:
    wanted = Folded(core)
    word = long_word(wanted.even) if within and remembered_marks(text) is not None else ""
    if within and text.find(word, within.start, within.end) < 0:
        return  # no folding touches a word
    for start, end in places(text, wanted):
        if within and start >= within.end:
            return
        if not within or (within.start <= start and end <= within.end):
            same = text[start:end] == core
            yield Match(start, end, "verbatim" if same else "typographic")


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
