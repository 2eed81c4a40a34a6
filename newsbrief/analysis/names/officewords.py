"""The words of one office: its head noun, what belongs to it in front, the body it names."""

from __future__ import annotations

import functools
import re

from newsbrief.analysis.lexicon import offices, organisations, people, words
from newsbrief.analysis.lexicon.calendar import CALENDAR
from newsbrief.analysis.lexicon.tables import word_set
from newsbrief.analysis.names import fronts, naming, runs, segments
from newsbrief.analysis.names.sharing import is_plural
from newsbrief.span import Span

# Words before an office that are part of neither it nor the body it belongs to.
_BREAKS = word_set(
    "told said says asked met quoted by with and or as to from for of in on at against between "
    "than his her their its our my your whose like including both then week weekend month year "
    "day face faces support supports back backs beat beats defeat defeats fire fires hire hires "
    "trail trails endorse endorses bash slam slams meet meets interview urge urges call calls "
    "join joins replace replaces oust target targets attack attacks praise praises thank blame "
    "blames accuse accuses sue sues name names elect pick picks tap taps choose nominate "
    "challenge oppose want wants love hate know see sees expect expects show shows let make put "
    "send help morning afternoon evening night yesterday today tonight tomorrow election"
) | {w.lower() for w in CALENDAR}


@functools.cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\s,;:()\[\]“”\"—–]+")


def words_in(text: str, start: int, end: int) -> list[runs.Word]:
    """The words of ``text[start:end]``, which no mark parts but a square bracket."""
    phrase = text[start:end]
    if "[" in phrase or "]" in phrase or not phrase.isprintable():
        return [(m[0], m.start()) for m in _word().finditer(text, start, end)]
    found = []
    for word in phrase.split(" "):  # half the time of the pattern
        if word:
            found.append((word, start))
        start += len(word) + 1
    return found


@functools.lru_cache(maxsize=4096)
def is_head(word: str) -> bool:
    low = word.lower().removeprefix("ex-").removeprefix("then-").removeprefix("vice-")
    return (
        offices.is_role(low)
        or _is_compound(low)
        or (word.endswith(".") and word[:-1] in offices.OFFICE_ABBREVIATIONS)
        or word in offices.UNSTOPPED
        or word in offices.RANK_LETTERS
        or word == "Con"  # "Det Con"
    )


def _is_compound(low: str) -> bool:
    """ "co-author", "half-brother"; but "-Pollster" is who made the poll."""
    front, hyphen, noun = low.rpartition("-")
    return bool(hyphen and front) and not front.endswith("-and") and offices.is_role(noun)


_POSSESSIVES = frozenset(("'s", "’s", "s'", "s’"))


def owns(word: str) -> bool:
    return word[-2:] in _POSSESSIVES


def weakness(head: str) -> int:
    return 4 if head.lower() in offices.RELATIONS else 0


NOT_FIRST = word_set("enter meet of and the for only last fellow under")
DETERMINERS = word_set("the a an its his her their our")


MODALS = word_set("should will would could can may might must to not did does don’t won’t")


_ADJECTIVE_ENDS = (
    "ive",
    "al",
    "ary",
    "ed",
    "ent",
    "ant",
    "ous",
    "ful",
    "ic",
    "ble",
    "time",
    "term",
)


def may_be_verb(word: str) -> bool:
    """Whether a small word in front of an office may be the verb whose object it is."""
    described = word.endswith(_ADJECTIVE_ENDS) or word in offices.ROLE_MODIFIERS
    return word.islower() and not described and not is_head(word)


def head_before(ws: list[runs.Word]) -> int | None:
    """Index of the head noun of an office that ends the words: "minister", "Minister of X"."""
    if not ws:
        return None
    at = len(ws) - 1
    if is_head(ws[at][0]) or is_plural(ws[at][0]):
        return at
    while at > 0 and (ws[at][0] in fronts.OF_OFFICES or ws[at][0] == "and"):
        at -= 1
    if 1 < at < len(ws) - 1 and ws[at][0] == "the" and ws[at + 1][0] == "Opposition":
        at -= 1  # "Leader of the Opposition"
    if at < len(ws) - 1 and at > 0 and ws[at][0] in ("of", "for") and is_head(ws[at - 1][0]):
        return at - 1
    return None


