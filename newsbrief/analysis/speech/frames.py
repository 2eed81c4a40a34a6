"""What may stand behind each form of a cue verb, worked out once for all articles."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from newsbrief.analysis.lexicon.cues import Cue, cue_verbs, prepositions
from newsbrief.analysis.lexicon.tables import word_set

# Verbs with somebody told in between: "told reporters that", "asked him whether".
_ADDRESSED = word_set(
    """
    tell ask remind assure inform warn advise urge convince notify show instruct caution
    promise encourage order press teach persuade implore beg beseech reassure counsel
    """
)
# Whatever noun stands behind these begins a clause, though its verb may look like a noun.
_ALWAYS = frozenset({"say", "argue", "insist", "contend", "believe"})
_ASPECT = frozenset({"begin", "continue", "mean"})
# Without a source of their own: the subject belongs to the content.
_SEEMING = frozenset(
    {"seem", "appear", "expect", "say", "believe", "report", "allege", "rumor", "project"}
)
BLAMED = {"accuse": "of", "suspect": "of", "see": "as"}
# Thought and showing that "as" brings in: "as a poll shows".
_SHOWING = frozenset({"show", "find", "believe", "think", "indicate"})
_NO_WORDS: frozenset[str] = frozenset()


@dataclass(slots=True)
class Frame:
    """A cue with what its lemma takes."""

    cue: Cue
    clause: bool
    says: bool  # a clause, and its speaker's words
    object: bool
    infinitive: bool
    activity: bool  # "reported holding shares", but not "began holding shares"
    addressed: bool
    always: bool
    prepositions: frozenset[str]
    inert: bool  # nothing behind it is content
    seeming: bool
    shown: bool  # "as she said", "as it shows"


@cache
def frames() -> dict[str, Frame]:
    """Lower-case verb form -> its frame."""
    found: dict[str, Frame] = {}
    for word, cue in cue_verbs().items():
        lemma, takes = cue.lemma, cue.frames
        belongs = prepositions().get(lemma, _NO_WORDS)
        addressed = lemma in _ADDRESSED
        found[word] = Frame(
            cue,
            "s" in takes,
            cue.speech and "s" in takes,
            "o" in takes,
            "i" in takes,
            lemma not in _ASPECT,
            addressed,
            lemma in _ALWAYS,
            belongs,
            not (takes or belongs or addressed),
            (lemma in _SEEMING or lemma in BLAMED) and cue.form != "ing",
            (cue.speech and bool(takes)) or lemma in _SHOWING,
        )
    return found
