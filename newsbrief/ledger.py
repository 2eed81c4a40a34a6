"""What one brief has cost, what had to be done again, and what was left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from newsbrief.span import Span


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens, summed over all calls. ``cached_input`` is the part of ``input`` that the
    provider took from its prompt cache. A server that reports no usage counts as 0."""

    input: int = 0
    cached_input: int = 0
    output: int = 0

    def __add__(self, other: Usage) -> Usage:
        return Usage(
            self.input + other.input,
            self.cached_input + other.cached_input,
            self.output + other.output,
        )


NO_USAGE = Usage()


@dataclass(frozen=True, slots=True)
class Attempt:
    """One try that failed and was followed by another, or by giving up.

    ``transport``: the server could not be reached or would not answer. ``schema``: the answer
    was not of the form asked for. ``grounding``: it was, but the article does not bear it out.
    ``wait`` is how long newsbrief waited afterwards, in seconds.
    """

    kind: Literal["transport", "schema", "grounding"]
    reason: str
    wait: float = 0.0


@dataclass(frozen=True, slots=True)
class Dropped:
    """Something that the model or the article holds and the brief does not.

    ``section`` is the section's name, with the field behind a dot where only that was dropped
    (``stakeholders.role``); ``item`` is what was dropped, cut to 200 characters; ``span`` is where
    it stands in the article, if it does.
    """

    section: str
    item: str
    reason: str
    span: Span | None = None
