"""Persons whose given name no list has, by what only persons do and are: "Kuldeep Yadav told".

All 74 names that these rules made stakeholders in 930 articles, most of PolNeAR's, are persons'.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence

from newsbrief.analysis.lexicon import people
from newsbrief.analysis.lexicon.english import is_common
from newsbrief.analysis.lexicon.offices import RELATIONS, is_role
from newsbrief.analysis.lexicon.tables import word_set
from newsbrief.analysis.names.belonging import WORKPLACES
from newsbrief.analysis.names.drafts import Draft
from newsbrief.analysis.names.neighbours import personal
from newsbrief.analysis.names.occupations import is_human
from newsbrief.analysis.names.outlets import OUTLETS
from newsbrief.analysis.names.written import canonical
from newsbrief.analysis.patterns import Lazy

# What people do, and bodies, films and storms do not.
_DEEDS = word_set(
    "apologised apologized befriended believes bowled captained coached complained confessed cried "
    "danced died documented dreamed dressed drove embraced emigrated exclaimed felt graduated "
    "grinned hoped hugged hurled joked kissed knew laughed learned lied listened lived married "
    "nodded pleaded praised prayed read realised realized recalled reacted remembers remembered "
    "resigned retired rode sang sat saw scored sees shook shouted shrugged sings slept smiled "
    "spoke stepped stood studied swam talked taught teaches testified thanked thinks thought told "
    "travelled traveled turned tweeted volunteered waited walked watched waved went wept whispered "
    "wondered worried writes wrote headed netted curled slotted dribbled sprinted"
)
# What clubs do as well, but with a score and again and again in full.
_CONTESTS = Lazy(
    r" (?:won (?:in [A-Z]|on [A-Z]|gold|silver|bronze|the (?:title|race|stage|men|women))|"
    r"took (?:\w+ wickets?|gold|silver|bronze)|(?:beat|defeated|stunned|outlasted) [A-Z])"
)
_SUFFERED = word_set(
    "born arrested charged convicted jailed sentenced killed shot injured elected appointed "
    "knighted educated buried married interviewed acquitted imprisoned detained nominated"
)
_SUFFERING = Lazy(
    r"\b(?:wife|husband|widow|son|daughter|mother|father|brother|sister|death|deaths|murder|murders|"
    r"killing|killings|arrest|trial|assassination|funeral|shooting|extradition) of $|"
    r"\b(?:married|arrested|interviewed|murdered|nominated|appointed|divorced|starring) $|"
    r"\b(?:caught|bowled|leg|lbw|cross|corner|pass|assist|goal|penalty) (?:off|by|from) $"
)
_SUFFERING_ENDS = ("of ", "ed ", "ng ", "ff ", "by ", "om ")
_HAS = Lazy(r"['’]s? ([a-z]+)")
_HAD = word_set(
    "wife husband widow widower son daughter mother father brother sister family lawyer "
    "lawyers death funeral friend friends parents childhood murder body boyfriend girlfriend"
)
# A seat, an account, and what persons alone have.
_BEARS = (" (R-", " (D-", " (I-", " (@", " aide", " presidency", " candidacy", " Jr.")
_DOES = Lazy(r"(?: (?:also|then|later|never|once|has|had|was|is|been)){0,2} ([a-z]+)\b")
_PASSIVE = (" was ", " has been ", " had been ", " is ")
# The score of two teams: no player's "6-4, 6-3".
_SCORE = Lazy(r"[^.\n]{0,60} \d{1,3}[-–]\d{1,3}\b(?!,? \d)")
_BODILY = Lazy(r" plc\b|, which\b| \w+ (?:[a-z]+ )?its\b")
_MANY = (" have ", " are ", " were ")
_JOINED = (" and ", ", ")
_OF = (" of ", " of the ", " from ", " from the ", ", from ", ", from the ")
_AT = (" at ", " at the ")
_OWNING = ("'s ", "’s ", "' ", "’ ")
_LISTING = frozenset((" and ", ", ", ", and "))
# "Haleh Karimi can barely believe she gets to live", "Ann walked off. She".
_PRONOUN = Lazy(
    r" [a-z][^.!?\nA-Z“”\"]{2,100}(?:\.[”\"]? (?:He|She|His|Her)| (?:he|she|his|her))\b"
)
_APPOSED = Lazy(
    r"(?:,| is| was) (?:an?|the|one of (?:the|two)) (?:[\w’'-]+ ){0,4}?(?P<noun>[a-z][a-z-]+)"
    r"(?=[,.;]| (?:in|of|who|whom|whose|at|from|with|and)\b)"
)
# That end as those who do something do.
_VERBS = word_set(
    "assist consider offer enter deliver remember discover recover refer prefer suffer honor favor "
    "favour monitor murder lower number consist resist enlist over under after per another other "
    "together never ever however whether either neither rather later earlier former latter twitter"
)
# Their leaders are firms and clubs.
_MARKETS = word_set(
    "market industry sector league table series segment category class world global"
)
_ARTICLES = ("the ", "The ", " a ", " an ")


def call(text: str, drafts: Sequence[Draft]) -> None:
    """Make persons of the names of two or three words that nothing else explains, where the words
    beside one of them tell."""
    often: dict[str, int] = {}
    for d in drafts:
        if _is_unheard(d):
            often[d.name] = often.get(d.name, 0) + 1
    if not often:
        return
    found: set[str] = set()
    bodily: set[str] = set()
    for number, d in enumerate(drafts):
        if not _is_unheard(d):
            continue
        if _is_bodily(text, d):
            bodily.add(d.name)
        elif (
            _acts(text, d, often[d.name] > 2)
            or _suffers(text, d)
            or _is_called(text, d)
            or _is_apposed(text, d)
            or _is_of_a_body(text, drafts, number)
            or _is_an_outlets(text, drafts, number)
            or _is_listed(text, drafts, number)
        ):
            found.add(d.name)
    found -= bodily
    if found:
        found.difference_update([d.name for d in drafts if d.kind in ("organisation", "place")])
    for d in drafts if found else ():
        if d.kind is None and d.name in found:
            d.kind = "person"


def _is_bodily(text: str, d: Draft) -> bool:
    """ "The Junge SVP", "Marlow Argyle have lost", "Novo Vask cut its forecast"."""
    if text.startswith(_BEARS, d.end):
        return False  # "a Zorval Brimm aide"
    if text.endswith(_ARTICLES, 0, d.start) or _BODILY.match(text, d.end, d.end + 40):
        return True
    return text.startswith(_MANY, d.end) and not text.endswith(_JOINED, 0, d.start)


def surnames(drafts: Sequence[Draft]) -> Iterator[str]:
    """What may be whom a name calls of whose given name nobody heard: "Swiatek took" is she then,
    and no word that its sentence's start made large."""
    for d in drafts:
        if _is_unheard(d):
            last = d.name.rpartition(" ")[2]
            if not is_common(last.lower()):
                yield last


