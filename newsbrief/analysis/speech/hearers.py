"""Who is told, between a cue and what it reports: "told reporters that"."""

from __future__ import annotations

from newsbrief.analysis.lexicon.tables import word_set
from newsbrief.analysis.speech.frames import Frame
from newsbrief.analysis.speech.modifiers import OBJECTS
from newsbrief.analysis.speech.sources import Grammar

QUESTIONS = frozenset({"if", "whether", "how", "what", "why", "where", "when", "who", "which"})
_HEARERS = word_set(
    "jury jurors court inquest hearing tribunal trial inquiry reporters journalists lawmakers MPs "
    "parliament council councillors committee meeting conference crowd audience supporters fans "
    "delegates voters viewers police detectives officers investigators newspaper magazine "
    "programme broadcaster agency station channel board panel"
)
_RELATIVES = frozenset({"who", "which"})
_PAST_HEARERS = 14  # words


_TOLD = 10  # words of a clause that somebody tells something in


class Hearers:
    """Walks over whoever is told, to where the content begins."""

    def __init__(self, grammar: Grammar) -> None:
        self.g = grammar
        self.letters, self.line = grammar.letters, grammar.line
        self.low = grammar.words.low

    def _past_aside(self, j: int, end: int) -> int | None:
        """ "said, with some regret, that": the "that" behind commas or dashes."""
        letters, line = self.letters, self.line
        k = line.find(letters[j] + "h", j + 1, min(end - 1, j + 16))
        return k + 1 if k > 0 and letters[k + 2] not in "XMVve" else None  # not ", that killed 68"

    def _addressee(self, j: int, end: int, asked: bool) -> int | None:
        letters, low = self.letters, self.low
        k = j
        if letters[k] in "Vge" and letters[k + 1] in "nN":
            k += 1  # "told cheering supporters that"
        if letters[k] in "O":
            k += 1
        else:
            found = self.g.after(k, min(end, k + 14))
            if found is None:
                return None
            name = self._behind_people(k, found.last, end)
            if name is not None:
                return name
            k = found.last
            if (
                k < end
                and low[k] in ("when", "where")
                and ("question" in low[j:k] or "I" in self.line[j:k])
            ):
                return None  # "asked a question when Lee came", "told him of a town where"
        while k < end and letters[k] in "ATI":
            k += 1
        if k < end and letters[k] in ",-":  # "told reporters, however, that"
            past = self._past_aside(k, end)
            return k + 1 if past is None and self._goes_on_told(k, end) else past
        if k < end and low[k] in _RELATIVES and letters[j] != "O" and not asked:
            k = self.line.find("h", k, min(end, k + _PAST_HEARERS))  # "told fans who came that"
            return k if k > 0 else None
        if k < end and (letters[k] in "htP" or low[k] in QUESTIONS or low[k] == "there"):
            return k
        if j < k < end and letters[k] in "DH" and self._clause_ahead(k, end):
            return k  # "told reporters the bridge was safe"
        if not j < k < end or letters[k] not in "DHNn":
            return None
        named = letters[j] == "N" and self._clause_ahead(k, end)  # not "told CBS' Face the Nation"
        return k if letters[j] == "O" or named else None

    def _goes_on_told(self, comma: int, end: int) -> bool:
        """Whether what was told stands behind the comma: "told the paper, it was late"."""
        led = self.line.rfind("S", max(0, comma - _TOLD), comma)
        if led >= 0 and self.low[led] != "as":
            return False  # "After she told the paper, the mayor was late"
        if comma + 2 >= end or self.letters[comma + 1] not in "PDHNn0":
            return False
        found = self.g.after(comma + 1, end)
        return found is not None and self.letters[found.last] in "XM"

    def _behind_people(self, first: int, last: int, end: int) -> int | None:
        """Where the name begins that is the subject of what was told: "told the jury | Lee had"."""
        for k in range(first + 1, last):
            if self.letters[k] == "N" and self.low[k - 1] in _HEARERS:
                return k if self._clause_ahead(k, end) else None
        return None

    def _behind_agent(self, j: int, frame: Frame, end: int) -> tuple[int, int, str] | None:
        """ "It was claimed by the defence that", "were warned by police not to go"."""
        agent = self.g.after(j, end)
        if agent is None:
            return None
        k = agent.last
        while k < end and self.letters[k] in "AT":
            k += 1
        if k < end and self.letters[k] == "h" and frame.says:
            return k, j, "that"
        to = k < end and self.letters[k] == "t" and frame.addressed
        return (agent.last, j, "to") if to else None

    def _is_hearer(self, j: int, end: int) -> bool:
        """Whether but who was told stands behind: "told CNN in an interview taped on Monday"."""
        found = self.g.after(j, end)
        if found is None or found.last >= end:
            return False
        verb = self.letters[found.last]
        return verb == "I" or (verb in "eV" and "I" in self.line[j : found.last])

    def _clause_ahead(self, j: int, end: int) -> bool:
        """Whether a subject and a verb stand behind: "said the plan would fail"."""
        if self.letters[j] == "P":
            return self.letters[j + 1] not in ",.;:"  # not "saw it, left"
        if self.letters[j] == "O" and self.low[j] in OBJECTS:
            return False
        found = self.g.after(j, end)
        if found is None or self.line[found.last : found.last + 2] == ",V":
            return False  # "The guard, quoting survivors, said"
        verb = self.letters[found.last] if found.last < end else ""
        if verb == "e" and self.low[found.last + 1 : found.last + 2] == ["by"]:
            return "X" in self.line[found.last : end] or "M" in self.line[found.last : end]
        return self.g.verb_follows(found.last, end)