_OF_PLACES = word_set("to of for at in on with")
_RELATIVES = word_set("who whose whom which that")


def head_with_place(ws: list[runs.Word]) -> int | None:
    """Index of the head noun in "the ambassador to Norway", whose name follows a comma; in "the
    envoy to the region" too."""
    for at in range(len(ws) - 2, max(0, len(ws) - 10), -1):
        if ws[at + 1][0] in _OF_PLACES and is_head(ws[at][0]):
            return None if any(word in _RELATIVES for word, _ in ws[at + 2 :]) else at
    return None


def extends(ws: list[runs.Word], at: int, titled: bool) -> bool:
    """Whether the word before an office still belongs to it.

    A capitalised office ("President") takes no other small word than those of offices.
    """
    word = ws[at][0]
    low = word.lower()
    if _of_members(ws, at) or _beside_ampersand(ws, at):
        return True
    if _of_a_name(ws, at):
        return True  # "Rural Fire Service Commissioner", "Third Division Chief"
    if owns(word) or low in _BREAKS or low in DETERMINERS or word.endswith("."):
        short = word.endswith(".") and (
            naming.known(word) or word[:-1] in offices.OFFICE_ABBREVIATIONS
        )
        return bool(short) or (low in ("of", "and", "for", "on") and _joins(ws, at))
    if low == "under":
        return ws[at + 1][0].lower() == "secretary"
    if low in offices.ROLE_MODIFIERS or low in offices.ROLE_HEADS or word in offices.PORTFOLIOS:
        return True
    if word[0].isupper():
        if word in offices.HONORIFICS:
            return False  # "Mr Justice Roe"
        if word in people.given_names():  # "Amber Valley MP", but not "Jane President"
            return ws[at + 1][0][0].isupper() and not is_head(ws[at + 1][0])
        return low not in words.closed() or word == "US"
    plain = low not in words.closed() and low.replace("-", "").isalpha() and not titled
    return plain and not low.endswith(("ly", "ing", "ed", "es"))


_IN_NAMES = word_set("fire first second third fourth fifth sixth seventh eighth ninth tenth")


def _of_a_name(ws: list[runs.Word], at: int) -> bool:
    """Whether a capital makes a word part of a name that else would be a verb or a number."""
    word = ws[at][0]
    return word.lower() in _IN_NAMES and word[0].isupper() and ws[at + 1][0][0].isupper()


RANKED = word_set(
    "general admiral colonel major captain professor senator representative congressman doctor "
    "lieutenant-general major-general lieutenant-colonel vice-admiral rear-admiral"
)


_OF_RANKED = word_set("president premier chancellor minister envoy leader ambassador chairman")


def head_before_rank(ws: list[runs.Word]) -> int | None:
    """Index of the head noun of an office that somebody's rank follows: "Chairman of the Joint
    Chiefs General", "Speaker of the House Rep."."""
    if len(ws) < 2 or (ws[-1][0][-1] != "." and ws[-1][0].lower() not in RANKED):
        return None
    if ws[-2][0].lower() in _OF_RANKED:
        return len(ws) - 2  # "President General Ann Lee"
    if len(ws) < 4:
        return None
    at = len(ws) - 2
    if not ws[at][0][0].isupper():
        return None
    while at > 1 and ws[at][0][0].isupper():
        at -= 1
    if ws[at][0] == "the":
        at -= 1
    if at < 1 or ws[at][0] != "of":
        return None
    front = ws[at - 1][0]
    return at - 1 if front[0].isupper() and is_head(front) else None


