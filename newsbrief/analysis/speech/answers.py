"""Who answers, and whose mood a quote bears out: ``Asked by Lee, Hill smiled. “Never.”``"""

from __future__ import annotations

from newsbrief.analysis.lexicon.cues import cue_verbs
from newsbrief.analysis.lexicon.tables import word_set
from newsbrief.analysis.speech.contents import BE
from newsbrief.analysis.speech.cuesources import CueSources
from newsbrief.analysis.speech.hearers import QUESTIONS
from newsbrief.analysis.speech.reportwords import ATTITUDES
from newsbrief.analysis.speech.sources import Grammar, Source
from newsbrief.analysis.speech.words import Unit

REPLY = "reply"
ASKED = word_set("asked pressed questioned quizzed challenged grilled")
_COMES = frozenset({"came", "comes", "was", "is"})
_REPLIES = frozenset({"reply", "answer", "response", "retort", "rejoinder"})
_MOODS = ATTITUDES | word_set(
    """
    delighted thrilled defiant furious unrepentant blunt emphatic philosophical livid jubilant
    ecstatic scathing dismissive bullish upbeat downbeat unequivocal candid magnanimous apologetic
    effusive unmoved unimpressed clear
    """
)
_REACH = 60  # words of a question


def reply_behind(row: int, unit: Unit, grammar: Grammar) -> tuple[bool, Source | None]:
    """Whether ``Q, came the reply`` stands at word ``row``, and whom it names: "her reply", "the
    answer from Lee"."""
    letters, low = grammar.letters, grammar.words.low
    j = row + 1
    if j < unit.last and letters[j] == ",":
        j += 1
    if j + 2 >= unit.last or low[j] not in _COMES or letters[j + 1] not in "DH":
        return False, None
    noun = j + 2
    while noun < unit.last and letters[noun] in "nA" and low[noun] not in _REPLIES:
        noun += 1
    if noun >= unit.last or low[noun] not in _REPLIES:
        return False, None
    if letters[j + 1] == "H":
        return True, Source(j + 1, j + 2)
    if noun + 1 < unit.last and low[noun + 1] == "from":
        return True, grammar.after(noun + 2, unit.last)
    return True, None


def is_asked(unit: Unit, grammar: Grammar) -> bool:
    """Whether the sentence tells of a question: "Asked why, Hill", "Lee asked Hill if he would"."""
    return grammar.words.low[unit.first] in ASKED or _question(unit, grammar) is not None


def answering(unit: Unit, grammar: Grammar, cues: CueSources) -> Source | None:
    """Who was asked in the sentence, where it names one."""
    low, letters = grammar.words.low, grammar.letters
    if low[unit.first] in ASKED:
        comma = grammar.line.find(",", unit.first, min(unit.last, unit.first + _REACH))
        if comma < 0:
            return None
        return grammar.unit_subject(Unit(comma + 1, unit.last, unit.paragraph))
    v = _question(unit, grammar)
    if v is None:
        return None
    told = grammar.after(v + 1, unit.last)
    return told if told is not None and letters[told.first] in "NDH" else None


def _question(unit: Unit, grammar: Grammar) -> int | None:
    """The verb of "Lee asked Hill if he would go"."""
    line, low = grammar.line, grammar.words.low
    v = line.find("V", unit.first, min(unit.last, unit.first + _REACH))
    while v >= 0:
        if cue_verbs()[low[v]].lemma == "ask":
            told = grammar.after(v + 1, unit.last)
            k = told.last if told is not None else v + 2
            return v if k < unit.last and low[k] in QUESTIONS else None
        v = line.find("V", v + 1, min(unit.last, unit.first + _REACH))
    return None


def in_mood(unit: Unit, grammar: Grammar) -> Source | None:
    """Who is said to be "delighted" or "defiant" in a sentence that ends with it."""
    low, letters = grammar.words.low, grammar.letters
    mood = unit.last - 1
    while mood > unit.first and not letters[mood].isalpha():
        mood -= 1
    if low[mood] not in _MOODS:
        return None
    i = mood - 1
    while i > unit.first and letters[i] == "A":
        i -= 1
    return grammar.subject(i, unit.first) if low[i] in BE else None
