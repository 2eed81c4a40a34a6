"""Times that begin with a digit or the name of a month: dates, clock times, years; and "Q3"."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal

from newsbrief.analysis.patterns import Lazy
from newsbrief.analysis.times.atoms import (
    CLOCK,
    COUNTED_UNITS,
    DAY,
    MONTH,
    MONTH_BEFORE,
    MONTH_NAMES,
    NEVER_BEFORE_YEAR,
    YEAR,
    YEAR_BEFORE,
    Atom,
    counted,
    word_before,
)

_MONTH_FORM = Lazy(
    rf"(?P<m>{MONTH})(?:\s(?P<d>{DAY})(?:\s?[-–]\s?(?P<e>{DAY})|\s(?:to|through|and)\s(?P<f>{DAY})"
    r"(?=[.,;:)]|$|\s(?:in|at|by|for|with|after|when|as)\b))?)?"
    rf"(?:(?(d),?\s|,?\s(?:of\s)?)(?P<y>{YEAR}))?"
)
_HYPHENED = Lazy(rf"-(?!{MONTH})[A-Z]")  # "Jan-Erik Berg"
_SHORT_QUARTER = Lazy(rf"Q([1-4])\b(?:\s(?:of\s)?({YEAR}))?")
_PERSON = Lazy(r"\s(?:[A-Z][a-z]|(?:said|has|is|was|told)\b)")
_PROTEST = Lazy(r"\s(?:on|for|against|of|in|through|to|was|is)\b")
_ISO = Lazy(r"(\d{4})[-/](\d\d)[-/](\d\d)(?!\d)(?:[T ](\d\d):(\d\d)(?::\d\d)?)?")
_SLASHED = Lazy(r"(\d{1,2})/(\d{1,2})/(\d{4}|\d\d)(?!\d)")
_SEPTEMBER_11 = Lazy(r"9/11\b(?!/)")
_CLOCK_FORM = Lazy(
    rf"(\d{{1,2}})(?:[:.]([0-5]\d))?\s?({CLOCK})|([01]?\d|2[0-3]):([0-5]\d)(?![\d:]|\.\d)"
    r"|([01]\d|2[0-3])([0-5]\d)\s(?=GMT\b|UTC\b|BST\b)"
    r"|(?<=\bat )([01]\d|2[0-3])\.([0-5]\d)(?=\s(?:on|local|GMT|UTC|BST|CET|today|yesterday)\b)"
)
_ZONE = Lazy(r"\s?(?:local\stime|[ECMP][SD]?T\b|GMT\b|UTC\b|BST\b)")
_DAY_MONTH = Lazy(
    rf"(\d{{1,2}})(?:st|nd|rd|th)?(?:\s?[-–]\s?(\d{{1,2}}))?\s(?:of\s)?({MONTH})"
    rf"(?:,?\s({YEAR}))?"
)
_FIRST_DAY = Lazy(
    r"(?:\b(from|between|[Oo]n|[Bb]etween|of|for)\s)?(?<![\w.,:/-])(\d{1,2})(?:st|nd|rd|th)?"
    r"\s(to|and|until|till|through)\s$"
)
_CENTURY = Lazy(r"(\d{1,2})(?:st|nd|rd|th)[\s-][Cc]entury\b")
_DECADE = Lazy(r"((?:1[0-9]|20)\d0|\d0)['’]?s\b")
_YEAR_FORM = Lazy(rf"({YEAR})(?:[-–/](\d{{4}}|\d\d)\b(?![-–/]))?(?!['’]s?\d|\w)")
_SHORT = Lazy(r"\d{1,3}(?!\d)(?:st|nd|rd|th)?(?:\s?[-–]\s?|\s)?([^\W\d_]*)")
# The marks behind a short number that may make it a time.
_JOINED = "0123456789:./'’-–"
_PLURAL = Lazy(r"\s[a-z]{3,}s\b|\s(?:people|men|women|children|per|meters|km)\b")


def month(text: str, at: int) -> Atom | None:
    m = _MONTH_FORM.match(text, at)
    if m is None:
        return None
    name, year = m["m"], int(m["y"]) if m["y"] else None
    if _HYPHENED.match(text, m.end("m")):
        return None
    if m["d"]:
        day, last, until = (int(re.sub(r"\D", "", m[g])) if m[g] else None for g in "def")
        return Atom(at, m.end(), "date", name[:3], year=year, day=day, last_day=last or until)
    before = word_before(text, at)
    if year is None and not _is_month(text, at, m.end(), name.rstrip("."), before):
        return None
    end = m.end() - (name.endswith(".") and year is None)
    return Atom(at, end, "month", name[:3].lower(), year=year)


def _is_month(text: str, at: int, end: int, name: str, before: str) -> bool:
    """Tells the month from the verb and from the name: "in May", not "Mrs May may march"."""
    low = before.lower()
    if name in ("May", "March", "April", "June", "August"):
        if low in ("in", "since", "early", "late", "mid", "last", "next", "until"):
            return True
        if low not in MONTH_BEFORE and not (low == "as" and name != "May"):
            return False
        return not _PERSON.match(text, end) and not (low == "the" and _PROTEST.match(text, end))
    if name in (
        "Jan",
        "Feb",
        "Mar",
        "Apr",
        "Jun",
        "Jul",
        "Aug",
        "Sep",
        "Sept",
        "Oct",
        "Nov",
        "Dec",
    ):
        return low in MONTH_BEFORE and low != "the" and not _PERSON.match(text, end)
    return True


def number(text: str, at: int) -> Atom | None:
    before = text[at - 1 : at]
    if before and before in "$£€#,.-–:/’'":
        decade = before in ("'", "’") and text[at + 2 : at + 3] == "s"
        part = before in ("-", "–") and word_before(text, at).lower() == "mid"
        if not decade and not part:
            return None
    for form in _forms(text, at):
        atom = form(text, at)
        if atom is not None:
            return atom
    return None


def _forms(text: str, at: int) -> tuple[Callable[[str, int], Atom | None], ...]:
    """What the number here may be, by what stands behind it: of most numbers no time."""
    m = _SHORT.match(text, at)
    if m is None:
        return _LONG_FORMS
    if m[1]:
        return _BY_WORD.get(m[1], ())
    return _SHORT_FORMS if text[m.end() : m.end() + 1] in _JOINED else ()


def _iso(text: str, at: int) -> Atom | None:
    m = _ISO.match(text, at) if text[at + 4 : at + 5] in ("-", "/") else None
    if m:
        y, mo, d = (int(m[i]) for i in (1, 2, 3))
        clock = (int(m[4]) % 24, int(m[5]) % 60) if m[4] else None
        return Atom(at, m.end(), "date", year=y, month=mo, day=d, clock=clock)
    if "/" not in text[at + 1 : at + 3]:
        return None
    m = _SLASHED.match(text, at)
    if m:
        a, b = int(m[1]), int(m[2])
        y = int(m[3]) if len(m[3]) == 4 else 2000 + int(m[3])
        if 12 < a < 32 and b < 13:
            return Atom(at, m.end(), "date", year=y, month=b, day=a)
        if a < 13 and (12 < b < 32 or a == b):
            return Atom(at, m.end(), "date", year=y, month=a, day=b)
        if a < 13 and b < 13:  # the one or the other, by the article's other dates
            return Atom(at, m.end(), "date", year=y, day=a, last_day=b)
    m = _SEPTEMBER_11.match(text, at)
    return Atom(at, m.end(), "date", year=2001, month=9, day=11) if m else None


def is_ambiguous(atom: Atom) -> bool:
    """Whether it is a date such as 03/04/2024, whose month may be the one number or the other."""
    return atom.kind == "date" and not atom.name and atom.month is None


def in_order(atom: Atom, month_first: bool) -> Atom:
    """An ambiguous date, read in one of the two orders."""
    first, second = atom.day, atom.last_day
    month, day = (first, second) if month_first else (second, first)
    return atom._replace(month=month, day=day, last_day=None)


def order_of(text: str, atom: Atom) -> Literal["day", "month"] | None:
    """Whether a date of the text gives its day or its month first; ``None`` for one that does not
    tell."""
    if atom.kind != "date" or atom.day is None or atom.day == atom.month or is_ambiguous(atom):
        return None
    if atom.name:
        return "day" if text[atom.start].isdecimal() else "month"
    m = _SLASHED.match(text, atom.start)
    if m is None:
        return None
    return "day" if int(m[1]) == atom.day else "month"


def _clock(text: str, at: int) -> Atom | None:
    m = _CLOCK_FORM.match(text, at)  # fmt: skip
    if m is None:
        return None
    if m[4] and word_before(text, at).lower() in ("in", "of"):
        return None  # "ran it in 3:29"
    hour, minute = int(m[1] or m[4] or m[6] or m[8]), int(m[2] or m[5] or m[7] or m[9] or 0)
    if m[3] and hour > (12 if m[3][0] in "apAP" else 23):
        return None
    if m[3] and m[3][0] in "apAP":
        hour = hour % 12 + (12 if m[3][0] in "pP" else 0)
    zone = _ZONE.match(text, m.end())
    return Atom(at, zone.end() if zone else m.end(), "clock", clock=(hour, minute))


def _day_of_month(text: str, at: int) -> Atom | None:
    """ "the 3rd of May", and not "3 of the men"."""
    of = text.find("of", at, at + 8)
    return _day_month(text, at) if text[of + 3 : of + 4].isupper() else None


def _day_month(text: str, at: int) -> Atom | None:
    m = _DAY_MONTH.match(text, at)  # fmt: skip
    if m is None or not 0 < int(m[1]) < 32:
        return None
    day, last = int(m[1]), int(m[2]) if m[2] else None
    first = _FIRST_DAY.search(text, max(0, at - 24), at) if last is None else None
    if first and int(first[2]) < day and (first[3] != "and" or first[1]):
        at, day, last = first.start(2), int(first[2]), day  # "between 3 and 5 May"
    return Atom(at, m.end(), "date", m[3][:3], year=int(m[4]) if m[4] else None,
                day=day, last_day=last)  # fmt: skip


def short_quarter(text: str, at: int) -> Atom | None:
    """ "Q3", "Q3 2024"."""
    m = _SHORT_QUARTER.match(text, at)
    if m is None:
        return None
    year = int(m[2]) if m[2] else None
    return Atom(at, m.end(), "quarter", "quarter", number=int(m[1]), year=year)


def _century(text: str, at: int) -> Atom | None:
    m = _CENTURY.match(text, at)
    return Atom(at, m.end(), "century", number=int(m[1])) if m and 0 < int(m[1]) < 30 else None


def _year(text: str, at: int) -> Atom | None:
    m = _DECADE.match(text, at)
    if m and (len(m[1]) == 4 or text[at - 1 : at] in ("'", "’")):
        first = int(m[1]) if len(m[1]) == 4 else 1900 + int(m[1])
        return Atom(at - (len(m[1]) == 2), m.end(), "decade", year=first)
    m = _YEAR_FORM.match(text, at)
    if m is None or int(m[1]) < 1500 or text[at - 1 : at] in ("'", "’"):
        return None
    before = word_before(text, at)
    plural = _PLURAL.match(text, m.end())
    known = before.lower() in YEAR_BEFORE and before.lower() not in (
        "about",
        "around",
        "for",
        "on",
    )
    if before.lower() in NEVER_BEFORE_YEAR or (not known and (plural or int(m[1]) < 1800)):
        return None
    if plural and before.lower() in ("of", "to", "and", "after", "by", "than"):
        return None
    last = int(m[1][: 4 - len(m[2])] + m[2]) if m[2] else None
    return Atom(at, m.end(), "year", year=int(m[1]), last_day=last)


_LONG_FORMS = (_iso, _clock, _year)
_SHORT_FORMS = (_iso, _clock, _day_month, _century, counted, _year)
# By the words behind a short number that make it a time.
_BY_WORD: dict[str, tuple[Callable[[str, int], Atom | None], ...]] = {
    **dict.fromkeys("a am p pm A AM P PM o".split(), (_clock,)),
    **dict.fromkeys(MONTH_NAMES, (_day_month,)),
    "of": (_day_of_month,),
    **dict.fromkeys((*COUNTED_UNITS, "full"), (counted,)),
    **dict.fromkeys(("century", "Century"), (_century, counted)),
    "s": (_year,),
}
