"""Which of a sentence's times date its main clause, and which a clause inside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from newsbrief.analysis.events import clauses
from newsbrief.analysis.events.described import aside_of, in_the_subject
from newsbrief.analysis.events.joints import Joint, joints_of
from newsbrief.analysis.events.prose import Told
from newsbrief.analysis.events.status import acts_before, status_of
from newsbrief.analysis.patterns import Lazy
from newsbrief.analysis.times.dates import day_of
from newsbrief.analysis.times.finding import TimeExpression
from newsbrief.analysis.times.tense import IRREGULAR_PAST

Inner = tuple[clauses.Clause, TimeExpression]

_VAGUE = frozenset(("month", "season", "year", "decade", "century"))
_DATES_CLAUSE = Lazy(r"\b(?:in|at|on|after|during|following) $", re.IGNORECASE)
_TOLD_ON = Lazy(
    r", (?:[\w.’'&-]+ ){1,8}(?:said|told [\w.’'-]+|announced|reported|confirmed|added)"
    r"(?: (?:on|late|early|in|at))? $"
)
_SAID_ON = Lazy(
    r"\b(?:said|says|told(?: [\w.’'-]+){1,3}|added|warned|insisted)(?: (?:on|late|early|in|at))? $"
)
# What is planned is not dated by what lies behind: "will replace a law of May 2008".
_PLANS = Lazy(r"\b(?:will|won[’']t|would|going to|plans? to)\b|[’']ll\b")
_PLANNING = ("will", "won", "would", "going to", "plan", "’ll", "'ll")
_HAD_PLANNED = Lazy(r"\b(?:was|were|been) (?:due|expected|scheduled|set|slated|planning)\b")
# Done for a day to come, which is the one to know: "set for May 5", "posted for hearing on May 5",
# "declared a day of mourning, starting on Monday".
_SET_FOR = Lazy(
    r"\b(?:(?:be(?:en)?|is|are|was|were) (?:\w+ed|set|put) (?:for|to|till) (?:[a-z]+ ){0,2}"
    r"|(?:beginning|starting) )(?:on |in |at )?$"
)
_SAID = tuple("said says told added warned insisted".split())
_TOLD_WITHIN = 120  # code points that such words and their party take


def timed(t: Told, times: Sequence[TimeExpression]) -> tuple[list[TimeExpression], list[Inner]]:
    """The times of the main clause, the best first, and the inner clauses with theirs.

    ``times`` are those that begin in the sentence, in order.
    """
    if not times:
        return [], []
    masked, offset = t.masked, t.span.start
    main: list[TimeExpression] = []
    weak: list[TimeExpression] = []
    inner: list[Inner] = []
    asides: list[tuple[tuple[int, int], TimeExpression]] = []
    joints: list[Joint] | None = None
    for time in times:
        start, end = time.span.start - offset, time.span.end - offset
        if masked[start] == "\0":
            continue
        if _attributive(masked, start, end, time.granularity):
            if _DATES_CLAUSE.search(masked, max(0, start - 12), start):
                weak.append(time)
            continue
        aside = aside_of(masked, start, end)
        if aside is not None:
            asides.append((aside, time))
            continue
        if (
            _compared(masked, start, end)
            or _within_relative(masked, start, end)
            or _in_contact_clause(masked, start)
            or in_the_subject(masked, start, end)
            or (_open_ended(time) and _ranked(masked, start))
        ):
            continue
        joints = joints_of(masked) if joints is None else joints
        if any(joint.kind == "adverbial" and start <= joint.start < end for joint in joints):
            continue  # "five weeks after the roof fell in": neither is dated by it
        clause = clauses.clause_of(masked, joints, start, end)
        if clause is None:
            main.append(time)
        elif not any(_begin(c) < clause.end and _begin(clause) < c.end for c, _ in inner):
            inner.append((clause, time))
    if len(main) > 1:
        # "a landmark since 1884" and "a budget for 2026" describe, and ", police said on Friday"
        # dates the telling: where the clause has another time, that one dates it.
        main.sort(key=lambda time: _secondary(masked, time, time.span.start - offset))
    if main and weak and main[0].granularity in _VAGUE:
        main = weak
    main = main or weak
    if not main and not inner and masked.startswith("Born "):
        main = [time for _, time in asides]
    if not main and not inner:
        inner = [(clauses.of_aside(masked, *aside), time) for aside, time in asides if aside[0]][:1]
    at_once = next((one for one in inner if _at_once(masked, one[0])), None)
    if not main and at_once is not None:
        return [at_once[1]], [one for one in inner if one is not at_once]
    return main, inner


def _begin(clause: clauses.Clause) -> int:
    """Where it begins, the subject aside that it shares with the main clause."""
    return clause.pronoun[1] if clause.kind == "second" and clause.pronoun else clause.start


def choose(
    masked: str, offset: int, times: Sequence[TimeExpression], published: date | None
) -> TimeExpression | None:
    """That of a main clause's times, the best first, which dates it; a resolved one by preference.

    ``masked`` is its sentence, which begins at ``offset``. Not the day on which somebody told of
    a plan, nor a day to come where a verb before it tells of what was done: "urged members to
    strike on Friday", said a day before.
    """
    if not times:
        return None
    kept = [t for t in times if _may_date(masked, t, t.span.start - offset, published)]
    alike = [t for t in kept if _open_ended(t) == _open_ended(kept[0])]
    found = next((t for t in alike if t.anchor != "unresolved"), alike[0] if alike else None)
    if found is not None and found is not alike[-1] and _leads_up(masked, offset, found, alike[-1]):
        return alike[-1]
    return found


def _leads_up(masked: str, offset: int, first: TimeExpression, last: TimeExpression) -> bool:
    """Whether what was at the first time only leads up to the news, which one more verb tells: "was
    arrested in May, charged in June and convicted on Monday"."""
    if first.start is None or last.start is None or last.granularity not in ("day", "time"):
        return False
    if (day_of(last.start) - day_of(first.start)).days < _LONG_BEFORE:
        return False
    start, end = first.span.end - offset, last.span.start - offset
    joint = masked.rfind(" and ", start, end)
    if joint < 0 or masked.find(", ", joint, end) >= 0:
        return False
    return _PAST_VERB.match(masked, joint + len(" and ")) is not None


