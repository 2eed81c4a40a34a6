"""What a bare name is: by the world's lists, by the nouns in it, by the names people bear."""

from __future__ import annotations

import functools
from typing import Literal

from newsbrief.analysis.lexicon import geography, offices, organisations, people, words
from newsbrief.analysis.lexicon.countries import countries
from newsbrief.analysis.lexicon.english import is_common
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
    "WMD AR IVF NRA's JFK LBJ FDR SPOILER WWI WWII"
)


def known(name: str) -> Kind | None:
    """What a name is by the world's own lists, wherever it stands."""
    return listed_names().get(name)


@functools.cache
def listed_names() -> dict[str, Kind]:
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
    return frozenset(name.partition(" ")[0] for name in listed_names() if " " in name)


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
        2 <= len(letters) <= (6 if "." in word or is_common(word.lower()) else 7)
        and letters.isalnum()
        and letters not in NOT_ORGANISATIONS
        and (word.lower() not in words.ordinary() or "." in word)
        and not (len(letters) == 2 and word not in ("UN", "EU", "AP", "UK", "US", "U.N."))
    )


def ends_a_body(word: str) -> bool:
    """Whether a name that ends in the word is a body's or a place's."""
    return word in organisations.ORG_ENDS or word in geography.PLACE_ENDS


def are_unheard(ws: list[Word]) -> bool:
    """Whether neither a list nor the language knows any of the words: "Zorval Brimm"."""
    return all(w.istitle() and known(w) is None and not is_common(w.lower()) for w, _ in ws)


def is_place(ws: list[Word]) -> bool:
    name = join(ws)
    return (
        name in countries().names
        or name in geography.cities()
        or (name in geography.states() and len(name) > 6)
    )


# Bodies by a noun inside their name: "Major League Baseball", "Labour Party Conference".
_INNER_HEADS = word_set(
    "League University Union Party Committee Council Association Federation Bank"
)
_LINKS = frozenset(("of", "for", "on", "at"))
# "Chicago Sun-Times", "WBUR-FM"
MASTHEADS = word_set(
    "Times Post Tribune Herald Journal Gazette Chronicle Register Sentinel Courier Dispatch "
    "Bulletin Mirror Express Mail Ledger Telegraph Observer Globe Inquirer Examiner Press News "
    "Sun Star Echo Argus Standard Record Review Picayune Intelligencer Scotsman TV FM AM"
)
_NO_GOVERNMENTS = word_set("Local Self Big Good Limited World Open Student")
INITIALS = Lazy(r"(?:\w\.)+")


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


def _is_korean(plain: list[str]) -> bool:
    """ "Han Min-koo": the surname and a given name of two syllables."""
    if len(plain) != 2 or plain[0] not in people.SURNAME_FIRST:
        return False
    one, hyphen, two = plain[1].partition("-")
    return bool(hyphen) and one.istitle() and two.islower() and not is_common(two)


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
    given = first in people.given_names() or _is_double(first) or _is_korean(plain)
    everyday = given and is_everyday_name(first, last) and _is_short(plain)
    if last in ("Government", "Governments") and first not in _NO_GOVERNMENTS:
        return "government", True
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
    initials = first[-1] == "." and INITIALS.fullmatch(first) and known(first) is None
    if len(ws) == 3 and plain[1][1:] == "." and first.istitle():
        initials = known(first) is None  # "Erven T. Nelson"
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
    return "-" in word and word.rpartition("-")[2] in MASTHEADS
