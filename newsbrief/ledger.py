"""What one brief has cost, what had to be done again, and what was left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from newsbrief.span import Span


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens, summed over all answers, re-asks included.

    ``cached_input`` is the part of ``input`` that the provider took from its prompt cache, and
    ``reasoning`` the part of ``output`` that the model thought and did not say. ``unreported``
    counts the answers whose server told no usage: their tokens are not in the other numbers. Tries
    that brought no answer are not counted, for no server says what they cost.
    """

    input: int = 0
    cached_input: int = 0
    output: int = 0
    reasoning: int = 0
    unreported: int = 0

    def __add__(self, other: Usage) -> Usage:
        return Usage(
            self.input + other.input,
            self.cached_input + other.cached_input,
            self.output + other.output,
            self.reasoning + other.reasoning,
            self.unreported + other.unreported,
        )


NO_USAGE = Usage()


@dataclass(frozen=True, slots=True)
class Attempt:
    """One try that failed and was followed by another, or by giving up.

    ``transport``: the server could not be reached or would not answer. ``request``: it does not
    take requests of that form (a JSON schema, a temperature, a system message) and was asked in
    another, at once. ``schema``: the answer was not of the form asked for. ``grounding``: it was,
    but the article does not bear it out. ``wait`` is how long newsbrief waited afterwards, in
    seconds.
    """

    kind: Literal["transport", "request", "schema", "grounding"]
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
