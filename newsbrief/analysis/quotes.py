"""Match each quoted passage to the cue and source that own it, paragraph by paragraph."""

from __future__ import annotations

from dataclasses import dataclass, field

from newsbrief.analysis.cues import Cue, cue_verbs
from newsbrief.analysis.sources import Grammar, Source
from newsbrief.analysis.words import Unit

_CARRIES = ",?!—–-…"


@dataclass(slots=True)
class Owned:
    """One passage in its sentence, with what owns it."""

    row: int  # its word
    passage: int  # its number
    unit: int
    source: Source | None = None
    cue: tuple[int, int] | None = None  # words of the cue
    how: str = ""
    after: bool = False  # the cue comes behind it
    inherits: int = -1  # index of the quote whose source this one continues
    reason: str = ""


@dataclass(slots=True)
class State:
    last: Source | None = None
    owned: list[Owned] = field(default_factory=list)


class QuoteReader:
    """Walks the units of an article once and gives every passage its owner."""

    def __init__(self, grammar: Grammar, contents: list[str], closed: list[bool]) -> None:
        self.g = grammar
        self.letters = grammar.letters
        self.low = grammar.words.low
        self.contents = contents  # by passage number, the text inside the marks
        self.closed = closed
        self.verbs = cue_verbs()
        self.found: list[Owned] = []

    def read(self) -> list[Owned]:
        units = self.g.words.units
        for number, unit in enumerate(units):
            rows = [r for r in range(unit.first, unit.last) if self.letters[r] == "Q"]
            if rows:
                self._unit(number, unit, rows)
        self._pure()
        return self.found

    # ---- one sentence ------------------------------------------------------------------

    def _unit(self, number: int, unit: Unit, rows: list[int]) -> None:
        previous: Owned | None = None
        for row in rows:
            own = Owned(row, self.g.words.passage[row], number)
            self._own(own, unit, rows, previous)
            self.found.append(own)
            previous = own

    def _own(self, own: Owned, unit: Unit, rows: list[int], previous: Owned | None) -> None:
        if self._is_pure(unit):
            own.how = "pure"
            return
        if self._behind(own, unit, rows):
            return
        if self._before(own, unit):
            return
        if self._according(own, unit):
            return
        if self._trailing(own, unit):
            return
        if self._colon(own, unit):
            return
        if previous is not None and previous.source is not None:
            own.source, own.cue, own.how = previous.source, previous.cue, "shared"
            return
        own.source = self.g.unit_subject(unit)
        own.how = "subject"

    def _is_pure(self, unit: Unit) -> bool:
        return not any(c.isalnum() and c != "Q" for c in self.letters[unit.first : unit.last])

    def _behind(self, own: Owned, unit: Unit, rows: list[int]) -> bool:
        """``Q, she said`` and ``Q, said the senator``."""
        letters, q = self.letters, own.row
        tail = self.contents[own.passage].rstrip()[-1:]
        j = q + 1
        comma = tail in _CARRIES
        while j < unit.last and letters[j] in ",-":
            comma = True
            j += 1
        opens = q == unit.first or letters[q - 1] in ".,:-;(C"
        if j >= unit.last or not (comma or opens):
            return False
        stop = min(unit.last, j + 40)
        for v in range(j, stop):
            letter = letters[v]
            if letter == "Q":
                break
            if letter not in "V":
                continue
            cue = self.verbs.get(self.low[v])
            if cue is None:
                continue
            if v <= j + 1 and all(c in "A" for c in letters[j:v]):
                source = self.g.after(v + 1, unit.last) if cue.form in ("past", "s", "base") else None
                if source is not None and (cue.speech or letters[source.first] in "NDP"):
                    return self._set(own, source, (v, v + 1), "inverted", after=True)
                continue
            if cue.form == "ing":
                continue
            source = self.g.subject(v, j)
            if source is not None and self._adjacent(source, j):
                return self._set(own, source, (v, v + 1), "post", after=True)
        if comma and tail == ",":
            source = self.g.after(j, unit.last)
            if source is not None and self.letters[source.first] in "NDHP" and source.last < unit.last and letters[source.last] in "vVeA,XM":
                return self._set(own, source, None, "post-noun", after=True)
        return False

    def _adjacent(self, source: Source, j: int) -> bool:
        first = source.antecedent[0] if source.antecedent else source.first
        return first - j <= 1 or all(c in "AITC" for c in self.letters[j:first])

    def _before(self, own: Owned, unit: Unit) -> bool:
        """``she said Q``: the nearest cue to the left that has a source."""
        letters = self.letters
        pending: tuple[int, int] | None = None
        v = own.row - 1
        while v >= unit.first and own.row - v < 80:
            letter = letters[v]
            if letter == ";" and pending is None:
                break
            if letter in "V":
                cue = self.verbs[self.low[v]]
                source = self._cue_source(v, cue, unit)
                if source is not None:
                    return self._set(own, source, pending or (v, v + 1), "pre")
                if pending is None and self._usable(v, cue, unit):
                    pending = (v, v + 1)
            v -= 1
        if pending is not None:
            source = self.g.unit_subject(unit)
            if source is not None:
                return self._set(own, source, pending, "pre-subject")
        return False

    def _usable(self, v: int, cue: Cue, unit: Unit) -> bool:
        before = self.letters[v - 1] if v > unit.first else ""
        return before not in ("D", "H", "I")

    def _cue_source(self, v: int, cue: Cue, unit: Unit) -> Source | None:
        letters = self.letters
        if cue.form == "ing" or v == unit.first:
            return None
        before = letters[v - 1]
        if before in "DHIt" or (before == "n" and cue.form in ("base", "s") and self._noun_reading(v, unit)):
            return None
        return self.g.subject(v, unit.first)

    def _noun_reading(self, v: int, unit: Unit) -> bool:
        """ "the campaign claims of": a noun where a determiner's phrase runs into it."""
        return v + 1 < unit.last and self.low[v + 1] in ("of", "for", "on", "by", "from")

    def _according(self, own: Owned, unit: Unit) -> bool:
        low = self.low
        for i in range(unit.first, min(unit.last, unit.first + 200) - 1):
            if low[i] == "according" and low[i + 1] == "to":
                source = self.g.after(i + 2, unit.last)
                if source is not None:
                    return self._set(own, source, (i, i + 2), "according", after=i > own.row)
        return False

    def _trailing(self, own: Owned, unit: Unit) -> bool:
        """``The "big" plan will work, she said.``"""
        letters = self.letters
        for v in range(own.row + 1, unit.last):
            if letters[v] != "V":
                continue
            cue = self.verbs[self.low[v]]
            if not cue.speech or cue.form == "ing":
                continue
            source = self.g.subject(v, own.row + 1)
            if source is not None and source.first > 0 and letters[source.first - 1] in ",-":
                return self._set(own, source, (v, v + 1), "trailing", after=True)
            if letters[v - 1] in ",-":
                source = self.g.after(v + 1, unit.last)
                if source is not None:
                    return self._set(own, source, (v, v + 1), "trailing", after=True)
        return False

    def _colon(self, own: Owned, unit: Unit) -> bool:
        """``Trump: Q`` and ``Trump on trade: Q``."""
        q = own.row
        if q - 1 <= unit.first or self.letters[q - 1] != ":":
            return False
        source = self.g.after(unit.first, q)
        if source is None:
            return False
        return self._set(own, source, (q - 1, q), "colon")

    def _set(
        self, own: Owned, source: Source, cue: tuple[int, int] | None, how: str, after: bool = False
    ) -> bool:
        own.source, own.cue, own.how, own.after = source, cue, how, after
        return True

    # ---- quotes that stand alone -------------------------------------------------------

    def _pure(self) -> None:
        """Give quotes without words of their own the speaker who was talking."""
        units = self.g.words.units
        for k, own in enumerate(self.found):
            if own.how != "pure":
                continue
            unit = units[own.unit]
            before = self.found[k - 1] if k else None
            if own.unit and units[own.unit - 1].paragraph >= unit.paragraph - 1:
                neighbour = units[own.unit - 1]
                if before is not None and before.unit == own.unit - 1:
                    own.source, own.inherits = before.source, k - 1
                    own.cue = None
                    continue
                source = self._last_cue(neighbour) or self.g.unit_subject(neighbour)
                if source is not None:
                    own.source = source
                    continue
            if before is not None:
                own.source, own.inherits = before.source, k - 1

    def _last_cue(self, unit: Unit) -> Source | None:
        for v in range(unit.last - 1, unit.first, -1):
            if self.letters[v] == "V":
                cue = self.verbs[self.low[v]]
                if not cue.speech:
                    continue
                source = self._cue_source(v, cue, unit)
                if source is not None:
                    return source
        return None
