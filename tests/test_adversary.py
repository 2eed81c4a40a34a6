"""A model that lies: of 10,000 false items and more none reaches a brief; none is lost unseen."""

from __future__ import annotations

import json
import random
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple, Self

import pytest
from falsehoods import NOWHERE, STRANGERS, Story, misquoted, stories, unheard

from newsbrief import Brief, Call, FakeBackend, Span, summarise

ROUNDS = 6
EVENTS, SENTENCES = 10, 3  # what a brief takes of each
Item = dict[str, Any]


class Further(NamedTuple):
    """False words to answer with where the model is asked again."""

    quotes: list[str]
    told: list[str]

    @classmethod
    def of(cls, story: Story, rng: random.Random) -> Self:
        quotes, told = misquoted(story, rng), unheard(story, rng)
        return cls(
            *([words for _, words in all_ if not story.holds(words)] for all_ in (quotes, told))
        )


class Liar:
    """Answers with the false ``items``, and with ``further`` ones where it is asked again."""

    def __init__(
        self, items: dict[str, list[Item]], headline: str, further: Further, rng: random.Random
    ) -> None:
        self.told = Counter[str]()
        self._items, self._headline = items, headline
        self._words, self._happenings = further
        self._rng = rng

    def __call__(self, call: Call) -> Item:
        asked = re.findall(r"^item (\d+) \((\w+)\)", call.messages[-1]["content"], re.MULTILINE)
        if not asked:
            return {"headline": self._headline, **self._items}
        again: dict[str, list[Item]] = {}
        for number, section in asked:
            again.setdefault(section, []).append({**self._further(section), "item": int(number)})
            self.told["a false correction"] += 1
        return again

    def _further(self, section: str) -> Item:
        if section == "quotes":
            return quote(self._rng.choice(self._words))
        if section == "stakeholders":
            return stranger(self._rng.choice(STRANGERS))
        told, evidence = self._rng.choice(self._happenings), self._rng.randint(1, 9)
        return {**event(told, evidence), "text": told}


def stranger(name: str) -> Item:
    return {"name": name, "kind": "person", "role": None, "affiliation": None}


def quote(text: str | None = None, passage: int | None = None, speaker: str | None = None) -> Item:
    return {"passage": passage, "text": text, "speaker": speaker}


def event(description: str, evidence: int, **other: Any) -> Item:
    given: Item = {"status": "happened", "when": None, "where": None, "participants": []}
    return {"evidence": [evidence], "description": description, **given, **other}


def lies(
    story: Story, rng: random.Random, told: Counter[str]
) -> Iterator[tuple[dict[str, list[Item]], str]]:
    """Whole answers without a true item, and the headline of each."""
    sentences = 1 + story.text.count("\n\n")
    speakers = [name for said in story.gold["quotes"] for name in said["speaker_any"]]
    words = [(how, said) for how, said in misquoted(story, rng) if not story.holds(said)]
    happenings = [(how, said) for how, said in unheard(story, rng) if not story.holds(said)]
    rng.shuffle(happenings)
    told.update(f"quote: {how}" for how, _ in words)
    quotes = [quote(said, rng.choice((None, 0, 99)), rng.choice(speakers)) for _, said in words]
    for passage in (0, -1, 99, 10**9):
        quotes.append(quote(None, passage, rng.choice(speakers)))
        told["quote: wrong pointer"] += 1
    while happenings:
        part, happenings = (
            happenings[: EVENTS + SENTENCES + 1],
            happenings[EVENTS + SENTENCES + 1 :],
        )
        told.update(f"told: {how}" for how, _ in part)
        given = [(said, rng.randint(1, sentences)) for _, said in part]
        yield (
            {
                "summary": [{"evidence": [n], "text": t} for t, n in given[1 : 1 + SENTENCES]],
                "events": [event(t, n) for t, n in given[1 + SENTENCES :]],
                "quotes": quotes,
                "stakeholders": [stranger(name) for name in rng.sample(STRANGERS, 4)],
            },
            given[0][0],
        )
        told["stakeholder: stranger"] += 4
        quotes = []


def test_no_false_item_reaches_a_brief() -> None:
    told = Counter[str]()
    for number in range(ROUNDS):
        rng = random.Random(number)
        for story in stories():
            further = Further.of(story, rng)
            for items, headline in lies(story, rng, told):
                liar = Liar(items, headline, further, rng)
                brief = summarise(story.text, model=FakeBackend(liar), published=story.published)
                told += liar.told
                assert_honest(brief, story)
                assert_accounted(brief, items)
    assert told.total() > 10_000, told
    assert min(told.values()) > 50, told


class HalfLiar:
    """Points at every quoted passage that it is shown, and gives it to ``speaker``."""

    def __init__(self, speaker: str | None) -> None:
        self.told = 0
        self._speaker = speaker

    def __call__(self, call: Call) -> Item:
        shown = re.findall(r"^q(\d+)", call.messages[-1]["content"], re.MULTILINE)
        quotes = [quote(None, int(number), self._speaker) for number in shown]
        self.told += len(quotes)
        return {"headline": "", "summary": [], "stakeholders": [], "events": [], "quotes": quotes}


def bare(name: str | None) -> str:
    """Without the article that the text has and a model may leave out."""
    return re.sub(r"^(the|an?) ", "", (name or "").casefold())


