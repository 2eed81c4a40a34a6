"""Gold of one's own: a folder of JSON files, each the annotation of one article.

`Annotation` is the layout. A passage is given by its words, and by ``nth`` where they stand more
than once; nobody has to count characters.

    quotes.recall        quotes in marks that the brief holds as one quote: 80 % of all characters
                         that either of the two covers are shared
    quotes.precision     quotes in marks of the brief that are gold
    quotes.kind          recalled quotes whose kind (direct, partial) is right
    quotes.speaker       recalled quotes whose speaker goes by an accepted name (or is left open)
    quotes.end_to_end    gold quotes that are recalled with the right speaker
    quotes.not_speech    passages in marks that are not speech, and listed as left out
    stakeholders.recall  stakeholders under an accepted name
    stakeholders.precision   stakeholders of the brief that are gold, each counted once
    stakeholders.kind, .role   of the recalled, those whose kind is right, whose role holds an
                         accepted one (or is left open)
    stakeholders.clean   names that must not be stakeholders, and are not
    events.recall        events of the gold told by an event of the brief: 60 % of the content words
    events.date, .where, .status   of the recalled, those with both days, the place, the status
    events.lead          articles whose first gold event is among the brief's first three
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from newsbrief.article import Article
from newsbrief.brief import Brief
from newsbrief.errors import InputError
from newsbrief.evals.running import Case
from newsbrief.evals.tally import Tally
from newsbrief.evals.texts import read
from newsbrief.sections.events import Event, Status
from newsbrief.sections.parties import PartyKind, Stakeholder
from newsbrief.sections.quotes import QuoteKind
from newsbrief.span import Span

_WORD = re.compile(r"\w[\w'-]*")
_STOP_WORDS = (
    "a an the of to in on at by for and or with from as is was were are be been has have had that "
    "this it its his her their will would"
)
_STOP = frozenset(_STOP_WORDS.split())
_ARTICLE = re.compile(r"(?:the|an?) ")

Several = Annotated[
    tuple[str, ...], BeforeValidator(lambda given: (given,) if isinstance(given, str) else given)
]


class _Layout(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class GoldPassage(_Layout):
    """Words of the article between quotation marks, without the marks; several parts where a cue
    splits them. The first part is the ``nth`` of its wording; or ``span`` says where all stand."""

    text: Several
    nth: int = 1
    span: tuple[int, int] | None = None

    def spans(self, article: str) -> tuple[Span, ...]:
        """Where the parts stand. Raises ``ValueError`` where they do not."""
        if self.span is not None and article[slice(*self.span)] != " ".join(self.text):
            raise ValueError(f"the span {self.span} does not hold {self.text}")
        found, at, nth = [], -1 if self.span is None else self.span[0] - 1, self.nth
        for part in self.text:
            for _ in range(nth):
                at = article.find(part, at + 1)
                if at < 0:
                    raise ValueError(f"the article does not hold {part!r} that often")
            found.append(Span(at, at + len(part)))
            at, nth = found[-1].end - 1, 1
        return tuple(found)


class GoldQuote(GoldPassage):
    """``speaker_any``: names that count as the speaker's; empty where nobody is named."""

    kind: QuoteKind
    speaker_any: Several = ()


class NotSpeech(GoldPassage):
    why: str = ""


class GoldStakeholder(_Layout):
    """``any``: names that count as this party's. ``role_any``: wordings of the role; empty where
    the article states none, absent where the role is not scored."""

    any: Several
    kind: PartyKind
    role_any: Several | None = None
    optional: bool = False


class GoldEvent(_Layout):
    """``what``: three to six content words. Of the other fields, those given are scored; ``null``
    says that the event has none. A ``where`` may have several wordings."""

    what: str
    when: str = ""
    start: date | None = None
    end: date | None = None
    where: Several | None = None
    status: Status = "happened"


class Annotation(_Layout):
    """All that a careful reader finds in one article. ``article`` is a path from the file's own
    folder; the first of the ``events`` is what the article is about."""

    article: str
    published: date | None = None
    title: str | None = None
    note: str = ""
    quotes: tuple[GoldQuote, ...] = ()
    not_speech: tuple[NotSpeech, ...] = ()
    stakeholders: tuple[GoldStakeholder, ...] = ()
    never_stakeholders: tuple[str, ...] = ()
    events: tuple[GoldEvent, ...] = ()


