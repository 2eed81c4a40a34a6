"""The headline: one line, held against the article like any other free text."""

from __future__ import annotations

from collections.abc import Hashable

from newsbrief.sections.base import Section
from newsbrief.sections.ground import Ground
from newsbrief.sections.item import Item
from newsbrief.sections.told import plain
from newsbrief.sections.ungrounded import Ungrounded
from newsbrief.wire import Prose, WireItem


class HeadlineWire(WireItem, defer_build=True):  # unused without an LLM
    text: Prose


class Headline(Item):
    text: str


class Headlines(Section[HeadlineWire, Headline]):
    """Every brief has one. In a whole answer it is a plain string; where it does not hold, it is
    asked for again as the only item of this section."""

    name = "headline"
    wire = HeadlineWire
    item = Headline

    @classmethod
    def bind(cls, wire: HeadlineWire, ground: Ground) -> Headline:
        words = plain(wire.text).strip()
        if not words:
            raise Ungrounded("it is empty")
        if not ground.shares_words(words):
            raise Ungrounded("hardly a word of it stands in the article", words)
        return Headline(text=ground.told(words))

    @classmethod
    def identity(cls, item: Headline) -> Hashable:
        return ()

    @classmethod
    def merge(cls, first: Headline, second: Headline) -> Headline:
        return second
