"""The joints of a sentence: the words and marks at which it may be taken apart."""

from __future__ import annotations

from typing import Literal, NamedTuple

from newsbrief.analysis.lexicon.calendar import CALENDAR
from newsbrief.analysis.patterns import Lazy
from newsbrief.analysis.times.tense import IRREGULAR_PAST


class Joint(NamedTuple):
    """Where a sentence may be taken apart: offsets of the comma and the joining word."""

    start: int
    end: int
    kind: Literal["relative", "adverbial", "second", "stop"]
    comma: bool


PAST = "|".join(sorted(IRREGULAR_PAST))
WORD = Lazy(r"\b[a-z]+\b")
_VERBS = IRREGULAR_PAST | frozenset("was were is are has have had will would".split())
FINITE = _VERBS | frozenset("could may might did does".split())
_NAME = 14  # code points; no day, month or feast has more


# Every branch opens with a blank: a literal head lets the search skip from blank to blank.
_JOINT = Lazy(
    r" (?:(wh(?:o(?:se)?|ich|e(?:re|n)))\b"
    r"|(a(?:fter|lthough|s)|be(?:cause|fore)|since|though|while) "
    r"(?=(?:[\w'’-]++ ){1,7}?(?:was|were|had|has|is|are|did|will|would|\w{2,}ed|"
    rf"{PAST})\b)|(?:--|—|–) |(?<=[,;] )(?:(and|but|while) |(?<=; )))"
)
_KINDS: tuple[Literal["relative", "adverbial", "second"], ...] = ("relative", "adverbial", "second")


def joints_of(masked: str) -> list[Joint]:
    """Where a sentence may be taken apart, in order."""
    found = []
    for m in _JOINT.finditer(masked):
        start, group = m.start(), m.lastindex
        if group == 2 and masked[m.end() : m.end() + _NAME].partition(" ")[0] in CALENDAR:
            continue  # "since July"
        comma = masked[start - 1 : start] in (",", ";")
        kind = _KINDS[group - 1] if group else "stop"
        if kind == "second" and masked.startswith(RELATIVE, m.end()):
            kind = "relative"  # "Hale, who led the bank, and who sold it in May, left"
        elif kind == "adverbial" and _within_subject(masked, start):
            continue
        found.append(Joint(start - comma, m.end(), kind, comma))
    return found


#: The pronouns that open a relative clause.
RELATIVE = ("who ", "whose ", "whom ", "which ", "where ")


def _within_subject(masked: str, at: int) -> bool:
    """Whether "after" at ``at`` stands in a subject whose verb is still to come: "said the cost of
    looking after children had risen"."""
    said = max(masked.rfind(" said ", 0, at), masked.rfind(" says ", 0, at))
    words = WORD.findall(masked, said + len(" said "), at) if said >= 0 else []
    return bool(words) and words != ["that"] and not has_verb(words)


def has_verb(words: list[str]) -> bool:
    """Whether a verb in the past or an auxiliary is among them."""
    return any(w in _VERBS or (len(w) > 3 and w.endswith("ed")) for w in words)
