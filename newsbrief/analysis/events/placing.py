"""Which of the places that a clause names it happens at."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

from newsbrief.analysis.events.timing import noun_after
from newsbrief.analysis.lexicon.countries import countries
from newsbrief.analysis.lexicon.offices import is_role
from newsbrief.analysis.lexicon.tables import word_set
from newsbrief.analysis.names.places import Place
from newsbrief.analysis.patterns import Lazy
from newsbrief.span import Span


def place_in(
    text: str,
    places: Sequence[Place],
    starts: Sequence[int],
    is_said: Callable[[int], bool],
    start: int,
    end: int,
) -> Span | None:
    """The first place in ``[start, end)`` that something is said to be in or at, or that it
    strikes; where there is none, the first that it comes from or goes to. ``starts`` are those of
    the ``places``; ``is_said`` tells whether an offset lies in speech."""
    found, first = None, -1
    at = bisect_left(starts, start)
    while at < len(places) and places[at].span.end <= end:
        place = places[at].span
        if (way := _way_to(text, start, place)) and not is_said(place.start):
            if way not in _MOVING:
                found = place
                break
            first = at if first < 0 else first
        at += 1
    if found is None and first >= 0:
        found, at = places[first].span, first
    while found and at + 1 < len(places):
        after = places[at + 1].span
        if after.end <= end and _OF_IT.fullmatch(text, found.end, after.start):
            found, at = after, at + 1  # "the West Bank city of Jenin"
            continue
        within = _WITHIN.fullmatch(text, found.end, after.start)
        if after.end > end or not within or _is_another(text, places, at + 1):
            break
        owns = text.startswith(_POSSESSIVE, after.end)
        if owns and not (at + 2 < len(places) and places[at + 2].span.start == after.end + 3):
            break  # "Fair Isle, Britain's most remote island"; but "Lixian, Hebei's Baoding"
        found, at = Span(found.start, after.end), at + 1
    return found


def _is_another(text: str, places: Sequence[Place], at: int) -> bool:
    """Whether the place behind a comma does not hold the one before it: a street, or the next of a
    list ("Oslo, Bergen and Harwick"), which ends in no country."""
    place = places[at].span
    if text[place.start - 2] != ",":
        return False
    if text.endswith(_STREETS, place.start, place.end):
        return True
    if at + 1 == len(places):
        return False
    further = places[at + 1].span
    listed = text[place.end : further.start] in _LISTING
    return listed and text[further.start : further.end] not in countries().names


_STREETS = (" Road", " Street", " Avenue", " Highway", " Lane", " Drive")
_LISTING = (", ", " and ", ", and ")


def headed(title: str, text: str, places: Sequence[Place], where: Span | None) -> Span | None:
    """``where`` or, for what is told of a country alone, the town that the headline is about and
    the text names, too: "Fatal attack on consulate in Mazar-e-Sharif"."""
    known = countries().names
    if where is not None and text[where.start : where.end] not in known:
        return where
    for m in _IN.finditer(title):
        for place in places:
            town = place.name.partition(",")[0]
            if title.startswith(town, m.end()) and town not in known:
                return place.span
    return where


_IN = Lazy(r" (?:in|at|near|outside|off) (?:the )?(?=[A-Z])")


def _way_to(text: str, start: int, place: Span) -> str:
    """The word that says that something is at the place, or goes there; empty where none does."""
    if _modifies(text, place.end) or _only_names(text, start, place):
        return ""
    m = _LOCATED.search(text, max(start, place.start - 40), place.start)
    if m is None:
        low = max(start, place.start - 40)
        m = _STRUCK.search(text, low, place.start) or _IS_STRUCK.match(text, place.end)
        return "at" if m else ""
    to = text.rfind(" to ", m.start() - 1, place.start)
    if to >= 0 and _TO_DO.fullmatch(text, to + len(" to"), place.start):
        return ""
    outside = text.endswith((" outside ", " outside the "), start, place.start)
    if outside and text[place.start : place.end] in countries().names:
        return ""  # "the rights outside France"
    return m[1].lower()


_PLACE_NOUNS = frozenset(
    "province city suburb county town village district area region state capital island "
    "coast border airport station stop hospital hotel campus neighborhood neighbourhood "
    "track stadium".split()
)


def _modifies(text: str, end: int) -> bool:
    """Whether a noun follows that the place only describes: "the U.S. election", "US/China"."""
    if text[end : end + 1] in ("/", "-", "‑"):
        return True
    noun = noun_after(text, end)
    if noun is None or noun.removesuffix("s") in _PLACE_NOUNS:
        return False
    return not noun.endswith(("ed", "ly", "ing"))


def _only_names(text: str, start: int, place: Span) -> bool:
    """Whether nothing happens at the place: "called on Oslo", "to France's Ann Lee", "barred from
    leaving Oslo", "its objection to Oslo hosting it", ", a student at Marlow High, said", "lost at
    home to Oslo"."""
    if text.endswith(" to ", start, place.start):
        behind = text[place.end : place.end + 24]
        if _OWNS_NAME.match(behind) is not None or _DOING.match(behind) is not None:
            return True
    if text.endswith(_CALLING, start, place.start):
        return True
    low = max(start, place.start - 40)
    if _HELD.search(text, low, place.start) or _BEATEN.search(text, low, place.start):
        return True  # "her tenure at the State Department"
    m = _OF_A_PARTY.search(text, max(start, place.start - 80), place.start)
    return m is not None and any(is_role(word) or word in _PUPILS for word in m[1].split())


