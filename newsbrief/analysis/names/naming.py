"""What a bare name is: by the world's lists, by the nouns in it, by the names people bear."""

from __future__ import annotations

import functools
from typing import Literal

from newsbrief.analysis.lexicon import geography, offices, organisations, people, words
from newsbrief.analysis.lexicon.countries import countries
from newsbrief.analysis.lexicon.tables import word_set
from newsbrief.analysis.names.runs import Word, join
from newsbrief.analysis.patterns import Lazy

Kind = Literal["person", "organisation", "government", "group", "place"]
ROLE_ABBREVIATIONS = frozenset(a + "." for a in offices.OFFICE_ABBREVIATIONS)
HONORIFICS = frozenset(offices.HONORIFICS) | frozenset(a + "." for a in offices.HONORIFICS)
# Surnames as often as nouns: after a given name they end a person ("Emily Post").
SURNAME_NOUNS = word_set(
    "Post Church Court House Steel Bank Guard Chambers Press Page Park Parks Hall Hill Hills "
    "Field Castle Camp Lane Street Rivers Banks Brooks Marshall Force Power Herald Rail Club "
    "Mobile Stone Bay Forest Heath Mountain Port Bridge Garden Watch Lake Beach Rangers Harbour"
)
NOT_ORGANISATIONS = word_set(
    "TV DNA CEO CFO COO OK II III IV VI VII VIII GPS PhD AIDS HIV MP MPs MEP AM PM BC AD PC ID IQ "
    "FAQ URL HTML PDF DVD CD UFO VIP RIP LOL OMG WTF ATM SUV HD IT AI PR HR DIY GDP ER ICU CV VAT "
    "LGBT LGBTQ LGBTI BLM NEW THE AND FOR NOT ALL BUT ARE WHO USD EUR GBP KM KPH MPH AK EST GMT "
    "PTSD STEM SMS CCTV MRI CT EU's R D I A X COVID SARS MERS NSFW RSVP FYI ASAP AKA RT CC VP "
    "VIDEO PHOTO WATCH READ MORE BREAKING UPDATE PAC PACs PMs GI GIs MD MBA BA MA LLB JD IED IEDs "
    "WMD AR NRA's JFK LBJ FDR SPOILER"
)


def known(name: str) -> Kind | None:
    """What a name is by the world's own lists, wherever it stands."""
    return _listed().get(name)


@functools.cache
def _listed() -> dict[str, Kind]:
    table = countries()
    kinds: dict[str, Kind] = {}
    # The later wins: "Georgia" is a place, "House" a body.
    for names in (table.peoples, organisations.GROUPS):
        kinds |= dict.fromkeys(names, "group")
    for names in (geography.states(), geography.cities(), table.capitals, table.names):
        kinds |= dict.fromkeys(names, "place")
    for names in (organisations.SAME_BODY, organisations.KNOWN_ORGANISATIONS):
        kinds |= dict.fromkeys(names, "organisation")
    return kinds


@functools.cache
def openings() -> frozenset[str]:
    """The first words of the listed names of several words."""
    return frozenset(name.partition(" ")[0] for name in _listed() if " " in name)


def known_at(ws: list[Word], at: int) -> int:
    """How many words from ``at`` on make a listed name (0: none)."""
    if at >= len(ws):
        return 0
    word = ws[at][0]
    if word in openings():
        for size in range(min(4, len(ws) - at), 1, -1):
            if known(join(ws[at : at + size])):
                return size
    return 1 if known(word) else 0


def is_acronym(word: str) -> bool:
    if not word.isupper():
        return False
    letters = word.replace(".", "").replace("&", "")
    return (
        2 <= len(letters) <= 6
        and letters.isalnum()
        and letters not in NOT_ORGANISATIONS
        and (word.lower() not in words.ordinary() or "." in word)
        and not (len(letters) == 2 and word not in ("UN", "EU", "AP", "UK", "US", "U.N."))
    )


def is_place(ws: list[Word]) -> bool:
    name = join(ws)
    return (
        name in countries().names
        or name in geography.cities()
        or (name in geography.states() and len(name) > 6)
    )


OF_OFFICES = offices.PORTFOLIOS | {"Police"}  # "Superintendent of Police Arun Roe"