def test_no_false_speaker_reaches_a_brief() -> None:
    """Nobody's name, somebody of another story, or somebody else of this one: the cue stands, and
    where the text names nobody, whoever it does not mention near the words does not speak them."""
    told = 0
    for story in stories():
        silent = summarise(story.text, model=FakeBackend(HalfLiar(None)))
        known = {said.spans: said.speaker_name for said in silent.quotes}
        others = {name for other in stories() for name in other.speakers_all}
        for name in sorted({*STRANGERS, *others}):
            liar = HalfLiar(name)
            brief = summarise(story.text, model=FakeBackend(liar))
            told += liar.told
            for said in brief.quotes:
                if known.get(said.spans):
                    assert bare(said.speaker_name) == bare(known[said.spans])
                elif said.speaker_name:
                    start, end = said.spans[0].start, said.spans[-1].end
                    assert name.split()[-1] in story.text[max(0, start - 600) : end + 300]
            names = " ".join(party.name for party in brief.stakeholders)
            assert story.holds(name) or name not in names
    assert told > 2_000


def test_no_false_word_about_a_true_item_reaches_a_brief() -> None:
    """A time, a place, somebody who takes part, a role that the text does not give."""
    told = 0
    for story, rng in ((s, random.Random(n)) for n in range(8) for s in stories()):
        days = [f"{n} {month} {1900 + n}" for n in range(10, 20) for month in ("July", "March")]
        false = Falsehood(rng.choice(days), rng.choice(NOWHERE), rng.choice(STRANGERS))
        given = {"when": false.when, "where": false.where, "participants": [false.who]}
        events = [event(words, 1, **given) for words in story.plain[:EVENTS]]
        names = [name for said in story.gold["stakeholders"] for name in said["any"][:1]]
        parties = [
            {**stranger(name), "role": "chief astrologer", "affiliation": false.who}
            for name in names
        ]
        answer = {
            "headline": "", "summary": [], "quotes": [], "events": events, "stakeholders": parties
        }  # fmt: skip
        told += 3 * len(events) + 2 * len(parties)
        backend = FakeBackend([answer, {}])
        brief = summarise(story.text, model=backend, published=story.published)
        assert brief.events, story.name
        own = summarise(story.text, model="extractive", published=story.published).events
        assert {found.when for found in brief.events} <= {None, *(found.when for found in own)}
        assert {found.where for found in brief.events} <= {None, *(found.where for found in own)}
        for found in brief.events:
            for party in map(brief.stakeholder, found.participants):
                assert party
                assert any(m in span for m in party.mentions for span in found.evidence)
        assert all("astrologer" not in (party.role or "") for party in brief.stakeholders)
        assert all(party.affiliation != false.who for party in brief.stakeholders)
        lost = Counter(loss.section for loss in brief.provenance.dropped)
        fields = ("events.when", "events.where", "events.participants", "stakeholders.role")
        assert all(lost[field] for field in fields), lost
    assert told > 2_000


@pytest.mark.parametrize("speaker", [None, "Nobody Known"])
def test_no_model_makes_the_quotes_fewer_than_the_texts_own(speaker: str | None) -> None:
    """So no scorer of quotes can find its brief worse than that of the extractive engine."""
    for story in stories():
        nothing = {"headline": "", "summary": [], "stakeholders": [], "events": [], "quotes": {}}
        for answer in ([nothing], HalfLiar(speaker)):
            brief = summarise(story.text, model=FakeBackend(answer))
            assert {(said.spans, said.speaker_name) for said in brief.quotes} == said_in(story.text)


class Falsehood(NamedTuple):
    when: str
    where: str
    who: str


@cache
def said_in(text: str) -> set[tuple[tuple[Span, ...], str | None]]:
    """What is said, and by whom, as the analysis reads it."""
    brief = summarise(text, model="extractive")
    return {(quote.spans, quote.speaker_name) for quote in brief.quotes}


@cache
def told_in(text: str, published: str | None) -> set[str]:
    """What happened, as the analysis reads it: what stands where no event of the model holds."""
    brief = summarise(text, model="extractive", published=published)
    return {event.description for event in brief.events}


def assert_honest(brief: Brief, story: Story) -> None:
    """By the strings of the article and by what people say is true of it."""
    assert {e.description for e in brief.events} <= told_in(story.text, story.published)
    for sentence in brief.summary.sentences:  # the article's own, where no other holds
        assert [sentence.text] == [span.text for span in sentence.evidence], story.name
    assert story.holds(brief.headline)
    for said in brief.quotes:
        assert said.text == " ".join(story.text[span.start : span.end] for span in said.spans)
        if said.kind == "indirect":
            assert (said.spans, said.speaker_name) in said_in(story.text)
            continue
        for span in said.spans:
            assert any(span.text in true or true in span.text for true in story.said), span
    for party in brief.stakeholders:
        assert party.name in story.text
        assert party.name not in STRANGERS


def assert_accounted(brief: Brief, items: dict[str, list[Item]]) -> None:
    dropped = {loss.item for loss in brief.provenance.dropped}
    for section, given in items.items():
        for item in given:
            assert json.dumps(item, ensure_ascii=False)[:200] in dropped, (section, item)
