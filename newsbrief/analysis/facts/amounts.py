"""Figures with what they count, and which way they went: "$480 million", "fell 18 percent"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newsbrief.analysis.facts.figures import has_digits
from newsbrief.analysis.lexicon.tables import word_set
from newsbrief.analysis.patterns import Lazy

_AMOUNT = Lazy(
    r"(?<![\w.,])(?:US|A|C|NZ|HK)?([$€£¥])? ?(\d[\d,]*(?:\.\d+)?)"
    r"(?:[ -]?(?:thousand|million|billion|trillion|bn|mn|m|tn|k)\b)?"
    r"(?: ?(%)|[ -](percentage points?|per cent|[a-zA-Z]+))?"
)
_SYMBOLS = {"$": "dollars", "€": "euros", "£": "pounds", "¥": "yen", "%": "percent"}
_UNITS = {
    word: words.split()[0]
    for words in (
        "dollars dollar", "euros euro", "pounds pound", "yen", "rupees rupee", "pesos peso",
        "francs franc", "kroner krone kronor", "yuan", "rubles roubles", "percent per_cent",
        "percentage_points percentage_point", "kilometers kilometres kilometer kilometre km",
        "miles mile", "metres meters metre meter", "feet foot", "tonnes tonne tons ton",
        "litres liters litre liter", "gallons gallon", "barrels barrel", "seconds second",
        "minutes minute", "hours hour", "days day", "weeks week", "months month", "years year",
        "decades decade", "degrees degree", "kilograms kilogram kg kilos kilo", "grams gram",
    )
    for word in words.split()
}  # fmt: skip
UP = word_set(
    "rise rises rose risen rising increase increases increased increasing climb climbs climbed "
    "grow grows grew grown growing growth up gain gains gained gaining jump jumps jumped soar "
    "soars soared surge surges surged higher"
)
DOWN = word_set(
    "fall falls fell fallen falling drop drops dropped dropping decline declines declined "
    "declining decrease decreased down lose loses lost losing slide slides slid plunge plunges "
    "plunged lower slip slips slipped dip dips dipped shrank shrunk tumble tumbled"
)
_NEAR = 44  # code points before a figure in which its verb stands, and half of it behind
_MOST = 50  # places of one figure that are looked at
_CLAUSE = re.compile(r"[;:.!?(](?:\s|$)|,\s|\s(?:and|while|but|as|after|whereas|when)\s")
_WORDS = re.compile(r"[a-z]+")


class Amount(NamedTuple):
    """``number`` in its digits; ``unit`` empty where none is known; ``turn`` 1 for what rose, -1
    for what fell, 0 where that is not told beside it."""

    number: str
    unit: str
    turn: int
    words: str


def amounts(text: str) -> Iterator[Amount]:
    """Those of ``text`` in digits, in order."""
    for m in _AMOUNT.finditer(text):
        symbol, number, percent, word = m.groups("")
        unit = _SYMBOLS.get(symbol or percent, "") or _UNITS.get(word.lower().replace(" ", "_"), "")
        turn = _turn(text, m.start(), m.end())
        if unit or turn:
            yield Amount(number.replace(",", ""), unit, turn, m.group().strip())


def turned(prose: str, text: str, start: int, end: int) -> str:
    """The first amount of ``prose`` whose figure ``text`` gives with other units alone, or in
    ``[start, end)`` as going the other way alone. Empty where there is none."""
    if not has_digits(prose):
        return ""
    for told in amounts(prose):
        known = list(_of_number(told.number, text, 0, len(text)))
        units = {one.unit for one in known}
        if told.unit and units and "" not in units and told.unit not in units:
            return told.words
        if told.turn:
            near = _of_number(told.number, text, start, end)
            turns = {one.turn for one in near if one.unit == told.unit}
            if turns == {-told.turn}:
                return told.words
    return ""


def _of_number(number: str, text: str, start: int, end: int) -> Iterator[Amount]:
    """The amounts of that figure which stand in ``[start, end)``; one without a unit as it is."""
    whole, point, part = number.partition(".")
    seen = 0
    for digits in {number, f"{int(whole):,}{point}{part}"}:
        at = text.find(digits, start, end)
        while at >= 0:
            if not text[at - 1 : at].isdigit():
                low = max(start, at - _NEAR)
                around = list(amounts(text[low : min(end, at + _NEAR)]))
                same = [one for one in around if one.number == number]
                yield from same or [Amount(number, "", 0, digits)]
                seen += 1
                if seen == _MOST:  # what so many others have may have any unit
                    yield Amount(number, "", 0, digits)
                    return
            at = text.find(digits, at + 1, end)


def _turn(text: str, start: int, end: int) -> int:
    before = _CLAUSE.split(text[max(0, start - _NEAR) : start].lower())[-1]
    behind = _CLAUSE.split(text[end : end + _NEAR // 2].lower(), maxsplit=1)[0]
    told = {*_WORDS.findall(before), *_WORDS.findall(behind)}
    up, down = not told.isdisjoint(UP), not told.isdisjoint(DOWN)
    return up - down
