"""The openai client's exceptions, turned into newsbrief's own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

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


@contextmanager
def mapped(key: str, model: str) -> Iterator[None]:
    """Raises a `BackendError` for any error of the openai client within, chained to it."""
    try:
        yield
    except openai.OpenAIError as error:
        mine = _map(error, model)
        # A server's words may repeat the key or the article, so they do not travel on.
        error.args = (f"{type(error).__name__} (the server's words are withheld)",)
        if isinstance(error, openai.APIError):
            error.message, error.body = error.args[0], None
        raise mine from error


def _map(error: openai.OpenAIError, model: str) -> BackendError:
    if isinstance(error, openai.APITimeoutError):
        return Unreachable("the model's server did not answer in time")
    if isinstance(error, openai.APIConnectionError):
        return Unreachable(
            "the model's server cannot be reached; check OPENAI_BASE_URL and that it runs"
        )
    if isinstance(error, (openai.LengthFinishReasonError, openai.ContentFilterFinishReasonError)):
        return Refused(f"{model} declined to answer for this article")
    if isinstance(error, openai.APIStatusError):
        return _of_status(error, model)
    if isinstance(error, openai.APIResponseValidationError):
        return Unreachable("the model's server answered with something that is no completion")
    return Unreachable(f"the model's server gave no answer ({type(error).__name__})")


def _of_status(error: openai.APIStatusError, model: str) -> BackendError:
    status = error.status_code
    code = " ".join(str(part) for part in (error.code, error.type) if part)
    told = f" ({code[:80]})" if code else ""
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
    if "context" in code or "length" in code or status == 413:
        return BackendError(f"the article is too long for {model}{told}")
    if "content_filter" in code or "content_policy" in code:
        return Refused(f"{model} declined to answer for this article")
    return BackendError(f"the model's server did not take the request: {status}{told}")


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
    return max(0.0, seconds) if seconds < 86_400 else None
