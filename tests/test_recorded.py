"""Briefs of seven articles and two sections of a user's, from what a real model answered once.

`make record BASE_URL=... MODEL=...` records them anew; CONTRIBUTING.md tells how.
"""

from __future__ import annotations

import json
import os
import runpy
from pathlib import Path
from typing import Any

import pytest
from vcr.cassette import Cassette

from newsbrief import Article, Brief, Item, Section, Settings, summarise
from newsbrief.analysis.text.passages import passages
from newsbrief.sections.base import AnySection
from newsbrief.sections.item import spans_of
from newsbrief.wire import Copied, Party, WireItem

TESTS = Path(__file__).parent
EXAMPLES = TESTS.parent / "examples"
CASSETTES = TESTS / "cassettes"
PUBLISHED = {
    "china-us-meeting": "2023-05-30",
    "council": "2024-02-29",
    "merger": "2025-11-03",
    "final": "2025-05-18",
    "verdict": "2024-10-10",
    "flood": "2024-09-17",
    "comet": "2024-06-05",
}
FILTERED = ["authorization", "user-agent", "host", "connection", "accept", "accept-encoding"]
RECORDING = "RECORD_BASE_URL" in os.environ  # set by `make record` alone
MODEL = os.environ.get("RECORD_MODEL") or (CASSETTES / "model.txt").read_text().strip()
SETTINGS = Settings(
    model=MODEL,
    base_url=os.environ.get("RECORD_BASE_URL", "http://127.0.0.1:8080/v1"),
    api_key=os.environ.get("RECORD_API_KEY") or "none",
    deadline=3600,
    timeout=1800,
    retries=0,
)


@pytest.fixture(scope="module")
def vcr_config() -> dict[str, object]:
    return {
        "match_on": ["method", "path", "body"],
        "filter_headers": FILTERED,
        "before_record_response": _scrubbed,
        "decode_compressed_response": True,
    }


@pytest.fixture(scope="module")
def vcr_cassette_dir() -> str:
    return str(CASSETTES)


@pytest.fixture
def default_cassette_name(name: str) -> str:
    return name


def _scrubbed(response: dict[str, Any]) -> dict[str, Any]:
    kept = ("content-type",)
    response["headers"] = {k: v for k, v in response["headers"].items() if k.lower() in kept}
    return response


@pytest.fixture(scope="module", autouse=True)
def the_model_that_answered() -> None:
    if RECORDING:
        (CASSETTES / "model.txt").write_text(f"{MODEL}\n")


def brief_of(name: str, sections: list[type[AnySection]] | None = None) -> Brief:
    folder = EXAMPLES if name == "china-us-meeting" else TESTS
    article = Article.from_file(folder / "articles" / f"{name}.txt", published=PUBLISHED[name])
    return summarise(article, sections=sections, settings=SETTINGS)


@pytest.mark.vcr
@pytest.mark.parametrize("name", PUBLISHED)
def test_brief_of_a_recorded_answer(name: str, vcr: Cassette) -> None:
    brief = brief_of(name)
    text = brief.article.text

    assert brief.provenance.engine == "openai"
    assert brief.provenance.model == MODEL
    assert brief.provenance.usage.output > 100
    assert brief.headline
    assert all(sentence.evidence for sentence in brief.summary.sentences)
    lost_sections = {loss.section for loss in brief.provenance.dropped}
    for kind, section in (
        ("events", brief.events), ("quotes", brief.quotes), ("stakeholders", brief.stakeholders)
    ):  # fmt: skip
        assert section or kind in lost_sections  # a small model may get every item wrong
        for span in spans_of(section):
            assert text[span.start : span.end] == span.text
    # No invented quote, and no silent loss: every quoted passage is a quote or a named loss.
    for quote in brief.quotes:
        assert quote.text == " ".join(text[span.start : span.end] for span in quote.spans)
    quoted = [span for quote in brief.quotes for span in quote.spans]
    lost = [loss.span for loss in brief.provenance.dropped if loss.span]
    for passage in passages(text):
        assert any(passage.span.overlaps(span) for span in quoted + lost)
    assert Brief.model_validate_json(brief.model_dump_json()) == brief
    assert vcr.play_count == len(vcr.requests) or RECORDING


class SayingWire(WireItem):
    words: Copied
    by: Party | None


class Saying(Item):
    words: str
    by: str | None


class Sayings(Section[SayingWire, Saying]):
    """What our own wire spares a model: to copy what is said. A small one miscopies."""

    name, wire, item = "sayings", SayingWire, Saying


@pytest.mark.vcr
@pytest.mark.parametrize("name", ["sayings"])
def test_what_does_not_hold_is_asked_for_again(name: str, vcr: Cassette) -> None:
    article = Article.from_file(TESTS / "articles" / "flood.txt")
    settings = SETTINGS.model_copy(update={"prompts": TESTS / "prompts"})
    brief = summarise(article, sections=[Sayings], settings=settings)

    asked = [json.loads(request.body) for request in vcr.requests]
    assert len(asked) == 2
    assert "wrong because" in asked[1]["messages"][-1]["content"]
    assert len(asked[1]["messages"]) == 2  # history does not pile up
    (attempt,) = brief.provenance.attempts
    assert attempt.kind == "grounding"
    for saying in brief[Sayings]:
        assert saying.words in brief.article.text


@pytest.mark.vcr
@pytest.mark.parametrize("name", ["claims"])
def test_a_section_of_the_users_own(name: str) -> None:
    claims = runpy.run_path(str(EXAMPLES / "claims.py"))["Claims"]
    article = Article.from_file(TESTS / "articles" / "council.txt")
    settings = SETTINGS.model_copy(update={"prompts": EXAMPLES / "prompts"})
    brief = summarise(article, sections=[claims], settings=settings)

    assert brief[claims]
    assert all(claim.evidence for claim in brief[claims])
    assert all(brief.stakeholder(claim.by) for claim in brief[claims] if claim.by)
