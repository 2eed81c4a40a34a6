"""Trouble on the way to the model: what is tried again, for how long, and what is not."""

from __future__ import annotations

import asyncio
import errno
import json
import logging
import socket
import ssl
import threading
import traceback
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from time import monotonic
from typing import Any

import httpx2
import openai
import pytest
import story
from server import KEY, Answer, Server, at, completion, failure

from newsbrief import (
    Attempt,
    AuthenticationFailed,
    BackendError,
    Brief,
    BudgetExceeded,
    ConfigError,
    NewsbriefError,
    NoConnection,
    QuotaExhausted,
    RateLimited,
    Refused,
    Settings,
    TooLong,
    UnknownModel,
    Unreachable,
    asummarise,
    summarise,
)
from newsbrief.backends import connection
from newsbrief.backends.openai import OpenAIBackend
from newsbrief.backends.trouble import mapped

Serve = Callable[..., Server]
GOOD = completion(story.answer())


async def _blocking(**arguments: Any) -> Brief:
    return summarise(story.TEXT, published=story.PUBLISHED, **arguments)


async def _awaiting(**arguments: Any) -> Brief:
    return await asummarise(story.TEXT, published=story.PUBLISHED, **arguments)


both = pytest.mark.parametrize("brief_of", [_blocking, _awaiting])
Way = Callable[..., Any]


@both
async def test_a_good_answer_is_one_request_and_one_brief(brief_of: Way, serve: Serve) -> None:
    server = serve(GOOD)
    brief = await brief_of(settings=at(server))
    assert len(server.requests) == 1
    assert brief.headline == "Springfield mayor resigns over bridge audit"
    assert brief.provenance.engine == "openai"
    assert brief.provenance.model == "test-model"
    assert brief.provenance.attempts == ()
    used = brief.provenance.usage
    assert (used.input, used.cached_input, used.output) == (100, 30, 20)
    assert server.requests[0].headers["authorization"] == f"Bearer {KEY}"
    assert server.requests[0].path == "/v1/chat/completions"
    assert not [name for name in server.requests[0].headers if "stainless" in name]


HOPELESS = [
    pytest.param(failure(401, "invalid_api_key"), AuthenticationFailed, "OPENAI_API_KEY", id="401"),
    pytest.param(failure(403, "forbidden"), AuthenticationFailed, "forbidden", id="403"),
    pytest.param(
        failure(403, "unsupported_country_region_territory"),
        AuthenticationFailed,
        "does not serve this country",
        id="403: country",
    ),
    pytest.param(failure(404, "model_not_found"), UnknownModel, "'test-model'", id="404"),
    pytest.param(
        Answer("<html>Not Allowed</html>", 405), UnknownModel, "/v1", id="405: no such path"
    ),
    pytest.param(
        Answer("<html>Blocked</html>", 403), AuthenticationFailed, "a web page", id="403: a page"
    ),
    pytest.param(failure(429, "insufficient_quota"), QuotaExhausted, "billing", id="no quota"),
    pytest.param(
        failure(400, "context_length_exceeded"), TooLong, "too long", id="context: openai"
    ),
    pytest.param(
        failure(400, "exceed_context_size_error"), TooLong, "too long", id="context: llama.cpp"
    ),
    pytest.param(
        failure(400, "BadRequestError", "This model's maximum context length is 4096 tokens."),
        TooLong,
        "too long",
        id="context: vllm",
    ),
    pytest.param(failure(413), TooLong, "too long", id="413"),
    pytest.param(failure(400, "content_policy_violation"), Refused, "declined", id="policy"),
    pytest.param(failure(400, "bad_request"), BackendError, "400 (bad_request", id="400"),
    pytest.param(failure(422, "unprocessable"), BackendError, "422", id="422"),
    pytest.param(completion(None, refusal="I cannot."), Refused, "declined", id="refusal"),
    pytest.param(completion("", finish="content_filter"), Refused, "declined", id="filter"),
    pytest.param(
        Answer("<html><h1>Welcome</h1></html>", headers={"Content-Type": "text/html"}),
        BackendError,
        "/v1",
        id="a web page",
    ),
    pytest.param(Answer("<html>"), BackendError, "no completion", id="a web page as json"),
    pytest.param(Answer("[1, 2]"), BackendError, "no completion", id="a list"),
    pytest.param(Answer('"hello"'), BackendError, "no completion", id="a string"),
    pytest.param(Answer(b'{"choices": "\xff"}'), BackendError, "no completion", id="not utf-8"),
    pytest.param(Answer("[" * 100_000), BackendError, "no completion", id="deep"),
    pytest.param(Answer({"choices": "abc"}), BackendError, "no completion", id="choices a string"),
    pytest.param(Answer({"choices": [None]}), BackendError, "no completion", id="choice null"),
    pytest.param(
        Answer({"choices": [{"message": None}]}), BackendError, "no completion", id="no message"
    ),
    pytest.param(
        Answer({"choices": [{"message": {"content": {"headline": "x"}}}]}),
        BackendError,
        "no completion",
        id="content an object",
    ),
]


