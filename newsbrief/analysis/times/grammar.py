"""The grammar of news times: which characters name a time, and what they say about it.

``scan`` yields atoms ("Nov. 8", "last week", "6am"); ``times`` joins and resolves them. Only where
a first word stands are the longer forms tried, each of them bounded, so a page of digits or of
month names costs no more than prose.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import compress, count

from newsbrief.analysis.lexicon.cues import cue_verbs
from newsbrief.analysis.patterns import Lazy
from newsbrief.analysis.text.tokens import Tokens
from newsbrief.analysis.times.atoms import (
    GUARD,
    GUARDED,
    MONTH,
    NUMBER,
    PART,
    UNIT,
    WEEKDAY_NAMES,
    YEAR,
    Atom,
    count_of,
    counted,
    singular,
    starter,
    word_before,
)
from newsbrief.analysis.times.feasts import feast
from newsbrief.analysis.times.numbers import month, number, short_quarter

_NAMED_DAYS = frozenset(
    "Black Good Cyber Super Ash Holy Maundy Fat Giving Bloody Palm Easter Shrove Sheffield "
    "Throwback".split()
)
_AFTER_NAMED_DAY = Lazy(
    r"\s(?:Times|Mirror|Telegraph|Post|Express|Mail|Herald|Star|World|Sport|Review|Journal"
    r"|Night\s(?:Live|Lights|Football|Raw)|Morning\sHerald)\b"
)


_WEEKDAY = Lazy(rf"([A-Z][a-z]+day){PART}")
_EVERY = ("every", "each", "most", "any", "alternate")
_NIGHTS = Lazy(r"\s(?:mornings|afternoons|evenings|nights|lunchtimes)\b")
_BEFORE = Lazy(r"(\w+)\s(before|after|earlier|later)(?=[,.;:!?]|\s(?:and|at|in|with)\b|\s*$)")
_BESIDE_TODAY = Lazy(r"day\s(before yesterday|after tomorrow)\b")
_PART_OF_DAY = Lazy(rf"\w+{PART}")
_SEASON = Lazy(rf"\w+(?:\s(?:of\s)?({YEAR}))?")
_QUARTER = Lazy(
    rf"\w+[\s-](quarter|half)\b(?:\s(?:of\s)?(?:({YEAR})|(?:(last|this|next|the)\syear\b)))?"
)
_MONTHS_OF = Lazy(rf"\w+\s({NUMBER})\smonths\sof\s(?:({YEAR})|(?:(last|this|next)|the)\syear\b)")
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": -1, "last": -1}
_END_OF = Lazy(r"\w+\sof\s(?:the\s(year|month|week|decade|day|century)\b)?(?:the\s)?")
_EARLY = Lazy(r"\w+[\s-](?:on\s|in\s)?(?:the\s)?")
_RELATED = Lazy(
    rf"\w+\s(?:(?P<more>past|coming|same)\s)?(?:(?P<n>{NUMBER})\s)?"
    rf"(?:(?P<unit>{UNIT})|(?P<season>summer|spring|autumn|fall|winter)\b"
    r"|(?P<part>morning|afternoon|evening|night|lunchtime)\b"
    rf"|(?P<wd>{'|'.join(WEEKDAY_NAMES)})\b|(?P<mon>{MONTH}))"
)
_PHASES = frozenset("early late mid earlier later".split())
_PHASE_WORD = Lazy(r"(?:early|late|mid|earlier|later|end|beginning|start|middle)\b")


_OPEN_MARKS = ("“", '"', "‘")
_CLOSE_MARKS = ("”", '"', "’")


_BEFORE_VERB = frozenset(
    "to will would can could may might must should shall not did does do they it only".split()
)


_SINGLE_DAYS = ("day", "night", "weekend")


class _Openers(dict[str, tuple[tuple[int, str, str], ...]]):
    """Where in a token a time may begin: the place, the first word, the forms to try. Of most
    tokens the article before had the same, and looking them up is all that they cost."""

    def __missing__(self, token: str) -> tuple[tuple[int, str, str], ...]:
        if len(self) > 50_000:
            self.clear()
        pattern, groups = starter()
        found: tuple[tuple[int, str, str], ...] = ()
        if token in groups:
            found = ((0, token, groups[token]),)
        elif not token.isalpha():  # "mid-May", "2016"
            found = tuple(
                (m.start(), m.group(), groups.get(m.group(), "number"))
                for m in pattern.finditer(token)
            )
        self[token] = found
        return found


_openers = _Openers().__getitem__


def scan(text: str, tokens: Tokens) -> Iterator[Atom]:
    """The atoms of ``text`` in order, none overlapping."""
    done = 0
    words, starts = tokens
    for row in compress(count(), map(_openers, words)):
        for place, head, group in _openers(words[row]):
            at = starts[row] + place
            if at < done or (head in GUARDED and GUARD.match(text, at) is None):
                continue
            atom = _parse(text, at, group, head)
            if atom is not None:
                done = atom.end
                yield atom


def _parse(text: str, at: int, group: str, head: str) -> Atom | None:
    if group == "word":
        return _word(text, at, head.lower())
    if group == "edge":
        return _phased(text, at, head.lower())
    if group == "ordinal":
        return _quarter(text, at, head.lower())
    form = _FORMS[group]
    return form(text, at)


def _at(text: str, at: int) -> Atom | None:
    """The atom that begins right here, if any."""
    pattern, groups = starter()
    m = pattern.match(text, at)
    return _parse(text, at, groups.get(m.group(), "number"), m.group()) if m else None


# "The Sunday before the election" is told by another day, which the words do not hold.
_BY_ANOTHER = Lazy(r" (?:before|after|following) (?:the|an?|that|this|his|her|its|their|our|my)\b")


def _weekday(text: str, at: int) -> Atom | None:
    m = _WEEKDAY.match(text, at)
    if m is None or _AFTER_NAMED_DAY.match(text, m.end(1)):
        return None
    before = word_before(text, at)
    if before in _NAMED_DAYS or (before == "on" and text[max(0, at - 8) : at] == "Mail on "):
        return None
    rel = "every" if before.lower() in _EVERY or _NIGHTS.match(text, m.end()) else ""
    if before.lower() == "the" and _BY_ANOTHER.match(text, m.end()):
        rel = "by another"
    return Atom(at, m.end(), "weekday", m[1][:3].lower(), rel)


def _before(text: str, at: int) -> Atom | None:
    if m := _BESIDE_TODAY.match(text, at):
        return Atom(at, m.end(), "day", m[1])
    m = _BEFORE.match(text, at)
    if m is None or word_before(text, at).lower() not in ("the", "a", "one"):
        return None
    return Atom(at, m.end(), "ago", m[1], m[2] + "-that", number=1)


# "An overnight train" tells of no night, "overnight on Sunday" of another one.
_NO_NOUN = Lazy(
    r"(?=[.,;:!?)”\"]|$|\s(?!on [A-Z])(?:after|and|as|at|before|but|by|during|following|for|from|"
    r"in|into|near|of|off|on|over|that|the|to|when|where|while|with)\b)"
)
_DENIED = Lazy(r"(?:\b(?:not|never|cannot)|n['’]t)\b[^.;]*$")
# "Just before midnight on Saturday" is Saturday, not the hour with which it began.
_ON_A_DAY = Lazy(r",? (?:on |last |next |this )?[A-Z][a-z]+day\b")


def _word(text: str, at: int, head: str) -> Atom | None:
    if head in ("today", "tonight", "yesterday", "tomorrow"):
        m = _PART_OF_DAY.match(text, at)
        end = m.end() if m else at + len(head)
        if text[at - 1 : at] in _OPEN_MARKS and text[end : end + 1] in _CLOSE_MARKS:
            return None  # the programme "Today"
        if text[at].isupper() and _within_a_name(text, at):
            return None  # "USA Today", "the Today show"
        return Atom(at, end, "day", head)
    if head == "overnight":
        by_itself = _NO_NOUN.match(text, at + len(head))
        never = _DENIED.search(text, max(0, at - 40), at)  # "will not happen overnight"
        return Atom(at, at + len(head), "day", head) if by_itself and not never else None
    if head == "new":
        fits = word_before(text, at).lower() == "the"
        return Atom(at, at + len("new year"), "unit", "year", head, phase="early") if fits else None
    if head == "noon" or (head == "midnight" and not _ON_A_DAY.match(text, at + len(head))):
        return Atom(at, at + len(head), "clock", head, clock=(12 if head == "noon" else 0, 0))
    if head == "midnight":  # "at midnight Sunday"
        day = _at(text, at + len("midnight "))
        return day._replace(start=at) if day and day.kind == "weekday" else None
    if head == "weekend":
        fits = word_before(text, at).lower() == "the"
        return Atom(at, at + 7, "unit", "weekend", "the") if fits else None
    if head in _PHASES:
        return _phased(text, at, head)
    if head in ("summer", "spring", "autumn", "winter", "fall"):
        return _season(text, at, head)
    quarter = _quarter(text, at, head)
    return quarter or _related(text, at, head)


def _within_a_name(text: str, at: int) -> bool:
    """Whether a capital at ``at`` follows a word, so that no new sentence explains it."""
    return at > 1 and text[at - 1] == " " and text[at - 2].isalnum()


def _season(text: str, at: int, head: str) -> Atom | None:
    m = _SEASON.match(text, at)
    if m is None or not (m[1] or text[max(0, at - 7) : at].lower() == "in the "):
        return None
    return Atom(at, m.end(), "season", head, year=int(m[1]) if m[1] else None)


def _quarter(text: str, at: int, head: str) -> Atom | None:
    number = _ORDINALS.get(head)
    if number in (1, -1) and (months := _MONTHS_OF.match(text, at)):
        count = number * (count_of(months[1]) or 0)
        return Atom(at, months.end(), "quarter", "months", months[3] or "", number=count,
                    year=int(months[2]) if months[2] else None)  # fmt: skip
    m = _QUARTER.match(text, at) if number else None
    if m is None or (m[1] == "half" and not (m[2] or m[3])):
        return None
    return Atom(at, m.end(), "quarter", m[1], m[3] or "", number=number,
                year=int(m[2]) if m[2] else None)  # fmt: skip


def _phased(text: str, at: int, head: str) -> Atom | None:
    edge = head in ("end", "beginning", "start", "middle")
    m = _END_OF.match(text, at) if edge else _EARLY.match(text, at)
    if m is None:
        return None
    if m.lastindex:
        end = m.start(1) + len(m[1])
        return Atom(at, end, "unit", m[1], "this", phase=head)
    if _PHASE_WORD.match(text, m.end()):
        return None
    inner = _at(text, m.end())
    if inner is None or inner.kind in ("clock", "ago") or inner.phase:
        return None
    if (
        inner.kind == "month"
        and inner.start == m.end()
        and head in ("start", "end")
        and " of" not in m[0]
    ):
        return None
    return inner._replace(start=at, phase=head)


_NOUN = Lazy(r"\s[a-z]{3,}\b(?!\s(?:the|an?|his|her|their|its)\b)")


def _opens_clause(text: str, at: int, end: int) -> bool:
    """Whether the "that" opens what somebody says of a thing: "said that summer storms were"."""
    before = word_before(text, at)
    cue = cue_verbs().get(before)
    says = before == "and" or (cue is not None and "s" in cue.frames)
    return says and _NOUN.match(text, end) is not None


def _related(text: str, at: int, head: str) -> Atom | None:
    m = _RELATED.match(text, at)
    if m is None:
        return None
    rel = m["more"] or head
    if m["n"] and (not m["unit"] or (head == "last" and word_before(text, at) in _BEFORE_VERB)):
        return None  # "it would last two years"
    if head == "following" and m["n"] in ("a", "an"):
        return None  # "following a week of talks"
    if head == "that" and (m["season"] or m["part"]) and _opens_clause(text, at, m.end()):
        return None
    if m["wd"]:
        if head == "following" and (text[at] == "F" or text[m.end() : m.end() + 1] in ("'", "’")):
            return None  # "Following Monday's debate"
        end = _PART_OF_DAY.match(text, m.start("wd"))
        return Atom(at, end.end() if end else m.end(), "weekday", m["wd"][:3].lower(), rel)
    if m["mon"]:
        return Atom(at, m.end(), "month", m["mon"][:3].lower(), rel)
    if m["season"]:
        return Atom(at, m.end(), "season", m["season"], rel)
    if m["part"]:
        return Atom(at, m.end(), "day", m["part"], rel)
    if m["n"] and head in ("this", "that") and not m["more"]:
        return None  # "you said this 20 years ago"
    if m["unit"] and singular(m["unit"]) in ("minute", "hour"):
        return None  # "at the last minute"
    the = text[max(0, at - 4) : at].lower() == "the "
    if the and head in ("last", "next") and text.startswith(" of ", m.end()):
        return None  # "in the last week of October", "of the war"
    if the and head in ("next", "last", "coming") and not m["n"] and m["unit"] not in _SINGLE_DAYS:
        rel = "past" if head == "last" else head
        several = m["unit"].endswith("s")  # "in the coming days": nobody says how many
        return Atom(at, m.end(), "unit", singular(m["unit"]), rel, number=0 if several else 1)
    unit, counted = singular(m["unit"]), bool(m["n"])
    if m["unit"].endswith("s") and not counted:
        return None
    return Atom(at, m.end(), "unit", unit, rel, number=(count_of(m["n"]) or 0) if counted else None)


_FORMS = {
    "number": number,
    "month": month,
    "weekday": _weekday,
    "holiday": feast,
    "before": _before,
    "counted": counted,
    "short quarter": short_quarter,
}
