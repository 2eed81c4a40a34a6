"""What stands between a subject and its verb: "A man who saw the crash said", "seen by Reuters"."""

from __future__ import annotations

from newsbrief.analysis.lexicon.cues import cue_verbs
from newsbrief.analysis.lexicon.tables import word_set

OBJECTS = frozenset({"him", "her", "them", "me", "us"})  # never a subject
_VERBAL = "VveXM"
_STOPS = ",;:-()QSC"
_REACH = 10  # words of a modifier before its last noun phrase
# What they bring in is the name of whoever speaks: "a man named Tom Hill said".
_NAMING = word_set("named called nicknamed dubbed known identified")
_SENSES = frozenset({"see", "hear", "find", "watch", "witness", "recall", "remember"})
_SHARED_FORMS = frozenset({"past", "done", "ing"})  # of a participle


def head_end(
    j: int, floor: int, letters: list[str], low: list[str], relative_only: bool = False
) -> int | None:
    """The last word of the phrase that a modifier belongs to, where ``j`` is the last word of the
    modifier but for its own noun phrase: "man" of "a man who saw | the crash"."""
    verb = j
    led = letters[verb] in "It"
    while verb > floor and letters[verb] in ("ItAT" if led else "A"):
        verb -= 1
    if verb <= floor:
        return None
    if letters[verb] == "g" and letters[verb - 1] == "I" and verb - 2 > floor:
        verb, led = verb - 2, True  # "a man accused of killing | the mayor"
    relative = _relative(verb, floor, letters, low, led)
    if relative is not None or relative_only:
        return relative
    before = verb - 1
    while before > floor and letters[before] == "A":
        before -= 1
    if letters[before] not in "nNO" or not _participle(verb, letters, low, led):
        return None
    return before


def unknown_verb(i: int, last: int, letters: list[str], low: list[str]) -> bool:
    """Whether the words ``i`` to ``last``, behind "who" or "that", hold a verb that nothing else
    tells for one: "who lives nearby", "that Lee founded"."""
    if last - i < 2 or i < 2 or letters[i - 2] not in "nNO":
        return False
    if low[i - 1] == "who" and letters[i] == "n" and low[i][-1:] == "s":
        return True
    return letters[i - 1] in "hW" and letters[last - 1] == "e" and letters[last - 2] in "nN"


def verb_ends_modifier(i: int, floor: int, letters: list[str], low: list[str]) -> int | None:
    """The same where the modifier ends with its verb: "who was not authorised to speak"."""
    return _relative(i, floor, letters, low, True)


def _relative(verb: int, floor: int, letters: list[str], low: list[str], led: bool) -> int | None:
    letter = letters[verb]
    if letter == "n" and letters[verb - 1] in "Wh":  # no noun stands between "who" and "the"
        letter = "v"
    if letter not in _VERBAL or (not led and _tells(verb, low)):
        return None
    for k in range(verb - 1, max(floor, verb - _REACH), -1):
        if letters[k] in "Wh":
            noun = letters[k - 1] in "nNO" and letters[k + 1] not in "PDH"
            return k - 1 if noun else None
        if letters[k] in _STOPS:
            return None
    return None


def _participle(verb: int, letters: list[str], low: list[str], led: bool) -> bool:
    word = low[verb]
    if word in _NAMING:
        return False
    if letters[verb] in "eg":
        return True
    if letters[verb] not in "Vv":
        return False
    cue = cue_verbs().get(word)
    if cue is None:  # "taken", "held", "given"
        return led
    if "s" in cue.frames:  # "said by", but not "said in"
        return led and low[verb + 1] == "by"
    return cue.form in _SHARED_FORMS


def _tells(verb: int, low: list[str]) -> bool:
    """Whether a clause without "that" may stand behind the verb: "who said Lee knew"."""
    cue = cue_verbs().get(low[verb])
    return cue is not None and "s" in cue.frames and cue.lemma not in _SENSES
