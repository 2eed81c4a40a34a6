"""The wire: what an LLM is asked for. It points (numbers) and copies only where it must.

A wire model is flat and safe for strict structured output: every field required, nullable
instead of optional, no tuples, no free-form dicts. The type of a field says how its value is
bound to the article: see `Grounding`.
"""

from __future__ import annotations

from enum import Enum
from functools import cache
from typing import Annotated, get_args, get_origin

from pydantic import BaseModel, ConfigDict, Field
from pydantic.config import JsonDict


class Grounding(Enum):
    """How the value of a wire field is tied to the article."""

    PROSE = "free text"  # the model's own words
    COPY = "words of the article"  # must be found there; replaced by the article's characters
    SENTENCES = "sentence numbers"  # become spans
    PASSAGE = "passage number"  # becomes the span of that quoted passage
    TIME = "a time as the article words it"  # becomes a When
    PARTY = "a name"  # becomes a stakeholder's id
    CHOICE = "a choice"  # an enumeration; taken as it is


# For the model only: some repeat themselves for ever. Of 445 events that the text of 40 articles
# itself tells, none has more who take part, or more sentences that tell of it.
ENTRIES = Field(json_schema_extra={"maxItems": 6})


#: Characters: of free text, of what is copied, and of names, roles, places and times. Small models
#: lose their way in a string and go on to the end of their context: one of 20 articles took a fifth
#: of all tokens. Of 6,124 names and 1,470 roles that 308 articles of PolNeAR hold, the longest has
#: 82, of 2,035 places and times 52.
LONGEST, LONGEST_COPY, LONGEST_PHRASE = 600, 1_200, 100
_LINE, _COPY, _PHRASE = (
    Field(json_schema_extra={"maxLength": most}) for most in (LONGEST, LONGEST_COPY, LONGEST_PHRASE)
)

Prose = Annotated[str, Grounding.PROSE, _LINE]
Copied = Annotated[str, Grounding.COPY, _COPY]
Phrase = Annotated[str, Grounding.COPY, _PHRASE]  # a role, a place: copied, and never a sentence
Sentences = Annotated[list[int], Grounding.SENTENCES, ENTRIES]
Passage = Annotated[int, Grounding.PASSAGE]
Time = Annotated[str, Grounding.TIME, _PHRASE]
Party = Annotated[str, Grounding.PARTY, _PHRASE]


def _closed(schema: JsonDict) -> None:
    schema["additionalProperties"] = False


class WireItem(BaseModel):
    """One item as the LLM writes it. Unknown keys are ignored, not fatal: small models add some."""

    model_config = ConfigDict(extra="ignore", json_schema_extra=_closed, defer_build=True)


@cache
def groundings(wire: type[WireItem]) -> dict[str, Grounding]:
    """Field name -> how its value is bound, in the order of the fields."""
    return {
        name: next(
            (m for m in field.metadata if isinstance(m, Grounding)), _inside(field.annotation)
        )
        for name, field in wire.model_fields.items()
    }


def has_no_strict_form(annotation: object) -> bool:
    """Whether strict structured output has no schema for it: a tuple, a set, a dict."""
    kinds = (tuple, set, frozenset, dict)
    if annotation in kinds or get_origin(annotation) in kinds:
        return True
    return any(map(has_no_strict_form, get_args(annotation)))


def _inside(annotation: object) -> Grounding:
    """The marker nested in ``X | None`` or ``list[X]``."""
    for part in get_args(annotation):
        if isinstance(part, Grounding):
            return part
        if (found := _inside(part)) is not Grounding.CHOICE:
            return found
    return Grounding.CHOICE
