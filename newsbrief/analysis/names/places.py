"""Where things happen: the names in an article that are locations in their sentence."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import NamedTuple

from newsbrief.analysis.lexicon import offices, words
from newsbrief.analysis.lexicon.calendar import CALENDAR
from newsbrief.analysis.lexicon.countries import countries
from newsbrief.analysis.lexicon.tables import word_set
from newsbrief.analysis.names.finding import NameMention
from newsbrief.analysis.names.neighbours import is_no_place
from newsbrief.analysis.patterns import Lazy
from newsbrief.analysis.text.sentences import Sentence
from newsbrief.span import Span


class Place(NamedTuple):
    """A location; ``name`` is its slice of the text: "Mosul", "Cleveland, Ohio", "Trump Tower"."""

    span: Span
    name: str


_AT = word_set("in at near outside inside around across throughout within")
_TOWARDS = word_set("to into toward towards through over via off onto on along above visiting")
_AWAY = word_set(
    "beat beats defeat defeated face faces facing playing meet from of by between with against "
    "like than versus vs for give gives gave giving given grant granted hand handed earn earned "
    "cost costs owe owes lend lent"
)
# "in the city of X" is in X; "the mayor of X" may be anywhere.
_OF_PLACE = word_set(
    "city town village capital province state region district suburb suburbs outskirts coast "
    "streets north south east west northeast northwest southeast southwest part parts heart "
    "centre center hub island port area county borough neighborhood neighbourhood edge border "
    "parish stronghold capitals metropolis enclave mile miles kilometers kilometres km shores "
    "banks"
)


# Bodies that one can be at or in, as one is at a house.
_BUILDINGS = word_set(
    "House Congress Senate Pentagon Kremlin Vatican Capitol Court University College School "
    "Center Centre Hospital Museum Library Embassy Consulate Church Mosque Synagogue Temple "
    "Parliament Department Ministry Headquarters Hotel Theatre Theater Convention Office Academy "
    "Institute Observatory Gallery Clinic Laboratory Club Knesset Bundestag Duma Whitehall"
)
_NO_PLACES = frozenset(("person", "group"))
_VAGUE = word_set("Hall House Field Formula Game Games World North South East West Center Street")


def places(text: str, sentences: Sequence[Sentence], names: Sequence[NameMention]) -> list[Place]:
    """Locations that events may be at, in order and disjoint, each inside one sentence.

    Named places where they are not just somebody's ("the mayor of London", "Texas Gov.") and
    buildings or bodies one can be at ("at the White House"). A town and its country next to each
    other are one place ("Cleveland, Ohio").
    """
    found: list[Place] = []
    skip = -1
    for n, mention in enumerate(names):
        if mention.kind in _NO_PLACES or n <= skip or not _is_location(text, mention):
            continue
        start, end = mention.span.start, mention.span.end
        skip = n
        while skip + 1 < len(names) and _continues(text, end, names[skip + 1]):
            skip += 1
            end = names[skip].span.end
        found.append(Place(Span(start, end), text[start:end]))
    return found


_GAP = Lazy(
    r", (?:(?:in|on) )?(?:the )?(?:(?:north|south|east|west|central|northern|southern|eastern|"
    r"western|northeast(?:ern)?|northwest(?:ern)?|southeast(?:ern)?|southwest(?:ern)?) )?"
)


def _continues(text: str, end: int, after: NameMention) -> bool:
    if text[end] != "," or after.kind not in ("place", "government") or after.span.start - end > 24:
        return False
    if text.startswith(("'s ", "’s "), after.span.end):
        return False  # "Fair Isle, Britain's most remote island"
    behind = _CAPITAL.match(text, after.span.end)
    if behind is not None and behind[1] not in CALENDAR:
        return False  # "In Brussels, the US Defence Secretary"
    name = text[after.span.start : after.span.end]
    wider = (
        name in countries().names or name.rstrip(".") in _states() or name.split()[0] in _compass()
    )
    m = _GAP.fullmatch(text, end, after.span.start)
    return m is not None and (wider or len(m.group()) > 2)


_CAPITAL = Lazy(r" ([A-Z][a-z]+)")


@functools.cache
def _states() -> dict[str, str]:
    from newsbrief.analysis.lexicon.geography import states

    return states()


@functools.cache
def _compass() -> frozenset[str]:
    from newsbrief.analysis.lexicon.geography import COMPASS

    return COMPASS


_ARTICLES = word_set("the a an")


def _before(text: str, start: int) -> tuple[str, str]:
    """The two words before ``start`` in lower case, articles and points of the compass aside."""
    window = text[start - 48 if start > 48 else 0 : start].lower()
    ws = window.rsplit(None, 3)
    over = _passed_over()
    if len(ws) > 3:
        if ws[3] not in over:
            return ws[3], ws[2]
        if ws[2] not in over:
            return ws[2], ws[1]
    ws = window.split()
    while ws and ws[-1] in over:
        ws.pop()
    return (ws[-1] if ws else "", ws[-2] if len(ws) > 1 else "")


@functools.cache
def _passed_over() -> frozenset[str]:
    return _compass() | _ARTICLES


# What shows that the place names its holder: an office, a possessive, a party's bracket.
_HELD = Lazy(r"['’]s? |-(?:based|born|led|backed)\b| ([\w.-]+)")


def _is_location(text: str, mention: NameMention) -> bool:
    kind = mention.kind
    start, end = mention.span.start, mention.span.end
    if kind == "organisation" and mention.name.rpartition(" ")[2] not in _BUILDINGS:
        return False
    last, second = _before(text, start)
    if kind == "place":
        if last in _AWAY:
            return last == "of" and second in _OF_PLACE
        if last in _AT or last in _TOWARDS:
            return True
        m = _HELD.match(text, end, end + 30)
        word = (m[1] or "").rstrip(".") if m else ""
        if word and (
            word.lower() in offices.ROLE_HEADS
            or word == "District"
            or word in offices.OFFICE_ABBREVIATIONS
        ):
            return False
        return not (text[start - 1 : start] in ("-", "(") and text[end : end + 1] == ")")
    if kind in ("organisation", None):
        if last not in ("at", "in", "near", "outside", "inside") or second.rstrip(",") in (
            offices.ROLE_HEADS
        ):
            return False
        if kind is None:
            name = text[start:end]
            if is_no_place(text, start, end) or text.startswith(("'s ", "’s ", "' ", "’ "), end):
                return False
            vague = name.partition(" ")[0].lower() in words.ordinary() or name in _VAGUE
            return not vague and (last != "in" or " " not in name or name.endswith(" State"))
        return True
    return last in _AT  # a government
