"""From words to attributions: the order in which the readers of speech do their work."""

from __future__ import annotations

from collections.abc import Sequence

from newsbrief.analysis.names.finding import NameMention, mentions
from newsbrief.analysis.speech.answers import REPLY
from newsbrief.analysis.speech.antecedents import Antecedents
from newsbrief.analysis.speech.attribution import Attribution, Kind, Unspoken
from newsbrief.analysis.speech.continued import Owned
from newsbrief.analysis.speech.cuesources import CueSources
from newsbrief.analysis.speech.indirect import IndirectReader
from newsbrief.analysis.speech.negation import denied_cue, is_nobody
from newsbrief.analysis.speech.quotes import QuoteReader
from newsbrief.analysis.speech.reported import TURN, Reported
from newsbrief.analysis.speech.sources import Grammar, Source
from newsbrief.analysis.speech.turns import Labels
from newsbrief.analysis.speech.unspoken import PULLED, REPEATED, UNCLOSED, why_unspoken
from newsbrief.analysis.speech.wordclass import classes, is_possessive
from newsbrief.analysis.speech.words import Words, read_words
from newsbrief.analysis.text.language import is_unspaced
from newsbrief.analysis.text.passages import Passage, passages
from newsbrief.analysis.text.sentences import Sentence
from newsbrief.analysis.text.tokens import Tokens
from newsbrief.analysis.text.tokens import tokens as read_tokens
from newsbrief.span import Span

# Looking for a pull quote's double reads the whole text: so many look-ups keep it linear.
_MOST_PULLED = 40
_MOST_HEADLINE = 20
_LATER_QUOTES = 100


def attributions(
    text: str,
    sentences: Sequence[Sentence],
    names: Sequence[NameMention] | None = None,
    every: Sequence[Passage] | None = None,
    tokens: Tokens | None = None,
) -> tuple[list[Attribution], list[Unspoken]]:
    """Every quotation and reported statement of ``text``, and the passages that are none.

    Spans are code points of ``text``, quotation marks not included. Every passage of
    ``passages.passages(text)`` is in exactly one of the two lists; a quote split by its cue is
    one attribution of two spans. Both lists are ordered by position. ``names``, ``every`` passage
    and ``tokens`` are read from the text where the caller does not have them yet.
    """
    if every is None:
        every = passages(text)
    doubtful = [Unspoken(p.span, UNCLOSED) for p in every if p.doubtful]
    outermost, nested = _split_nested([p for p in every if not p.doubtful] if doubtful else every)
    words = read_words(text, tokens or read_tokens(text), sentences, outermost)
    grammar = Grammar(text, words, classes(words))
    contents = [text[p.span.start : p.span.end] for p in outermost]
    cues = CueSources(grammar)
    owned = QuoteReader(grammar, cues, contents).read()
    if names is None:
        names = mentions(text, sentences)
    antecedents = Antecedents(text, grammar, outermost, names)
    unspoken = doubtful + [Unspoken(p.span, "inside another quotation") for p in nested]
    reader = IndirectReader(grammar, cues, set(antecedents.name_starts))
    reported = [
        item
        for item in _without_marks(reader.read(), grammar)
        if item.source is None or not is_nobody(item.source, item.cue[0], grammar)
    ]
    spoken: list[Owned] = []
    pulls, repeats = _MOST_PULLED, _MOST_HEADLINE
    for own in owned:
        unit = words.units[own.unit]
        content = contents[own.passage]
        single = _is_single(text, outermost, own.passage)
        reason = why_unspoken(grammar, own.row, unit, content, own.how, single)
        if not reason and repeats and single:
            repeats -= 1
            reason = _repeated(own.passage, contents)
        if not reason and own.how == "pure" and pulls:
            pulls -= 1
            if _is_pulled(text, outermost[own.passage]):
                reason = PULLED
        if reason:
            unspoken.append(Unspoken(outermost[own.passage].span, reason))
        else:
            spoken.append(own)
    # In reading order: whoever was found speaking is the likeliest "she" of the next sentence.
    places = [(item.unit, item.cue[0]) for item in reported]
    quotes = _split_quotes(spoken, grammar)
    places += [(group[0].unit, group[0].row) for group in quotes]
    items: list[list[Owned] | Reported] = [*reported, *quotes]
    found = []
    labels = Labels(reported, antecedents)
    for k in sorted(range(len(items)), key=places.__getitem__):
        item = items[k]
        if isinstance(item, Reported):
            found.append(_reported(item, words, labels))
            continue
        kind = _kind(item[0], contents, grammar)
        found.append(_attribution(item, kind, outermost, words, labels))
    # Spans compare so too, at ten times the time.
    found.sort(key=lambda a: (a.spans[0].start, a.spans[0].end))
    unspoken.sort(key=lambda u: (u.span.start, u.span.end))
    return found, unspoken


def _is_single(text: str, outermost: Sequence[Passage], number: int) -> bool:
    """Whether it stands in single marks; speech over several paragraphs does not count."""
    passage = outermost[number]
    single = text[passage.outer.start] in "'‘" and passage.span.start - passage.outer.start == 1
    if not (single and passage.closed and number):
        return single and passage.closed
    before = outermost[number - 1]
    return before.closed or text[before.outer.start] not in "'‘"


