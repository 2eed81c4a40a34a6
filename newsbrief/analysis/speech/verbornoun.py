"""Whether a word that may be a verb of reporting is a noun or a participle in its sentence."""

from __future__ import annotations

from newsbrief.analysis.lexicon.cues import Cue, cue_verbs, prepositions
from newsbrief.analysis.lexicon.offices import is_role
from newsbrief.analysis.lexicon.tables import word_set
from newsbrief.analysis.speech.words import Words
from newsbrief.analysis.times.tense import IRREGULAR_PAST

_PLURAL = word_set(
    """
    people police men women children media data staff majority number two three four five six
    seven eight nine ten dozens hundreds thousands
    """
)
_FORMER = frozenset({"earlier", "later", "further", "only", "first"})  # "earlier studies had"


def insert(i: int, letters: list[str], low: list[str]) -> None:
    """Times between an auxiliary and its verb: "has since said", "had last week told"."""
    if letters[i - 1] == "S":
        if low[i - 1] == "since" and letters[i - 2] == "X":
            letters[i - 1] = "A"
    elif low[i - 2] in ("last", "this") and letters[i - 3] in "XA":
        letters[i - 2] = "A"


def is_adjective(i: int, letters: list[str]) -> bool:
    """Whether the participle at word ``i`` tells of the noun behind it: "400 pledged delegates", "a
    widely expected move"."""
    before = letters[i - 1]
    if before == "t" or letters[i + 1] == "N":  # "to favoured importers", but "Hill named Lee"
        return before == "t"
    return before == "0" or (before == "A" and i > 1 and letters[i - 2] in "DH")


def is_noun(i: int, cue: Cue, letters: list[str], low: list[str]) -> bool:
    """Whether the words beside word ``i``, in a form that nouns have too, make one of it."""
    before = letters[i - 1]
    after = letters[i + 1]
    if cue.lemma == "state" and after not in "h:,":
        return True
    if before == "0" and cue.form == "s":  # "700 calls for help"
        return True
    if low[i - 1] == "one" and letters[i + 1] in "PDHN":  # "one email he kept"
        return True
    if cue.lemma == "email" and before == "N" and i > 1 and letters[i - 2] == "D":
        return after not in "NDOhQ:"  # "the DNC emails just before it"
    if before == "T" and i > 1 and letters[i - 2] in "DH":  # "a January debate"
        return cue.form == "base"
    if before == "A" and low[i - 1] in _FORMER and after in "XMV":
        return True
    if cue.form == "s" and before in "ne" and _is_object(i - 1, letters, low):
        return True
    if cue.form == "base" and before in "nN0eg":
        plural = low[i - 1].endswith("s") or low[i - 1] in _PLURAL or _are_many(i, letters, low)
        if plural and after in ". " and "," in letters[max(i - 4, 0) : i - 1]:
            return False  # "it is late, town records show."
        return not plural or after in "XMVvI. "
    return (
        before in "nNeg0O"
        and after in "XMVvI.,;C) "
        and not (after == "I" and low[i + 1] in prepositions().get(cue.lemma, ()))
        and not (after in "., " and before == "N")
    )


def _is_object(j: int, letters: list[str], low: list[str]) -> bool:
    """Whether the bare words that end with word ``j`` stand behind a verb or a preposition, which
    leaves them no subjects: "broke new rules that", "under new plans to"."""
    while j > 0 and letters[j] in "neg0":
        j -= 1
    if letters[j] in "VX":
        cue = cue_verbs().get(low[j])
        return cue is None or "s" not in cue.frames
    if letters[j] in "It":
        return letters[j - 1] not in "nNOD0g"  # not "a letter to members calls for"
    return letters[j] == "v"


def _are_many(i: int, letters: list[str], low: list[str]) -> bool:
    """Whether the phrase in front has a plural for its head: "Supporters of the plan claim"."""
    if letters[i - 1] not in "nN" or letters[i + 1] not in "hPDHOn":
        return False
    j = i - 1
    floor = i - 7 if i > 7 else 0
    while j > floor and letters[j] in "nNegDH0":
        j -= 1
    return j > floor and letters[j] == "I" and letters[j - 1] in "nN" and low[j - 1][-1:] == "s"


def is_title(words: Words, letters: list[str], i: int) -> bool:
    """Whether the verb at ``i``, a noun and a name behind it, is the noun in front of an office:
    "said lead author Ann Lee", "“It is late,” fire service chief Ann Lee said"."""
    cue = cue_verbs().get(words.low[i])
    base = cue.form == "base" if cue else words.low[i] not in IRREGULAR_PAST
    base = base or words.low[i] == "planning"
    head = i + 1 if letters[i + 2] == "N" else i + 2
    if head > i + 1 and letters[i + 3] != "N":
        return False
    return base and (i == 0 or letters[i - 1] in "QV,.;:-") and is_role(words.low[head])