_LONG_BEFORE = 60  # days
_PAST_VERB = Lazy(rf"(?:was |were |then )?(?:[a-z]{{2,}}ed|{'|'.join(sorted(IRREGULAR_PAST))})\b")


def _may_date(masked: str, time: TimeExpression, at: int, published: date | None) -> bool:
    low = max(0, at - _TOLD_WITHIN)
    said = any(map(masked[low:at].__contains__, _SAID))  # without, no search: three of four
    if said and _SAID_ON.search(masked, low, at):
        return status_of(masked, None, open_ended=False) != "planned"
    to_come = to_come_of(time, published)
    plans = to_come is False and any(map(masked.__contains__, _PLANNING))
    if plans and _PLANS.search(masked) and not _HAD_PLANNED.search(masked):
        return status_of(masked, None, open_ended=False) != "planned"
    return not (
        to_come
        and acts_before(masked, at)
        and not _SET_FOR.search(masked, low, at)
        and status_of(masked, None, open_ended=False) == "happened"
    )


def to_come_of(time: TimeExpression, published: date | None) -> bool | None:
    """Whether a time lies behind the day of publication; ``None`` where that is not known."""
    if published is None or time.start is None or time.end is None:
        return None
    if day_of(time.start) > published:
        return True
    return False if day_of(time.end) < published else None


def _open_ended(time: TimeExpression) -> bool:
    return time.start is not None and time.end is None


def _secondary(masked: str, time: TimeExpression, start: int) -> tuple[bool, bool]:
    described = masked.endswith(" for ", 0, start) and not _SET_FOR.search(masked, 0, start)
    return _open_ended(time), described or _told_on(masked, start)


def _told_on(masked: str, start: int) -> bool:
    return _TOLD_ON.search(masked, max(0, start - _TOLD_WITHIN), start) is not None


def _at_once(masked: str, clause: clauses.Clause) -> bool:
    """Whether the main clause happens with this one: "fell as it rained on Monday"."""
    joint = masked[: clause.start].rstrip().rpartition(" ")[2].lower()
    return clause.kind == "adverbial" and joint in ("as", "when", "while")


_SINCE = Lazy(r"\bsince (?:[A-Z][\w.’'-]* ){1,4}(?:in|at|on) $")
_BESIDE = Lazy(
    r"\b(?:compared (?:with|to) [^;]{0,90}|(?<!more )(?<!less )than (?:(?:in|on|for|at|during) )?"
    r"|the same (?:time|period|day|week|month|quarter|stage) (?:in |of )?)$"
)
_FIGURE_BEFORE = Lazy(r" from [^\s\w]?\d[\d.,]*[^,;.]{0,24} $")
_EARLIER = (" earlier", " before", " ago", " last year", " a year earlier")


