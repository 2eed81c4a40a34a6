"""Settings: where each value comes from, what is refused, and that the key shows nowhere."""

from __future__ import annotations

import asyncio
import json
import logging
import pickle
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import story
from pydantic import SecretStr
from server import KEY, Server, at, completion

from newsbrief import ConfigError, FakeBackend, NewsbriefError, Settings, summarise
from newsbrief.backends.openai import OpenAIBackend
from newsbrief.configure import backend_for
from newsbrief.settings import DEFAULT_MODEL

Serve = Callable[..., Server]
URL = "http://127.0.0.1:9/v1"


def test_what_is_not_given_comes_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    monkeypatch.setenv("OPENAI_BASE_URL", URL)
    monkeypatch.setenv("NEWSBRIEF_MODEL", "from-the-environment")
    resolved = Settings().resolved()
    assert (resolved.model, resolved.base_url) == ("from-the-environment", URL)
    assert resolved.key == KEY
    given = Settings(model="mine", base_url="http://other/v1", api_key="sk-mine").resolved()
    assert (given.model, given.base_url, given.key) == ("mine", "http://other/v1", "sk-mine")
    assert Settings(model="mine").resolved("argument").model == "argument"


def test_empty_variables_are_none(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "NEWSBRIEF_MODEL"):
        monkeypatch.setenv(name, "")
    resolved = Settings().resolved()
    assert (resolved.model, resolved.base_url, resolved.key) == (None, None, None)
    assert backend_for(resolved) is None