def _is_rank(ws: list[Word], at: int) -> bool:
    """Whether the word is an office's short form: "Gov.", "Insp", the "Ch" of "Det Ch Insp", the
    "Con" of "Det Con"."""
    word = ws[at][0]
    if word in ROLE_ABBREVIATIONS:
        return True
    if at + 1 == len(ws):
        return False
    after = ws[at + 1][0]
    return (
        (word in offices.UNSTOPPED and len(after) > 1)
        or (word == "Ch" and after in offices.UNSTOPPED)
        or (word == "Con" and at > 0 and ws[at - 1][0] == "Det")
        or (
            word in offices.RANK_LETTERS  # "DC Comics", "PC World"
            and (after in people.given_names() or (len(word) > 2 and after.istitle()))
        )
    )


def _is_shared(ws: list[Word], at: int) -> bool:
    """Whether the word is the office of several: "Justices Elena Kagan and Ann Roe"."""
    word = ws[at][0]
    return (
        word[-1] == "s"
        and at + 2 < len(ws)
        and word[:-1].lower() in offices.ROLE_HEADS
        and (
            ws[at + 1][0] in people.given_names() or _INITIALS.fullmatch(ws[at + 1][0]) is not None
        )
    )


_SMALL_IN_OFFICES = offices.ROLE_HEADS | offices.ROLE_MODIFIERS | {"of", "and", "the", "for"}


@functools.cache
def _in_offices() -> frozenset[str]:
    """The capitalised words that an office may hold, or a listed name in front of one."""
    return (offices.OFFICE_ABBREVIATIONS | ROLE_ABBREVIATIONS | offices.RANK_LETTERS).union(
        offices.PORTFOLIOS, organisations.OF_HEADS, countries().adjectives, openings(), _listed()
    )


def _is_plain(word: str, low: str) -> bool:
    """Whether no office holds the word: most of those that open a name."""
    return (
        low not in _SMALL_IN_OFFICES
        and word not in _in_offices()
        and not word.isupper()
        and word[-1] != "s"
    )


def office(ws: list[Word]) -> int:
    """How many leading words belong to an office ("Defense Secretary"); 0 where none does.

    The office ends with its last head noun (or the portfolio after "of").
    """
    end = at = 0
    while at < len(ws):
        word = ws[at][0]
        low = word.lower()
        if _is_plain(word, low):
            break
        size = known_at(ws, at)
        if size < 2 and (low in offices.ROLE_HEADS or _is_rank(ws, at) or _is_shared(ws, at)):
            at += 1
            end = at
            while at + 1 < len(ws) and ws[at][0] in ("of", "and", "for", "the"):
                step = at + 1
                if ws[step][0] == "the":
                    step += 1
                if step >= len(ws) or ws[step][0] not in OF_OFFICES:
                    break
                while step < len(ws) and ws[step][0] in OF_OFFICES:
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
            or word in countries().adjectives
            or is_acronym(word)
            or (word in ("of", "and", "the", "for") and at)
        ):
            at += 1
        else:
            break
    return end


def is_occupation(ws: list[Word], end: int) -> bool:
    """A capitalised noun before a word that is no given name: part of one name, not a title."""
    title = any(
        w.lower() in offices.TITLES
        or w in ROLE_ABBREVIATIONS
        or w in offices.UNSTOPPED
        or w in offices.RANK_LETTERS
        for w, _ in ws[:end]
    )
    first = ws[end][0]
    return not title and first not in people.given_names() and not _INITIALS.fullmatch(first)


# Bodies by a noun inside their name: "Major League Baseball", "Labour Party Conference".
_INNER_HEADS = word_set(
    "League University Union Party Committee Council Association Federation Bank"
)
_LINKS = frozenset(("of", "for", "on", "at"))
# "Chicago Sun-Times", "WBUR-FM"
_MASTHEADS = word_set(
    "Times Post Tribune Herald Journal Gazette Chronicle Register Sentinel Courier Dispatch "
    "Bulletin Mirror Express Mail Ledger Telegraph Observer Globe Inquirer Examiner Press News "
    "Sun Record Review Picayune Intelligencer TV FM AM"
)
_INITIALS = Lazy(r"(?:\w\.)+")


