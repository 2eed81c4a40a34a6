"""The items of a user's own sections, as a brief keeps them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from newsbrief.errors import ConfigError
from newsbrief.sections.item import Item, spans_of

if TYPE_CHECKING:
    from pydantic import JsonValue


def as_json(section: str, items: Iterable[Item], text: str) -> tuple[dict[str, JsonValue], ...]:
    """``items`` as plain JSON. Raises `ConfigError` for a span that does not hold the words of the
    article which it says it holds: newsbrief did not cut it, and the brief could not be read."""
    found = []
    for item in items:
        for span in spans_of(item):
            if span.text != text[span.start : span.end]:
                raise ConfigError(
                    f"section {section!r} gives a span, {span.start}-{span.end}, that does not "
                    "hold the article's words there; make it by Span(start, end).of(ground.text)"
                )
        found.append(item.model_dump(mode="json"))
    return tuple(found)
