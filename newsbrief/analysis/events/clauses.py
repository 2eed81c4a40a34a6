"""Clauses by their joints: which stretch of a sentence a time belongs to, and how it is told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from newsbrief.analysis.events.coordinate import second_to_come
from newsbrief.analysis.events.joints import FINITE, PAST, RELATIVE, WORD, Joint, has_verb
from newsbrief.analysis.lexicon.persons import is_person
from newsbrief.analysis.patterns import Lazy
from newsbrief.analysis.times.tense import IRREGULAR_PAST


class Clause(NamedTuple):
    """A stretch of one sentence that tells of one thing; offsets into the sentence."""

    start: int
    end: int
    kind: Literal["relative", "where", "adverbial", "second", "reduced"]
    removable: tuple[int, int] | None = None  # what the main clause reads better without
    pronoun: tuple[int, int] | None = None  # what it reads better without itself: ", who"


_NEAR = 200  # code points; a joint further back no longer governs a time
_CIRCUMSTANCE = (
    "(?:in|on|at|by|from|against|to|for|with|during|after|before|over|near|since|until|around|about"
    "|early|late|last|this|earlier)"
)
_REDUCED = Lazy(
    rf"((?:\b(?:the|an?|his|her|its|their|[\w-]+[’']s) (?:[\w-]+ ){{1,4}}?))"
    rf"(?P<verb>[a-z]+ed|{PAST}) (?:{_CIRCUMSTANCE} (?:[a-z]+ ){{0,2}})?$"
)
# Of these none is a participle that hangs on a noun: "into the River Seine died on Wednesday".
_BY_ITSELF = frozenset(
    "died resigned arrived collapsed crashed exploded erupted retired emerged surrendered fell "
    "rose came went happened occurred appeared fled".split()
)
_SAID = frozenset("said told announced reported added confirmed".split())
_AUXILIARY = Lazy(r"\b(?:was|were|is|are|be|been|has|have|had|will|would)\b")
_AUX = Lazy(
    r"\b(?:was|were|is|are|be|been|being|has|have|had|it|he|she|they|who|which|that|will) $"
)


def clause_of(masked: str, joints: Sequence[Joint], start: int, end: int) -> Clause | None:
    """The clause of its own that a time at ``start:end`` of a sentence sits in, if any.

    ``None`` when the time belongs to the main clause.
    """
    joint = None
    after = len(masked.rstrip(".!?"))
    within = after  # where a relative clause ends, which may hold "after he left"
    for m in joints:
        if m.kind == "adverbial" and m.start < start <= m.end:
            continue  # "before 11am and were greeted", "since mid-2015 and was"
        if m.start >= end:
            after = min(after, m.start)
            if m.comma or m.kind != "adverbial":
                within = m.start
                break
            continue
        joint = m if start - m.start < _NEAR else None
    comma = _closing(masked, end)
    if joint is not None and not (joint.kind != "second" and _closed(masked, joint.end, start)):
        if joint.kind == "relative" and joint.comma:
            close = min(comma, within)
            if masked.startswith(RELATIVE, joint.end):
                return Clause(joint.end, close, "relative")
            goes_on = masked.endswith(" and", 0, close)  # "since 1961 and who had"
            close -= len(" and") if goes_on else 0
            inside = WORD.findall(masked, joint.end, close)
            owned = masked.endswith("whose", 0, joint.end) and any(
                map(_is_present, (inside[1:], inside[2:]))
            )
            if has_verb(inside) or owned or _is_present(inside):
                who = _antecedent(masked, joint.start, masked.startswith("who", joint.end - 3))
                apposed = ", " in masked[who : joint.start]  # "Hale, a teacher, who was hurt, left"
                comma_too = masked[close : close + 1] == "," and not apposed
                comma_too = comma_too and not _hangs_on(masked, joint.start, close)
                aside = None if goes_on else (joint.start, close + comma_too)
                if masked.endswith("when", 0, joint.end):
                    return Clause(joint.end + 1, close, "where", aside)
                if masked.endswith("where", 0, joint.end):
                    return Clause(who, close, "where", aside, (joint.start, joint.end + 1))
                told = _tells_of_itself(
                    masked[joint.end : close], start - joint.end, end - joint.end
                )
                cut = (joint.start + apposed, joint.end) if told else None
                return Clause(who, close, "relative", aside, cut)
        if joint.kind == "adverbial":
            close = min(comma, after)
            told = _stands_alone(masked, joint) and close == len(masked.rstrip(".!?"))
            return Clause(joint.end, close, "adverbial", (joint.start, close) if told else None)
        if joint.kind == "second":
            words = masked[joint.end : start]
            first = WORD.match(words)
            two = has_verb(WORD.findall(words)) and not (first and has_verb([first[0]]))
            if two and has_verb(WORD.findall(masked, 0, joint.start)):
                return Clause(joint.end, after, "second", (joint.start, after))
    second = second_to_come(masked, start)
    if second is not None:
        cut = (second.joint, after)
        return Clause(0, after, "second", cut, (second.first, second.verb))
    return _reduced(masked, start, min(comma, after))


_LEAST = 40  # code points of a main clause that tells of something by itself
_TOLD_APART = frozenset("after because as while although though".split())
# Words that say nothing without the clause behind them: "comes after", "just days after".
_LEADS_ON = frozenset(
    "even just only ever soon shortly immediately long part largely partly minutes hours days "
    "weeks months years not is was are were so such same known".split()
)
_COMES = frozenset(("come", "comes", "came"))


def _stands_alone(masked: str, joint: Joint) -> bool:
    """Whether what stands before an inner clause tells of something without it, so that it is not
    told twice."""
    word = masked[joint.start : joint.end].strip(" ,;")
    before = masked[: joint.start].split()
    relative = masked.rfind(", wh", 0, joint.start)
    if relative >= 0 and masked.find(", ", relative + 4, joint.start) < 0:
        return False  # "Eric Roe, whose death in Oslo came after"
    return (
        word in _TOLD_APART
        and joint.start > _LEAST
        and before[-1] not in _LEADS_ON
        and has_verb([w for w in before if w.isalpha()])
        and _COMES.isdisjoint(before)
    )


_ADVERBS = frozenset("also now then later once just".split())
_BEFORE_TIME = frozenset(("", "on", "in", "at", "late on", "early on", "just", "earlier"))


def _tells_of_itself(clause: str, start: int, end: int) -> bool:
    """Whether the pronoun before ``clause`` is the subject of its verb: "who left", "who on Friday
    left", and not "which he left"; ``start`` and ``end`` are where the time stands in it."""
    first, *further = clause.split(None, 2)[:2]
    if first in _ADVERBS or first.endswith("ly"):
        first = further[0] if further else ""
    elif clause[:start].strip() in _BEFORE_TIME:
        first = clause[end:].split(None, 1)[0] if clause[end:].strip() else ""
    return first in FINITE or first in ("’s", "'s") or has_verb([first]) or _is_present([first])


