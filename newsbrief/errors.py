"""The errors newsbrief raises.

    NewsbriefError
    ├── ConfigError              something must be set, and the message says where
    ├── InputError               something is wrong with this article
    ├── TemplateError            a prompt template is missing or cannot be rendered
    ├── BackendError             the model's server gave no answer
    │   ├── Unreachable            a time-out, 408, 409, 5xx                  (transient)
    │   │   └── NoConnection         nothing listens there                      (transient)
    │   ├── RateLimited            429; `retry_after` in seconds, if told     (transient)
    │   │   └── QuotaExhausted       402; 429 with insufficient_quota
    │   ├── AuthenticationFailed   401, 403
    │   ├── UnknownModel           404, 405
    │   ├── RequestRefused         400, 404, 422: the server takes no request of this form
    │   ├── TooLong                the article does not fit the model's context
    │   ├── Refused                the model or its content filter declined
    │   └── BudgetExceeded         a limit of `Settings` would have been crossed
    └── AnswerError              the model answered, and the answer is of no use
        └── Unrepairable           ... still, after it was asked again

No message holds an API key or text of the article; nor does the foreign exception that a
`BackendError` is chained to.
"""

from __future__ import annotations

from newsbrief.ledger import NO_USAGE, Attempt, Usage


class NewsbriefError(Exception):
    """Root of all errors that newsbrief raises on purpose."""


class ConfigError(NewsbriefError):
    """A setting is missing or makes no sense; the message says what to set, and where."""


class InputError(NewsbriefError, ValueError):
    """This article cannot be briefed; the message says what is wrong with it."""


class TemplateError(NewsbriefError):
    """A prompt template is missing, is not valid Jinja, or uses an unknown variable."""


class BackendError(NewsbriefError):
    """The model's server gave no answer. ``attempts`` lists what was tried.

    ``usage`` and ``cost`` (in US dollars; None where no price is known) are those of the answers
    that came before it. ``transient`` errors are tried again until the deadline; the others cannot
    succeed. ``hopeless`` ones would meet any other call of the same brief as well.
    """

    transient: bool = False
    hopeless: bool = False

    def __init__(
        self,
        message: str,
        *,
        retry_after: float | None = None,
        attempts: tuple[Attempt, ...] = (),
    ) -> None:
        super().__init__(message)
        self.retry_after = retry_after
        self.attempts = attempts
        self.usage: Usage = NO_USAGE
        self.cost: float | None = None


class Unreachable(BackendError):
    """No connection, a time-out, or a server error (408, 409, 5xx)."""

    transient = True


class NoConnection(Unreachable):
    """No connection could be opened at all: another article would fare no better."""


class RateLimited(BackendError):
    """Too many requests (429); ``retry_after`` holds the server's wish in seconds, if told."""

    transient = True


class QuotaExhausted(RateLimited):
    """The account has no money or quota left (402; 429 with ``insufficient_quota``): waiting does
    not help."""

    transient = False


class AuthenticationFailed(BackendError):
    """The server does not accept the key (401), or not for this model (403)."""

    hopeless = True


class UnknownModel(BackendError):
    """The server has no such model, or no such path (404, 405)."""

    hopeless = True


class RequestRefused(BackendError):
    """The server takes no request of this form (400, 404, 422), however newsbrief may word it
    within `Settings`. ``part`` names what it does not take: ``mode``, ``bounds``, ``temperature``,
    ``system`` or ``cap`` (see `newsbrief.backends.dialect`)."""

    def __init__(self, message: str, part: str = "") -> None:
        super().__init__(message)
        self.part = part


class TooLong(BackendError):
    """The question does not fit the model's context; `Settings(context=)` says what does."""


class Refused(BackendError):
    """The model, or the provider's content filter, declined to answer."""


class AnswerError(NewsbriefError):
    """The model answered, but not with a brief. ``attempts``, ``usage`` and ``cost`` (in US
    dollars; None where no price is known) say what that took."""

    # What pickle and copy call has the message alone: an error without the defaults would not come
    # back from a worker process, and take its whole pool with it.
    def __init__(
        self, message: str, *, attempts: tuple[Attempt, ...] = (), usage: Usage = NO_USAGE
    ) -> None:
        super().__init__(message)
        self.attempts = attempts
        self.usage = usage
        self.cost: float | None = None


class Unrepairable(AnswerError):
    """The answer was of no use, and so were those to the repeated question and to a smaller one."""


class BudgetExceeded(BackendError):
    """A limit would be crossed: ``deadline``, ``max_cost_usd`` or ``max_output_tokens`` of
    `Settings`. Raised where nothing could be accepted before; else the brief of what was accepted
    is returned, with a warning that says what was not asked for."""


class NoModelWarning(UserWarning):
    """No LLM is configured and none was asked for: the extractive engine wrote the brief."""
