"""The exceptions of the openai client and of what lies below it, turned into newsbrief's own."""

from __future__ import annotations

import errno
import json
import re
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from math import isfinite

import httpx2
import openai

from newsbrief.backends import dialect
from newsbrief.backends.base import LATE
from newsbrief.backends.saying import saying
from newsbrief.errors import (
    AuthenticationFailed,
    BackendError,
    NoConnection,
    QuotaExhausted,
    RateLimited,
    Refused,
    RequestRefused,
    TooLong,
    UnknownModel,
    Unreachable,
)

NO_KEY = "none"  # what is sent where no key is set
_NOT_ANSWERED = (408, 409)
_NO_COMPLETION = (
    "the model's server answered with something that is no completion; does the base URL "
    "(OPENAI_BASE_URL or --base-url) end where it should (most servers want .../v1)?"
)
BROKEN_OFF = "the model's server broke off its answer"
_CODE = re.compile(r"[a-z][\w.-]{0,79}", re.I)
# Not compiled before they are needed, which is seldom.
_NO_MODEL = r"\bmodel\b.{0,80}(not found|not exist|not a valid)|\b(invalid|unknown|no such) model\b"
_TOO_LONG = (
    r"context (length|window|size|overflow)|prompt is too long|input token count|too many tokens"
)
_CAP_TOO_LARGE = r"max_(completion_)?tokens.{0,40}too large|at most.{0,40}completion"


class FailedGeneration(Exception):
    """The server made an answer and found it to be of another form than was asked for. ``content``
    is as far as it came."""

    def __init__(self, content: str) -> None:
        super().__init__("the server found its own answer to be of another form")
        self.content = content


@contextmanager
def mapped(key: str, model: str) -> Iterator[None]:
    """Raises a `BackendError` for any error of the openai client within, chained to it; or
    `FailedGeneration`."""
    try:
        yield
    except openai.OpenAIError as error:
        failed = _failed_generation(error)
        mine = _map(error, model, key) if failed is None else FailedGeneration(failed)
        _strip(error)
        raise mine from error
    except httpx2.RequestError as error:  # amid a stream: the client maps what comes before it only
        late = isinstance(error, httpx2.TimeoutException)
        error.request = httpx2.Request(error.request.method, error.request.url)
        raise Unreachable(LATE if late else BROKEN_OFF) from error
    except (json.JSONDecodeError, UnicodeDecodeError, RecursionError) as error:
        if isinstance(error, json.JSONDecodeError):
            error.doc = ""
        elif isinstance(error, UnicodeDecodeError):
            error.object = b""
            error.args = (error.encoding, b"", 0, 1, error.reason)
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
    for below in _below(error):
        if isinstance(below, httpx2.RequestError | httpx2.HTTPStatusError):
            below.request = bare
        if isinstance(below, httpx2.HTTPStatusError):
            below.response = httpx2.Response(below.response.status_code, request=bare)


def _below(error: BaseException) -> Iterator[BaseException]:
    """What ``error`` is chained to, one behind the other."""
    below = error.__cause__ or error.__context__
    while below is not None:
        yield below
        below = below.__cause__ or below.__context__


def no_completion() -> BackendError:
    """For an answer that is a web page, say. To ask again would bring the same page."""
    return BackendError(_NO_COMPLETION)


def told(error: object, model: str, key: str) -> BackendError:
    """For an error that came in place of an answer, with status 200: OpenRouter reports so what
    went wrong after the model had begun."""
    fields = error if isinstance(error, dict) else {}
    status = fields.get("code")
    if not isinstance(status, int) or not 400 <= status < 600:
        status = 502
    return _of_status(status, [], str(error), None, error, model, key)


def _failed_generation(error: openai.OpenAIError) -> str | None:
    """What the model wrote, of Groq's error for an answer that is not of the form asked for."""
    body = error.body if isinstance(error, openai.APIError) else None
    if isinstance(body, dict) and body.get("code") in ("json_validate_failed", "tool_use_failed"):
        return str(body.get("failed_generation") or "")
    return None


def _map(error: openai.OpenAIError, model: str, key: str) -> BackendError:
    if isinstance(error.__cause__, (httpx2.ConnectError, httpx2.ConnectTimeout)):
        return _insecure(error) or _crowded(error) or NoConnection(_away(error))
    if isinstance(error, openai.APITimeoutError):
        return Unreachable(LATE)
    if isinstance(error.__cause__, (httpx2.TooManyRedirects, httpx2.UnsupportedProtocol)):
        return no_completion()
    if isinstance(error.__cause__, httpx2.ProxyError):
        return _barred(str(error.__cause__)[:3], _at(error))
    if isinstance(error.__cause__, (httpx2.ReadError, httpx2.RemoteProtocolError)):
        return Unreachable(f"the model's server{_at(error)} broke off before it answered")
    if isinstance(error, openai.APIConnectionError):
        return Unreachable(_away(error))
    if isinstance(error, openai.APIStatusError):
        codes = [*dict.fromkeys(str(part) for part in (error.code, error.type) if part)]
        status, words = error.status_code, str(error.message)
        said = saying(error.body, error.request.content, key)
        return _of_status(status, codes, words, _wait(error), error.body, model, key, said)
    if type(error) is openai.APIError:  # amid a stream
        return told(error.body, model, key)
    return Unreachable(f"the model's server gave no answer ({type(error).__name__})")


