"""What a section is: one kind of item, its wire form, and how an item binds to the article."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable
from typing import ClassVar, Generic, TypeVar, cast

from newsbrief.ledger import Dropped
from newsbrief.sections import binding
from newsbrief.sections.ground import Ground
from newsbrief.sections.item import Item, ItemT
from newsbrief.wire import WireItem

W = TypeVar("W", bound=WireItem)


class AnySection:
    """What every section has, whatever the types of its items."""

    name: ClassVar[str]
    wire: ClassVar[type[WireItem]]
    item: ClassVar[type[Item]]


class Section(AnySection, Generic[W, ItemT]):
    """Subclass it for a section of your own; a template ``<name>.j2`` tells the LLM about it.

    Fields of ``wire`` are bound to the same-named fields of ``item`` by their type (see
    `newsbrief.wire.Grounding`); override `bind` where more is needed.
    """

    #: The field that is asked for each quoted passage, by the passage's number: see
    #: `newsbrief.draft.pointing`. None where the answer is a list of items.
    each_passage: ClassVar[str | None] = None

    #: The most items that are taken of a model's answers; further ones are dropped, and the loss is
    #: recorded. At its default it bounds one answer alone, and the brief of a long article may have
    #: more. What the text itself tells has no such bound.
    most: ClassVar[int] = 300

    #: The most items that a model is let write in one answer: small ones repeat themselves to the
    #: end of their context. Of those that rest on sentences, a short article has room for fewer.
    listed: ClassVar[int] = 60

    @classmethod
    def bind(cls, wire: W, ground: Ground) -> ItemT:
        """The public item. Raises `Ungrounded` where the article does not bear ``wire`` out."""
        return cast(ItemT, binding.bind(wire, ground, cls.name, cls.item))

    @classmethod
    def extract(cls, ground: Ground) -> Iterable[ItemT]:
        """What the text itself says, without an LLM. Nothing, unless overridden."""
        return ()

    @classmethod
    def settled(cls, items: Collection[ItemT], ground: Ground) -> Iterable[ItemT]:
        """What stands of the model's ``items`` once all are there and, before them, what the text
        says beyond doubt and they lack."""
        return items

    @classmethod
    def left_out(cls, items: tuple[ItemT, ...], ground: Ground) -> Iterable[Dropped]:
        """What the text holds that is no item of this section, though it may look like one."""
        return ()

    @classmethod
    def identity(cls, item: ItemT) -> Hashable:
        """Items of the same identity are one."""
        return item.model_dump_json(exclude={"id", "evidence"})

    @classmethod
    def merge(cls, first: ItemT, second: ItemT) -> ItemT:
        """One item of two of the same identity: the first, with the evidence of both."""
        ours, theirs = getattr(first, "evidence", ()), getattr(second, "evidence", ())
        if set(theirs) <= set(ours):
            return first
        return first.model_copy(update={"evidence": tuple(sorted({*ours, *theirs}))})

    @classmethod
    def combine(cls, items: tuple[ItemT, ...]) -> Iterable[ItemT]:
        """The items of all parts of a long article, with those that tell of one thing as one. Items
        of the same identity are one already."""
        return items

    @classmethod
    def arrange(cls, items: Iterable[ItemT]) -> Iterable[ItemT]:
        """The items in the order of the brief: as they came, unless overridden."""
        return items

    @classmethod
    def line(cls, item: ItemT) -> str:
        """The item in one line, for text and Markdown."""
        return str(item)


def overrides(section: type[AnySection], method: str) -> bool:
    """Whether ``section`` has a ``method`` other than that of `Section`."""
    return any(method in vars(base) for base in section.__mro__ if base is not Section)
