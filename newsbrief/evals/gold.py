"""Gold of one's own: quotes, stakeholders and events (see `Annotation` for the layout).

quotes.recall       direct and partial quotes, part by part, of which the brief has one that
                    shares 80 % of the characters that either covers
quotes.precision    such parts of the brief that are gold
quotes.kind, quotes.speaker   of the recalled, those of the right kind, and those whose speaker
                    goes by an accepted name (or is rightly left open)
quotes.end_to_end   parts that are recalled with the right speaker
quotes.joined       quotes split by their cue that are one quote of the brief
quotes.not_speech   other passages in marks that are no quote, and are listed as left out
indirect.recall, indirect.speaker   as above, at half of the characters, for those indirect
                    quotes that are annotated; nobody annotates all
stakeholders.recall, stakeholders.precision   by accepted names, each counted once
stakeholders.kind, stakeholders.role   of the recalled, those of an accepted kind, and those
                    whose role holds an accepted one (or is rightly left open)
stakeholders.clean  names that must not be stakeholders, and are not
events.recall       events told by an event of the brief: 60 % of their content words
events.date, events.where, events.status   of the recalled, those with the right days, place,
                    status
events.lead         articles whose first gold event is among the first three of the brief
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from newsbrief.analysis.times.dates import day_of
from newsbrief.brief import Brief
from newsbrief.evals.annotation import Annotation, GoldEvent, GoldQuote
from newsbrief.evals.running import Case
from newsbrief.evals.tally import Tally
from newsbrief.sections.event import Event
from newsbrief.sections.parties import Stakeholder
from newsbrief.sections.quotes import Quote
from newsbrief.sections.when import When
from newsbrief.span import Span

_WORD = re.compile(r"\w[\w'-]*")
_STOP_WORDS = (
    "a an the of to in on at by for and or with from as is was were are be been has have had that "
    "this it its his her their will would"
)
_STOP = frozenset(_STOP_WORDS.split())
_ARTICLE = re.compile(r"(?:the|an?) ")


def score(pairs: Iterable[tuple[Case[Annotation], Brief | None]]) -> tuple[Tally, ...]:
    """An article without a brief counts as one in which nothing was found."""
    quotes = Tally(
        "quotes", "recall", "precision", "f1", "kind", "speaker", "end_to_end", "joined",
        "not_speech",
    )  # fmt: skip
    indirect = Tally("indirect", "recall", "speaker")
    parties = Tally("stakeholders", "recall", "precision", "f1", "kind", "role", "clean")
    events = Tally("events", "recall", "lead", "date", "where", "status")
    for case, brief in pairs:
        _score_quotes(quotes, case, brief)
        _score_indirect(indirect, case, brief)
        _score_parties(parties, case, brief.stakeholders if brief else ())
        _score_events(events, case, brief.events if brief else ())
    return quotes, indirect, parties, events


def _score_quotes(tally: Tally, case: Case[Annotation], brief: Brief | None) -> None:
    text, name = case.article.text, case.name
    left = [part for part in _parts(brief) if part[1].kind != "indirect"]
    for gold in case.gold.quotes:
        if gold.kind == "indirect":
            continue
        held = [_take(part, left, 0.8) for part in gold.spans(text)]
        for words, quote in zip(gold.text, held, strict=True):
            _score_part(tally, name, gold, words, quote)
        if len(held) > 1:
            joined = held[0] is not None and all(quote is held[0] for quote in held)
            tally.add("joined", joined, name, " … ".join(gold.text))
    for span, quote in left:
        tally.add("precision", False, name, f"{span.text} — {quote.speaker_name or 'nobody'}")
    listed = [d.span for d in brief.provenance.dropped if d.section == "quotes"] if brief else []
    turns = [span for gold in case.gold.quotes for span in gold.spans(text)]
    for passage in case.gold.not_speech:
        (span,) = passage.spans(text)
        within = any(turn.start <= span.start and span.end <= turn.end for turn in turns)
        known = within or any(span.overlaps(other) for other in listed if other)
        quoted = any(_alike(span, other) >= 0.8 for other, _ in left)
        tally.add("not_speech", known and not quoted, name, text[span.start : span.end])


def _score_indirect(tally: Tally, case: Case[Annotation], brief: Brief | None) -> None:
    left = [part for part in _parts(brief) if part[1].kind == "indirect"]
    for gold in case.gold.quotes:
        if gold.kind == "indirect":
            for words, part in zip(gold.text, gold.spans(case.article.text), strict=True):
                quote = _take(part, left, 0.5)
                tally.add("recall", quote is not None, case.name, words)
                if quote is not None:
                    _score_speaker(tally, case.name, gold, words, quote)


def _score_part(tally: Tally, name: str, gold: GoldQuote, words: str, quote: Quote | None) -> None:
    right = quote is not None and _named(quote.speaker_name, gold.speaker_any)
    if not gold.optional:
        tally.add("recall", quote is not None, name, words)
        tally.add("end_to_end", right)
    if quote is not None:
        tally.add("precision", True)
        tally.add("kind", quote.kind == gold.kind, name, f"{words} — {quote.kind}")
        _score_speaker(tally, name, gold, words, quote)


def _score_speaker(tally: Tally, name: str, gold: GoldQuote, words: str, quote: Quote) -> None:
    wanted = " | ".join(gold.speaker_any) or "nobody"
    told = f"{words} — {quote.speaker_name or 'nobody'}, not {wanted}"
    tally.add("speaker", _named(quote.speaker_name, gold.speaker_any), name, told)


def _parts(brief: Brief | None) -> list[tuple[Span, Quote]]:
    return [(span, quote) for quote in (brief.quotes if brief else ()) for span in quote.spans]


def _take(part: Span, left: list[tuple[Span, Quote]], least: float) -> Quote | None:
    """The first quote that shares so much of ``part``; its span is taken from those ``left``."""
    at = next((n for n, (span, _) in enumerate(left) if _alike(part, span) >= least), None)
    return None if at is None else left.pop(at)[1]


def _score_parties(tally: Tally, case: Case[Annotation], found: Sequence[Stakeholder]) -> None:
    left = list(found)
    for gold in case.gold.stakeholders:
        party = next((one for one in left if _named(one.name, gold.any)), None)
        if not gold.optional:
            tally.add("recall", party is not None, case.name, gold.any[0])
        if party is None:
            continue
        left.remove(party)
        tally.add("precision", True)
        tally.add("kind", party.kind in gold.kind, case.name, f"{party.name} — {party.kind}")
        if gold.role_any is not None:
            right = _holds(party.role, gold.role_any)
            wanted = " | ".join(gold.role_any) or "none"
            told = f"{party.name} — {party.role or 'none'}, not {wanted}"
            tally.add("role", right, case.name, told)
    for party in left:
        tally.add("precision", False, case.name, party.name)
    names = {_folded(party.name) for party in found}
    for name in case.gold.never_stakeholders:
        tally.add("clean", _folded(name) not in names, case.name, name)


def _score_events(tally: Tally, case: Case[Annotation], found: Sequence[Event]) -> None:
    left = list(found)
    for number, gold in enumerate(case.gold.events):
        told = max(left, key=lambda event: _told(gold, event), default=None)
        event = told if told is not None and _told(gold, told) >= (0.6, 0) else None
        tally.add("recall", event is not None, case.name, gold.what)
        if number == 0:
            tally.add("lead", event is not None and event in found[:3], case.name, gold.what)
        if event is None:
            continue
        left.remove(event)
        places = gold.where or ()
        for figure, scored, right, have, wanted in (
            ("date", {"start", "end"}, _dated(gold, event), _days(event.when), _days(gold)),
            ("where", {"where"}, _holds(event.where, places), event.where, " | ".join(places)),
            ("status", {"status"}, event.status == gold.status, event.status, gold.status),
        ):
            if scored & gold.model_fields_set:
                what = f"{gold.what} — {have or 'none'}, not {wanted or 'none'}"
                tally.add(figure, right, case.name, what)


def _alike(one: Span, other: Span) -> float:
    """The share of the characters that both cover in those that either covers."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return max(0, shared) / (max(one.end, other.end) - min(one.start, other.start))