def _is_unheard(d: Draft) -> bool:
    return d.kind is None and not d.sure and " " in d.name and _may_be(d.name)


@functools.lru_cache(maxsize=4096)
def _may_be(name: str) -> bool:
    """Whether nothing in the name speaks against a person, and no word of it is one of English:
    not "Casa Blanca Plan", "Junge SVP"."""
    words = name.split(" ")
    if len(words) > 3 or not personal(name) or words[0] in ("St", "St.", "San", "Santa"):
        return False
    if any(len(word) > 1 and word.isupper() and "." not in word for word in words):
        return False
    return words[0] in people.given_names() or not any(
        word[0].isupper() and is_common(word.lower()) for word in words[:-1]
    )


def _acts(text: str, d: Draft, often: bool) -> bool:
    end = d.end
    m = _DOES.match(text, end, end + 40)
    if m is None:
        return False
    verb = m[1]
    if verb in _DEEDS or (verb in _SUFFERED and text.startswith(_PASSIVE, end)):
        return True
    if not often and _CONTESTS.match(text, end, end + 40):
        return not _SCORE.match(text, end, end + 80)
    return d.initial and _PRONOUN.match(text, end, end + 120) is not None


def _suffers(text: str, d: Draft) -> bool:
    """ "The deaths of Alton Sterling", "Alton Sterling’s mother"."""
    if text.endswith(_SUFFERING_ENDS, 0, d.start) and _SUFFERING.search(
        text, max(0, d.start - 24), d.start
    ):
        return True
    m = _HAS.match(text, d.end, d.end + 16)
    return (m is not None and m[1] in _HAD) or text.startswith(_BEARS, d.end)


def _is_called(text: str, d: Draft) -> bool:
    """ "The mass shooter Dylann Roof", "the rebel leader Meles Zenawi"."""
    words = text[max(0, d.start - 32) : d.start].rpartition("\n")[2].split(" ")[:-1]
    last = words[-1] if words else ""
    if last == "leader":
        return len(words) > 1 and words[-2].lower() not in _MARKETS
    return last == "counterpart" or (
        last.islower() and last not in _VERBS and is_human(last.removesuffix("s"))
    )


def _is_apposed(text: str, d: Draft) -> bool:
    """ "Tashfeen Malik, one of two attackers in", "Hasmik Piliposyan is the president of"."""
    beside = text[d.end : d.end + 3]
    if beside[:2] != ", " and beside not in (" is", " wa"):
        return False
    m = _APPOSED.match(text, d.end, d.end + 90)
    if m is None:
        return False
    noun = m["noun"].removesuffix("s")
    # A firm "is a winner" as well.
    return is_human(noun) and (beside[0] == "," or (is_role(noun) and noun not in RELATIONS))


def _is_of_a_body(text: str, drafts: Sequence[Draft], number: int) -> bool:
    """ "Kaveh Majlesi of Lund University", "Jes Rust at the University of Bonn"."""
    if number + 1 == len(drafts):
        return False
    d, after = drafts[number], drafts[number + 1]
    if after.kind != "organisation":
        return False
    joint = text[d.end : after.start]
    return joint in _OF or (joint in _AT and not WORKPLACES.isdisjoint(after.name.split(" ")))


def _is_an_outlets(text: str, drafts: Sequence[Draft], number: int) -> bool:
    """ "NBC’s Hallie Jackson", but not "CNN’s Anderson Cooper 360"."""
    d, owner = drafts[number], drafts[number - 1]
    if not number or text[owner.end : d.start] not in _OWNING:
        return False
    return canonical(owner.name) in OUTLETS and not text[d.end + 1 : d.end + 2].isdigit()


def _is_listed(text: str, drafts: Sequence[Draft], number: int) -> bool:
    """Whether it stands next to a person whom "and" joins to it, or between two in a list."""
    d = drafts[number]
    person = False
    if number:
        before = drafts[number - 1]
        joint = text[before.end : d.start]
        person = before.kind == "person" and joint in _LISTING
        if person and joint != ", ":
            return True
    if number + 1 < len(drafts):
        after = drafts[number + 1]
        joint = text[d.end : after.start]
        return after.kind == "person" and (joint == " and " or (person and joint in _LISTING))
    return False
