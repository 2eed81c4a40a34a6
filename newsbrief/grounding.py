"""Where a quoted passage stands in the article, or that it does not stand there.

A passage is found only where the text says the same words, numbers and marks; nothing but
typography may differ. There is no score: a match is a match or there is none.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from newsbrief.span import Span
from newsbrief.typography import DOUBLES, INVISIBLE, SINGLES, Folded, same_marks

How = Literal["verbatim", "typographic"]


@dataclass(frozen=True, slots=True)
class Match:
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
    for form in _forms(needle):
        found = _chosen(text, _verbatim(text, form.core, within), form) or _chosen(
            text, _typographic(text, form.core, within), form
        )
        if found:
            return found
    return None


def occurrences(text: str, needle: str) -> Iterator[Match]:
    """Every place that says ``needle``, in the order of the text, by the rules of
    ``locate``; overlapping places are all given."""
    for form in _forms(needle):
        found = False
        for match in _typographic(text, form.core, None):
            if not form.stop or _ends_there(text, match.end):
                found = True
                yield match
        if found:
            return


# -- the needle -------------------------------------------------------------------------

_MARKS = SINGLES + DOUBLES
_BLANK = (
    INVISIBLE
    + " \t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2028\u2029\u202f\u205f\u3000"
    + ("".join(map(chr, range(0x2000, 0x200B))))
)
_EMPTY = _BLANK + _MARKS + ".,;:!?…-‐‑‒–—―−()[]{}*_/\\\0"


class _Form(NamedTuple):
    """A reading of the needle: its core, and what the place must or should have."""

    core: str
    marks: bool = False  # it came in marks: prefer a place in marks
    stop: bool = False  # its full stop was given up: the speech must end there


def _forms(needle: str) -> list[_Form]:
    core = needle.strip(_BLANK)
    if not core.strip(_EMPTY):
        return []
    forms = [_Form(core)]
    if core[0] in _MARKS or core[-1] in _MARKS or core[-1] in ".,":
        bare, surely = _without_marks(core)
        if bare != core:
            forms = [_Form(bare, marks=True)] if surely else [*forms, _Form(bare, marks=True)]
        for form in tuple(forms):
            if form.core[-1] in ".,":
                forms.append(_Form(form.core[:-1].rstrip(_BLANK), form.marks, stop=True))
    return [form for form in forms if form.core.strip(_EMPTY)]


def _without_marks(core: str) -> tuple[str, bool]:
    """The needle without the marks around it, and whether they surely are a pair around
    the whole; in ``"A," he said, "B"`` they are not, and only the text can tell."""
    surely = True
    if core[-1] in ".," and core[-2:-1] in tuple(_MARKS) and core[0] in _MARKS:
        core = core[:-1]  # the British full stop, outside the mark
    while len(core) > 2:
        first, last = _kind(core[0]), _kind(core[-1])
        if first and first == last:
            inner = core[1:-1]
            surely = surely and not _inner_marks(first, inner)
        elif first == "double" and core.count(core[0]) % 2:
            inner = core[1:]
            surely = surely and not _inner_marks("double", inner)
        elif last == "double" and not core[-2].isdigit() and core.count(core[-1]) % 2:
            inner = core[:-1]
            surely = surely and not _inner_marks("double", inner)
        else:
            break
        core = inner.strip(_BLANK)
    return core, surely


def _kind(char: str) -> str:
    return "double" if char in DOUBLES else "single" if char in SINGLES else ""


@functools.cache
def _inner(kind: str) -> re.Pattern[str]:
    if kind == "double":
        return re.compile(f"[{DOUBLES}]")
    return re.compile(rf"(?<!\w)[{SINGLES}]|[{SINGLES}](?!\w)")


def _inner_marks(kind: str, inner: str) -> bool:
    return bool(_inner(kind).search(inner))


# -- the search -------------------------------------------------------------------------


def _verbatim(text: str, core: str, within: Span | None) -> Iterator[Match]:
    low, high = (within.start, within.end) if within else (0, len(text))
    at = text.find(core, low, high)
    while at >= 0:
        if _whole(text, at, at + len(core)):
            yield Match(at, at + len(core), "verbatim")
        at = text.find(core, at + 1, high)


# The needles of one article come one after another; four texts serve a few threads.
_folded = functools.lru_cache(maxsize=4)(Folded)


def _typographic(text: str, core: str, within: Span | None) -> Iterator[Match]:
    wanted, folded = Folded(core), _folded(text)
    key, hay = wanted.key.strip(), folded.key
    at = hay.find(key) if key else -1
    while at >= 0:
        raw = _settled(folded, at, wanted, key)
        if raw and (not within or (within.start <= raw[0] and raw[1] <= within.end)):
            same = text[raw[0] : raw[1]] == core
            yield Match(*raw, "verbatim" if same else "typographic")
        at = hay.find(key, at + 1)


def _settled(folded: Folded, at: int, wanted: Folded, key: str) -> tuple[int, int] | None:
    """The place of ``key`` at ``at`` in the folded text, in the text's own offsets, unless
    it splits a mark or a word or its marks mean something else."""
    place = folded.in_clean(at, at + len(key))
    if place is None or not _whole(folded.clean, *place):
        return None
    marked = "'" in key or "-" in key
    if marked and not same_marks(wanted.clean, folded.clean[place[0] : place[1]]):
        return None
    return folded.in_text(*place)


def _chosen(text: str, matches: Iterator[Match], form: _Form) -> Match | None:
    first: Match | None = None
    for match in matches:
        if form.stop and not _ends_there(text, match.end):
            continue
        if not form.marks or (match.start and text[match.start - 1] in _MARKS):
            return match
        first = first or match
    return first


@functools.cache
def _end_of_speech() -> re.Pattern[str]:
    return re.compile(rf"[.,;]?[{INVISIBLE}]*[{_MARKS}](?!\w)|\.(?!\w)|\s*\Z")


def _ends_there(text: str, at: int) -> bool:
    return bool(_end_of_speech().match(text, at))


# -- whole words ------------------------------------------------------------------------


def _whole(text: str, start: int, end: int) -> bool:
    if _cuts(text, start):
        return False
    return not _cuts(text, end) or _is_possessive_name(text, start, end)


def _cuts(text: str, at: int) -> bool:
    """Whether the place before ``text[at]`` lies inside a word, a compound or a number."""
    if not 0 < at < len(text):
        return False
    around = text[max(0, at - 4) : at + 5]
    if not around.isascii():
        if unicodedata.category(text[at])[0] == "M" or text[at] == "\u200d":
            return True
        if any(c in around for c in INVISIBLE):
            left = _visible(text[max(0, at - 40) : at])[-4:]
            return bool(_inside().match(left + _visible(text[at : at + 40])[:5], len(left)))
    return bool(_inside().match(text, at))


def _visible(text: str) -> str:
    return text.translate(dict.fromkeys(map(ord, INVISIBLE)))


@functools.cache
def _inside() -> re.Pattern[str]:
    """Matches, without length, at a place that no match may begin or end at."""
    # Scripts written without spaces; a passage may begin anywhere in them.
    dense = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
    w, apostrophe, hyphen, money = (
        r"[\w\u0300-\u036f]",
        "['’ʼ‘`´′＇‛]",
        "[-‐‑‒–−]",
        "[$€£¥₹₽₩₺₿¢]",
    )
    return re.compile(
        "|".join(
            (
                rf"(?<={w})(?={w})(?<![{dense}])(?![{dense}])",
                # can't, O'Brien, AT&T, and/or, me@home, f*ck, (un)happy
                rf"(?<={w}{apostrophe})(?=\w)|(?<={w})(?={apostrophe}\w)",
                rf"(?<={w}[&/@*+)\]])(?=\w)|(?<={w})(?=[&/@*+(\[]\w)",
                # non-violent, non-Iran-backed, U.S.-led, anti-"war", and a hyphen at a line's end
                rf"(?<=[^\s\-–]{hyphen})(?=[\w$€£¥])|(?<={w}[-‐‑]\n)(?=\w)",
                rf"(?<=[^\s\-–])(?={hyphen}\w)|(?<=\w)(?=[-‐‑](?:\n\w|[\"“„«(\[]))",
                # U.S, example.com; but a sentence may follow a stop without a space
                r"(?<=\w\.)(?=[a-z0-9])|(?<=\w)(?=\.[a-z0-9])|(?<=\b\w\.)(?=\w)|(?<=\b\w)(?=\.\w)",
                # 1,000, 1.5, 10:30, 1/2, .5, 10 000
                r"(?<=\d[.,:·])(?=\d)|(?<=\d)(?=[.,:·]\d)|(?<=[^.…]\.)(?=\d)|(?<=\A\.)(?=\d)",
                r"(?<=\d[\u00a0\u2009\u202f])(?=\d{3}(?!\d))|(?<=\d)(?=[\u00a0\u2009\u202f]\d{3}(?!\d))",
                # $5, 5%, 5€, +5, <5, -5, -$5
                rf"(?<={money})(?=[\d.])|(?<=\w)(?={money}\d)|(?<=\d)(?=[%‰°€£¥¢])",
                rf"(?<=[+±<>≤≥~≈])(?={money}?\.?\d)",
                rf"(?<=[^\w\-][-−–])(?={money}?\.?\d)|(?<=\A[-−–])(?={money}?\.?\d)",
            )
        )
    )


@functools.cache
def _name() -> re.Pattern[str]:
    return re.compile(
        r"(?!(?:It|He|She|That|This|There|Here|What|Who|Where|When|Why|How|Let|One)\Z)"
        r"[^\W\d_a-z][\w.&’'-]*(?:\s(?:[^\W\d_a-z][\w.&’'-]*|of|the|and|for|de|da|von|van|al|bin)){0,7}"
    )


def _is_possessive_name(text: str, start: int, end: int) -> bool:
    """Whether a bare name stands before its 's: a mention of "Li" in "Li's" is whole."""
    after = text[end : end + 3]
    if after[:1] not in tuple("'’ʼ") or after[1:2] != "s" or after[2:].isalnum():
        return False
    return end - start <= 120 and bool(_name().fullmatch(text, start, end))