def _compared(masked: str, start: int, end: int) -> bool:
    """Whether the time is that of something else: "the first since Marlow in 1999", "up from $4 a
    year earlier", "compared with $4 in May"."""
    if " since " in masked[max(0, start - 80) : start] and _SINCE.search(masked, 0, start):
        return True
    low = max(0, start - 110)
    beside = "compared " in masked or " than " in masked or " the same " in masked
    if beside and _BESIDE.search(masked, low, start):
        return True
    if " from " in masked and _FIGURE_BEFORE.search(masked, max(0, start - 50), start):
        return True  # "fell to 4% from 5% a year earlier"
    return masked[start:end].startswith("from ") and masked[start:end].endswith(_EARLIER)


_SUPERLATIVE = Lazy(r"\b(?:first|last|only|worst|best|most|least|fewest|record|[a-z]{3,}est)\b")


def _ranked(masked: str, start: int) -> bool:
    """Whether "since 1908" only says how rare it is: "their first title since 1908"."""
    return _SUPERLATIVE.search(masked, max(0, start - 80), start) is not None


_RELATIVE = Lazy(r"(?<!,) (?:whose|who|which) [^,;]{1,60}$")
_GOES_ON = Lazy(rf" (?:was|were|had|has|{'|'.join(sorted(IRREGULAR_PAST))}|[a-z]{{3,}}ed)\b")


def _within_relative(masked: str, start: int, end: int) -> bool:
    """Whether the time stands amid a clause that only describes a noun: "the girl whose death in
    July 2000 shocked the town"."""
    low = max(0, start - 80)
    return (
        _GOES_ON.match(masked, end) is not None and _RELATIVE.search(masked, low, start) is not None
    )


_CONTACT = Lazy(r"\b([a-z]++) (?:he|she|they|it|we|I) (?:\w++ ){1,3}(?:in |on |at )?$")
_PRONOUNS = (" he ", " she ", " they ", " it ", " we ", " I ")
_OPENS_CLAUSE = frozenset(
    "said says and but that when if as because after before which who where while since "
    "though or than until once how why what whether announced believed thought claimed "
    "argued insisted".split()
)


def _in_contact_clause(masked: str, start: int) -> bool:
    """Whether the time sits in a clause that hangs on a noun: "a state she won last year"."""
    low = max(0, start - 48)
    if not any(map(masked[low:start].__contains__, _PRONOUNS)):
        return False
    m = _CONTACT.search(masked, low, start)
    return m is not None and m[1] not in _OPENS_CLAUSE and not m[1].endswith(("ed", "ing"))


_BEFORE_NOUN = Lazy(r"(?:\b(?:the|a|an|his|her|its|their|this|that|every)|[’']s?) $", re.IGNORECASE)
_IN = Lazy(r"\b(?:in|since|from|to|until|by|during|before|after|between|of) $", re.IGNORECASE)


def _attributive(masked: str, start: int, end: int, granularity: str) -> bool:
    """Whether the time only describes a noun: "Tuesday's vote", "the 2016 race"."""
    if masked[end : end + 2] in ("'s", "’s"):
        return True
    if masked[end : end + 1] != " " or not masked[end + 1 : end + 2].isalpha():
        return False
    if _BEFORE_NOUN.search(masked, max(0, start - 8), start):
        return True
    if granularity not in ("month", "quarter", "year", "decade") or noun_after(masked, end) is None:
        return False
    named = granularity == "quarter" or masked[start].isdigit()
    return named and not _IN.search(masked, max(0, start - 9), start)


_NEXT_WORD = Lazy(r" ([a-z]+)")
_NO_NOUN = frozenset(
    "on in at and or where when to with for after before was were is are has had have "
    "will would as by from that who which but while during over said says near since this "
    "last next late early because amid following about until also they he she it the a an "
    "of than killing leaving against between under through into not could can may today "
    "yesterday then so if ahead local around outside inside shortly".split()
)


def noun_after(text: str, end: int) -> str | None:
    """The word behind ``end``, where it may be a noun that the words before it describe."""
    m = _NEXT_WORD.match(text, end)
    return None if m is None or m[1] in _NO_NOUN else m[1]