def _ends_in_body(plain: list[str]) -> bool:
    return any(known(" ".join(plain[-n:])) == "organisation" for n in range(2, len(plain)))


def is_everyday_name(first: str, last: str) -> bool:
    """Whether a surname is an everyday word: "Theresa May"."""
    return last in people.EVERYDAY_SURNAMES and is_given(first)


def _is_short(plain: list[str]) -> bool:
    """Whether it has two words, or three with a name amid: "Anna Richardson White"."""
    return len(plain) == 2 or (len(plain) == 3 and plain[1].lower() not in words.ordinary())


def is_given(word: str) -> bool:
    """Whether it is a given name alone: "Virginia" may own what stands behind it."""
    return (
        word in people.given_names()
        and word not in geography.states()
        and word not in geography.cities()
        and word not in countries().names
    )


def _is_double(first: str) -> bool:
    """ "Jean-Marie"."""
    one, hyphen, two = first.partition("-")
    return bool(hyphen) and one in people.given_names() and two in people.given_names()


def classify(ws: list[Word], titled: bool, name: str = "") -> tuple[Kind | None, bool]:
    """What a bare name (no title, no office in front) seems to be, and whether that is sure.
    ``name`` is what the words make, where the caller has it."""
    name = name or join(ws)
    listed = known(name)
    if listed:
        if titled and listed == "place" and len(ws) == 1 and name not in countries().names:
            return "person", False
        return listed, True
    if len(ws) == 1:
        return _classify_lone(name, titled)
    plain = [w for w, _ in ws]
    first, last = plain[0], plain[-1].rstrip(".")
    if name.isupper() and "." not in first:
        listed = known(name.title())
        if listed:
            return listed, True
        first, last = first.capitalize(), last.capitalize()
    given = first in people.given_names() or _is_double(first)
    everyday = given and is_everyday_name(first, last) and _is_short(plain)
    if not everyday and not (given and len(ws) == 2 and last in SURNAME_NOUNS):
        if last in organisations.ORG_ENDS or (
            last == "System" and plain[-2] in organisations.SYSTEMS
        ):
            return "organisation", True
        if last in geography.PLACE_ENDS or first in geography.PLACE_STARTS:
            return "place", True
        if not _LINKS.isdisjoint(plain):
            return ("place" if first in geography.PLACE_ENDS else "organisation"), True
        if "&" in plain:
            return "organisation", True
        if len(ws) > 2 and any(
            known(" ".join(plain[:n])) == "organisation" for n in range(2, len(ws))
        ):
            return "organisation", True  # "Amnesty International Kenya"
        placed = len(ws) > 2 and "place" in (known(first), known(" ".join(plain[:2])))
        if placed and _ends_in_body(plain):
            return "organisation", True  # "Kenya Red Cross"
        if ws[1][0].islower() and known(first) == "place" and known(last) == "place":
            return "place", True  # "Santiago de Cuba"
        if last in organisations.THING_ENDS and not titled:
            return None, True
        if not given and not _INNER_HEADS.isdisjoint(plain[:-1]):
            return "organisation", False
    if _is_masthead(last):
        return "organisation", True
    bearer = titled and len(ws) == 3 and all(w.istitle() for w in plain)  # "Tan See Leng"
    if not (given or bearer) and any(
        w[0].isupper() and w.lower() in words.closed() for w in plain[:-1]
    ):
        return None, False  # "DRIVER OF THE DAY"
    if titled and len(ws) <= 4:
        return "person", True
    initials = first[-1] == "." and _INITIALS.fullmatch(first) and known(first) is None
    if len(ws) > 4 or not (given or initials):
        return None, False
    if everyday or last.lower() not in words.ordinary():
        return "person", given
    return None, False


def _classify_lone(word: str, titled: bool) -> tuple[Kind | None, bool]:
    """:func:`classify` of one word that the lists do not know."""
    if _is_masthead(word.rstrip(".")):
        return "organisation", True
    if titled:
        return "person", True
    if word.isupper() and len(word) > 3 and known(word.title()):
        return known(word.title()), True
    return ("organisation", False) if is_acronym(word) else (None, False)


def _is_masthead(word: str) -> bool:
    return "-" in word and word.rpartition("-")[2] in _MASTHEADS
