"""Whom the "he" or "she" that does something stands for, by the sentences before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsbrief.analysis.lexicon.offices import HONORIFICS, is_role
from newsbrief.analysis.lexicon.people import given_names
from newsbrief.analysis.lexicon.persons import is_person
from newsbrief.analysis.names.entities import Entity
from newsbrief.analysis.patterns import Lazy

if TYPE_CHECKING:
    from newsbrief.analysis.events.prose import Told
    from newsbrief.analysis.events.tellings import Ground, Telling

# "He", "But she", "On Friday, he", "In a letter to voters, she", "In 1957 she"
_SUBJECT = Lazy(
    r"\W{0,2}(?:(?:But|And|So|Yet) )?(?:(?!S?[Hh]e\b)[A-Z][^,.;:\0]{1,60}, "
    r"|(?:In|On|By|Last) (?:(?!s?he\b)[\w’'-]+ ){1,4})?"
    r"(?P<one>[Hh]e|[Ss]he)\b(?!['’/])"
)
_BLANK = " \0\n\t“”‘’\"'(["
_HEAD = 80  # code points in which such a pronoun ends
_OPENERS = ("He ", "She ", "he ", "she ", "But ", "And ", "So ", "Yet ")
_GENDER = {"he": "m", "she": "f"}
_BACK = 5  # sentences that a pronoun reaches back
_NEAR = 8  # code points in which a title stands before a surname
_TITLED = 5  # mentions that are looked at for a title
_FAR = 60  # code points in which a preposition stands before a name and its title
_PREPOSITIONS = frozenset("of to with against by for from about on over behind between and".split())
_PHRASE = 6  # words in which the noun of a subject stands


_NOUNS = {"woman": "f", "girl": "f", "mother": "f", "man": "m", "boy": "m", "father": "m"}
_OTHER = r" {}(?= (?:to|for|at|in|on|with|from|that|as|and|by|of|about)\b|[.,;])"
_OBJECT = {"m": Lazy(_OTHER.format("him")), "f": Lazy(_OTHER.format("her"))}


def meant(ground: Ground, telling: Telling) -> int | None:
    """Index of the person whom the pronoun that opens ``telling`` stands for; ``None`` where none
    opens it, or where the sentences before name nobody or somebody without a name."""
    row, start = telling.told, telling.start
    first, stop = telling.pieces[0]
    head = row.masked[first : min(stop, first + _HEAD)]
    if not head.lstrip(_BLANK).startswith(_OPENERS) and " he " not in head and " she " not in head:
        return None  # eleven of twelve, at a third of the time
    m = _SUBJECT.match(head)
    if m is None:
        return None
    gender = _GENDER[m["one"].lower()]
    if _first(ground, start, start + m.start("one"), row, gender) is not None:
        return None  # "After he met Tom Hale, he": either of two
    if (found := _first(ground, row.span.start, start, row, gender)) is not None:
        return found  # "Tom Hale wept as he left on Monday"
    at = ground.number_of(row)
    for before in reversed(ground.told[max(0, at - _BACK) : at]):
        if before.furniture:
            continue
        same = _SUBJECT.match(before.masked)
        goes_on = same is not None and _GENDER[same["one"].lower()] == gender
        end = before.span.start + same.start("one") if goes_on and same else before.span.end
        found = _first(ground, before.span.start, end, before, gender)
        if found is None and not goes_on:
            found = _holder(ground, before.masked)
        if found is not None or (not goes_on and _is_unnamed(before.masked)):
            return found
    return None


def _holder(ground: Ground, masked: str) -> int | None:
    """The one person whose office the sentence has for its subject: "The magistrate ordered it"."""
    the, _, behind = masked.partition(" ")
    noun = behind.partition(" ")[0]
    if the != "The" or not is_role(noun):
        return None
    held = [n for n, e in enumerate(ground.entities) if (e.role or "").lower().endswith(noun)]
    return held[0] if len(held) == 1 else None


def _first(ground: Ground, start: int, end: int, row: Told, gender: str) -> int | None:
    """The first person of that gender whom ``row`` names outside quotation marks; one behind a
    preposition or an owner only where there is nobody else."""
    others: list[int] = []
    for at, n in ground.mentions_in(start, end):
        entity = ground.entities[n]
        if entity.kind != "person" or row.hides(at):
            continue
        known = _gender(ground.text, entity)
        if known not in ("", gender):
            continue
        if not known and _OBJECT[gender].search(row.masked, at - row.span.start):
            continue  # "Jomo Roe asked her to stay": she is somebody else
        if _owns(ground.text, entity, at):
            others.append(n)
        elif _is_object(ground.text, max(row.span.start, at - _FAR), at):
            others.insert(0, n)
        else:
            return n
    return others[0] if others else None


def _is_object(text: str, start: int, at: int) -> bool:
    """Whether a preposition stands before the name at ``at`` and its title."""
    words = text[start:at].split()
    while words and words[-1][0].isupper():
        words.pop()
    return bool(words) and words[-1] in _PREPOSITIONS


def _owns(text: str, entity: Entity, at: int) -> bool:
    end = next((span.end for span in entity.mentions if span.start == at), at)
    return text.startswith(("’s", "'s"), end)


def _gender(text: str, entity: Entity) -> str:
    """By the given name, or a title before the surname; empty where neither tells."""
    first, _, rest = entity.name.partition(" ")
    if first in ("A", "One"):
        return _NOUNS.get(entity.name.rpartition(" ")[2], "")
    if rest and (known := given_names().get(first)):
        return known
    for span in entity.mentions[:_TITLED]:
        title = text[max(0, span.start - _NEAR) : span.start].rstrip(" .").rpartition(" ")[2]
        if known := HONORIFICS.get(title):
            return known
    return ""


def _is_unnamed(masked: str) -> bool:
    """Whether somebody without a name is the subject: "A driver was hurt", not "The senator", who
    may be one that was named before."""
    for word in masked.split(None, _PHRASE)[:_PHRASE]:
        noun = word.rstrip(",")
        if is_person(noun):
            return not (masked.startswith("The ") and is_role(noun))
        if noun.endswith("ed"):
            break
    return False