@both
@pytest.mark.parametrize(("answer", "error", "words"), HOPELESS)
async def test_what_cannot_succeed_is_asked_once(
    brief_of: Way, serve: Serve, answer: Answer, error: type[BackendError], words: str
) -> None:
    server = serve(answer, GOOD)
    with pytest.raises(error) as raised:
        await brief_of(settings=at(server))
    assert words in str(raised.value)
    assert type(raised.value) is error
    assert len(server.requests) == 1
    assert [(a.kind, a.wait) for a in raised.value.attempts] == [("transport", 0.0)]


@both
@pytest.mark.parametrize(
    "trouble",
    [
        pytest.param(failure(429, "rate_limit_exceeded", retry_after="0"), id="429"),
        pytest.param(failure(500, retry_after="0"), id="500"),
        pytest.param(failure(502, retry_after="0"), id="502"),
        pytest.param(failure(503, retry_after="0"), id="503"),
        pytest.param(failure(408, retry_after="0"), id="408"),
        pytest.param(failure(409, retry_after="0"), id="409"),
        pytest.param(Answer("bad gateway", 502, {"retry-after": "0"}), id="502 without json"),
    ],
)
async def test_what_may_succeed_is_asked_again(
    brief_of: Way, serve: Serve, trouble: Answer, quick: None
) -> None:
    server = serve(trouble, trouble, GOOD)
    brief = await brief_of(settings=at(server))
    assert len(server.requests) == 3
    assert [(a.kind, a.wait) for a in brief.provenance.attempts] == [("transport", 0.0)] * 2
    assert len(brief.quotes) >= 2


@both
@pytest.mark.parametrize(
    "trouble",
    [
        pytest.param(Answer(cut=0), id="before the status"),
        pytest.param(Answer(GOOD.body, cut=20), id="amid the body"),
    ],
)
async def test_a_dropped_connection_is_tried_again(
    brief_of: Way, serve: Serve, trouble: Answer, quick: None
) -> None:
    server = serve(trouble, GOOD)
    brief = await brief_of(settings=at(server))
    assert len(server.requests) == 2
    (attempt,) = brief.provenance.attempts
    assert attempt.kind == "transport"
    assert f"server at {httpx2.URL(server.url).netloc.decode()} broke off" in attempt.reason


@both
async def test_a_server_that_wants_a_key_says_so_where_none_is_set(
    brief_of: Way, serve: Serve
) -> None:
    settings = Settings(model="m", base_url=serve(failure(401)).url)
    with pytest.raises(AuthenticationFailed, match="wants an API key; set OPENAI_API_KEY"):
        await brief_of(settings=settings)


@both
async def test_a_closed_port_is_tried_so_often_and_no_oftener(brief_of: Way, quick: None) -> None:
    with socket.socket() as held:  # bound, but not listening
        held.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{held.getsockname()[1]}/v1"
        with pytest.raises(NoConnection, match="OPENAI_BASE_URL") as raised:
            await brief_of(settings=Settings(model="m", base_url=url, retries=3))
    assert len(raised.value.attempts) == 4
    assert raised.value.attempts[-1].wait == 0.0


