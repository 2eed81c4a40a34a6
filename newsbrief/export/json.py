"""A brief as JSON that `Brief.model_validate_json` takes back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsbrief.brief import Brief

# Legal in JSON, but terminals obey C1 controls, some readers of JSON Lines end a line at U+2028,
# and the direction marks make a line look like another one.
_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def to_json(brief: Brief, indent: int | None = 2) -> str:
    """``brief`` as one JSON object, without a line end behind it; with ``indent=None`` on one
    line. Whatever a terminal would obey is written as an escape: the same JSON, harmless."""
    return harmless(brief.model_dump_json(indent=indent))


def harmless(raw: str) -> str:
    """The same JSON as ``raw``, with an escape for whatever a terminal would obey."""
    return _UNSAFE.sub(lambda found: f"\\u{ord(found.group()):04x}", raw)
