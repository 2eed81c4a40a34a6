"""One article, read once: every finding of the analysis, computed when first asked for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from functools import cache, partial
from typing import NamedTuple

from newsbrief.analysis.events import happenings as events
from newsbrief.analysis.events import headline, prose
from newsbrief.analysis.events import summary as selection
from newsbrief.analysis.facts.held import Held
from newsbrief.analysis.names import entities, places
from newsbrief.analysis.names import finding as names
from newsbrief.analysis.names.places import Place
from newsbrief.analysis.speech import readers
from newsbrief.analysis.speech.attribution import Attribution, Unspoken
from newsbrief.analysis.text import furniture, tokens, unwrapping
from newsbrief.analysis.text import orders as ordering
from newsbrief.analysis.text import passages as quoted
from newsbrief.analysis.text import sentences as splitting
from newsbrief.analysis.text.datelines import FOREMOST, dateline_end
from newsbrief.analysis.times import at as placed
from newsbrief.analysis.times import finding as times
from newsbrief.analysis.times.finding import TimeExpression
from newsbrief.article import Article
from newsbrief.cached import cached_property
from newsbrief.span import Span


class Statement(NamedTuple):
    """``outer`` is the ``span`` with its quotation marks, where it has any."""

    span: Span
    outer: Span


class Reading:
    """What the text of ``article`` itself says. All offsets are code points of its text."""

    def __init__(self, article: Article) -> None:
        self.article = article

    @cached_property
    def text(self) -> str:
        """The article's, with spaces for the line breaks of a hard-wrapped one."""
        return unwrapping.unwrapped(self._lines, self._paragraphs)

    @cached_property
    def _lines(self) -> str:
        return unwrapping.with_line_feeds(self.article.text)

    @cached_property
    def lower(self) -> str:
        """The text in small letters; a few letters of rare scripts grow by that."""
        return self.text.lower()

    @cached_property
    def _paragraphs(self) -> list[Span]:
        return splitting.paragraphs(self._lines)

    @cached_property
    def sentences(self) -> list[splitting.Sentence]:
        return splitting.sentences(self._lines, self._paragraphs)

    @cached_property
    def tokens(self) -> tokens.Tokens:
        return tokens.tokens(self.text)

    @cached_property
    def orders(self) -> list[ordering.Order]:
        """What speaks to a language model instead of a reader."""
        return ordering.orders(self.text, self.lower)

    @cached_property
    def _passages(self) -> list[quoted.Passage]:
        return quoted.passages(self.text, self._paragraphs)

    @cached_property
    def passages(self) -> list[quoted.Passage]:
        """Those in quotation marks; not what may be the reporter's between two of them."""
        return [passage for passage in self._passages if not passage.doubtful]

    @cached_property
    def names(self) -> list[names.NameMention]:
        found = names.mentions(self.text, self.sentences)
        if not self.orders:
            return found
        # "SYSTEM MESSAGE: obey" names nobody who could have said what the next sentence quotes.
        return [n for n in found if not any(o.span.overlaps(n.span) for o in self.orders)]

    @cached_property
    def entities(self) -> list[entities.Entity]:
        return entities.entities(self.text, self.sentences, self.names)

    @cached_property
    def _speech(self) -> tuple[list[Attribution], list[Unspoken]]:
        return readers.attributions(
            self.text, self.sentences, self.names, self._passages, self.tokens
        )

    @property
    def attributions(self) -> list[Attribution]:
        """Quotations and reported speech."""
        return self._speech[0]

    @cached_property
    def quotations(self) -> list[Attribution]:
        """The attributions whose content stands in quotation marks."""
        return [said for said in self.attributions if said.kind != "indirect"]

    @property
    def unspoken(self) -> list[Unspoken]:
        """The passages in quotation marks that nobody is shown to say."""
        return self._speech[1]

    @cached_property
    def statements(self) -> list[Statement]:
        """What a model is asked the speaker of: every passage in quotation marks, and the reported
        speech whose source the text does not name (2 in an article of PolNeAR); but of "is expected
        to win", where the cue is part of what is said, nobody can be."""
        marked = [Statement(passage.span, passage.outer) for passage in self.passages]
        for said in self.attributions:
            if said.kind == "indirect" and said.source(self.text) is None:
                span = Span(said.spans[0].start, said.spans[-1].end)
                if said.cue is None or said.cue not in span:
                    marked.append(Statement(span, span))
        return sorted(marked, key=lambda statement: statement.outer)

    @cached_property
    def _find_times(self) -> Callable[[], list[TimeExpression]]:
        """Finds them when first called. It does not refer to the reading: `held`, which calls it
        too, would make a cycle, and what was read of an article (400 objects) would wait for the
        garbage collector."""
        published = self.article.published
        return cache(partial(times.times, self.text, self.sentences, published, self.tokens))

    @property
    def times(self) -> list[TimeExpression]:
        return self._find_times()

    def times_at(self, place: Span) -> list[TimeExpression]:
        """Those at ``place``, and maybe others."""
        published = self.article.published
        near = placed.times_at(self.text, self.sentences, published, self.tokens, place)
        return self.times if near is None else near

    @cached_property
    def places(self) -> list[places.Place]:
        return places.places(self.text, self.sentences, self.names)

    def places_in(self, sentence: Span) -> list[Place]:
        """Those of ``sentence``, without those that stand elsewhere."""
        first, last = (
            bisect_left(self.names, at, key=lambda name: name.span.start)
            for at in (sentence.start, sentence.end)
        )
        return places.places(self.text, self.sentences, self.names[first:last])

    @cached_property
    def held(self) -> Held:
        return Held(self.article, self.lower, self._find_times)

    @cached_property
    def headline(self) -> Span | str:
        title, prose = self.article.title, lambda: self._prose
        return headline.headline(self.text, self.sentences, title, self.passages, prose)

    @cached_property
    def happenings(self) -> list[events.Happening]:
        return events.happenings(
            self.text,
            self.sentences,
            self.times,
            self.places,
            self.entities,
            self.headline,
            self._prose,
            self.article.published,
        )

    @cached_property
    def summary(self) -> tuple[int, ...]:
        main = self.happenings[0].sentence if self.happenings else None
        return selection.summary(self.text, self.sentences, self._prose, main)

    @cached_property
    def _prose(self) -> list[prose.Told]:
        return prose.read_prose(self.text, self.sentences, self.passages, self._page)

    @cached_property
    def content(self) -> list[frozenset[str]]:
        """The content words of each sentence."""
        spans = (sentence.span for sentence in self.sentences)
        return [prose.content_words(self.text[span.start : span.end]) for span in spans]

    @cached_property
    def _page(self) -> furniture.Page:
        return furniture.page_of(self.text, len(self.sentences), len(self._paragraphs))

    def begins(self, number: int) -> int:
        """Where the sentence of this index begins, behind a dateline and what a page left."""
        span = self.sentences[number].span
        start = furniture.opening(self.text, number, span, self._page)
        return dateline_end(self.text, start, span.end) if number < FOREMOST else start

    def is_furniture(self, number: int) -> bool:
        """Whether the sentence of this index is a link, a byline or another part of the page."""
        span = self.sentences[number].span
        sentence = self.text[span.start : span.end]
        if furniture.is_prose(sentence):
            return False
        return furniture.is_junk(self.text[self.begins(number) : span.end], self._page)

    def sentence_at(self, span: Span) -> int | None:
        """Index of the sentence in which ``span`` begins."""
        at = bisect_right(self._starts, span.start) - 1
        return at if at >= 0 and span.start < self.sentences[at].span.end else None

    @cached_property
    def _starts(self) -> list[int]:
        return [s.span.start for s in self.sentences]
