"""Runs of capitalised words, cut into names, titles and offices."""

from __future__ import annotations

import functools
import re
from typing import Literal, NamedTuple

from newsbrief.analysis.lexicon import geography, offices, organisations, people, words
from newsbrief.analysis.lexicon.calendar import CALENDAR
from newsbrief.analysis.lexicon.countries import countries

_SHORT = "Mr Mrs Ms Dr Prof Rev Fr St Jr Sr Hon Mt Ft Inc Corp Co Ltd Bros"
Kind = Literal["person", "organisation", "government", "group", "place"]
Word = tuple[str, int]  # a word and its offset in the run

# A longer run is a line of capitals or a heading, not a name ("Centers for Disease Control and
# Prevention" has six words, the longest department of the US government eleven).
MAX_WORDS = 12
_PARTICLES = frozenset(
    "de da do dos das du del della di la le van von der den ter ten bin ibn al el bint y e".split()
)
_JOINERS = frozenset("of for on at and &".split())
_ROLE_ABBREVIATIONS = frozenset(a + "." for a in offices.OFFICE_ABBREVIATIONS)
_HONORIFICS = frozenset(offices.HONORIFICS) | frozenset(a + "." for a in offices.HONORIFICS)
# Kept with a lone name that would say nothing without them: "Lady Gaga", "Lord Hill".
_KEPT_HONORIFICS = frozenset(("Lady", "Lord", "Dame", "Sheikh", "Father", "Sister", "Don"))
# Surnames as often as nouns: after a given name they end a person ("Emily Post").
_SURNAME_NOUNS = frozenset(
    "Post Church Court House Steel Bank Guard Chambers Press Page Park Parks Hall Hill Hills Field "
    "Castle Camp Lane Street Rivers Banks Brooks Marshall Force Power Herald Rail Club Mobile Stone "
    "Bay Forest Heath Mountain Port Bridge Garden Watch Street Lake Beach Rangers Harbour".split()
)
_NOT_ORGANISATIONS = frozenset(
    "TV DNA CEO CFO COO OK II III IV VI VII VIII GPS PhD AIDS HIV MP MPs MEP AM PM BC AD PC ID IQ FAQ "
    "URL HTML PDF DVD CD UFO VIP RIP LOL OMG WTF ATM SUV HD IT AI PR HR DIY GDP ER ICU CV VAT LGBT "
    "LGBTQ LGBTI BLM NEW THE AND FOR NOT ALL BUT ARE WHO USD EUR GBP KM KPH MPH AK EST GMT PTSD STEM "
    "SMS CCTV MRI CT EU's R D I A X COVID SARS MERS NSFW RSVP FYI ASAP AKA RT CC VP VIDEO PHOTO "
    "WATCH READ MORE BREAKING UPDATE PAC PACs MPs PMs GI GIs MD MBA BA MA LLB JD IED IEDs WMD AR NRA's JFK LBJ FDR SPOILER".split()
)


_PARTY_ADJECTIVES = frozenset(
    "Republican Democrat Democratic Conservative Liberal Socialist Communist Libertarian Islamist "
    "Muslim Jewish African-American African Hispanic Latino".split()
)
_BREAKERS = frozenset(
    "The A An In On At He She It They We I You His Her Their Its Our This That These Those But And Or "
    "If When While As With For From Among After Before By To Of Is Was Are Were Not What Who Why How "
    "Where Which There Here My Your Photo Image Caption Getty Watch Click Read".split()
)
_ADJECTIVES = frozenset(
    "Republican Democrat Democratic Conservative Liberal Socialist Communist Labour Libertarian "
    "Islamic Islamist Muslim Christian Jewish Catholic Protestant Sunni Shiite Shia Kurdish Arab "
    "Latino Hispanic Black White Asian European African Western Eastern Northern Southern Latin "
    "African-American Asian-American Mexican-American Internet Web Bible Koran Quran God Nazi Marxist Medicare Medicaid Nobel Oscar Emmy Grammy "
    "English Arabic Hebrew Hindi Urdu Mandarin Cantonese Latina Persian Bible Earth Sun Moon".split()
)


