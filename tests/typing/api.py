"""The public API as a type checker sees it; mypy runs over it in test_imports.py."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Generator, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Literal, assert_type

from newsbrief import (
    Article,
    Attempt,
    Backend,
    Brief,
    Call,
    Dropped,
    Event,
    Events,
    FakeBackend,
    Ground,
    Item,
    LocalBackend,
    Match,
    Provenance,
    Quote,
    Quotes,
    Reply,
    Section,
    Settings,
    Span,
    Stakeholder,
    Stakeholders,
    Summary,
    SummarySentence,
    SummarySentences,
    Usage,
    When,
    astream,
    asummarise,
    locate,
    stream,
    summarise,
)
from newsbrief.wire import Prose, Sentences, WireItem

assert_type(summarise("text"), Brief)
brief = summarise(
    Article("text", title="t", published="2023-05-30", url=None),
    model="gpt-4o-mini",
    sections=[Events, Quotes],
    published=date(2023, 5, 30),
    settings=Settings(api_key="sk-x", prompts="folder", mode="tools", fallback="extractive"),
)
Settings(prompts=Path("folder"), temperature=None, deadline=5)
Article.from_file("article.txt", published=datetime(2023, 5, 30))
Article.from_file(Path("article.txt"))


async def awaited() -> None:
    assert_type(await asummarise("text", model="extractive", published="2023-05-30"), Brief)


Told = Stakeholder | Event | Quote | Item | Brief
assert_type(stream("text", sections=[Events]), Generator[Told, None, None])
assert_type(astream("text", settings=Settings()), AsyncGenerator[Told, None])
for told in stream("text"):
    if isinstance(told, Quote):
        assert_type(told.speaker_name, str | None)
    elif isinstance(told, Brief):
        assert_type(told.headline, str)

assert_type(brief.headline, str)
assert_type(brief.summary, Summary)
assert_type(brief.summary.sentences, tuple[SummarySentence, ...])
assert_type(brief.events, tuple[Event, ...])
assert_type(brief.quotes, tuple[Quote, ...])
assert_type(brief.stakeholders, tuple[Stakeholder, ...])
assert_type(brief.article, Article)
assert_type(brief.provenance, Provenance)
assert_type(brief.stakeholder("s1"), Stakeholder | None)

assert_type(brief[Events], tuple[Event, ...])
assert_type(brief[Quotes], tuple[Quote, ...])
assert_type(brief[Stakeholders], tuple[Stakeholder, ...])
assert_type(brief[SummarySentences], tuple[SummarySentence, ...])

event, quote, party = brief.events[0], brief.quotes[0], brief.stakeholders[0]
assert_type(event.status, Literal["happened", "ongoing", "planned", "cancelled", "alleged"])
assert_type(event.when, When | None)
assert_type(event.where, str | None)
assert_type(event.participants, tuple[str, ...])
assert_type(event.evidence, tuple[Span, ...])
assert_type(quote.kind, Literal["direct", "partial", "indirect"])
assert_type(quote.spans, tuple[Span, ...])
assert_type(quote.speaker_span, Span | None)
assert_type(party.kind, Literal["person", "organisation", "government", "group"])
assert_type(party.mentions, tuple[Span, ...])
if event.when is not None:
    assert_type(event.when.start, date | datetime | None)

assert_type(brief.provenance.engine, Literal["openai", "local", "extractive", "fake"])
assert_type(brief.provenance.usage, Usage)
assert_type(brief.provenance.attempts, tuple[Attempt, ...])
assert_type(brief.provenance.dropped, tuple[Dropped, ...])
assert_type(locate("text", "needle"), Match | None)


class ClaimWire(WireItem):
    claim: Prose
    evidence: Sentences


class Claim(Item):
    claim: str
    evidence: tuple[Span, ...]


class Claims(Section[ClaimWire, Claim]):
    name = "claims"
    wire = ClaimWire
    item = Claim

    @classmethod
    def bind(cls, wire: ClaimWire, ground: Ground) -> Claim:
        return Claim(claim=wire.claim, evidence=ground.sentences(wire.evidence))


assert_type(summarise("text", sections=[Claims])[Claims], tuple[Claim, ...])


class Mine:
    """A backend of a user's own, by its shape alone."""

    engine: Literal["local"] = "local"
    model = "mine"

    def send(self, call: Call, timeout: float) -> Reply:
        return Reply("{}")

    async def asend(self, call: Call, timeout: float) -> Reply:
        return self.send(call, timeout)


def backends() -> Iterator[Backend]:
    yield Mine()
    yield FakeBackend([{"headline": "x", "events": []}, "prose", Reply("x"), ValueError("x")])
    yield FakeBackend(lambda call: {"headline": call.messages[0]["content"]})


summarise("text", model=Mine())
with LocalBackend(Path("model.gguf"), Settings(max_output_tokens=500)) as local:
    assert_type(local, LocalBackend)
    summarise("text", model=local)

# What must not pass: mypy tells of an exemption that it does not need.
summarise(b"text")  # type: ignore[arg-type]
summarise("text", "model")  # type: ignore[call-arg]
summarise("text", sections=[Event])  # type: ignore[list-item]
summarise("text", published=2023)  # type: ignore[arg-type]
Settings(mode="yaml")  # type: ignore[arg-type]
Settings(apikey="sk-x")  # type: ignore[call-arg]
brief["events"]  # type: ignore[index]