def test_a_brief_from_the_environment_alone(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    server = serve(completion(story.answer()), completion(story.answer()))
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    monkeypatch.setenv("OPENAI_BASE_URL", server.url)
    monkeypatch.setenv("NEWSBRIEF_MODEL", "from-the-environment")
    assert summarise(story.TEXT).provenance.model == "from-the-environment"
    assert summarise(story.TEXT, model="argument").provenance.model == "argument"
    assert [request.body["model"] for request in server.requests] == [
        *("from-the-environment", "argument"),
    ]
    assert server.requests[0].headers["authorization"] == f"Bearer {KEY}"


@pytest.mark.parametrize("empty", [False, True])
def test_a_key_alone_means_the_default_model_at_openai(
    empty: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The variables that the openai client reads for itself are empty where a compose file, say,
    hands them on from an environment that lacks them."""
    for name in ("OPENAI_BASE_URL", "OPENAI_ORG_ID", "OPENAI_PROJECT_ID") if empty else ():
        monkeypatch.setenv(name, "")
    backend = backend_for(Settings(api_key=KEY, deadline=121 + empty).resolved())
    assert isinstance(backend, OpenAIBackend)
    assert backend.model == DEFAULT_MODEL
    for client in (backend._client, asyncio.run(backend._awaiting.client())):
        assert str(client.base_url) == "https://api.openai.com/v1/"
        assert "" not in client.default_headers.values()


def test_a_local_server_needs_no_key(serve: Serve) -> None:
    server = serve(completion(story.answer()))
    summarise(story.TEXT, settings=Settings(model="m", base_url=server.url))
    assert len(server.requests) == 1


def test_one_client_serves_all_briefs_of_the_same_settings() -> None:
    first = backend_for(Settings(model="m", base_url=URL))
    assert first is backend_for(Settings(model="m", base_url=URL))
    assert first is not backend_for(Settings(model="m", base_url=URL, api_key=KEY))


@pytest.mark.parametrize(
    ("settings", "sent"),
    [
        ({}, {"temperature": 0.0}),
        ({"temperature": 0.7}, {"temperature": 0.7}),
        ({"temperature": None}, {}),
        ({"max_output_tokens": 500}, {"temperature": 0.0, "max_tokens": 500}),
    ],
)
def test_what_is_sent(serve: Serve, settings: dict[str, Any], sent: dict[str, Any]) -> None:
    server = serve(completion(story.answer()))
    summarise(story.TEXT, settings=at(server, **settings))
    body = server.requests[0].body
    assert {k: v for k, v in body.items() if k not in ("messages", "model", "response_format")} == (
        sent
    )


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"apikey": "x"}, "did you mean api_key="),
        ({"promts": "x"}, "did you mean prompts="),
        ({"modle": "x"}, "did you mean mode= or model="),
        ({"port": 80}, "it has model, base_url, api_key"),
        ({"colour": 1}, "there is no Settings(colour=)"),
        ({"deadline": 0}, "Settings(deadline=): input should be greater than 0"),
        ({"timeout": -1}, "Settings(timeout=)"),
        ({"retries": -1}, "Settings(retries=)"),
        ({"retries": 1.5}, "Settings(retries=)"),
        ({"repairs": 6}, "Settings(repairs=)"),
        ({"temperature": 3}, "Settings(temperature=)"),
        ({"fallback": "openai"}, "'extractive'"),
        ({"mode": "yaml"}, "'auto', 'json_schema', 'tools' or 'json'"),
        ({"max_output_tokens": 0}, "Settings(max_output_tokens=)"),
        ({"max_cost_usd": 0}, "Settings(max_cost_usd=)"),
        ({"model": 4}, "Settings(model=)"),
        ({"prompts": 4}, "Settings(prompts=)"),
        ({"deadline": float("nan")}, "Settings(deadline=)"),
    ],
)
def test_bad_settings_are_named(values: dict[str, Any], words: str) -> None:
    with pytest.raises(ConfigError) as raised:
        Settings(**values)
    assert words in str(raised.value)
    assert isinstance(raised.value, NewsbriefError)


def test_what_is_wrong_is_told_once() -> None:
    with pytest.raises(ConfigError) as raised:
        Settings(api_key=4)  # type: ignore[arg-type]
    assert str(raised.value) == "Settings(api_key=): input should be a valid string"


def test_settings_are_frozen() -> None:
    with pytest.raises(ValueError, match="frozen"):
        Settings().model = "other"


# --- the key -------------------------------------------------------------------------------------


def test_a_password_in_the_base_url_is_not_shown() -> None:
    settings = Settings(model="m", base_url="http://ann:hush@localhost:8080/v1", api_key="k")
    assert "hush" not in repr(settings) + str(settings) + repr(backend_for(settings))
    assert "localhost:8080/v1" in repr(settings)
    with pytest.raises(ConfigError, match="no base URL") as raised:
        summarise("It rained.", settings=Settings(model="m", base_url="ftp://ann:hush@host"))
    assert "hush" not in str(raised.value)


@pytest.mark.parametrize("key", [KEY, SecretStr(KEY)], ids=["str", "SecretStr"])
def test_the_key_is_in_no_repr(key: str | SecretStr) -> None:
    settings = Settings(model="m", base_url=URL, api_key=key)
    assert settings.key == KEY
    shown = [repr(settings), str(settings), f"{settings}", settings.model_dump_json()]
    shown += [repr(settings.model_dump()), json.dumps(settings.model_dump(mode="json"))]
    backend = backend_for(settings.resolved())
    shown += [repr(backend), str(backend), repr(settings.resolved()), repr(list(settings))]
    for words in shown:
        assert KEY not in words
        assert "SECRET" not in words


@pytest.mark.parametrize(
    "values",
    [
        {"apikey": KEY},
        {"api_key": [KEY]},
        {"api_key": {"key": KEY}},
        {"api_key": KEY, "deadline": KEY},
        {"model": [KEY]},
    ],
    ids=["misspelt", "in a list", "in a dict", "under another name", "as a model"],
)
def test_the_key_is_in_no_error_about_settings(values: dict[str, Any]) -> None:
    with pytest.raises(ConfigError) as raised:
        Settings(**values)
    shown = "".join(traceback.format_exception(raised.value)) + repr(raised.value.args)
    assert "SECRET" not in shown
    assert raised.value.__cause__ is None
    assert raised.value.__context__ is None


def test_the_key_is_in_no_log(serve: Serve, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        summarise(story.TEXT, settings=at(serve(completion(story.answer()))))
    assert caplog.records  # the openai client and httpx2 do write at this level
    for record in caplog.records:
        assert KEY not in record.getMessage()
        assert KEY not in repr(record.__dict__)


def test_the_key_is_in_no_brief(serve: Serve) -> None:
    brief = summarise(story.TEXT, settings=at(serve(completion(story.answer()))))
    assert KEY not in brief.model_dump_json()
    assert KEY.encode() not in pickle.dumps(brief)


def test_prompts_may_be_a_str_or_a_path(tmp_path: Path) -> None:
    (tmp_path / "system.j2").write_text("Mine.", encoding="utf-8")
    for folder in (tmp_path, str(tmp_path)):
        backend = FakeBackend([story.answer()])
        summarise(story.TEXT, model=backend, settings=Settings(prompts=folder))
        assert backend.calls[0].messages[0]["content"] == "Mine."
