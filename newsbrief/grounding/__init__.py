"""Grounding: where a text says these words, typography aside, or that it does not."""

from newsbrief.grounding.search import Match, forget, locate, occurrences, verbatim

__all__ = ["Match", "forget", "locate", "occurrences", "verbatim"]
