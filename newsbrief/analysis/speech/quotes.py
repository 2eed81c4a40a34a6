"""Match each quoted passage to the cue and source that own it, paragraph by paragraph."""

from __future__ import annotations

from bisect import bisect_right

from newsbrief.analysis.lexicon.cues import cue_verbs
from newsbrief.analysis.patterns import Lazy
from newsbrief.analysis.speech.answers import REPLY, reply_behind
from newsbrief.analysis.speech.claims import claim_before, claim_behind
from newsbrief.analysis.speech.colons import headed, labelled, signed, topical
from newsbrief.analysis.speech.continued import Owned, continue_speech
from newsbrief.analysis.speech.cuesources import CueSources
from newsbrief.analysis.speech.negation import is_nobody
from newsbrief.analysis.speech.sources import Grammar, Source
from newsbrief.analysis.speech.turned import speaker
from newsbrief.analysis.speech.words import Unit

_CARRIES = ",?!—–-…"

_WORD = Lazy(r"[^\W_Q]")  # among the letters: whatever is neither a mark nor a passage
_ACCORDING = (["according", "to"], ["words", "of"])
# Whoever stands behind these is told: "in charge of “Today,” reminded his staff".
_TO_WHOM = frozenset({"remind", "inform", "notify", "convince", "tell"})
_ALL = frozenset({"all", "how", "what"})
_ASPECT = frozenset({"begin", "continue", "finish"})
_REACH = 80  # words between a quote and the cue that owns it