@both
async def test_the_deadline_does_not_hide_that_nothing_listens(
    brief_of: Way, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsbrief.run.retry.Deadline.remaining", lambda deadline: 0.0)
    monkeypatch.setattr("newsbrief.run.retry.Deadline.left", lambda deadline: 9.0)
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{held.getsockname()[1]}/v1"
        with pytest.raises(NoConnection):
            await brief_of(settings=Settings(model="m", base_url=url))


def test_a_connection_that_takes_too_long_to_open_is_none() -> None:
    request = httpx2.Request("POST", "http://localhost:1/v1")
    for below, mine in (
        (httpx2.ConnectTimeout("slow", request=request), NoConnection),
        (httpx2.ReadTimeout("slow", request=request), Unreachable),
    ):
        with pytest.raises(Unreachable) as raised, mapped("key", "m"):
            raise openai.APITimeoutError(request) from below
        assert type(raised.value) is mine


@both
async def test_a_server_that_does_not_speak_https_is_asked_once(
    brief_of: Way, serve: Serve
) -> None:
    url = serve(GOOD).url.replace("http:", "https:")
    with pytest.raises(NoConnection, match="should its URL begin with http://") as raised:
        await brief_of(settings=Settings(model="m", base_url=url, timeout=9))
    assert len(raised.value.attempts) == 1


@pytest.mark.parametrize(
    ("below", "told", "transient"),
    [
        (
            ssl.SSLCertVerificationError(1, "..."),
            "certificate .* at localhost:1 is not trusted",
            False,
        ),
        (ssl.SSLEOFError(8, "..."), "no secure connection", True),
    ],
)
def test_what_is_wrong_with_a_secure_connection_is_told(
    below: ssl.SSLError, told: str, transient: bool
) -> None:
    opening = httpx2.ConnectError("no", request=httpx2.Request("POST", "https://localhost:1/v1"))
    opening.__cause__ = below
    with pytest.raises(NoConnection, match=told) as raised, mapped("key", "m"):
        raise openai.APIConnectionError(request=opening.request) from opening
    assert raised.value.transient is transient


def test_a_connection_that_this_process_has_no_room_for() -> None:
    opening = httpx2.ConnectError("no", request=httpx2.Request("POST", "http://localhost:1/v1"))
    opening.__cause__ = OSError("all attempts failed")
    opening.__cause__.__context__ = OSError(errno.EMFILE, "Too many open files")
    with pytest.raises(Unreachable, match="brief fewer articles") as raised, mapped("key", "m"):
        raise openai.APIConnectionError(request=opening.request) from opening
    assert type(raised.value) is Unreachable


@both
async def test_retries_are_bounded(brief_of: Way, serve: Serve, quick: None) -> None:
    server = serve(by=lambda request: failure(503, retry_after="0"))
    with pytest.raises(Unreachable) as raised:
        await brief_of(settings=at(server, retries=4))
    assert len(server.requests) == 5
    assert len(raised.value.attempts) == 5
    server = serve(failure(503, retry_after="0"), GOOD)
    with pytest.raises(Unreachable):
        await brief_of(settings=at(server, retries=0))
    assert len(server.requests) == 1


@both
async def test_a_wait_beyond_the_deadline_is_told(brief_of: Way, serve: Serve) -> None:
    server = serve(failure(429, retry_after="600"))
    with pytest.raises(RateLimited, match=r"wait 600 s, and Settings\(deadline=\) leaves"):
        await brief_of(settings=at(server, deadline=20))
    assert len(server.requests) == 1


@both
async def test_retry_after_in_seconds_is_kept(brief_of: Way, serve: Serve, quick: None) -> None:
    server = serve(failure(429, retry_after="0.05"), GOOD)
    started = monotonic()
    brief = await brief_of(settings=at(server))
    assert monotonic() - started >= 0.05
    assert brief.provenance.attempts == (
        Attempt("transport", "the model's server has too many requests", 0.05),
    )


@both
async def test_retry_after_as_a_date_is_kept(brief_of: Way, serve: Serve, quick: None) -> None:
    soon = datetime.now(UTC) + timedelta(seconds=1.2)  # the header has whole seconds: 0.2 to 1.2
    server = serve(failure(503, retry_after=format_datetime(soon, usegmt=True)), GOOD)
    brief = await brief_of(settings=at(server))
    (attempt,) = brief.provenance.attempts
    assert 0 <= attempt.wait <= 1.2
    past = datetime.now(UTC) - timedelta(days=1)
    server = serve(failure(503, retry_after=format_datetime(past, usegmt=True)), GOOD)
    brief = await brief_of(settings=at(server))
    assert [a.wait for a in brief.provenance.attempts] == [0.0]


@both
@pytest.mark.parametrize("wait", ["31", "86401", "1e9", "Fri, 31 Dec 2199 23:59:59 GMT"])
async def test_a_wait_beyond_the_deadline_is_not_begun(
    brief_of: Way, serve: Serve, wait: str
) -> None:
    server = serve(failure(429, retry_after=wait), GOOD)
    with pytest.raises(RateLimited) as raised:
        await brief_of(settings=at(server, deadline=30))
    assert len(server.requests) == 1
    assert raised.value.retry_after is not None
    assert raised.value.retry_after > 30


@both
@pytest.mark.parametrize("wait", ["nan", "inf", "soon", "-5", ""])
async def test_a_senseless_retry_after_does_no_harm(
    brief_of: Way, serve: Serve, wait: str, quick: None
) -> None:
    server = serve(failure(503, retry_after=wait), GOOD)
    brief = await brief_of(settings=at(server))
    assert len(brief.provenance.attempts) == 1


def test_without_retry_after_the_waits_grow_at_random() -> None:
    """Full jitter, U(0, 0.5 * 2**n) seconds, at most 8: the numbers of the policy itself."""
    for number, most in ((1, 0.5), (2, 1.0), (3, 2.0), (4, 4.0), (10, 8.0)):
        waits = _waits(None, number)
        assert 0 <= min(waits) < most / 10
        assert most * 0.9 < max(waits) <= most


def test_with_it_no_two_come_back_at_one_time() -> None:
    """As they would be refused together again. And none waits past the deadline for that alone."""
    for number, most in ((1, 0.5), (2, 1.0), (5, 8.0)):
        waits = _waits(RateLimited("busy", retry_after=3.0), number)
        assert 3 <= min(waits) < 3 + most / 10
        assert 3 + most * 0.9 < max(waits) <= 3 + most
    waits = _waits(RateLimited("busy", retry_after=3.0), 5, deadline=3.5)
    assert 3 <= min(waits) < max(waits) < 3.5


def _waits(error: BackendError | None, number: int, **settings: float) -> list[float]:
    """After try ``number``, which ended in ``error``; 500 of them."""
    from tenacity import RetryCallState

    from newsbrief.run.retry import Deadline, Tries

    given = Settings(**settings)  # type: ignore[arg-type]
    tries = Tries(given, Deadline(given))
    state = RetryCallState(None, None, (), {})  # type: ignore[arg-type]  # no call is made
    state.attempt_number = number
    if error:
        state.set_exception((type(error), error, None))
    return [tries.policy["wait"](state) for _ in range(500)]


@both
async def test_a_slow_answer_times_out_and_is_tried_again(
    brief_of: Way, serve: Serve, quick: None
) -> None:
    answers = iter([Answer(GOOD.body, delay=30)])
    server = serve(by=lambda request: next(answers, GOOD))
    brief = await brief_of(settings=at(server, timeout=1.0))
    reasons = {attempt.reason for attempt in brief.provenance.attempts}
    assert {reason.partition(";")[0] for reason in reasons} == {
        "the model's server did not answer in time"
    }


@both
async def test_time_without_end(brief_of: Way, serve: Serve) -> None:
    settings = {"timeout": float("inf"), "deadline": float("inf"), "retries": 0}
    await brief_of(settings=at(serve(GOOD), **settings))
    with pytest.raises(RateLimited, match="it asks to wait 99,999,999,999 s"):
        await brief_of(settings=at(serve(failure(429, retry_after="99999999999")), **settings))


@both
async def test_the_deadline_ends_a_slow_answer(brief_of: Way, serve: Serve, quick: None) -> None:
    server = serve(Answer(GOOD.body, delay=30), GOOD)
    with pytest.raises(BudgetExceeded, match=r"deadline of 0\.5 s") as raised:
        await brief_of(settings=at(server, deadline=0.5))
    assert len(server.requests) <= 1
    assert len(raised.value.attempts) == 1


@both
async def test_a_trickle_of_bytes_does_not_hold_us(brief_of: Way, serve: Serve) -> None:
    """Each byte comes in time; the whole would take 20 s."""
    server = serve(Answer(b" " * 200, pause=0.1))
    with pytest.raises(BudgetExceeded):
        await brief_of(settings=at(server, deadline=0.6))
    assert len(server.requests) <= 1


@both
@pytest.mark.parametrize("answered_before", [0, 1])
async def test_nor_does_a_trickle_of_headers(
    brief_of: Way, serve: Serve, answered_before: int
) -> None:
    """On a new connection and on one that is kept alive; the head has no end."""
    server = serve(*[GOOD] * answered_before, Answer(head_pause=0.1))
    settings = at(server, deadline=0.6)
    for _ in range(answered_before):
        await brief_of(settings=settings.model_copy(update={"deadline": 60.0}))
    started = monotonic()
    with pytest.raises(BudgetExceeded):
        await brief_of(settings=settings)
    assert monotonic() - started < 30


@both
async def test_nor_do_redirections(brief_of: Way, serve: Serve) -> None:
    """The client follows twenty of them, each with a time-out of its own."""
    away = Answer(status=307, headers={"Location": "/v1/chat/completions"}, delay=0.2)
    server = serve(by=lambda request: away)
    with pytest.raises(BudgetExceeded):
        await brief_of(settings=at(server, deadline=0.5))
    assert len(server.requests) <= 3


@both
@pytest.mark.parametrize("where", ["/v1/chat/completions", "ftp://127.0.0.1/v1"])
async def test_redirections_that_lead_nowhere_are_followed_once(
    brief_of: Way, serve: Serve, where: str
) -> None:
    server = serve(by=lambda request: Answer(b"", 307, {"Location": where}))
    with pytest.raises(BackendError, match="no completion") as raised:
        await brief_of(settings=at(server))
    assert len(raised.value.attempts) == 1


@both
async def test_the_error_of_an_answered_error_says_what_came_before(
    brief_of: Way, serve: Serve, quick: None
) -> None:
    server = serve(
        completion("no json"), failure(503, retry_after="0"), failure(401, "invalid_api_key")
    )
    with pytest.raises(AuthenticationFailed) as raised:
        await brief_of(settings=at(server))
    assert [a.kind for a in raised.value.attempts] == ["schema", "transport", "transport"]


async def test_run_and_arun_give_the_same_brief(serve: Serve, quick: None) -> None:
    script = (
        failure(503, retry_after="0"),
        completion(story.answer(events=[{"description": "x"}], quotes=[{"passage": 99}])),
        failure(429, retry_after="0"),
        completion({"events": [], "quotes": []}),
    )
    first, second = serve(*script), serve(*script)
    one = await _blocking(settings=at(first))
    two = await _awaiting(settings=at(second))
    assert len(first.requests) == len(second.requests) == 4
    assert [r.body for r in first.requests] == [r.body for r in second.requests]
    assert _timeless(one) == _timeless(two)
    assert len(one.provenance.attempts) >= 3


def _timeless(brief: Brief) -> dict[str, Any]:
    told = brief.model_dump()
    told["provenance"].pop("elapsed")
    return told


async def test_summarise_works_inside_a_running_loop(serve: Serve) -> None:
    asyncio.get_running_loop()
    brief = summarise(story.TEXT, settings=at(serve(GOOD)))
    assert brief.provenance.engine == "openai"


def test_asummarise_works_in_one_loop_after_another(serve: Serve) -> None:
    server = serve(*[GOOD] * 6)
    settings = at(server)
    for _ in range(3):

        async def two() -> list[Brief]:
            return [await asummarise(story.TEXT, settings=settings) for _ in range(2)]

        assert len(asyncio.run(two())) == 2
    assert len(server.requests) == 6


def test_a_loop_that_ends_closes_its_connections(serve: Serve) -> None:
    backend = OpenAIBackend(at(serve(GOOD, GOOD)), "test-model")
    clients = []

    async def once() -> None:
        await asummarise(story.TEXT, model=backend)
        clients.append(await backend._awaiting.client())
        assert not clients[-1].is_closed()

    for _ in range(2):
        asyncio.run(once())
        assert clients[-1].is_closed()
    assert len(backend._awaiting._open) <= 1


async def test_twenty_at_once(serve: Serve) -> None:
    server = serve(by=lambda request: GOOD)
    settings = at(server)
    texts = [story.TEXT.replace("4.2 million", f"{n + 2} million") for n in range(20)]
    briefs = await asyncio.gather(*(asummarise(text, settings=settings) for text in texts))
    assert [brief.article.text for brief in briefs] == texts
    assert len(server.requests) == 20


def test_threads_share_a_backend(serve: Serve) -> None:
    from concurrent.futures import ThreadPoolExecutor

    server = serve(by=lambda request: GOOD)
    settings = at(server)
    with ThreadPoolExecutor(8) as pool:
        briefs = list(pool.map(lambda _: summarise(story.TEXT, settings=settings), range(20)))
    assert {brief.headline for brief in briefs} == {"Springfield mayor resigns over bridge audit"}


# --- what an error tells, and what not ---------------------------------------------------------


def _echo(status: int) -> Callable[[Any], Answer]:
    """Errors of a server that repeats what it was sent: the key in every field, and the article."""

    def answer(request: Any) -> Answer:
        message = f"bad key {KEY} in {request.user}"
        told = {"message": message, "type": KEY, "code": f"bad_{KEY}", "param": KEY}
        return Answer({"error": told}, status, {"retry-after": "0"})

    return answer


@both
@pytest.mark.parametrize("status", [400, 401, 403, 404, 408, 413, 422, 429, 500])
@pytest.mark.parametrize("shape", ["error", "page"])
async def test_no_error_and_no_log_shows_the_key_or_the_article(
    brief_of: Way,
    serve: Serve,
    status: int,
    shape: str,
    caplog: pytest.LogCaptureFixture,
    quick: None,
) -> None:
    echo = _echo(status)
    if shape == "page":  # and as a text that is no JSON
        server = serve(by=lambda r: Answer(f"{KEY} {r.user}", status, {"retry-after": "0"}))
    else:
        server = serve(by=echo)
    with caplog.at_level(logging.DEBUG), pytest.raises(NewsbriefError) as raised:
        await brief_of(settings=at(server, retries=1))
    _holds_no_secret(raised.value)
    assert "Request options" in caplog.text  # the client's own log, of all that it posts
    assert KEY not in caplog.text
    assert "responsibility" not in caplog.text


@both
@pytest.mark.parametrize(
    "trouble",
    [
        Answer(KEY + story.TEXT, headers={"Content-Type": "text/html"}),
        Answer(KEY + story.TEXT),
        Answer(cut=0),
        Answer(GOOD.body, cut=10),
        Answer(b"", delay=5),
        completion(KEY + story.TEXT),
        completion(json.dumps({KEY: story.TEXT})),
        completion(story.answer(), headers={"Content-Encoding": "gzip"}),
    ],
    ids=["page", "no json", "cut", "cut later", "slow", "prose", "other json", "no gzip"],
)
async def test_nor_does_the_error_of_a_bad_answer(
    brief_of: Way,
    serve: Serve,
    trouble: Answer,
    quick: None,
    caplog: pytest.LogCaptureFixture,
) -> None:
    server = serve(trouble, trouble, trouble)
    with caplog.at_level(logging.DEBUG), pytest.raises(NewsbriefError) as raised:
        await brief_of(settings=at(server, retries=1, timeout=0.3 if trouble.delay else 30))
    _holds_no_secret(raised.value)
    assert len(server.requests) <= 3
    assert KEY not in caplog.text
    assert "responsibility" not in caplog.text


@both
@pytest.mark.parametrize(
    "said",
    [
        "this model wants a paid plan",
        "The value of n is out of range",
        "Parameter 'seed' has the wrong type",
    ],
)
async def test_a_refusal_holds_the_servers_own_words(
    brief_of: Way, serve: Serve, said: str
) -> None:
    for answer in (
        failure(400, message=said),
        Answer({"detail": said}, 400),
        Answer({"error": said}, 400),
    ):
        with pytest.raises(BackendError) as raised:
            await brief_of(settings=at(serve(answer)))
        assert str(raised.value).endswith(f'the request: 400; it says: "{said}"')
        _holds_no_secret(raised.value)


@both
@pytest.mark.parametrize(
    "said",
    [
        "no word on ruiz, who resigned on Monday",  # three words of the article in a row
        "flagged: 'audit'",
        "flagged: Ruiz",
        "the figure 2021 is odd",
        f"{KEY[:6]}*** is not allowed here",
        "l'Hôtel is odd",  # words of other scripts are not told apart
        "spread over\x1b[31m",
        "<p>Bad request</p>",
        "far too long " * 30,
        "",
    ],
)
async def test_but_none_that_may_be_the_articles_or_the_keys(
    brief_of: Way, serve: Serve, said: str
) -> None:
    with pytest.raises(BackendError) as raised:
        await brief_of(settings=at(serve(failure(400, message=said))))
    assert str(raised.value).endswith("the request: 400")


def _holds_no_secret(error: BaseException) -> None:
    """Neither the error, nor what it is chained to, nor what it carries."""
    shown = "".join(traceback.format_exception(error))
    chain: BaseException | None = error
    while chain is not None:
        shown += f"{chain!s} {chain!r} {chain.args!r} {vars(chain)!r}"
        for value in vars(chain).values():
            if hasattr(value, "headers"):  # a request or an answer
                shown += f"{value.headers.multi_items()} {value.content.decode()}"
        chain = chain.__cause__ or chain.__context__
    assert KEY not in shown
    assert "SECRET" not in shown
    assert "responsibility" not in shown


@pytest.mark.parametrize(
    "key",
    ["sk-SECRET\n", " sk-SECRET", "sk-SECRET\r\nX: y", "sk-SECRÉT", "sk SECRET\t", "\0SECRET"],
)
@both
async def test_a_key_that_no_header_takes_is_named_before_it_is_sent(
    brief_of: Way, serve: Serve, key: str
) -> None:
    server = serve(GOOD)
    with pytest.raises(ConfigError, match="OPENAI_API_KEY") as raised:
        await brief_of(settings=at(server, api_key=key))
    assert server.requests == []
    masked = Settings.model_validate_json(at(server).model_dump_json())
    with pytest.raises(ConfigError, match="masked"):
        await brief_of(settings=masked)
    assert "SECR" not in "".join(traceback.format_exception(raised.value))


@pytest.mark.parametrize(
    "url",
    [
        *(
            "localhost:8080/v1",
            "ftp://host/v1",
            "http://",
            "/v1",
            "http://host/v1 ",
            " http://host",
        ),
        *("http://[::1", "http://host:port/v1", "http://host:99999", "http://256.1.1.1/v1"),
        *("http://xn--é/v1", f"http://host/v1?key={KEY}", "http://host/v1#end"),
    ],
)
def test_a_base_url_that_is_none_is_named(url: str) -> None:
    settings = Settings(model="m", base_url=url, api_key=KEY)
    with pytest.raises(ConfigError, match="OPENAI_BASE_URL") as raised:
        summarise(story.TEXT, settings=settings)
    assert KEY not in f"{raised.value} {settings!r}"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ALL_PROXY", "socks5://ann:hush@127.0.0.1:1"),
        ("HTTPS_PROXY", "foo://ann:hush@127.0.0.1:1"),
        ("SSL_CERT_FILE", "/no/such/file"),
        ("SSL_CERT_FILE", __file__),
    ],
    ids=["socks", "scheme", "no file", "no certificate"],
)
def test_an_environment_that_no_client_can_work_in_is_named(
    name: str, value: str, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    connection._certificates.cache_clear()
    with pytest.raises(ConfigError, match=name) as raised:
        summarise(story.TEXT, settings=at(serve(GOOD)))
    assert "hush" not in "".join(traceback.format_exception(raised.value))


@both
@pytest.mark.parametrize("scheme", ["http", "https"])
async def test_a_proxy_that_lets_nothing_through_is_named(
    brief_of: Way, scheme: str, quick: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a secured server, a proxy is asked for a way to it, and its answer never reaches us."""
    with socket.create_server(("127.0.0.1", 0)) as proxy:

        def refuse() -> None:
            while True:
                try:
                    client, _ = proxy.accept()
                except OSError:
                    return
                with client:
                    client.recv(65_536)
                    client.sendall(
                        b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n"
                        b"Connection: close\r\n\r\n"
                    )

        threading.Thread(target=refuse, daemon=True).start()
        port = proxy.getsockname()[1]
        monkeypatch.setenv(f"{scheme.upper()}_PROXY", f"http://ann:hush@127.0.0.1:{port}")
        settings = Settings(model="m", base_url=f"{scheme}://127.0.0.2:9/v1", retries=1)
        with pytest.raises(NoConnection, match=r"a proxy .*\(407\); check HTTPS_PROXY") as raised:
            await brief_of(settings=settings)
        proxy.shutdown(socket.SHUT_RDWR)
    assert len(raised.value.attempts) == 1
    assert "hush" not in "".join(traceback.format_exception(raised.value))


@both
@pytest.mark.parametrize(
    ("end", "path"),
    [
        ("", "/chat/completions"),
        ("/", "/chat/completions"),
        ("/v1", "/v1/chat/completions"),
        ("/v1/", "/v1/chat/completions"),
    ],
)
async def test_a_base_url_may_have_a_path_or_none(
    brief_of: Way, serve: Serve, end: str, path: str
) -> None:
    server = serve(GOOD)
    url = server.url.removesuffix("/v1") + end
    await brief_of(settings=Settings(model="m", base_url=url, api_key=KEY))
    assert [request.path for request in server.requests] == [path]


# --- the fallback ------------------------------------------------------------------------------


@both
@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ([failure(401, "invalid_api_key")], "does not accept the API key"),
        ([failure(503, retry_after="100")], "503"),
        ([completion(None, refusal="no")], "declined"),
        ([completion("prose")] * 3, "no brief in 3 answers"),
    ],
    ids=["401", "503", "refusal", "prose"],
)
async def test_the_fallback_says_that_it_is_one(
    brief_of: Way, serve: Serve, answers: list[Answer], said: str
) -> None:
    server = serve(*answers)
    brief = await brief_of(settings=at(server, fallback="extractive", deadline=20))
    assert brief.provenance.engine == "extractive"
    assert brief.provenance.model is None
    (warning,) = brief.provenance.warnings
    assert said in warning
    assert "extractive" in warning
    assert brief.provenance.attempts
    assert brief.quotes
    assert len(server.requests) == len(answers)


async def test_the_fallback_still_counts_the_tokens(serve: Serve) -> None:
    server = serve(completion("prose"), completion("prose"))
    brief = await _blocking(settings=at(server, fallback="extractive"))
    assert brief.provenance.usage.input == 200


@both
async def test_without_the_fallback_the_engine_never_changes(brief_of: Way, serve: Serve) -> None:
    with pytest.raises(AuthenticationFailed):
        await brief_of(settings=at(serve(failure(401))))
