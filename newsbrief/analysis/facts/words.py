"""The words of a text, as one check of free text after the other asks for them."""

from __future__ import annotations

from newsbrief.analysis.events.prose import content_words
from newsbrief.cached import cached_property

MARKS = " .,:;!?()[]'\"“”‘’"


class Words:
    """A text and its words: each view of it is made once, when first asked for."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def low(self) -> str:
        """The text in small letters."""
        return self.text.lower()

    @cached_property
    def parts(self) -> list[str]:
        """What stands between the spaces of it, in small letters."""
        return self.text.lower().split()

    @cached_property
    def bare(self) -> list[str]:
        """Those without the marks around them; of marks alone, nothing is left."""
        return [part.strip(MARKS) for part in self.parts]

    @cached_property
    def content(self) -> frozenset[str]:
        """The stems that carry meaning."""
        return content_words(self.text)


def bare(word: str) -> str:
    """``word`` without the marks around it."""
    return word.strip(MARKS)