def _at(error: openai.OpenAIError) -> str:
    """The host is named, for it is where a slip would be; what else a URL holds may be secret."""
    url = error.request.url if isinstance(error, openai.APIConnectionError) else None
    return f" at {url.host}{f':{url.port}' if url.port else ''}" if url else ""


def _away(error: openai.OpenAIError) -> str:
    return (
        f"the model's server cannot be reached{_at(error)}; check the network, the base URL "
        "(OPENAI_BASE_URL or --base-url), and that it runs"
    )


def _insecure(error: openai.OpenAIError) -> NoConnection | None:
    """For a server that no secure connection can be made to, which no further try would change
    unless it broke off; None where that is not the trouble."""
    below = next((one for one in _below(error) if isinstance(one, ssl.SSLError)), None)
    if below is None:
        return None
    why = getattr(below, "verify_message", getattr(below, "reason", type(below).__name__))
    if isinstance(below, ssl.SSLCertVerificationError):
        told = (
            f"the certificate of the model's server{_at(error)} is not trusted ({why}); "
            "SSL_CERT_FILE may name a file with those that are"
        )
    else:
        told = (
            f"no secure connection to the model's server{_at(error)} can be made ({why}); should "
            "its URL begin with http://, not https://?"
        )
    mine = NoConnection(told)
    mine.transient = isinstance(below, ssl.SSLEOFError)
    return mine


def _crowded(error: openai.OpenAIError) -> Unreachable | None:
    """For a connection that this very process has no room for; None where that is not so."""
    full = (errno.EMFILE, errno.ENFILE)
    if not any(isinstance(one, OSError) and one.errno in full for one in _below(error)):
        return None
    return Unreachable(
        "too many files are open here for a further connection; brief fewer articles at once, or "
        "raise the limit (ulimit -n)"
    )


def _barred(status: str, at: str = "") -> NoConnection:
    mine = NoConnection(
        f"a proxy on the way to the model's server{at} lets nothing through"
        f"{f' ({status})' if status.isdecimal() else ''}; check HTTPS_PROXY and HTTP_PROXY, which "
        "may hold a user and a password, and NO_PROXY"
    )
    mine.transient = status not in ("403", "407")
    return mine


def _of_status(
    status: int,
    codes: list[str],
    words: str,
    wait: float | None,
    body: object,
    model: str,
    key: str,
    said: str = "",
) -> BackendError:
    code = " ".join(c for c in codes if _CODE.fullmatch(c) and key not in c)
    told = f" ({code})" if code else ""
    words = words.lower()
    if status == 402 or (status == 429 and ("insufficient_quota" in code or "billing" in code)):
        return QuotaExhausted("the account has no quota left; check its plan and billing")
    if status == 429:
        return RateLimited("the model's server has too many requests", retry_after=wait)
    if "content_filter" in code or "content_policy" in code or (status == 403 and _flagged(words)):
        return Refused(f"{model} declined to answer for this article")
    if status == 403 and "unsupported_country" in code:
        return AuthenticationFailed(f"the server does not serve this country or region{told}")
    page = "<html" in words
    if status in (401, 403) and page:
        return AuthenticationFailed(
            f"a web page bars the way ({status}); check the base URL (OPENAI_BASE_URL or "
            "--base-url), what stands before the server (a proxy, a login), and OPENAI_API_KEY"
        )
    if status == 407:
        return _barred("407")
    if status in (401, 403):
        wrong, remedy = ("wants an", "set") if key == NO_KEY else ("does not accept the", "check")
        return AuthenticationFailed(
            f"the server {wrong} API key{told}; {remedy} OPENAI_API_KEY or Settings(api_key=)"
        )
    if status == 413 or (status in (400, 422) and _too_long(code, words)):
        return TooLong(f"the article is too long for {model}{_measured(body) or told}")
    if status == 400 and re.search(_CAP_TOO_LARGE, words):
        return BackendError(f"{model} cannot write so much; lower Settings(max_output_tokens=)")
    if status in (400, 404) and ("model_not_found" in code or re.search(_NO_MODEL, words)):
        return _unknown(model)
    if status in dialect.REFUSING and not page and (part := dialect.refused_part(words)):
        hint = dialect.HINT.get(part, "")
        return RequestRefused(f"{dialect.SAID[part]} ({f'{status} {code}'.strip()}){hint}", part)
    if status in (404, 405):
        return _unknown(model)
    if status in _NOT_ANSWERED or status >= 500:
        return Unreachable(f"the model's server answered {status}", retry_after=wait)
    said = f'; it says: "{said}"' if said else ""
    return BackendError(f"the model's server did not take the request: {status}{told}{said}")


def _unknown(model: str) -> UnknownModel:
    return UnknownModel(
        f"the server knows no model {model!r}, or the base URL (OPENAI_BASE_URL or --base-url) "
        "does not end where it should (most servers want .../v1)"
    )


def _flagged(words: str) -> bool:
    return "moderation" in words or "flagged" in words


def _too_long(code: str, words: str) -> bool:
    """By the code or, as vLLM says it, by words alone."""
    return "context" in code or "length" in code or bool(re.search(_TOO_LONG, words))


def _measured(body: object) -> str:
    """llama.cpp tells by how much, in numbers of its own."""
    told = body if isinstance(body, dict) else {}
    tokens, room = told.get("n_prompt_tokens"), told.get("n_ctx")
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