def _named(name: str | None, accepted: tuple[str, ...]) -> bool:
    """Whether ``name`` is an accepted one; with none accepted, whether it is left open."""
    return _folded(name) in map(_folded, accepted) if name else not accepted


def _holds(words: str | None, accepted: tuple[str, ...]) -> bool:
    """Whether ``words`` holds an accepted wording; with none accepted, whether there are none."""
    if not words:
        return not accepted
    have = f" {' '.join(_words(words))} "
    return any(f" {' '.join(_words(one))} " in have for one in accepted)


def _told(gold: GoldEvent, event: Event) -> tuple[float, float]:
    """The share of the content words in all of ``event``, and in its description alone."""
    wanted = _content(gold.what)
    told = _content(event.description)
    all_told = told.union(*(_content(span.text) for span in event.evidence))
    return len(wanted & all_told) / len(wanted), len(wanted & told) / len(wanted)


def _days(time: When | GoldEvent | None) -> str:
    return f"{time.start} to {time.end}" if time and (time.start or time.end) else "no date"


def _dated(gold: GoldEvent, event: Event) -> bool:
    have = (event.when.start, event.when.end) if event.when else (None, None)
    days = tuple(moment and day_of(moment) for moment in have)
    return ("start" not in gold.model_fields_set or days[0] == gold.start) and (
        "end" not in gold.model_fields_set or days[1] == gold.end
    )


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold().replace("’", "'"))


def _content(text: str) -> set[str]:
    """Content words, or all where there are none, by their first five letters: "delays" and
    "delayed" tell the same."""
    words = set(_words(text))
    return {word[:5] for word in words - _STOP or words}


def _folded(name: str) -> str:
    return _ARTICLE.sub("", " ".join(_words(name)), count=1) if name else ""