def load(folder: Path) -> list[Case[Annotation]]:
    """The annotated articles in ``folder``, by the names of their annotations.

    Raises `InputError` where there are none, or where one does not fit its article.
    """
    found = []
    for file in sorted(folder.glob("*.json")):
        try:
            gold = Annotation.model_validate_json(read(file))
            text = read(file.parent / gold.article)
            for passage in (*gold.quotes, *gold.not_speech):
                passage.spans(text)
        except ValidationError as error:
            flaw = error.errors(include_url=False, include_input=False)[0]
            at = ".".join(map(str, flaw["loc"]))
            raise InputError(f"{file}: {at}: {flaw['msg']}") from None
        except ValueError as error:
            raise InputError(f"{file}: {error}") from error
        found.append(Case(file.stem, Article(text, gold.title, gold.published), gold))
    if not found:
        raise InputError(f"there is no annotation (*.json) in {folder}")
    return found


def score(pairs: Iterable[tuple[Case[Annotation], Brief | None]]) -> tuple[Tally, ...]:
    """An article without a brief counts as one in which nothing was found."""
    quotes = Tally(
        "quotes", "recall", "precision", "f1", "kind", "speaker", "end_to_end", "not_speech"
    )
    parties = Tally("stakeholders", "recall", "precision", "f1", "kind", "role", "clean")
    events = Tally("events", "recall", "lead", "date", "where", "status")
    for case, brief in pairs:
        _score_quotes(quotes, case, brief)
        _score_parties(parties, case, brief.stakeholders if brief else ())
        _score_events(events, case, brief.events if brief else ())
    return quotes, parties, events


def _score_quotes(tally: Tally, case: Case[Annotation], brief: Brief | None) -> None:
    text, name = case.article.text, case.name
    left = [quote for quote in (brief.quotes if brief else ()) if quote.kind != "indirect"]
    for gold in case.gold.quotes:
        told, spans = " … ".join(gold.text), gold.spans(text)
        quote = next((q for q in left if _alike(spans, q.spans)), None)
        tally.add("recall", quote is not None, name, told)
        right = quote is not None and _named(quote.speaker_name, gold.speaker_any)
        tally.add("end_to_end", right, name, told)
        if quote is not None:
            left.remove(quote)
            tally.add("precision", True)
            tally.add("kind", quote.kind == gold.kind, name, f"{told} — {quote.kind}")
            wanted = " | ".join(gold.speaker_any) or "nobody"
            tally.add("speaker", right, name, f"{told} — {quote.speaker_name}, not {wanted}")
    for quote in left:
        tally.add("precision", False, name, f"{quote.text} — {quote.speaker_name}")
    listed = [d.span for d in brief.provenance.dropped if d.section == "quotes"] if brief else []
    for passage in case.gold.not_speech:
        right = all(any(s.overlaps(d) for d in listed if d) for s in passage.spans(text))
        tally.add("not_speech", right, name, " … ".join(passage.text))


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
        tally.add("kind", party.kind == gold.kind, case.name, f"{party.name} — {party.kind}")
        if gold.role_any is not None:
            right = _holds(party.role, gold.role_any)
            wanted = " | ".join(gold.role_any) or "none"
            tally.add("role", right, case.name, f"{party.name} — {party.role}, not {wanted}")
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
        when = f"{event.when.start} to {event.when.end}" if event.when else "no date"
        for scored, right, have in (
            ({"start", "end"}, _dated(gold, event), when),
            ({"where"}, _holds(event.where, gold.where or ()), event.where),
            ({"status"}, event.status == gold.status, event.status),
        ):
            if scored & gold.model_fields_set:
                figure = "date" if "start" in scored else scored.pop()
                tally.add(figure, right, case.name, f"{gold.what} — {have}")


def _alike(gold: tuple[Span, ...], found: tuple[Span, ...]) -> bool:
    one, other = ({at for s in spans for at in range(s.start, s.end)} for spans in (gold, found))
    return len(one & other) >= 0.8 * len(one | other)


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


def _dated(gold: GoldEvent, event: Event) -> bool:
    have = (event.when.start, event.when.end) if event.when else (None, None)
    days = tuple(moment and date(moment.year, moment.month, moment.day) for moment in have)
    return ("start" not in gold.model_fields_set or days[0] == gold.start) and (
        "end" not in gold.model_fields_set or days[1] == gold.end
    )


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold().replace("’", "'"))


def _content(text: str) -> set[str]:
    """Content words by their first five letters: "delays" and "delayed" tell the same."""
    return {word[:5] for word in _words(text) if word not in _STOP}


def _folded(name: str) -> str:
    return _ARTICLE.sub("", " ".join(_words(name)), count=1) if name else ""