_POSSESSIVE = ("'s", "’s")
_OWNS_NAME = Lazy(r"['’]s? [A-Z]")
_CALLING = (" called on ", " calls on ", " calling on ", " call on ", " from leaving ")
_DOING = Lazy(r" [a-z]{3,}ing\b")
_HELD = Lazy(r"\b(?:tenure|stint|career|while|job|degree) (?:at|in) (?:the )?$")
_BEATEN = Lazy(
    r"\b(?:(?:home|lost|loss|losing|defeat|defeats|beaten) (?:\d+-\d+ )?to"
    r"|(?:win|wins|victory|victories|triumph|success|defeat) over) $"
)
_OF_A_PARTY = Lazy(
    r"(?:,| was| is| been) (?:an?|the|his|her) ((?:[\w’'-]+ ){1,5})(?:at|in|from) (?:the )?$"
)
_PUPILS = word_set("pupil senior sophomore junior freshman undergraduate graduate alumnus")
_LOCATED = Lazy(
    r"(?i:(?<!\w)(across|around|at|from|in(?:side|to)?|near|o(?:ff|n|utside|ver)|within"
    r"|t(?:hrough(?:out)?|o(?:wards?)?))) (?:(?!\d{4}\b)[\w’'-]++ ){0,3}"
    r"(?:(?:area|city|county|district|island|port|province|region|state|suburb|town|village) of )?$"
)
# "To help Norway win": an infinitive, that of going somewhere aside.
_TO_DO = Lazy(
    r" (?!(?:the|a|an|his|her|its|their|our|my|nearby|downtown|mainland|upper|lower|inner|outer|"
    r"north|south|east|west|reach|visit|enter|tour|attack|bomb|invade|storm|capture|seize|cross|"
    r"flee|leave|evacuate|hit|strike|secure|[a-z]+(?:ern|ing|ed|al|ish)|[a-z]+-[a-z-]+) )[a-z]+ "
    r"(?:(?!across|around|at|from|in|into|inside|near|of|off|on|outside|over|to|toward|within)"
    r"[\w’'-]+ ){0,2}"
)
# "A quake struck a mountainous region of eastern Tajikistan".
_STRUCK = Lazy(
    r"(?<![\w-])(?:hit|hits|struck|strikes|rocked|rocks|shook|shakes|battered|devastated|flooded|"
    r"lashed|pounded|ravaged|swept|bombed|raided|shelled|stormed|captured|seized|invaded|besieged|"
    r"overran|entered|reached|attacked (?=the )) ?"
    r"(?:the (?:city|town|village|port|island) of |(?!down|back|out\b)[a-z]+ ){0,5}$"
)
# "Kharkiv was shelled", "Kharkiv came under fire".
_IS_STRUCK = Lazy(
    r" (?:(?:was|were|has been|is being|was being) (?:\w+ly )?(?:hit|struck|rocked|shaken|shelled|"
    r"bombed|flooded|attacked|raided|evacuated|captured|seized|besieged|overrun|devastated)"
    r"|(?:came|was|is|has been|comes) under (?:fire|attack|siege|curfew|water|shelling))\b"
)
_MOVING = frozenset("into to off over through toward towards from".split())
_OF_IT = Lazy(r" (?:city|town|village|port|suburb|district|region|province|state|island) of ")
# "the consulate in the northern city of Oslo", "Oslo, the capital of Norway".
_WITHIN = Lazy(
    r"['’]s |, (?:in )?| in (?:the (?:[a-z-]+ ){0,4}(?:city|town|village|capital|hub|port|resort|"
    r"province|district|region|state|suburb|neighborhood|neighbourhood) of |the )?"
)