class Segment(NamedTuple):
    """A name inside a run: offsets in the run, what it seems to be, and why."""

    start: int
    end: int
    kind: Kind | None
    sure: bool  # by a list or a noun in the name itself, not by a guess
    titled: bool  # a title or an office stands in front of it
    initial: bool  # its first word opens a sentence or a quotation


@functools.cache
def capital_class() -> str:
    """Inner part of a regex class of the capital letters of cased scripts."""
    ranges = ((0x41, 0x5B), (0xC0, 0x250), (0x370, 0x530), (0x1E00, 0x2000))
    return "".join(chr(c) for a, b in ranges for c in range(a, b) if chr(c).isupper())


@functools.cache
def run_pattern() -> re.Pattern[str]:
    """Capitalised words with the small words that may join them; one space between words."""
    up = f"[{capital_class()}]"
    short = offices.OFFICE_ABBREVIATIONS | set(_SHORT.split())
    tails = "|".join(sorted({word[1:] for word in short}))
    # The first letter stands alone in front, so that the scan is for one class of letters: 0.04
    # instead of 0.11 ms per 2,000 characters.
    rest = (
        rf"(?:\.(?:{up}\.)*(?:-{up}\w*)?|(?:{tails})\.|\w*(?:['’](?!(?:[stdmS]|ll|re|ve)\b)\w+"
        rf"|-(?:{up}\w*|\w{{1,3}}\b(?!-?{up}\w)|\w{{1,3}}-{up}\w*)|&{up}\w*)*)"
    )
    small = (
        r"(?:of|for|on|at|and)(?: the)?|&|de(?: la| los| las)?|d[aou]s?|del|della|di|la|le|"
        r"van(?: der| den| de)?|von(?: der)?|der|den|ter|ten|bin|ibn|bint|al|el|y"
    )
    free = r"(?<![\w@#].)(?:(?<!\w-.)|(?<=\W[ae]l-.))"
    return re.compile(
        rf"{up}{free}{rest}(?:[ \xa0](?:(?:{small})[ \xa0])?(?:{up}{rest}|(?:al|el|ul)-{up}\w*))*"
    )


def _split(run: str) -> list[Word]:
    found, at = [], 0
    for word in run.replace("\xa0", " ").split(" "):
        found.append((word, at))
        at += len(word) + 1
    return found


def _glues(left: list[Word], small: str, nxt: str) -> bool:
    """Whether a small word binds the name before it to the name after it."""
    last = left[-1][0]
    if small in _PARTICLES or small == "&":
        return True
    if small == "and":
        return last in offices.PORTFOLIOS and nxt in offices.PORTFOLIOS
    if small == "at":
        return left[0][0] == "University"
    if small in ("for", "on"):
        return last in organisations.FOR_HEADS
    if last in organisations.OF_HEADS:
        return not (last == "State" and nxt == "Union")
    return small == "of" and last.lower() in offices.ROLE_HEADS and nxt in offices.PORTFOLIOS


def _groups(ws: list[Word]) -> list[list[Word]]:
    groups: list[list[Word]] = [[]]
    at = 0
    while at < len(ws):
        word = ws[at][0]
        if word in _JOINERS or word in _PARTICLES or word == "the":
            after = at + 1
            while after < len(ws) - 1 and ws[after][0] in ("the", "la", "los", "las", "der", "den"):
                after += 1
            if groups[-1] and after < len(ws) and _glues(groups[-1], word, ws[after][0]):
                groups[-1].extend(ws[at:after])
            else:
                groups.append([])
            at = after
            continue
        if word in _BREAKERS:
            # A caption without its full stop: "in Paris The police"
            groups.append([])
            if word != "The" or at + 1 == len(ws) or ws[at + 1][0] != "Hague":
                at += 1
                continue
        if word.rstrip(".") in CALENDAR and not (
            word == "May" and groups[-1] and groups[-1][-1][0] in people.given_names()
        ):
            groups.append([])
        else:
            groups[-1].append(ws[at])
        at += 1
    return [g for g in groups if g]


@functools.cache
def known(name: str) -> Kind | None:
    """What a name is by the world's own lists, wherever it stands."""
    table = countries()
    if name in organisations.KNOWN_ORGANISATIONS or name in organisations.SAME_BODY:
        return "organisation"
    if name in table.names or name in table.capitals:
        return "place"
    if name in geography.cities() or name in geography.states():
        return "place"
    if name in organisations.GROUPS or name in table.peoples:
        return "group"
    return None


