"""Binding: what a wire item says, held against the article and tied to its spans."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from newsbrief.analysis.patterns import Lazy
from newsbrief.analysis.reading import Reading
from newsbrief.analysis.speech.attribution import Attribution
from newsbrief.grounding import locate, occurrences
from newsbrief.ledger import Dropped
from newsbrief.sections.item import I, unchecked
from newsbrief.sections.parties import Parties, Stakeholder
from newsbrief.sections.when import When
from newsbrief.span import Span
from newsbrief.wire import Grounding, WireItem, groundings

_WORD = Lazy(r"\w{3,}")
# "mayor Ana Ruiz", "the mayor, Ana Ruiz"; "Ana Ruiz, who was named mayor", "Ruiz is the mayor"
_BEFORE_NAME = Lazy(r"[\s,]*(?:(?:Mr|Mrs|Ms|Dr)\.? )?")
_BEHIND_NAME = Lazy(
    r"['’s]*\W*(?:(?:who|is|was|has|been|were|are|the|an?|its|their|his|her|named|appointed|elected|"
    r"as|former|then|now|country['’]s|city['’]s|company['’]s)\W+){0,5}"
)
_WIDEST_GAP = 40  # characters
_LONG_WORD = Lazy(r"\w{5,}")


class Ungrounded(Exception):
    """The article does not bear an item out. ``words`` are those it was searched for."""

    def __init__(self, reason: str, words: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.words = words


class Ground:
    """The article as a witness: numbers become spans, names stakeholders, words what stands there.

    ``losses`` and ``warnings`` collect what could not be kept of items that otherwise hold.
    """

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.text = reading.text
        self.parties = Parties(reading)
        self.losses: list[Dropped] = []
        self.warnings: list[str] = []

    def bind(self, wire: WireItem, section: str, item: type[I]) -> I:
        """``wire`` as an ``item``, field by field. A field that may be null and does not hold is
        dropped and recorded; one that may not raises `Ungrounded`."""
        kinds = groundings(type(wire))
        evidence: tuple[Span, ...] = ()
        values: dict[str, object] = {}
        for name, kind in sorted(
            kinds.items(), key=lambda pair: pair[1] is not Grounding.SENTENCES
        ):
            given = getattr(wire, name)
            try:
                values[name] = self._value(kind, given, evidence)
            except Ungrounded as failure:
                if not _nullable(wire, name):
                    raise
                self.lose(f"{section}.{name}", str(given), failure.reason)
                values[name] = None
            if kind is Grounding.SENTENCES:
                evidence = self.sentences(given)
                for number in sorted({n for n in given if not self._holds(n)}):
                    self.lose(f"{section}.{name}", str(number), "there is no such sentence")
            elif kind is Grounding.PARTY and isinstance(given, list):
                for party in given:
                    if self.parties.named(party) is None:
                        self.lose(f"{section}.{name}", party, "the article does not hold this name")
        return item.model_validate(values)

    def _value(self, kind: Grounding, given: object, near: tuple[Span, ...]) -> object:
        if given is None or kind is Grounding.CHOICE:
            return given
        if isinstance(given, list):
            if kind is Grounding.SENTENCES:
                return self.sentences(given)
            if kind is Grounding.PARTY:
                found = (self.parties.named(name) for name in given)
                return tuple(dict.fromkeys(party.id for party in found if party))
            return tuple(self._value(kind, part, near) for part in given)
        if kind is Grounding.PASSAGE and isinstance(given, int):
            return self.passage(given)
        words = str(given).strip()
        if not words:
            raise Ungrounded("it is empty")
        if kind is Grounding.PROSE:
            return words
        if kind is Grounding.PARTY:
            return self.party(words)
        if kind is Grounding.TIME:
            return self.when(words, near)
        return self.find_words(words, near).text

    def sentences(self, numbers: list[int]) -> tuple[Span, ...]:
        """The spans of the sentences of these numbers (from 1), without repetition, in order."""
        known = self.reading.sentences
        held = sorted({n for n in numbers if self._holds(n)})
        if not held:
            raise Ungrounded(
                f"it points at no sentence of the article, which has {len(known)}"
                if numbers
                else "it points at no sentence"
            )
        return tuple(known[n - 1].span.of(self.text) for n in held)

    def _holds(self, sentence: int) -> bool:
        return 1 <= sentence <= len(self.reading.sentences)

    def passage(self, number: int) -> Span:
        """The span of quoted passage ``number`` (from 1), without its marks."""
        known = self.reading.passages
        if not self.has_passage(number):
            raise Ungrounded(f"there is no quoted passage {number}; the article has {len(known)}")
        return known[number - 1].span.of(self.text)

    def has_passage(self, number: int | None) -> bool:
        return number is not None and 1 <= number <= len(self.reading.passages)

    def find(self, words: str, near: tuple[Span, ...] = ()) -> Span:
        """Where the article holds ``words``, typography aside; within ``near`` first."""
        for span in near:
            if match := locate(self.text, words, within=span):
                return match.span.of(self.text)
        if match := locate(self.text, words):
            return match.span.of(self.text)
        raise Ungrounded("the article does not hold these words", words)

    def around(self, words: str, evidence: tuple[Span, ...]) -> Span:
        """Where ``words`` stand in the evidence or in the sentence before or behind it; anywhere,
        where an item has no evidence."""
        if not evidence:
            return self.find_words(words)
        at = {n for span in evidence if (n := self.reading.sentence_at(span)) is not None}
        around = sorted(at | {n - 1 for n in at} | {n + 1 for n in at}, key=lambda n: n not in at)
        last = len(self.reading.sentences)
        spans = [self.reading.sentences[n].span for n in around if 0 <= n < last]
        for text, sought in ((self.text, words), (self._lower, words.strip().lower())):
            for span in spans:
                if match := locate(text, sought, within=span):
                    return match.span.of(self.text)
        self.find_words(words)
        raise Ungrounded("the sentences that it rests on do not say so", words)

    def find_words(self, words: str, near: tuple[Span, ...] = ()) -> Span:
        """`find`, capitals aside: "security analyst" for the "Security analyst" that opens a
        sentence. For roles, places and times; never for what somebody said."""
        try:
            return self.find(words, near)
        except Ungrounded:
            match = locate(self._lower, words.lower()) if self._lower else None
            if match is None:
                raise
            return match.span.of(self.text)

    @cached_property
    def _lower(self) -> str:
        """The text in small letters; empty in the rare case that this moves the offsets."""
        lower = self.text.lower()
        return lower if len(lower) == len(self.text) else ""

    def role_of(self, party: Stakeholder, words: str) -> Span:
        """Where the article says ``words`` right before or behind a mention of ``party``."""
        for said in self._all_of(words):
            for mention in party.mentions:
                before = said.end <= mention.start
                gap = (said.end, mention.start) if before else (mention.end, said.start)
                pattern = _BEFORE_NAME if before else _BEHIND_NAME
                if 0 <= gap[1] - gap[0] <= _WIDEST_GAP and pattern.fullmatch(self.text, *gap):
                    return said
        raise Ungrounded("the article does not say this of them", words)

    def beside(self, party: Stakeholder, words: str) -> Span:
        """Where the article says ``words`` in a sentence that mentions ``party``."""
        numbers = {self.reading.sentence_at(mention) for mention in party.mentions}
        for said in self._all_of(words):
            if self.reading.sentence_at(said) in numbers:
                return said
        raise Ungrounded("the article does not say this of them", words)

    def _all_of(self, words: str) -> Iterator[Span]:
        """Every place of ``words``, capitals aside."""
        self.find_words(words)
        for match in occurrences(self._lower or self.text, words.strip().lower()):
            yield match.span.of(self.text)

    def when(self, words: str, near: tuple[Span, ...] = ()) -> When:
        """The time that the article words so."""
        span = self.around(words, near)
        for time in self.reading.times:
            if time.span.overlaps(span):
                return When.of(time, self.text)
        return unchecked(When)(text=span.text, span=span)

    def party(self, name: str) -> str:
        """The id of the stakeholder called ``name``."""
        if party := self.parties.named(name):
            return party.id
        raise Ungrounded("the article does not hold this name", name)

    def attribution_of(self, span: Span) -> Attribution | None:
        """The attribution whose content overlaps ``span``; quoted content before reported."""
        for found in (self.reading.quotations, self.reading.attributions):
            for attribution in found:
                if any(content.overlaps(span) for content in attribution.spans):
                    return attribution
        return None

    def nearest(self, words: str, most: int = 3) -> tuple[int, ...]:
        """Numbers of the sentences that share most words with ``words``: a hint, never a match."""
        wanted = {w.casefold() for w in _WORD.findall(words)}
        shared = [
            (len(wanted & {w.casefold() for w in _WORD.findall(self.text, *_bounds(s.span))}), n)
            for n, s in enumerate(self.reading.sentences, 1)
        ]
        best = sorted((pair for pair in shared if pair[0]), key=lambda p: (-p[0], p[1]))
        return tuple(sorted(n for _, n in best[:most]))

    def shares_words(self, prose: str) -> bool:
        """Whether a third of the longer words of ``prose`` stand in the article. Paraphrase does
        that; a prompt's own words, or another story's, do not."""
        given = {w.casefold() for w in _LONG_WORD.findall(prose)}
        text = f"{self.reading.article.title} {self.text}"
        held = {w.casefold() for w in _LONG_WORD.findall(text)}
        return 3 * len(given & held) >= len(given)

    def lose(self, section: str, item: str, reason: str, span: Span | None = None) -> None:
        self.losses.append(Dropped(section, item[:200], reason, span))


def _bounds(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _nullable(wire: WireItem, name: str) -> bool:
    return type(None) in getattr(type(wire).model_fields[name].annotation, "__args__", ())
