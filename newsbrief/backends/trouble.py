"""The exceptions of the openai client and of what lies below it, turned into newsbrief's own."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from math import isfinite

import httpx2
import openai

from newsbrief.errors import (
    AuthenticationFailed,
    BackendError,
    QuotaExhausted,
    RateLimited,
    Refused,
    UnknownModel,
    Unreachable,
)

_NOT_ANSWERED = (408, 409)
_NO_COMPLETION = (
    "the model's server answered with something that is no completion; does OPENAI_BASE_URL end "
    "where it should (most servers want .../v1)?"
)
_CODE = re.compile(r"[a-z][\w.-]{0,79}", re.I)


@contextmanager
def mapped(key: str, model: str) -> Iterator[None]:
    """Raises a `BackendError` for any error of the openai client within, chained to it."""
    try:
        yield
    except openai.OpenAIError as error:
        mine = _map(error, model, key)
        _strip(error)
        raise mine from error
    except (json.JSONDecodeError, UnicodeDecodeError, RecursionError) as error:
        if isinstance(error, json.JSONDecodeError):
            error.doc = ""
        elif isinstance(error, UnicodeDecodeError):
            error.object = b""
        raise no_completion() from error


def _strip(error: openai.OpenAIError) -> None:
    """Takes from ``error``, and from what it is chained to, the request, which holds the key and
    the article, and the server's words, which may repeat them."""
    error.args = (f"{type(error).__name__} (the server's words are withheld)",)
    if not isinstance(error, openai.APIError):
        return
    bare = httpx2.Request(error.request.method, error.request.url)
    error.message, error.body, error.request = error.args[0], None, bare
    error.code = error.param = error.type = None
    if isinstance(error, openai.APIStatusError):
        error.response = httpx2.Response(error.status_code, request=bare)
    below = error.__cause__ or error.__context__
    while below is not None:
        if isinstance(below, httpx2.RequestError | httpx2.HTTPStatusError):
            below.request = bare
        if isinstance(below, httpx2.HTTPStatusError):
            below.response = httpx2.Response(below.response.status_code, request=bare)
        below = below.__cause__ or below.__context__


def no_completion() -> BackendError:
    """For an answer that is a web page, say. To ask again would bring the same page."""
    return BackendError(_NO_COMPLETION)


def _map(error: openai.OpenAIError, model: str, key: str) -> BackendError:
    if isinstance(error, openai.APITimeoutError):
        return Unreachable("the model's server did not answer in time")
    if isinstance(error.__cause__, (httpx2.InvalidURL, httpx2.UnsupportedProtocol)):
        return BackendError("OPENAI_BASE_URL is no URL that can be asked")
    if isinstance(error, openai.APIConnectionError):
        return Unreachable(
            "the model's server cannot be reached; check OPENAI_BASE_URL and that it runs"
        )
    if isinstance(error, (openai.LengthFinishReasonError, openai.ContentFilterFinishReasonError)):
        return Refused(f"{model} declined to answer for this article")
    if isinstance(error, openai.APIStatusError):
        return _of_status(error, model, key)
    if isinstance(error, openai.APIResponseValidationError):
        return BackendError(_NO_COMPLETION)
    return Unreachable(f"the model's server gave no answer ({type(error).__name__})")


def _of_status(error: openai.APIStatusError, model: str, key: str) -> BackendError:
    status = error.status_code
    codes = [str(part) for part in (error.code, error.type) if part]
    code = " ".join(c for c in codes if _CODE.fullmatch(c) and key not in c)
    told = f" ({code})" if code else ""
    if status == 429 and ("insufficient_quota" in code or "billing" in code):
        return QuotaExhausted("the account has no quota left; check its plan and billing")
    if status == 429:
        return RateLimited("the model's server has too many requests", retry_after=_wait(error))
    if status in (401, 403):
        return AuthenticationFailed(
            f"the server does not accept the API key{told}; check OPENAI_API_KEY or "
            "Settings(api_key=)"
        )
    if status == 404:
        return UnknownModel(
            f"the server knows no model {model!r}, or OPENAI_BASE_URL does not end where it should "
            "(most servers want .../v1)"
        )
    if status in _NOT_ANSWERED or status >= 500:
        return Unreachable(f"the model's server answered {status}", retry_after=_wait(error))
    if status == 413 or "context" in code or "length" in code or _too_long(error):
        return BackendError(f"the article is too long for {model}{_measured(error) or told}")
    if "content_filter" in code or "content_policy" in code:
        return Refused(f"{model} declined to answer for this article")
    return BackendError(f"the model's server did not take the request: {status}{told}")


def _too_long(error: openai.APIStatusError) -> bool:
    """vLLM says it in words alone."""
    words = str(error.message).lower()
    return error.status_code == 400 and "context" in words and "length" in words


def _measured(error: openai.APIStatusError) -> str:
    """llama.cpp tells by how much, in numbers of its own."""
    body = error.body if isinstance(error.body, dict) else {}
    tokens, room = body.get("n_prompt_tokens"), body.get("n_ctx")
    if not isinstance(tokens, int) or not isinstance(room, int):
        return ""
    return f" ({tokens:,} tokens, and its context holds {room:,})"


def _wait(error: openai.APIStatusError) -> float | None:
    """`Retry-After`, in seconds or as a date, as seconds from now; nonsense counts as not told."""
    told = error.response.headers.get("retry-after", "")
    try:
        seconds = float(told)
    except ValueError:
        try:
            seconds = (parsedate_to_datetime(told) - datetime.now(UTC)).total_seconds()
        except (ValueError, TypeError):
            return None
    return max(0.0, seconds) if isfinite(seconds) else None