def _join(ws: list[Word]) -> str:
    return " ".join(w for w, _ in ws)


def _known_at(ws: list[Word], at: int) -> int:
    """How many words from ``at`` on make a listed name (0: none)."""
    for size in (4, 3, 2, 1):
        if at + size <= len(ws) and known(_join(ws[at : at + size])):
            return size
    return 0


def _is_acronym(word: str) -> bool:
    letters = word.replace(".", "").replace("&", "")
    return (
        2 <= len(letters) <= 6
        and letters.isupper()
        and letters.isalnum()
        and letters not in _NOT_ORGANISATIONS
        and (word.lower() not in words.ordinary() or "." in word)
        and not (len(letters) == 2 and word not in ("UN", "EU", "AP", "UK", "US", "U.N."))
    )


def _strip_ordinary(ws: list[Word], initial: bool) -> list[Word]:
    """The group without opening words that only their place in the sentence capitalised."""
    given = people.given_names()
    while ws:
        word = ws[0][0]
        low = word.lower()
        if low not in (words.ordinary() if initial else words.closed()):
            if not (initial and len(ws) > 1 and low.endswith(("ing", "ly", "ed")) and len(low) > 4):
                return ws
            if word in given or ws[-1][0] in organisations.ORG_ENDS:
                return ws
        elif word == "US" or _known_at(ws, 0) > 1:
            return ws
        elif word in given and len(ws) > 1 and ws[1][0].lower() not in words.ordinary():
            if _known_at(ws, 1) != len(ws) - 1 and low not in ("will", "may", "mark", "art"):
                return ws
            if not initial:
                return ws
        elif low not in words.closed() and len(ws) > 1:
            if ws[-1][0] in organisations.ORG_ENDS or low in offices.ROLE_HEADS:
                return ws
            if low in offices.ROLE_MODIFIERS and _office(ws) > 1:
                return ws
        ws = ws[1:]
    return ws


def _office(ws: list[Word]) -> int:
    """How many leading words belong to an office ("Defense Secretary"); 0 where none does.

    The office ends with its last head noun (or the portfolio after "of").
    """
    adjectives = countries().adjectives
    end = at = 0
    while at < len(ws):
        word = ws[at][0]
        low = word.lower()
        size = _known_at(ws, at)
        if size < 2 and (low in offices.ROLE_HEADS or word in _ROLE_ABBREVIATIONS):
            at += 1
            end = at
            while at + 1 < len(ws) and ws[at][0] in ("of", "and", "for", "the"):
                step = at + 1
                if ws[step][0] == "the":
                    step += 1
                if step >= len(ws) or ws[step][0] not in offices.PORTFOLIOS:
                    break
                while step < len(ws) and ws[step][0] in offices.PORTFOLIOS:
                    step += 1
                at = end = step
            continue
        if size:
            at += size
        elif word in organisations.OF_HEADS and at + 2 < len(ws) and ws[at + 1][0] == "of":
            at += 3
        elif (
            low in offices.ROLE_MODIFIERS
            or word in offices.PORTFOLIOS
            or word in adjectives
            or _is_acronym(word)
            or (word in ("of", "and", "the", "for") and at)
        ):
            at += 1
        else:
            break
    return end


def classify(ws: list[Word], titled: bool) -> tuple[Kind | None, bool]:
    """What a bare name (no title, no office in front) seems to be, and whether that is sure."""
    name = _join(ws)
    listed = known(name)
    if listed:
        if titled and listed == "place" and len(ws) == 1 and name not in countries().names:
            return "person", False
        return listed, True
    first, last = ws[0][0], ws[-1][0].rstrip(".")
    if len(ws) > 1 and name.isupper() and "." not in first:
        listed = known(name.title())
        if listed:
            return listed, True
        first, last = first.capitalize(), last.capitalize()
    given = first in people.given_names()
    if len(ws) > 1 and not (given and len(ws) == 2 and last in _SURNAME_NOUNS):
        if last in organisations.ORG_ENDS:
            return "organisation", True
        if last in geography.PLACE_ENDS or first in geography.PLACE_STARTS:
            return "place", True
        if any(w in ("of", "for", "on", "at") for w, _ in ws):
            return ("place" if first in geography.PLACE_ENDS else "organisation"), True
        if any(w == "&" for w, _ in ws):
            return "organisation", True
        if last in organisations.THING_ENDS and not titled:
            return None, True
    if titled and len(ws) <= 4:
        return "person", True
    if len(ws) == 1:
        if first.isupper() and len(first) > 3 and known(first.title()):
            return known(first.title()), True
        return ("organisation", False) if _is_acronym(first) else (None, False)
    initials = first.endswith(".") and known(first) is None
    if len(ws) <= 4 and (given or initials) and last.lower() not in words.ordinary():
        return "person", given
    return None, False