def of_aside(masked: str, start: int, end: int) -> Clause:
    """The clause of what stands between the two commas at ``start`` and before ``end``."""
    return Clause(_antecedent(masked, start), end - 1, "reduced", (start, end))


def _reduced(masked: str, start: int, end: int) -> Clause | None:
    """ "the invitation made in early May": a participle that hangs on a noun."""
    before = masked[max(0, start - 40) : start]
    if "ed " not in before and IRREGULAR_PAST.isdisjoint(before.split()[-4:]):
        return None
    m = _REDUCED.search(masked, max(0, start - 120), start)
    if (
        m
        and m.start() > 0
        and m["verb"] not in _SAID
        and m["verb"] not in _BY_ITSELF
        and not _AUXILIARY.search(m[1])
        and not _AUX.search(masked, max(0, m.start() - 8), m.start("verb"))
        and _has_finite_verb(WORD.findall(masked, 0, m.start()))
    ):
        return Clause(m.start(), end, "reduced")
    return None


def _is_present(clause: list[str]) -> bool:
    """Whether a verb in the present opens it: "who turns 22", not "which officials said"."""
    if not clause or len(clause[0]) < 4 or not clause[0].endswith("s"):
        return False
    return not has_verb(clause[1:2])


def _has_finite_verb(words: list[str]) -> bool:
    """The same, and any word in -s: "the firm owns"."""
    return any(w in FINITE or (len(w) > 3 and w.endswith(("ed", "s"))) for w in words)


def _closing(masked: str, at: int) -> int:
    """The next comma that is not inside a number or a date, or the sentence's last mark."""
    found = masked.find(", ", at)
    return found if found >= 0 else len(masked.rstrip(".!?"))


def _closed(masked: str, start: int, at: int) -> bool:
    return ", " in masked[start:at]


_HEAD_NOUN = Lazy(
    r"(?:\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir) "
    r"(?:(?!of |the |an? |until |when |as |before |after |while |because |that |but |since )"
    r"[\w’'-]+ ){0,4}"
    r"[\w’'-]+"
    r"|(?<![\w-])(?:[A-Z][\w.’'-]* ){0,4}[A-Z][\w’'-]*)$"
)