class QuoteReader:
    """Walks the units of an article once and gives every passage its owner."""

    def __init__(self, grammar: Grammar, cues: CueSources, contents: list[str]) -> None:
        self.g = grammar
        self.cues = cues
        self.letters, self.line = grammar.letters, grammar.line
        self.low = grammar.words.low
        self.contents = contents  # by passage number, the text inside the marks
        self.verbs = cue_verbs()
        self.found: list[Owned] = []

    def read(self) -> list[Owned]:
        units = self.g.words.units
        ends = [unit.last for unit in units]
        here: dict[int, list[int]] = {}  # by the number of the unit
        for row in self.g.words.passage:
            here.setdefault(bisect_right(ends, row), []).append(row)
        for number, rows in here.items():
            if number < len(units) and units[number].first <= rows[0]:
                self._unit(number, units[number], rows)
        for own in self.found:
            if own.source and is_nobody(own.source, own.cue[0] if own.cue else own.row, self.g):
                own.source = None
            if own.source and own.unit < len(units):
                own.source = speaker(own.source, own.cue, own.row, units[own.unit], self.g)
        continue_speech(self.found, self.g, self.cues)
        return self.found

    # ---- one sentence ------------------------------------------------------------------

    def _unit(self, number: int, unit: Unit, rows: list[int]) -> None:
        previous: Owned | None = None
        pure = self._is_pure(unit)
        for row in rows:
            own = Owned(row, self.g.words.passage[row], number)
            if pure:
                own.how = "pure"
            else:
                self._own(own, unit, previous)
            if own.after and previous is not None:
                self._share_back(own)
            self.found.append(own)
            previous = own

    def _share_back(self, own: Owned) -> None:
        """``The law is Q and Q, Lee said``: the subject of a reported clause speaks neither."""
        letters, after = self.letters, own
        for before in reversed(self.found):
            told = "V" in letters[before.row + 1 : after.row] or letters[before.row + 1] in "nN"
            if told or before.unit != own.unit or before.how not in ("subject", "shared"):
                break
            before.source, before.cue, before.how = own.source, own.cue, own.how
            after = before

    def _own(self, own: Owned, unit: Unit, previous: Owned | None) -> None:
        replies, source = reply_behind(own.row, unit, self.g)
        if replies:
            own.source, own.how = source, REPLY
            return
        found = signed(own.row, unit, self.g)
        if found is not None:
            self._set(own, found, (own.row - 1, own.row), "colon")
            return
        if self._decide(own, unit):
            return
        if self._according(own, unit):
            return
        if self._trailing(own, unit):
            return
        found = topical(own.row, unit, self.g)
        if found is not None:
            self._set(own, found, (own.row - 1, own.row), "colon")
            return
        found = labelled(own.row, unit, self.g)
        if found is not None:
            self._set(own, found, (found.last, found.last + 1), "label")
            return
        if self._saying(own, unit):
            return
        if previous is not None and previous.source is not None:
            own.source, own.cue, own.how = previous.source, previous.cue, "shared"
            return
        if own.row == unit.first:
            own.how = "pure"
            return
        own.source = self.g.unit_subject(unit)
        led = self.letters[own.row - 1] == ":"
        own.how = "colon" if led and own.source is not None else "subject"

    def _decide(self, own: Owned, unit: Unit) -> bool:
        """Between the cue in front and the cue behind."""
        q = own.row
        led = q - 2 >= unit.first and self.letters[q - 1] == ":" and self.letters[q - 2] == "V"
        if self._opens(own.row, unit) and not led:
            return self._behind(own, unit) or self._before(own, unit)
        if self._before(own, unit):
            cue = own.cue
            assert cue is not None
            v = cue[0]
            # "The town needs leaders “who listen,” Lee said": no town speaks.
            deed = self.letters[v] == "V" and not self.verbs[self.low[v]].speech
            if own.row - cue[1] <= 3 and not deed:
                return True
            kept = (own.source, own.cue, own.how)
            if self.letters[cue[1]] == "h" and self._is_reported(own.row, unit):
                return True
            if self._behind(own, unit, strict=True) or (deed and self._signed_off(own, unit)):
                return True
            own.source, own.cue, own.how, own.after = *kept, False
            return True
        return self._behind(own, unit)

    def _is_reported(self, q: int, unit: Unit) -> bool:
        """Of "The mayor said that it was “a shambles,” the Herald reported" the mayor."""
        v = self.line.find("V", q + 1, min(unit.last, q + 6))
        return v > 0 and self.verbs[self.low[v]].lemma == "report"

    def _saying(self, own: Owned, unit: Unit) -> bool:
        claim = claim_before(own.row, unit, self.g)
        return claim is not None and self._set(own, *claim, "saying")

    def _is_pure(self, unit: Unit) -> bool:
        return _WORD.search(self.line, unit.first, unit.last) is None

    def _opens(self, q: int, unit: Unit) -> bool:
        """Whether nothing but a connective stands before the quote in its clause."""
        j = q - 1
        while j >= unit.first and self.letters[j] in "ACT,-S(":
            j -= 1
        if j >= unit.first and self.letters[j] == "Q":
            return j == q - 1
        return j < unit.first or self.letters[j] in ".;:"

    def _behind(self, own: Owned, unit: Unit, strict: bool = False) -> bool:
        """``Q, she said`` and ``Q, said the senator``."""
        letters, q = self.letters, own.row
        tail = self.contents[own.passage].rstrip()[-1:]
        j = q + 1
        comma = tail in _CARRIES
        while j < unit.last and letters[j] in ",-":
            comma = True
            j += 1
        if j + 1 < unit.last and letters[j] == "X" and self.low[j + 1] in _ALL:
            j += 2  # "“No comment,” was all Lee would say"
        opens = self._opens(q, unit)
        if j >= unit.last or not (comma or opens) or (strict and tail != ","):
            return False
        if not comma and letters[j] == "n":  # “Jane the Virgin” star
            return False
        stop = min(unit.last, j + 40)
        for v in range(j, stop):
            if letters[v] == "Q":
                break
            if letters[v] != "V":
                continue
            cue = self.verbs[self.low[v]]
            if v == j or (v == j + 1 and letters[j] == "A"):
                source = (
                    self.g.after(v + 1, unit.last) if cue.form in ("past", "s", "base") else None
                )
                if strict and source is not None and self.g.verb_follows(source.last, unit.last):
                    return False  # "Lee, who called it “odd,” said the port would close"
                named = opens and source is not None and letters[source.first] in "NDP"
                speaks = cue.speech and cue.lemma not in _TO_WHOM
                if source is not None and (speaks or named):
                    return self._set(own, source, (v, v + 1), "inverted", after=True)
                continue
            if cue.form == "ing" or (tail == "." and not (comma or cue.speech)):
                continue  # "“We won.” The board has called on Lee": a sentence of its own
            source = self.g.subject(v, j)
            if source is not None and letters[source.first] == "W" and not cue.speech:
                continue  # "a man who did not want to be named told the Herald"
            if source is not None and self._adjacent(source, j):
                if strict and (not cue.speech or letters[v + 1] not in ".Q,IT "):
                    return False
                return self._set(own, source, (v, v + 1), "post", after=True)
        if not strict and letters[j] == ":" and j == q + 1 and opens:
            source = headed(j + 1, unit, self.g)
            return source is not None and self._set(own, source, (j, j + 1), "colon", after=True)
        if not strict and letters[j - 1] == "-":
            source = self.g.after(j, unit.last)
            if source is not None and source.last >= unit.last - 1 and letters[source.first] == "N":
                return self._set(own, source, None, "colon", after=True)
        if comma and tail == "," and not strict:
            source = self.g.after(j, unit.last)
            if (
                source is not None
                and (letters[source.first] in "NP" or letters[source.last - 1] == "N")
                and source.last < unit.last
                and letters[source.last] in "vVeA,XM"
            ):
                return self._set(own, source, None, "post-noun", after=True)
        return False

    def _adjacent(self, source: Source, j: int) -> bool:
        first = source.antecedent[0] if source.antecedent else source.first
        return not self.line[j:first].strip("AITC")

    def _before(self, own: Owned, unit: Unit) -> bool:
        """``she said Q``: the nearest cue to the left that has a source."""
        floor = max(unit.first, own.row - _REACH + 1)
        v = self.line.rfind("V", floor, own.row)
        while v >= 0:
            source = self.cues.source(v, unit)
            if source is not None and not (
                self.cues.ends_aside(v, source)
                or self._goes_about(v, source)
                or self._is_left(v, own.row, unit)
            ):
                outer = claim_behind(v, own.row, self.g) or self.cues.outer(v, source, unit)
                if outer is not None:
                    return self._set(own, outer[0], outer[1], "pre")
                return self._set(own, source, (v, v + 1), "pre")
            v = self.line.rfind("V", floor, v)
        return False

    def _goes_about(self, v: int, source: Source) -> bool:
        """Whether the cue takes up a thing, no words: "finished a puzzle “the day she left”"."""
        lemma = self.verbs[self.low[v]].lemma
        if lemma == "go":  # "once the Senate goes on recess"
            return self.letters[v + 2] in "nNDHg"
        return lemma in _ASPECT and source.first < v and self.letters[v + 1] not in "Q,:T"

    def _is_left(self, v: int, q: int, unit: Unit) -> bool:
        """Whether a clause of its own stands behind the one of the cue: "Before the town learned of
        it, the firm gave Q"."""
        if self.letters[unit.first] not in "S0O":
            return False
        led = self.line.rfind("S", max(unit.first, v - _REACH), v)
        if led < 0 or self.low[led] == "as" or "," in self.line[led:v]:
            return False
        comma = self.line.find(",", v, q)
        found = self.g.after(comma + 1, q) if comma > 0 else None
        return found is not None and self.g.verb_follows(found.last, q)

    def _according(self, own: Owned, unit: Unit) -> bool:
        """``according to her`` and ``in the words of Lee``."""
        end = min(unit.last, unit.first + _REACH) - 1
        here = self.low[unit.first : end]
        for cue in _ACCORDING:
            if cue[0] not in here:
                continue
            for i in range(unit.first, end):
                behind = i + len(cue)
                if self.low[i] == cue[0] and self.low[i:behind] == cue:
                    source = self.g.after(behind, unit.last)
                    if source is not None:
                        return self._set(own, source, (i, behind), "according", after=i > own.row)
        return False

    def _trailing(self, own: Owned, unit: Unit) -> bool:
        """``The "big" plan will work, she said.``"""
        letters = self.letters
        for v in range(own.row + 1, min(unit.last, own.row + _REACH)):
            if letters[v] == ";":
                break  # "Critics called it Q; it was fair, she said"
            if letters[v] != "V":
                continue
            cue = self.verbs[self.low[v]]
            if not cue.speech or cue.form == "ing":
                continue
            source = self.g.subject(v, own.row + 1)
            if source is not None and cue.lemma not in _TO_WHOM and letters[v + 1] in "QPD":
                continue  # "Hill called it “dire”, Lee said the “end” was near"
            if source is not None and source.first > 0 and letters[source.first - 1] in ",-Q":
                return self._set(own, source, (v, v + 1), "trailing", after=True)
            if letters[v - 1] in ",-":
                source = self.g.after(v + 1, unit.last)
                if source is not None:
                    return self._set(own, source, (v, v + 1), "trailing", after=True)
        return False

    def _signed_off(self, own: Owned, unit: Unit) -> bool:
        """The same, behind a comma: not ``calls it Q. He adds``."""
        found = self._trailing(own, unit)
        return found and own.source is not None and self.letters[own.source.first - 1] != "Q"

    def _set(
        self, own: Owned, source: Source, cue: tuple[int, int] | None, how: str, after: bool = False
    ) -> bool:
        own.source, own.cue, own.how, own.after = source, cue, how, after
        if cue is not None:
            self.cues.known.setdefault(cue[0], source)
        return True