def _is_place(ws: list[Word]) -> bool:
    name = _join(ws)
    return (
        name in countries().names
        or name in geography.cities()
        or (name in geography.states() and len(name) > 6)
    )


def _trim_tail(ws: list[Word]) -> list[Word]:
    while ws and (ws[-1][0] in _JOINERS or ws[-1][0] in _PARTICLES or ws[-1][0] == "the"):
        ws = ws[:-1]
    return ws


def _segment(ws: list[Word], titled: bool, initial: bool) -> list[Segment]:
    ws = _trim_tail(ws)
    while ws and not ws[0][0][:1].isupper() and "-" not in ws[0][0]:
        ws = ws[1:]
    if not ws:
        return []
    if (
        len(ws) == 1
        and not titled
        and (ws[0][0] in countries().adjectives or ws[0][0] in _ADJECTIVES)
    ):
        return []
    if ws[0][0][:2] in ("R-", "D-", "I-"):  # a party and a state: "R-Ky."
        return []
    if len(ws) == 1 and (ws[0][0].replace(".", "") in _NOT_ORGANISATIONS or ws[0][0] == "Super"):
        return []
    if len(ws) > 1 and known(_join(ws)) is None:
        if ws[-1][0] in _PARTY_ADJECTIVES or (ws[-1][0] in countries().adjectives and not titled):
            return _segment(ws[:-1], titled, initial)
        first = ws[0][0]
        if first in ("Republican", "Democrat", "Democratic") and (
            ws[-1][0] not in organisations.ORG_ENDS or known(_join(ws[1:])) == "organisation"
        ):
            return _segment(ws[1:], titled, False)
        if (
            (first in _PARTY_ADJECTIVES or first in countries().adjectives)
            and ws[1][0] in people.given_names()
            and classify(ws[1:], True)[0] == "person"
        ):
            return _segment(ws[1:], True, False)
    if len(ws) > 1 and known(_join(ws)) is None:
        # "Trump Republicans", "House Paul Ryan": two names side by side
        if known(ws[-1][0]) == "group" and ws[-1][0] != "House":
            return _segment(ws[:-1], titled, initial) + _segment(ws[-1:], False, False)
        # Two words stay in front: "Stephen Austin" is no city.
        size = next((n for n in (3, 2, 1) if n < len(ws) - 1 and known(_join(ws[-n:]))), 0)
        dateline = ws[-1][0].isupper() and len(ws[-1][0]) > 3 and not ws[0][0].isupper()
        if dateline and known(_join(ws[-1:]).title()) == "place":
            size = 1  # "By Jane Roe WASHINGTON"
        if size and (dateline or ws[0][0] in people.given_names() and _is_place(ws[-size:])):
            # "Jane Roe South Carolina"
            return _segment(ws[:-size], titled, initial) + _segment(ws[-size:], False, False)
        size = _known_at(ws, 0)
        rest = ws[size:]
        if (
            0 < size < len(ws)
            and len(rest) > 1
            and rest[0][0] in people.given_names()
            and ws[0][0] not in people.given_names()
            and classify(rest, False)[0] == "person"
        ):
            return _segment(ws[:size], titled, initial) + _segment(rest, False, False)
    kind, sure = classify(ws, titled)
    end = ws[-1][1] + len(ws[-1][0])
    if ws[-1][0].endswith(".") and not re.fullmatch(r"(?:\w\.){2,}|Jr\.|Sr\.", ws[-1][0]):
        end -= 1
    return [Segment(ws[0][1], end, kind, sure, titled, initial)]


