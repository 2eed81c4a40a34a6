"""Whether an office, as it is stated beside a name, is one that somebody may be called by."""

from __future__ import annotations

from collections.abc import Sequence, Set

from newsbrief.analysis.lexicon.countries import countries
from newsbrief.analysis.lexicon.tables import word_set

# A role with one of these in front is another's: "the deputy mayor" is not "the mayor".
_LESSER = word_set("deputy vice assistant associate former ex then-")
# Who is called by which other noun.
SAME = {
    "justice": "judge", "magistrate": "judge", "congressman": "representative",
    "congresswoman": "representative", "lawmaker": "representative", "spokesperson": "spokesman",
    "spokeswoman": "spokesman", "councilor": "councillor", "counselor": "counsellor",
    "boss": "executive", "ceo": "executive", "professor": "professor", "sen.": "senator",
    "gov.": "governor", "rep.": "representative", "gen.": "general", "mp": "mp",
}  # fmt: skip
LINKS = ("of", "for", "at", "in", "to", "on")


def is_of_another(of: Set[str], words: Sequence[str], stated: str) -> bool:
    """Whether the office is stated to be that of a body or a land that is none of those in ``of``:
    "the India captain", of "the England captain"."""
    theirs = {w for w in stated.split() if w[0].isupper() and (w in of or w.lower() not in words)}
    return are_others(of, theirs)


def are_others(of: Set[str], theirs: Set[str]) -> bool:
    """Whether no word of ``theirs`` is one of ``of``; "the Dutch coach" may be Leeds coach."""
    lands = countries()
    ours = {lands.adjectives.get(word, word) for word in of}
    named = {lands.adjectives.get(word, word) for word in theirs}
    if not named or not named.isdisjoint(ours):
        return False
    return not all(word in lands.adjectives for word in of) or any(w in lands.names for w in named)


def fits(words: Sequence[str], role: list[str]) -> bool:
    """Whether who has the office ``role`` may be called by ``words``."""
    plain = role[
        : next(
            (n for n, word in enumerate(role) if n and (word in LINKS or word == "and")), len(role)
        )
    ]
    mine, theirs = words[-1], plain[-1]
    if SAME.get(mine, mine) != SAME.get(theirs, theirs):
        return False
    return _LESSER.isdisjoint(set(plain).symmetric_difference(words))
