"""An event: what happened, is going on, is planned, was called off or is alleged."""

from __future__ import annotations

from typing import Literal

from newsbrief.sections.item import Item
from newsbrief.sections.when import When
from newsbrief.span import Span

Status = Literal["happened", "ongoing", "planned", "cancelled", "alleged"]


class Event(Item):
    """One happening. ``participants`` are ids of stakeholders."""

    description: str
    status: Status
    when: When | None = None
    where: str | None = None
    participants: tuple[str, ...] = ()
    evidence: tuple[Span, ...]
