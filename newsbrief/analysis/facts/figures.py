"""Numbers as news writes them: "3,000", "$1.2 million", "20 per cent", "44th", "twenty-five"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from newsbrief.analysis.patterns import Lazy

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()
_VALUES = {
    **{word: n for n, word in enumerate(_ONES)},
    **{word: 10 * n for n, word in enumerate(_TENS) if n > 1},
    "first": 1, "second": 2, "third": 3, "fifth": 5, "eighth": 8, "ninth": 9, "twelfth": 12,
    **{f"{_ONES[n]}th": n for n in (4, 6, 7, 10, 11, *range(13, 20))},
    **{f"{tens[:-1]}ieth": 10 * n for n, tens in enumerate(_TENS) if n > 1},
}  # fmt: skip
_SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "b": 1e9, "bn": 1e9, "tn": 1e12, "": 1,
}  # fmt: skip
# "These three words", "5 reasons why": the writer counts what he writes himself.
_OWN = r"[\s-](?:words?|things?|reasons?|ways?|questions?|answers?|lessons?|takeaways?|facts?)\b"


class Figure(NamedTuple):
    """A number at ``[start, end)`` of a text. ``value`` counts its scale in ("2 million" is
    2,000,000); ``bare`` leaves out a scale that may be a unit ("100m"). ``short`` is a year
    without its century ("'16")."""

    start: int
    end: int
    value: float
    bare: float
    short: bool = False


# The scan is for the first digit alone, and small letters need no second case: a third of the time.
_DIGITS = Lazy(
    r"\d(?<![^\W_].)(?<!\d[.,].)((?<=\d)\d{0,2}(?:[,\u00a0\u202f]\d{3})+(?!\d)|\d*(?!\d))(\.\d+)?"
    r"(?:(?:st|nd|rd|th)\b|(?:[\s-]?(?:([Hh]undred|[Tt]housand|[MmBb]illion|[Tt]rillion)|"
    r"([kKmMbB]|[mM]n|[mM]ln|[bB]n|[tT]n))\b)?(?:[\s-]([MmBb]illion|[Tt]rillion)\b)?)"
    rf"(?!(?i:{_OWN}))"
)
_DIGIT = Lazy(r"\d")
_ASCII_DIGITS = b"0123456789"
# "Dozens of people", and the least number that may be told so.
_LEAST = {
    "dozens": 12.0, "scores": 20.0, "hundreds": 1e2, "thousands": 1e3, "millions": 1e6,
    "billions": 1e9, "trillions": 1e12,
}  # fmt: skip
_SCALE = "hundred|thousand|million|billion|trillion"
_WORD = "|".join(sorted(_VALUES, key=len, reverse=True))
_WORDS = Lazy(
    rf"\b(?:{_WORD}|(?<!\d[\s-])(?:{_SCALE}))\b(?:[\s‑–-](?:and\s)?(?:{_WORD}|{_SCALE})\b)*(?!{_OWN})",
    re.IGNORECASE,
)
# What the first words of all these begin with. To look for each takes a tenth of the time of a
# search for the pattern, which was a seventh of a whole brief.
_BEGINNINGS = tuple(
    "zero one two three four five six seven eight nin ten eleven twel thir fif fort twent first "
    "second hundred thousand million billion trillion".split()
)
_ROUND = Lazy(rf"\b(?:{'|'.join(_LEAST)})\b(?<!scores)|\bscores(?= of\b)", re.IGNORECASE)


@cache
def _tokens() -> frozenset[str]:
    """Words of numbers above two as they stand between spaces. Looking them up takes a third of the
    time of a search for them."""
    above = [word for word, value in _VALUES.items() if value > 2] + _SCALE.split("|")
    above += _LEAST
    fore, aft = (
        ("", "“", '"', "‘", "'", "("),
        ("", ",", ".", ";", ":", "”", '"', "’", "'", ")", "?"),
    )
    return frozenset(f"{a}{word}{z}" for word in above for a in fore for z in aft)


def has_digits(text: str) -> bool:
    if text.isascii():  # to delete them from bytes takes an eighth of the time of a search
        plain = text.encode()
        return len(plain.translate(None, _ASCII_DIGITS)) < len(plain)
    return _DIGIT.search(text) is not None


def has_words(text: str) -> bool:
    """Whether ``text`` may hold a number in words above two."""
    low = text.lower()
    for hyphen in "-‑–":
        if hyphen in low:
            low = low.replace(hyphen, " ")
    return not _tokens().isdisjoint(low.split())


def in_digits(text: str) -> Iterator[Figure]:
    """The numbers in digits, in order."""
    for m in _DIGITS.finditer(text):
        yield _in_digits(text, m)


def behind_blank(text: str, at: int) -> Figure | None:
    """The number in digits at ``at``, where a blank stands before it: `in_digits` gives it too."""
    m = _DIGITS.match(text, at) if text[at - 1 : at] == " " else None
    return _in_digits(text, m) if m else None


def _in_digits(text: str, m: re.Match[str]) -> Figure:
    rest, part, scale, unit, further = m.groups("")
    whole = text[m.start()] + rest
    known = float("".join(filter(str.isdigit, whole)) + part)
    known *= _SCALES[scale.lower()] * _SCALES[further.lower()]
    short = len(whole) == 2 and text[m.start() - 1 : m.start()] in ("'", "’", "‘")
    return Figure(*m.span(), known * _SCALES[unit.lower()], known, short)


def in_words(text: str) -> Iterator[Figure]:
    """The numbers in words, in order: "two hundred and fifty", "twenty-fifth", "six"."""
    past = 0
    for at in _beginnings(text):
        if at >= past and (m := _WORDS.match(text, at)):
            past = m.end()
            value = _spoken(re.split(r"[\s‑–-]+", m.group().lower()))
            yield Figure(at, past, value, value)


def _beginnings(text: str) -> Iterable[int]:
    """Where numbers in words may begin, in order; in the rare case that small letters move the
    offsets, everywhere."""
    low = text.lower()
    if len(low) != len(text):
        return range(len(text))
    found: list[int] = []
    for beginning in _BEGINNINGS:
        at = low.find(beginning)
        while at >= 0:
            found.append(at)
            at = low.find(beginning, at + 1)
    return sorted(found)


def in_round(text: str) -> Iterator[Figure]:
    """The numbers that are told by their size alone ("dozens", "thousands"), with the least that
    they may stand for as their value."""
    for m in _ROUND.finditer(text):
        least = _LEAST[m.group().lower()]
        yield Figure(*m.span(), least, least)


def _spoken(words: list[str]) -> float:
    total = part = 0.0
    for word in words:
        if (number := _VALUES.get(word)) is not None:
            part += number
        elif word == "hundred":
            part = max(part, 1) * 100
        elif word in _SCALES:
            total += max(part, 1) * _SCALES[word]
            part = 0
    return total + part
