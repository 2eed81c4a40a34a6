"""From words to attributions: the order in which the readers of speech do their work."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsbrief.analysis.attribution import Attribution, Kind, Unspoken
from newsbrief.analysis.passages import Passage, passages
from newsbrief.analysis.quotes import Owned, QuoteReader
from newsbrief.analysis.sentences import Sentence
from newsbrief.analysis.sources import Grammar, Source
from newsbrief.analysis.wordclass import classes
from newsbrief.analysis.words import Words, read_words
from newsbrief.span import Span

if TYPE_CHECKING:
    from newsbrief.analysis.names import NameMention


def read_speech(
    text: str, sentences: Sequence[Sentence], names: Sequence[NameMention] | None
) -> tuple[list[Attribution], list[Unspoken]]:
    every = passages(text)
    outermost, nested = _split_nested(every)
    words = read_words(text, sentences, outermost)
    grammar = Grammar(words, classes(words))
    contents = [text[p.span.start : p.span.end] for p in outermost]
    reader = QuoteReader(grammar, contents, [p.closed for p in outermost])
    owned = reader.read()
    spoken: list[Attribution] = []
    unspoken = [Unspoken(p.span, "inside another quotation") for p in nested]
    for own in owned:
        passage = outermost[own.passage]
        if own.reason:
            unspoken.append(Unspoken(passage.span, own.reason))
            continue
        speaker = _span(words, own.source)
        spoken.append(Attribution((passage.span,), _kind(own, contents), speaker, speaker, _cue(words, own)))
    return spoken, unspoken


def _kind(own: Owned, contents: list[str]) -> Kind:
    return "direct" if own.how in ("pure", "post", "inverted") else "partial"


def _split_nested(every: list[Passage]) -> tuple[list[Passage], list[Passage]]:
    outermost: list[Passage] = []
    nested: list[Passage] = []
    end = -1
    for p in every:
        if p.outer.start >= end:
            outermost.append(p)
            end = p.outer.end
        else:
            nested.append(p)
    return outermost, nested


def _span(words: Words, source: Source | None) -> Span | None:
    if source is None:
        return None
    return Span(words.start[source.first], words.end[source.last - 1])


def _cue(words: Words, own: Owned) -> Span | None:
    if own.cue is None:
        return None
    return Span(words.start[own.cue[0]], words.end[own.cue[1] - 1])