def in_midst(ws: list[runs.Word], first: int, head: int) -> int:
    """Where an office begins whose words up to ``head`` begin in the midst of a name: with all of
    "Lord of the Rings director", behind it in "the Duke of Marlow Hall director"."""
    at = first - 1
    if at > 1 and ws[at][0] == "the":
        at -= 1
    if at < 1 or ws[at][0] != "of" or not ws[first][0][0].isupper() or first == head:
        return first
    front = ws[at - 1][0]
    if not front[0].isupper() or front.lower() in words.closed():
        return first
    if not is_head(front) and not is_plural(front):
        return at - 1
    while first < head and not is_head(ws[first][0]):
        first += 1
    return first


def _of_members(ws: list[runs.Word], at: int) -> bool:
    """Whether a plural owner is part of a body's name: "National Farmers’ Federation president"."""
    word = ws[at][0]
    return (
        word.endswith(("s'", "s’"))
        and word[:1].isupper()
        and ws[at + 1][0] in organisations.ORG_ENDS
        and naming.known(word[:-1]) is None
    )


def _beside_ampersand(ws: list[runs.Word], at: int) -> bool:
    """ "Marlow Fire & Rescue Deputy Chief"."""
    after = ws[at + 1][0]
    return (after == "&" and ws[at][0][0].isupper()) or (
        ws[at][0] == "&" and after[0].isupper() and at > 0
    )


def _joins(ws: list[runs.Word], at: int) -> bool:
    if not 0 < at < len(ws) - 1:
        return False
    left, right = ws[at - 1][0], ws[at + 1][0]
    heads = organisations.OF_HEADS if ws[at][0] == "of" else organisations.FOR_HEADS
    if left in heads and right[0].isupper():
        return True  # "Commission on Human Rights chairwoman", "Friends of Marlow chairwoman"
    return left in offices.PORTFOLIOS and right in offices.PORTFOLIOS


def owner(ws: list[runs.Word], at: int) -> Span | None:
    """The capitalised name that a possessive ends: "South Korea’s"."""
    word, start = ws[at]
    end = start + len(word) - (2 if word[-1] == "s" else 1)
    first = at
    while first and ws[first - 1][0][:1].isupper() and at - first < 4:
        if ws[first - 1][0].lower() in words.closed():
            break
        first -= 1
    if not ws[first][0][:1].isupper():
        return None
    return Span(ws[first][1], end)


_RANKS = word_set(
    "chief deputy vice assistant associate senior junior former acting interim executive managing "
    "general"
)


def named_in(text: str, span: Span) -> Span | None:
    """The first body or country named inside an office."""
    found = _body_in(text[span.start : span.end])
    return found and Span(span.start + found[0], span.start + found[1])


@functools.lru_cache(maxsize=4096)  # 40 µs; most offices stand in many articles
def _body_in(office: str) -> tuple[int, int] | None:
    for at, run in runs.find(office):
        ws = [(w.group(), w.start()) for w in _word().finditer(office, at, at + len(run))]
        if ws[0][0].lower() in _RANKS:  # "Chief Financial" of "Chief Financial Officer"
            continue
        listed = naming.known_at([(w, 0) for w, _ in ws], 0)
        body = listed > 1 and naming.known(" ".join(w for w, _ in ws[:listed])) == "organisation"
        # "San Francisco State University" is more than the place, "White House Press" no body.
        for size in (listed,) if body else range(len(ws), max(1, listed) - 1, -1):
            end = ws[size - 1][1] + len(ws[size - 1][0])
            name = office[ws[0][1] : end]
            about = size > 1 and all(w in offices.PORTFOLIOS for w, _ in ws[:size])
            if about and naming.known(name) is None:
                continue  # "Emergency Management" of its minister
            for first, last, kind, sure, titled, *_ in segments.inside(name):
                plain = kind in ("organisation", "place") and not titled
                plain = plain and not name.endswith((" District", " Circuit", " Cabinet"))
                if plain and (sure or size == 1) and first == 0 and last == len(name):
                    return ws[0][1], end
    return None