def _repeated(number: int, contents: list[str]) -> str:
    """Why the words in single marks are a headline's: a later quote holds them in full."""
    words = _folded(contents[number]).strip(" .,!?…")
    later = contents[number + 1 : number + 1 + _LATER_QUOTES]
    return REPEATED if len(words) > 3 and any(words in _folded(c) for c in later) else ""


def _folded(content: str) -> str:
    return content.replace("’", "'").lower()


def _is_pulled(text: str, passage: Passage) -> bool:
    """Whether a quote that fills its paragraph repeats running text of the article."""
    start, end = passage.outer.start, passage.outer.end
    if text[max(0, start - 1) : start] not in ("", "\n") or text[end : end + 1] not in ("", "\n"):
        return False
    inside = text[passage.span.start : passage.span.end].rstrip(" .,")
    if len(inside) < 30 or "\n" in inside:
        return False
    at = text.find(inside)
    if at == passage.span.start:
        at = text.find(inside, end)
    return at > 0 and text[at - 1].isspace()


def _without_marks(reported: list[Reported], grammar: Grammar) -> list[Reported]:
    """Reported clauses that hold quotation marks give way to them; but what a speaker quotes
    stands in the turn of a transcript and on its own."""
    return [
        item
        for item in reported
        if item.how == TURN or not grammar.has_quote(item.first, item.last)
    ]


def _attribution(
    group: list[Owned],
    kind: Kind,
    outermost: list[Passage],
    words: Words,
    labels: Labels,
) -> Attribution:
    own = group[0]
    antecedents = labels.antecedents
    text = antecedents.text
    speaker = _span(text, words, own.source)
    referent = antecedents.resolve(own.source, own.unit) if own.source else None
    if referent is None and own.source and words.low[own.source.first] == "i":
        referent = labels.speaker(own.unit)
    spans = tuple([outermost[o.passage].span for o in group])
    cue = _rows(text, words, *denied_cue(own.cue, antecedents.g)) if own.cue else None
    return Attribution(spans, kind, speaker, referent, cue)


def _reported(item: Reported, words: Words, labels: Labels) -> Attribution:
    antecedents = labels.antecedents
    text = antecedents.text
    content = _rows(text, words, item.first, item.last)
    if item.how == TURN and item.source:
        referent = labels.meant(item.source, item.unit)
    else:
        referent = antecedents.resolve(item.source, item.unit) if item.source else None
    cue = _rows(text, words, *denied_cue(item.cue, antecedents.g))
    return Attribution((content,), "indirect", _span(text, words, item.source), referent, cue)


def _split_quotes(owned: list[Owned], grammar: Grammar) -> list[list[Owned]]:
    """Join the two halves of "...," she said, "..." (or "." and a fresh sentence)."""
    groups: list[list[Owned]] = []
    for own in owned:
        if groups and _continues(groups[-1][-1], own, grammar):
            groups[-1].append(own)
        else:
            groups.append([own])
    return groups


def _continues(left: Owned, right: Owned, grammar: Grammar) -> bool:
    if not left.after or left.source is None or left.how not in ("post", "inverted"):
        return False
    if left.unit == right.unit:
        if grammar.letters[right.row - 1] in ".b":  # "said in a post on X. “We waited”"
            return right.source == left.source
        return (
            right.source == left.source
            and right.how == "pre"
            and grammar.letters[right.row - 1] in ",:-"
        )
    units = grammar.words.units
    return (
        right.how == "pure"
        and right.unit == left.unit + 1
        and units[left.unit].paragraph == units[right.unit].paragraph
        and right.source == left.source
    )


def _kind(own: Owned, contents: list[str], grammar: Grammar) -> Kind:
    """Direct where the marks hold whole utterances, partial where the sentence needs them."""
    if own.how in ("pure", "colon"):
        return "direct"
    content = contents[own.passage]
    if is_unspaced(content[0]):
        return "direct"
    opens = own.row == grammar.words.units[own.unit].first
    if own.how in ("post", "inverted", REPLY) and opens:
        return "direct"
    if not opens and grammar.letters[own.row - 1] not in ",:-V.b":
        return "partial"
    first = next((c for c in content if c.isalnum()), "a")
    whole = content.rstrip()[-1:] in ".!?,…—–-"
    return "direct" if (first.isupper() or first.isdigit()) and whole else "partial"


def _split_nested(every: Sequence[Passage]) -> tuple[list[Passage], list[Passage]]:
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


def _span(text: str, words: Words, source: Source | None) -> Span | None:
    if source is None:
        return None
    start, end = words.start[source.first], words.end(source.last - 1)
    last = words.low[source.last - 1]
    if is_possessive(last):  # "Smith’s claim": Smith
        end -= 2 if last.endswith("s") and not last.endswith(("s’", "s'")) else 1
    return Span(start, end, text[start:end])


def _rows(text: str, words: Words, first: int, last: int) -> Span:
    start, end = words.start[first], words.end(last - 1)
    return Span(start, end, text[start:end])
