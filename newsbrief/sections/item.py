"""What every item of a brief has in common."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from pydantic import BaseModel, ConfigDict

from newsbrief.span import Span


class Item(BaseModel):
    """One item of a brief. ``id`` is unique within the brief: ``e1``, ``q3``, ``s2``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = ""


I = TypeVar("I", bound=Item)  # noqa: E741  (item)


def numbered(item: I, id: str) -> I:
    """``item`` with its id, given before anybody has seen it: a copy would take 8 µs, a fifth of
    the time that it takes to put an extractive brief together."""
    object.__setattr__(item, "id", id)
    return item


def spans_of(value: object) -> Iterator[Span]:
    """Every span within a value of a brief, in the order of the fields."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from spans_of(getattr(value, name))
    elif isinstance(value, tuple):
        for part in value:
            yield from spans_of(part)
