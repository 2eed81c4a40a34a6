"""Interviews and transcripts: ``Roe: Did you know?``, each paragraph its speaker's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from newsbrief.analysis.lexicon.tables import word_set
from newsbrief.analysis.speech.antecedents import Antecedents
from newsbrief.analysis.speech.people import Person
from newsbrief.analysis.speech.reported import TURN, Reported
from newsbrief.analysis.speech.sources import Grammar, Source
from newsbrief.analysis.speech.words import Unit
from newsbrief.cached import cached_property
from newsbrief.span import Span

_MARKS = ("Q", "A")
_INITIALS = 3  # letters
_FIGURES = "0$%.,;-/() "
_TALKS = word_set("spoke speaks talked talks spoken")
_ABOVE = 8  # sentences above an interview that tell who is asked
_INDENT = 12  # blanks looked at before a label
LONGEST = 5  # words of a label: "Prime Minister Ann Lee"


# Words and a colon that open a paragraph of the desk's own.
_DESK = word_set(
    """
    photo photos related read note source sources update image video credit watch topics
    byline look correction exclusive breaking developing listen editor’s editor's note boom wow
    clarification subscribe contact recap live topline
    """
)
_BEARERS = word_set(
    """
    poll report study survey insiders experts officials police historians newspaper analysts
    lawyers lawyer analysis editorial sources prosecutors scientists researchers economists aides
    critics
    """
)


def label_end(
    unit: Unit, grammar: Grammar, names: set[int], known: frozenset[str] = frozenset()
) -> int | None:
    """The colon behind a name, "Q", "A" or capitals that open ``unit``; ``None``: no label.

    ``names``: where the names of the article begin, in code points; ``known``: the last words
    of labels that are known to come back.
    """
    first = unit.first
    colon = grammar.line.find(":", first, first + LONGEST + 1)
    if colon <= first or colon + 1 >= unit.last:
        return None
    line, words = grammar.line, grammar.words
    if words.low[first] in _DESK:
        return None
    if colon - first == 1 and words.low[first] in _BEARERS:  # "Report: Lee to speak"
        return colon
    if all(w.isupper() for w in words.text[first:colon]) and colon - first <= 3:
        return colon
    named = words.start[first] in names or any(words.start[k] in names for k in range(first, colon))
    named = named or words.low[colon - 1] in known
    return colon if named and not line[first:colon].strip("Nb&") else None


def opened(grammar: Grammar) -> list[int]:
    """The numbers of the units that a label may open: a colon stands among their first words."""
    found = []
    colon = -1
    for number, unit in enumerate(grammar.words.units):
        first = unit.first
        if colon < first:
            colon = grammar.line.find(":", first)
            if colon < 0:
                break
        if colon <= first + LONGEST:
            found.append(number)
    return found


def turns(
    grammar: Grammar, names: set[int], openings: list[int]
) -> list[tuple[int, int, int, Source]]:
    """The paragraphs or lines that a label gives to a speaker, where the article has two or more.

    Each as the number of its first unit, its content's words (half-open) and its source.
    """
    if len(openings) < 3:  # two labels, of which one comes back
        return []
    units, letters, line = grammar.words.units, grammar.letters, grammar.line
    known = _returning([units[number] for number in openings], grammar)
    colons: dict[int, int] = {}
    for number in openings:
        unit = units[number]
        if _begins_line(unit, grammar):
            colon = label_end(unit, grammar, names, known)
            if colon is not None and unit.first != colon:
                colons[number] = colon
    shared = Counter(units[number].paragraph for number in colons)
    found: list[tuple[int, int, int, Source]] = []
    for number, colon in colons.items():
        unit = units[number]
        lines = shared[unit.paragraph] > 1  # each turn is a line, and so may be what is none
        last = number + 1
        while last < len(units) and units[last].paragraph == unit.paragraph:
            if last in colons or (lines and _begins_line(units[last], grammar)):
                break
            last += 1
        end = units[last - 1].last
        start = colon + 1
        if letters[start] == "[":  # "[Laughs.]"
            start = line.find("]", start, min(end, start + 6)) + 1 or start
        if line[start:end].strip(_FIGURES):  # "Ruiz: 1,501." is a result
            found.append((number, start, end, Source(unit.first, colon)))
    labels = {grammar.words.low[colon - 1] for colon in colons.values()}
    # Two labels that each come back, or answer each other: an interview, not a headline.
    return found if len(found) > len(labels) >= 2 else []


def _begins_line(unit: Unit, grammar: Grammar) -> bool:
    """Whether nothing but blanks stands before the unit on its line."""
    start = grammar.words.start[unit.first]
    before = grammar.text[max(0, start - _INDENT) : start].rstrip(" \t\xa0")
    return not before or before[-1] in "\r\n"


def _returning(units: list[Unit], grammar: Grammar) -> frozenset[str]:
    """Capitalised words that stand before a colon at the start of two sentences or more."""
    counts = Counter(
        grammar.words.low[u.first] for u in units if grammar.line[u.first : u.first + 2] == "N:"
    )
    return frozenset(word for word, n in counts.items() if n > 1 and word not in _DESK)


def held(turn: Reported, grammar: Grammar) -> range:
    """The numbers of the units that hold the turn."""
    units = grammar.words.units
    end = turn.unit
    while end < len(units) and units[end].first < turn.last:
        end += 1
    return range(turn.unit, end)


class Labels:
    """Whom the labels of an interview mean: a name, or its initials; by "A" whoever the lines above
    are about, and by "Q" who is spoken to there, or nobody."""

    def __init__(self, reported: Sequence[Reported], antecedents: Antecedents) -> None:
        self.g = antecedents.g
        self.antecedents = antecedents
        self.turns: dict[int, Reported] = {}  # by the numbers of the units that they hold
        for item in reported:
            if item.how == TURN:
                self.turns.update(dict.fromkeys(held(item, self.g), item))

    @cached_property
    def _initials(self) -> dict[str, Span | None]:
        """Initials -> the first mention of the only name that has them."""
        found: dict[str, Span | None] = {}
        named: dict[str, str] = {}
        for mention in self.antecedents.names:
            short = "".join(word[0] for word in mention.name.split())
            if len(short) > 1 and mention.kind in ("person", None):
                known = named.setdefault(short, mention.name)
                found[short] = found.get(short, mention.span) if known == mention.name else None
        return found

    @cached_property
    def _marked(self) -> dict[str, Span]:
        """Whom "Q" and "A" mean, where one person is named above the first of them, or two, of whom
        one is spoken to: "Ann Lee runs a bank. She spoke to Bo Day"."""
        above = min(self.turns, default=0)
        named: dict[str, Span] = {}
        for unit in range(max(0, above - _ABOVE), above):
            for person in self._people(unit):
                named.setdefault(person.last, person.span)
        asks = self._spoken_to(above)
        answer = [span for last, span in named.items() if last != asks]
        found = {"A": answer[0]} if len(answer) == 1 else {}
        return found | ({"Q": named[asks]} if asks in named else {})

    def _spoken_to(self, above: int) -> str | None:
        """The surname of whom somebody "spoke to" or "talked with" above unit ``above``."""
        low, units = self.g.words.low, self.g.words.units
        for number in range(max(0, above - _ABOVE), above):
            for row in range(units[number].first + 1, units[number].last):
                if low[row] in ("to", "with") and low[row - 1] in _TALKS:
                    behind = self.g.words.start[row]
                    people = self._people(number)
                    return next((p.last for p in people if p.span.start > behind), None)
        return None

    def _people(self, unit: int) -> list[Person]:
        return [person for person in self.antecedents.people.known(unit) if person.sure]

    def meant(self, source: Source, unit: int) -> Span | None:
        """Whom the label ``source`` of a turn means."""
        label = self.g.words.text[source.first]
        if self.is_mark(source):
            return self._marked.get(label)
        if source.last - source.first == 1 and label.isupper() and len(label) <= _INITIALS:
            span = self._initials.get(label)
            if span is not None:
                return span
        return self.antecedents.resolve(source, unit)

    def speaker(self, unit: int) -> Span | None:
        """Who says "I" in the unit, where it is part of a turn."""
        item = self.turns.get(unit)
        if item is None or item.source is None:
            return None
        return self.meant(item.source, item.unit)

    def is_mark(self, source: Source) -> bool:
        """Whether the label is but "Q" or "A"."""
        return source.last - source.first == 1 and self.g.words.text[source.first] in _MARKS
