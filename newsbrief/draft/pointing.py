"""An answer that goes through the quoted passages: ``{"q1_speaker": "Ana Ruiz", ...}``.

In a list of objects that give a passage's number, a model of 0.5 billion parameters gave sentences'
numbers instead, passed passages over, or counted on to 60; and each object took 22 tokens, where a
key and a name take 9.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import cast

from pydantic.config import JsonDict

from newsbrief.wire import LONGEST_PHRASE

_KEY = re.compile(r"q?(\d{1,6})(?:_\w+)?")


def keyed(field: str, passages: int) -> Callable[[JsonDict], None]:
    """Turns the schema of a list of items into that of an object which has a text or null for each
    of so many passages."""

    def turn(schema: JsonDict) -> None:
        del schema["items"]
        keys = [f"q{number}_{field}" for number in range(1, passages + 1)]
        text: JsonDict = {
            "anyOf": [{"type": "string", "maxLength": LONGEST_PHRASE}, {"type": "null"}]
        }
        schema["type"] = "object"
        schema["properties"] = dict.fromkeys(keys, text)
        schema["required"] = [*keys]
        schema["additionalProperties"] = False

    return turn


def unfolded(answer: object, field: str) -> object:
    """``answer`` as a list of items, those of passages with their number and ``field``. A model
    that is bound to no schema may give a list instead, or have one under a key of its own."""
    if not isinstance(answer, dict):
        return answer
    items: list[object] = []
    for key, value in cast(dict[str, object], answer).items():
        if number := _KEY.fullmatch(key):
            given = value if isinstance(value, dict) else {field: value}
            items.append({**given, "passage": int(number[1])})
        elif isinstance(value, list):
            items += value
    return items
