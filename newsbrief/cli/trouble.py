"""What went wrong, as an exit code and as words."""

from __future__ import annotations

import re

from newsbrief.cli.options import SETTABLE
from newsbrief.errors import (
    AnswerError,
    AuthenticationFailed,
    BackendError,
    ConfigError,
    NewsbriefError,
    NoConnection,
    QuotaExhausted,
    TemplateError,
    UnknownModel,
)

OK, FAILED, USAGE, CONFIGURATION, MODEL, INTERRUPTED, CLOSED = 0, 1, 2, 3, 4, 130, 141
# With these, no other article would fare better.
HOPELESS = (
    ConfigError,
    TemplateError,
    AuthenticationFailed,
    UnknownModel,
    QuotaExhausted,
    NoConnection,
)


def exit_code(error: Exception) -> int:
    """That of a run in which ``error`` was the largest trouble."""
    if isinstance(error, (ConfigError, TemplateError)):
        return CONFIGURATION
    return MODEL if isinstance(error, (BackendError, AnswerError)) else FAILED


def worded(error: Exception, own_sections: bool = False) -> str:
    """The words of ``error``, with the option where it names a setting; of one that newsbrief did
    not raise on purpose, where to look: in sections of the user's own, where there are some."""
    if isinstance(error, NewsbriefError):
        setting = rf"Settings\(({'|'.join(SETTABLE)})="
        told = re.sub(rf"{setting}\)(?=:)", r"--set \1", str(error))  # "deadline: input should"
        return re.sub(rf"{setting}([^)]*)\)", r"--set \1=\2", told)
    kind = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    if own_sections:
        return f"a fault, it may be of your own section ({kind}); NEWSBRIEF_DEBUG=1 shows where"
    return f"a fault of newsbrief itself ({kind}); NEWSBRIEF_DEBUG=1 shows where, please report it"