def _prefix(ws: list[Word], initial: bool) -> list[Segment]:
    """The bodies and countries named inside an office: "FBI Director", "Texas Governor"."""
    found: list[Segment] = []
    at = 0
    while at < len(ws):
        size = _known_at(ws, at)
        best = 0
        if ws[at][0].lower() in ("former", "retired", "then", "acting", "late"):
            at += 1
            continue
        for stop in range(len(ws), at + 1, -1):
            if ws[stop - 1][0] in organisations.ORG_ENDS and not any(
                w.lower() in offices.ROLE_HEADS for w, _ in ws[at:stop]
            ):
                best = stop - at
                break
        size = max(size, best)
        if size:
            found += _segment(ws[at : at + size], False, initial and at == 0)
        elif _is_acronym(ws[at][0]):
            size = 1
            found += _segment(ws[at : at + 1], False, initial and at == 0)
        at += size or 1
    return found


def _cut(ws: list[Word], initial: bool) -> list[Segment]:
    opened = ws[0]
    if not (opened[0].isupper() and len(ws) > 1 and known(_join(ws).title())):
        ws = _strip_ordinary(ws, initial)
    if not ws:
        return []
    initial = initial and ws[0] == opened
    titled = False
    name = _join(ws)
    if known(name) or (name.isupper() and known(name.title())):
        return _segment(ws, False, initial)
    end = _office(ws)
    if end and end < len(ws) and not initial and _occupation(ws, end):
        end = 0
    whole = len(ws) > 1 and (
        ws[-1][0] in organisations.ORG_ENDS or ws[-1][0] in geography.PLACE_ENDS
    )
    if end and not (whole and not ws[end - 1][0].endswith(".")):
        found = _prefix(ws[:end], initial)
        rest = ws[end:]
        return found + (_named(rest, True, False) if rest else [])
    return _named(ws, titled, initial)


def _occupation(ws: list[Word], end: int) -> bool:
    """A capitalised noun before a word that is no given name: part of one name, not a title."""
    heads = [w for w, _ in ws[:end] if w.lower() in offices.ROLE_HEADS or w in _ROLE_ABBREVIATIONS]
    title = any(w.lower() in offices.TITLES or w in _ROLE_ABBREVIATIONS for w in heads)
    return not title and ws[end][0] not in people.given_names()


def _named(ws: list[Word], titled: bool, initial: bool) -> list[Segment]:
    if (
        len(ws) > 1
        and ws[0][0] == "Miss"
        and (known(ws[1][0]) or ws[1][0] in ("Universe", "World"))
    ):
        return []
    while len(ws) > 1 and (ws[0][0] in _HONORIFICS or ws[0][0] in _ROLE_ABBREVIATIONS):
        if ws[0][0] in _KEPT_HONORIFICS and len(ws) == 2:
            return _segment(ws, True, False)
        ws, titled, initial = ws[1:], True, False
    if len(ws) == 1 and (
        ws[0][0] in _HONORIFICS
        or ws[0][0] in _ROLE_ABBREVIATIONS
        or ws[0][0].lower() in offices.TITLES
    ):
        return []
    # "Trump Campaign Manager Kellyanne Conway": an office inside the run
    if len(ws) > 2 and ws[0][0] not in people.given_names() and not titled:
        for at in range(len(ws) - 2, 0, -1):
            if ws[at][0].lower() in offices.ROLE_HEADS and ws[-1][0] not in organisations.ORG_ENDS:
                return _segment(ws[:1], False, initial) + _named(ws[at + 1 :], True, False)
    return _segment(ws, titled, initial)


@functools.lru_cache(maxsize=4096)
def segments(run: str, initial: bool) -> tuple[Segment, ...]:
    """The names in one run of :func:`run_pattern`, in order, not overlapping.

    ``initial`` says that the run opens a sentence or a quotation, where any word is capitalised.
    """
    ws = _split(run)
    if len(ws) > MAX_WORDS or any(len(w) > 40 for w, _ in ws):
        return ()
    found: list[Segment] = []
    for number, group in enumerate(_groups(ws)):
        found += _cut(group, initial and number == 0 and group[0][1] == 0)
    return tuple(found)
