"""The office in front of a name, word by word: "Defense Secretary Ann Lee"."""

from __future__ import annotations

import functools

from newsbrief.analysis.lexicon import geography, offices, organisations, people
from newsbrief.analysis.lexicon.countries import countries
from newsbrief.analysis.lexicon.tables import word_set
from newsbrief.analysis.names.naming import (
    INITIALS,
    ROLE_ABBREVIATIONS,
    SURNAME_NOUNS,
    is_acronym,
    known_at,
    listed_names,
    openings,
)
from newsbrief.analysis.names.runs import Word

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
        and (ws[at + 1][0] in people.given_names() or INITIALS.fullmatch(ws[at + 1][0]) is not None)
    )


_SMALL_IN_OFFICES = offices.ROLE_HEADS | offices.ROLE_MODIFIERS | {"of", "and", "the", "for"}


@functools.cache
def _in_offices() -> frozenset[str]:
    """The capitalised words that an office may hold, or a listed name in front of one."""
    return (offices.OFFICE_ABBREVIATIONS | ROLE_ABBREVIATIONS | offices.RANK_LETTERS).union(
        ("Con",),  # "Det Con"
        offices.PORTFOLIOS,
        organisations.OF_HEADS,
        countries().adjectives,
        openings(),
        listed_names(),
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
            at += max(3, body_at(ws, at))
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


def body_at(ws: list[Word], at: int) -> int:
    """How many words from ``at`` on name a body of a place before an office: "Bank of New Zealand
    Governor"; 0 where none do."""
    if ws[at][0] not in organisations.OF_HEADS or at + 2 >= len(ws) or ws[at + 1][0] != "of":
        return 0
    return 2 + max(1, known_at(ws, at + 2)) if ws[at + 2][0][0].isupper() else 0


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
    return not title and first not in people.given_names() and not INITIALS.fullmatch(first)


# Titles that no house and no street is named by.
_OF_PERSONS = word_set(
    "senator congressman congresswoman justice sergeant lieutenant inspector detective constable "
    "superintendent councillor councilman councilwoman archbishop"
)
# Titles that name a house or a street as often as its bearer: "Prince Albert Park".
_HONOURED = word_set(
    "king queen prince princess duke duchess lord lady captain admiral general pope"
)


def bears_title(ws: list[Word], end: int) -> bool:
    """Whether a surname such as Hill ends the name behind a title: "Judge Ann Hill", "Senator
    Hill"."""
    last = ws[-1][0]
    if len(ws) == 2 and end == 1 and last in SURNAME_NOUNS and last in geography.PLACE_ENDS:
        return ws[0][0].lower() in _OF_PERSONS
    return (
        len(ws) == end + 2
        and ws[end][0] in people.given_names()
        and ws[-1][0] in SURNAME_NOUNS
        and (end > 1 or ws[0][0].lower() not in _HONOURED)
    )
