"""The form of an answer: one wire model for all sections, and what can be saved of a broken one."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Annotated, NamedTuple, cast

from pydantic import Field, ValidationError, create_model
from pydantic.fields import FieldInfo
from pydantic_core import from_json

from newsbrief.backends.base import Reply, explain
from newsbrief.sections.base import Section
from newsbrief.sections.item import Item
from newsbrief.wire import Grounding, WireItem, groundings

SectionType = type[Section[WireItem, Item]]
# Items of a list that a model is let write: small ones repeat themselves. Quotes beyond these are
# taken from the text itself, where a cue tells whose they are; of 924 articles of PolNeAR, 2 have
# more passages in marks.
MAX_LISTED = 60
ROOMS = (1, 3, 10, 20, 40)  # 6 passages, and a model of 0.5 billion parameters counted on to 60
MAX_REPAIRED = 20  # asked again in one round


class Answer(WireItem):
    """The root of every answer; its fields are the sections' lists."""


class Given(NamedTuple):
    """One item as the model gave it: the wire item, or what is wrong with its form."""

    raw: Mapping[str, object]
    item: WireItem | None
    flaw: str = ""


class Problem(NamedTuple):
    """An item that does not hold: as it was given, why, and the words to search its place by.
    ``final`` ones are not asked for again."""

    section: SectionType
    given: Mapping[str, object]
    reason: str
    words: str
    kind: str
    final: bool = False

    @property
    def shown(self) -> str:
        return json.dumps(self.given, ensure_ascii=False, default=str)


def room(items: int) -> int:
    """How long a list may be that should hold so many items. One of few lengths, since providers
    prepare every wording of a schema anew."""
    return next((most for most in ROOMS if items <= most), MAX_LISTED)


def _at_most(items: int) -> FieldInfo:
    """For the model only: one item too many must not make the whole answer invalid."""
    return cast(FieldInfo, Field(json_schema_extra={"maxItems": items}))


# mypy cannot follow models that are made while the program runs, hence the exemptions in these two.


@lru_cache(maxsize=64)
def answer_model(
    sections: tuple[SectionType, ...], headline: bool, pointing: int = MAX_LISTED
) -> type[Answer]:
    """A list for each of ``sections``, after the headline where that is asked for too; of at most
    ``pointing`` items, where these point at passages."""
    fields: dict[str, object] = {"headline": (str, ...)} if headline else {}
    for section in sections:
        points = Grounding.PASSAGE in groundings(section.wire).values()
        limit = _at_most(min(section.most, pointing if points else MAX_LISTED))
        fields[section.name] = (Annotated[list[section.wire], limit], ...)  # type: ignore[name-defined]
    return create_model("Brief", __base__=Answer, **fields)  # type: ignore[call-overload,no-any-return]


@lru_cache(maxsize=64)
def repair_model(rooms: tuple[tuple[SectionType, int], ...]) -> type[Answer]:
    """A list for each section, of so many items, each with the number of the one it corrects."""
    fields: dict[str, object] = {}
    for section, most in rooms:
        item = create_model(section.wire.__name__, __base__=section.wire, item=(int, ...))
        fields[section.name] = (Annotated[list[item], _at_most(most)], ...)  # type: ignore[valid-type]
    return create_model("Corrections", __base__=Answer, **fields)  # type: ignore[call-overload,no-any-return]


class Loose(NamedTuple):
    """A JSON object among other words; where it is not ``whole``, it breaks off in its last part,
    whatever the server says of how the answer ended."""

    found: dict[str, object]
    whole: bool


def loose(reply: Reply) -> Loose | None:
    """The JSON object in ``reply``, whole or as far as it goes; None where there is none."""
    whole = True
    start = reply.content.find("{")
    if start < 0:
        return None
    try:
        found = json.JSONDecoder(strict=False).raw_decode(reply.content, start)[0]
    except (ValueError, RecursionError):
        whole = False
        try:
            found = from_json(reply.content[start:], allow_partial=True)
        except ValueError:
            return None
    if not isinstance(found, dict):
        return None
    try:
        return Loose(cast(dict[str, object], _sendable(found)), whole)
    except (ValueError, RecursionError):
        return None


def written(section: SectionType, words: str) -> Given | None:
    """The item of ``section`` whose JSON is ``words``; None where they are none."""
    try:
        raw = _sendable(json.loads(words, strict=False))
    except (ValueError, RecursionError):
        return None
    return next(given(section, [raw]))


def _sendable(found: object) -> object:
    """``found`` without lone surrogates, which can be neither sent nor shown. Raises `ValueError`
    or `RecursionError` for a number of 5,000 digits, or lists 5,000 deep."""
    words = json.dumps(found, ensure_ascii=False)
    sendable = words.encode("utf-8", "replace").decode()
    return found if words == sendable else json.loads(sendable)


def given(section: SectionType, raw: object) -> Iterator[Given]:
    """The items of a section, each judged for itself; ``raw`` is what stands under its name."""
    for one in raw if isinstance(raw, list) else ():
        if isinstance(one, WireItem):
            yield Given({}, one)
        elif not isinstance(one, dict):
            yield Given({}, None, "it is no object")
        else:
            try:
                yield Given(one, section.wire.model_validate(one))
            except ValidationError as error:
                yield Given(one, None, explain(error))
