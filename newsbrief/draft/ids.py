"""The ids of a brief's items: what they begin with, and which items refer to a stakeholder's."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from newsbrief.sections.item import Item
from newsbrief.wire import Grounding, WireItem, groundings

if TYPE_CHECKING:
    from newsbrief.draft.answers import SectionType


@lru_cache(maxsize=64)
def marks(names: tuple[str, ...]) -> dict[str, str]:
    """Section name -> what the ids of its items begin with: as much of the name as it takes to
    keep them apart from all others in the brief."""
    known = {"stakeholders": "s", "events": "e", "quotes": "q", "summary": "su"}
    for name in names:
        starts = (name[:length] for length in range(1, len(name) + 1))
        known.setdefault(name, next((s for s in starts if s not in known.values()), f"{name}_"))
    return known


def parties_of(section: SectionType, items: Collection[Item]) -> set[str]:
    """The ids of the stakeholders that ``items`` refer to."""
    found: set[str] = set()
    for name in _party_fields(section.wire):
        for item in items:
            value = getattr(item, name, None)
            if isinstance(value, str):
                found.add(value)
            elif value:
                found.update(value)
    return found


@cache
def _party_fields(wire: type[WireItem]) -> tuple[str, ...]:
    return tuple(n for n, kind in groundings(wire).items() if kind is Grounding.PARTY)