_AGE = Lazy(r"(?:, | of )\d{1,3}$")
_OF_HOME = Lazy(r", of (?:[A-Z][\w.’'-]*(?: |$)){1,4}$")
# "A blaze at Harwick north of Oslo": not Oslo, but the blaze.
_PLACED = Lazy(
    r"\b(?:[Tt]he|[Aa]n?) (?:[a-z’'-]+ ){1,2}(?:(?:at|in|near|on|outside|off|north|south|east|west)"
    r" (?:of )?(?:[A-Z][\w’'-]*(?: |$)){1,4}){2,3}$"
)
_PLACING = (" of ", " in ", " near ", " outside ", " off ")
_TO = frozenset("for to with by from against about as than like behind over".split())
# Their noun is the head: "the mayor of Oslo", "the old Oslo Bridge".
_OF = frozenset("of on in at the a an his her its their and".split())
_BODY_OF = Lazy(r"(?<![\w-])(?:[Tt]he )?(?:[A-Z][\w.’'-]* ){0,3}[A-Z][\w’'-]+ of $")
_APPOSED_TO = Lazy(r"(?<![\w-])(?:[A-Z][\w.’'-]* ){0,3}[A-Z][\w’'-]*, $")


def _name_before(masked: str, at: int) -> int | None:
    """Where the name of a person begins that ends at ``at``; ``None`` where it may be a place, or
    only belong to whoever is spoken of: "a spokesman for Northwind"."""
    words = masked[max(0, at - 60) : at].split(" ")
    n = len(words)
    while n > 1 and words[n - 1][:1].isupper():
        n -= 1
    name, before = words[n:], words[n - 1]
    if not name or before in _OF or not before.islower():
        return None
    if len(name) == 1 and before not in _TO:
        return None
    if before in _TO and n > 1 and is_person(words[n - 2]):
        return None
    return at - len(" ".join(name))


_BEFORE_NOUN = (", ", "; ", *(f" {w} " for w in "that by with to for from about against".split()))


def _hangs_on(masked: str, joint: int, close: int) -> bool:
    """Whether the comma behind an aside goes on to part what follows from a main clause that has
    its verb: "he spoke in Oslo, where it rained, calling for calm"."""
    following = masked[close + 2 : close + 40].partition(" ")[0]
    if following[:1].isupper() or following in _OPENS_NOUN:
        return True  # "in Oslo, where it rained, Berg spoke": no subject has another behind it
    return following.endswith("ing") and _has_finite_verb(WORD.findall(masked, 0, joint))


_OPENS_NOUN = frozenset("the a an he she it they his her its their this that these those".split())


def _antecedent(masked: str, at: int, who: bool = False) -> int:
    """Where the noun phrase begins that a relative clause at ``at`` speaks of; ``who``: a person,
    so that a name there is all of it, and not "an anomaly for Roe"."""
    age = _AGE.search(masked, max(0, at - 8), at)
    if age:  # "Tom Hale, 40, who", "A boy of 15, who"
        return _antecedent(masked, age.start(), who)
    if masked[at - 1 : at] == ")" and (bracket := masked.rfind(" (", max(0, at - 40), at)) > 0:
        return _antecedent(masked, bracket, who)  # "Tom Hale (D-Ohio), who"
    home = _OF_HOME.search(masked, max(0, at - 60), at) if who else None
    if home:  # "Tom Hale, of Oslo, who"
        return _antecedent(masked, home.start(), who)
    if who and (named := _name_before(masked, at)) is not None:
        return named
    m = _HEAD_NOUN.search(masked, max(0, at - 60), at)
    if m and masked[m.start()].isupper() and masked.endswith(_PLACING, 0, m.start()):
        placed = _PLACED.search(masked, max(0, at - 80), at)
        if placed:
            return placed.start()
    if m:
        whole = _BODY_OF.search(masked, max(0, m.start() - 40), m.start())
        if whole and masked[m.start()].isupper():
            return whole.start()  # "the University of Marlow, where"
        name = _APPOSED_TO.search(masked, max(0, m.start() - 60), m.start())
        return name.start() if name and masked[m.start()].islower() else m.start()
    cut = max(masked.rfind(mark, 0, at) for mark in _BEFORE_NOUN)
    if cut < 0:
        return masked.rfind(" ", 0, at) + 1
    return masked.index(" ", cut + 1) + 1 if masked[cut] == " " else cut + 2
