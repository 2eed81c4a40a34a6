"""What an item of an answer ends in that the article does not bear out."""

from __future__ import annotations


class Ungrounded(Exception):
    """The article does not bear an item out. ``words`` are those it was searched for."""

    def __init__(self, reason: str, words: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.words = words


class Misplaced(Ungrounded):
    """The article may bear it out, but not where the item points. ``sentence`` is the number of the
    one that does, where that is known."""

    def __init__(self, reason: str, words: str, sentence: int | None = None) -> None:
        super().__init__(reason, words)
        self.sentence = sentence


class Final(Ungrounded):
    """Not to be asked again: no other answer would hold, or the text itself tells as much."""


class Untold(Final):
    """Not to be recorded either: `Section.left_out` does that."""
