"""The cue lexicon: verb forms that tie what is said to who says it.

Three frames, by what may stand behind the verb:

- ``s`` says a clause ("said that ...", "warned: ..."),
- ``o`` takes what it is about as its object ("criticised the plan"),
- ``i`` takes an infinitive ("vowed to fight").
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from newsbrief.analysis.lexicon import reporting


@dataclass(slots=True)  # read at 0.3 of a named tuple's instructions
class Cue:
    """One inflected form of a cue verb."""

    lemma: str
    form: str  # "base", "s", "past", "ing", "done" (participle apart from the past)
    speech: bool
    frames: str  # some of "s", "o", "i"
    noun: bool  # may as well be a noun in this form
    particles: frozenset[str] = frozenset()  # it is a cue only with one of these behind it


def _rows(table: str) -> dict[str, list[str]]:
    """``"head tail tail | head tail"`` as a dictionary."""
    split = (row.split() for row in table.split("|"))
    return {row[0]: row[1:] for row in split}


@cache
def _irregular() -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    return _rows(reporting.IRREGULAR), _rows(reporting.ING)


def _inflect(lemma: str) -> list[tuple[str, str]]:
    """The forms of a verb, each with its name."""
    past_forms, ing_forms = _irregular()
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        third, past = lemma[:-1] + "ies", lemma[:-1] + "ied"
    elif lemma.endswith("e"):
        third, past = lemma + "s", lemma + "d"
    elif lemma.endswith(("s", "sh", "ch", "x", "z", "o")):
        third, past = lemma + "es", lemma + "ed"
    else:
        third, past = lemma + "s", lemma + "ed"
    stem = lemma[:-1] if lemma.endswith("e") and lemma[-2] != "e" else lemma
    ing = ing_forms.get(lemma, [stem + "ing"])[0]
    pasts = past_forms.get(lemma, [past])
    forms = [(lemma, "base"), (third, "s"), (ing, "ing"), (pasts[0], "past")]
    return forms + [(word, "done") for word in pasts[1:]]


def _frames() -> dict[str, str]:
    frames: dict[str, str] = {}
    for frame, lemmas in (
        ("s", reporting.SPEECH),
        ("s", reporting.THOUGHT),
        ("o", reporting.OBJECT),
        ("i", reporting.INFINITIVE),
        ("", reporting.OTHER),
        ("", reporting.MANNER),
    ):
        for lemma in lemmas.split():
            held = frames.get(lemma, "")
            frames[lemma] = held if frame in held else held + frame
    return frames


@cache
def cue_verbs() -> dict[str, Cue]:
    """Lower-case verb form -> its cue."""
    speech = frozenset(reporting.SPEECH.split() + reporting.MANNER.split())
    nouns = frozenset(reporting.ALSO_NOUNS.split())
    found: dict[str, Cue] = {}
    for lemma, frames in _frames().items():
        for word, form in _inflect(lemma):
            held = found.get(word)
            if held is None or (form == "past" and held.form == "base"):
                noun = lemma in nouns and form in ("base", "s")
                found[word] = Cue(lemma, form, lemma in speech, frames, noun)
    for table, spoken in ((reporting.PHRASAL, True), (reporting.WITH_PREPOSITION, False)):
        for lemma, particles in _rows(table).items():
            for word, form in _inflect(lemma):
                if word not in found:
                    frames = "s" if spoken else ""
                    found[word] = Cue(lemma, form, spoken, frames, False, frozenset(particles))
    return found


@cache
def prepositions() -> dict[str, frozenset[str]]:
    """Lemma -> the prepositions and particles that belong to the cue."""
    return {k: frozenset(v) for k, v in _rows(reporting.WITH_PREPOSITION).items()}
