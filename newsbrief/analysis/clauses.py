"""Clauses by their joints: which stretch of a sentence a time belongs to, and how it is told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from newsbrief.analysis.patterns import Lazy
from newsbrief.analysis.tense import IRREGULAR_PAST


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of one sentence that tells of one thing; offsets into the sentence."""

    start: int
    end: int
    kind: Literal["relative", "adverbial", "second", "reduced"]
    removable: tuple[int, int] | None = None  # what the main clause reads better without


@cache
def _joint() -> re.Pattern[str]:
    return re.compile(
        r"(?P<rel>,? (?:who|which|where|when)\b)"
        r"|(?P<sub>,? (?:after|before|while|because|although|though|when|as|since) "
        r"(?=(?:[\w'’-]+ ){1,7}?(?:was|were|had|has|is|are|did|will|would|\w{2,}ed|"
        + _PAST
        + r")\b))"
        r"|(?P<coord>[,;] (?:and|but|while) )|(?P<stop>; | -- | — | – )"
    )


_PAST = "|".join(sorted(IRREGULAR_PAST))
_FINITE = Lazy(
    rf"\b(?:was|were|is|are|has|have|had|will|would|could|may|might|did|does|[a-z]{{2,}}ed|{_PAST}|"
    r"[a-z]{3,}s)\b"
)
_VERBAL = Lazy(rf"\b(?:was|were|is|are|has|have|had|will|would|[a-z]{{2,}}ed|{_PAST})\b")
_REDUCED = Lazy(
    rf"((?:\b(?:the|an?|his|her|its|their|[\w-]+[’']s) (?:[\w-]+ ){{1,4}}?))"
    rf"(?P<verb>[a-z]+ed|{_PAST}) (?:[a-z]+ ){{0,3}}$"
)
_AUXILIARY = Lazy(r"\b(?:was|were|is|are|be|been|has|have|had|will|would)\b")
_AUX = Lazy(
    r"\b(?:was|were|is|are|be|been|being|has|have|had|it|he|she|they|who|which|that|will) $"
)


def joints_of(masked: str) -> list[re.Match[str]]:
    """Where a sentence may be taken apart, in order."""
    return list(_joint().finditer(masked))


def clause_of(masked: str, joints: Sequence[re.Match[str]], start: int, end: int) -> Clause | None:
    """The clause of its own that a time at ``start:end`` of a sentence sits in, if any.

    ``None`` when the time belongs to the main clause.
    """
    joint = None
    after = len(masked.rstrip(".!?"))
    for m in joints:
        if m.start() >= end:
            after = m.start()
            break
        joint = m if start - m.start() < 200 else None
    comma = _closing(masked, end)
    if joint is not None and joint.lastgroup == "rel" and "," in joint.group():
        close = min(comma, after)
        if _VERBAL.search(masked, joint.end(), close) and not _closed(masked, joint.end(), start):
            head = _antecedent(masked, joint.start())
            removable = (joint.start(), close + (masked[close : close + 1] == ","))
            return Clause(head, close, "relative", removable)
    if joint is not None and joint.lastgroup == "sub" and not _closed(masked, joint.end(), start):
        return Clause(joint.end(), min(comma, after), "adverbial")
    if joint is not None and joint.lastgroup == "coord":
        words = masked[joint.end() : start]
        if _VERBAL.search(words) and not _VERBAL.match(words):
            return Clause(joint.end(), after, "second")
    reduced = _REDUCED.search(masked, max(0, start - 120), start)
    if (
        reduced
        and not _AUXILIARY.search(reduced[1])
        and reduced.start() > 0
        and not _AUX.search(masked, max(0, reduced.start() - 8), reduced.start("verb"))
        and _FINITE.search(masked, 0, reduced.start())
    ):
        return Clause(reduced.start(), min(comma, after), "reduced")
    return None


def _closing(masked: str, at: int) -> int:
    """The next comma that is not inside a number or a date, or the sentence's last mark."""
    found = masked.find(", ", at)
    return found if found >= 0 else len(masked.rstrip(".!?"))


def _closed(masked: str, start: int, at: int) -> bool:
    return ", " in masked[start:at]


def _antecedent(masked: str, at: int) -> int:
    """Where the noun phrase begins that a relative clause at ``at`` speaks of."""
    cut = max(
        masked.rfind(mark, 0, at) for mark in (", ", "; ", " that ", " by ", " with ", " to ")
    )
    if cut < 0:
        return 0
    return masked.index(" ", cut + 1) + 1 if masked[cut] == " " else cut + 2


_TAIL = Lazy(
    r", (?!(?:which|who|that|and|but|as|where|when|while|though|because|if|after|before)\b)"
    r"(?:[\w.’'&-]+ ){1,8}"
    r"(?:said|says|reported|reports|told [A-Z]\w+|announced|added|wrote|tweeted|confirmed)"
    r"(?P<when> (?:on |late |early )?[A-Z]\w+day)?[.!]?$"
)
_ACCORDING = Lazy(r",? according to (?:[^,;]{3,80})[.!]?$")
_ACCORDING_FIRST = Lazy(r"According to [^,]{3,80}, ")


def without_attribution(sentence: str) -> tuple[int, int]:
    """The stretch left when "..., Reuters reported." or "According to ..., " is cut away."""
    start, end = 0, len(sentence)
    m = _ACCORDING_FIRST.match(sentence)
    if m and end - m.end() > 20:
        start = m.end()
    comma = sentence.rfind(", ")
    if comma > 25 and len(sentence) - comma < 140:
        m = _TAIL.match(sentence, comma) or _ACCORDING.match(sentence, comma)
        if m and not m.groupdict().get("when"):
            return start, comma
    at = sentence.rfind(" according to ")
    if at > 30 and _ACCORDING.match(sentence, at):
        return start, at
    return start, end
