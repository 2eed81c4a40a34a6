"""Prices: those that are published, for the servers that publish them, and None for all others."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from typing import Any

import genai_prices
import pytest
import story
from server import Server, at, completion

from newsbrief import Settings, Usage, summarise
from newsbrief.backends.openai import OpenAIBackend
from newsbrief.costs import OPENAI, price

Serve = Callable[..., Server]
USED = Usage(input=1_000, cached_input=400, output=100)
AZURE = "https://me.openai.azure.com/openai/v1/"


@pytest.mark.parametrize(
    ("model", "url"),
    [
        ("gpt-4o-mini", None),
        ("gpt-4o-mini-2024-07-18", OPENAI),
        ("gpt-4o-mini", AZURE),
        ("openai/gpt-4o-mini", "https://openrouter.ai/api/v1"),
        ("llama-3.3-70b-versatile", "https://api.groq.com/openai/v1"),
    ],
)
def test_a_published_price(model: str, url: str | None) -> None:
    tokens = genai_prices.Usage(input_tokens=1_000, cache_read_tokens=400, output_tokens=100)
    theirs = genai_prices.calc_price(tokens, model, provider_api_url=url or OPENAI)
    assert price(USED, model, url) == pytest.approx(float(theirs.total_price))
    assert price(USED, model, url) != 0


def test_cached_input_is_cheaper() -> None:
    cached, plain = (
        price(USED, "gpt-4o-mini", None),
        price(Usage(1_000, 0, 100), "gpt-4o-mini", None),
    )
    assert cached is not None
    assert plain is not None
    assert cached < plain


def test_reasoning_is_part_of_the_output() -> None:
    thought = Usage(input=1_000, output=100, reasoning=90)
    assert price(thought, "gpt-5", None) == price(Usage(1_000, 0, 100), "gpt-5", None)


@pytest.mark.parametrize(
    ("usage", "model", "url"),
    [
        (USED, "gpt-nobody-has", None),
        (USED, "my-deployment", AZURE),
        (USED, "gpt-4o-mini", "https://llm.example.com/v1"),
        (USED, "gpt-4o-mini", "http://localhost:8080/v1"),
        (USED, "gpt-4o-mini", "http://127.0.0.1:8080/v1"),
        (USED, "gpt-4o-mini", "http://[::1]:8080/v1"),
        (USED, "gpt-4o-mini", "http://192.168.1.7/v1"),
        (USED, "gpt-4o-mini", "http://gpu-box/v1"),
        (USED, "deepseek/deepseek-r1:free", "https://openrouter.ai/api/v1"),
        (USED, "text-embedding-3-small", None),  # no price for what it would write
        (Usage(unreported=1), "gpt-4o-mini", None),
        (Usage(1_000, 0, 100, unreported=1), "gpt-4o-mini", None),
        (Usage(), "gpt-4o-mini", None),
    ],
)
def test_what_has_no_known_price_is_none(usage: Usage, model: str, url: str | None) -> None:
    assert price(usage, model, url) is None


def test_more_cached_than_given_is_no_error() -> None:
    assert price(Usage(100, 400, 10), "gpt-4o-mini", None) == price(
        Usage(100, 100, 10), "gpt-4o-mini", None
    )


def test_the_model_that_answered_counts_before_the_one_asked() -> None:
    """An Azure deployment has a name of its own; the answer tells the model."""
    backend = OpenAIBackend(Settings(base_url=AZURE, api_key="k"), "my-deployment")
    assert backend.price(USED) is None
    assert backend.price(USED, "gpt-4o-mini-2024-07-18") == price(USED, "gpt-4o-mini", AZURE)
    named = OpenAIBackend(Settings(api_key="k"), "gpt-4o-mini")
    assert named.price(USED, "a-name-of-its-own") == price(USED, "gpt-4o-mini", None)


def test_a_brief_of_a_provider_tells_its_price(
    serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the backend asks the price of: the tokens and the model that the answer tells."""
    server = serve(completion(story.answer()))
    asked: list[Any] = []

    def told(usage: Usage, model: str, url: str | None) -> float:
        asked.append((usage, model, url))
        return 0.25

    monkeypatch.setattr("newsbrief.costs.price", told)
    assert summarise(story.TEXT, settings=at(server, model="asked")).provenance.cost == 0.25
    assert asked == [(Usage(100, 30, 20), "test-model", server.url)]


def test_a_server_of_ones_own_needs_no_price_list(serve: Serve) -> None:
    server = serve(completion(story.answer()))
    code = f"""
import sys
from newsbrief import Settings, summarise
brief = summarise({story.TEXT!r}, settings=Settings(base_url={server.url!r}, model="m"))
assert brief.provenance.cost is None and brief.provenance.usage.input == 100
assert "genai_prices" not in sys.modules
"""
    subprocess.run([sys.executable, "-c", code], check=True)
