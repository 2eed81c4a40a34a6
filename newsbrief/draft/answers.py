"""The form of an answer: one wire model for all sections, and what can be saved of a broken one."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache, partial
from types import GenericAlias
from typing import Annotated, Any, NamedTuple, cast

from pydantic import BeforeValidator, Field, ValidationError, create_model
from pydantic.fields import FieldInfo
from pydantic_core import from_json

from newsbrief.backends.base import Reply, explain
from newsbrief.draft.pointing import keyed, unfolded
from newsbrief.sections.base import Section
from newsbrief.sections.item import Item
from newsbrief.wire import Grounding, Prose, WireItem, groundings

SectionType = type[Section[WireItem, Item]]
# Passages that a model is asked about. Those beyond are taken from the text itself, where a cue
# tells whose they are; of 924 articles of PolNeAR, 2 have more.
MAX_PASSAGES = 60
ROOMS = (1, 3, 5, 10, 20, 40, 60)  # 6 passages, and a model of 0.5 billion parameters went on to 60
SPARE = 3  # items that point at passages beyond as many as there are
# Sentences for each item that rests on some, and the items of the shortest article: a model of 0.5
# billion parameters made an event of every sentence. Of 10 to 17 sentences a good one tells 3 to 6.
RESTING, LEAST_RESTING = 6, 5
MAX_REPAIRED = 20  # asked again in one round


class Answer(WireItem):
    """The root of every answer; its fields are the sections' lists."""


class Numbered(WireItem):
    """What a correction begins with: the number of the item that it corrects."""

    item: int


class Given(NamedTuple):
    """One item as the model gave it: the wire item, or what is wrong with its form."""

    raw: Mapping[str, object]
    item: WireItem | None
    flaw: str = ""

    @property
    def told(self) -> Mapping[str, object]:
        """As the model gave it; where the backend read it already, as it was read."""
        return self.raw or (self.item.model_dump() if self.item else {})


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
    return next((most for most in ROOMS if items <= most), ROOMS[-1])


def resting(sentences: int) -> int:
    """How many items a list may have that rest on so many sentences of the article."""
    return room(max(LEAST_RESTING, -(-sentences // RESTING)))


def _at_most(items: int) -> FieldInfo:
    """For the model only: one item too many must not make the whole answer invalid."""
    return cast(FieldInfo, Field(json_schema_extra={"maxItems": items}))


@lru_cache(maxsize=256)
def answer_model(
    sections: tuple[SectionType, ...], headline: bool, passages: int = 0, rest: int = ROOMS[-1]
) -> type[Answer]:
    """A list for each of ``sections``, after the headline where that is asked for too. ``passages``
    is how many of them are shown; ``rest`` is how many items may rest on the sentences shown."""
    fields: dict[str, Any] = {"headline": (Prose, ...)} if headline else {}
    for section in sections:
        kind: object = GenericAlias(list, (section.wire,))
        if field := section.each_passage:
            unfold = BeforeValidator(partial(unfolded, field=field))
            form = Field(json_schema_extra=keyed(field, min(passages, MAX_PASSAGES)))
            kind = Annotated[kind, unfold, form]
        else:
            kinds = groundings(section.wire).values()
            most = min(section.most, section.listed)
            if Grounding.PASSAGE in kinds:
                most = min(most, room(passages + SPARE))
            if Grounding.SENTENCES in kinds:
                most = min(most, rest)
            kind = Annotated[kind, _at_most(most)]
        fields[section.name] = (kind, ...)
    return create_model("Brief", __base__=Answer, **fields)


@lru_cache(maxsize=64)
def repair_model(rooms: tuple[tuple[SectionType, int], ...]) -> type[Answer]:
    """A list for each section, of so many items, each with the number of the one it corrects."""
    fields: dict[str, Any] = {}
    for section, most in rooms:
        item = create_model(section.wire.__name__, __base__=(section.wire, Numbered))
        items = GenericAlias(list, (item,))
        fields[section.name] = (Annotated[items, _at_most(most)], ...)
    return create_model("Corrections", __base__=Answer, **fields)


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
            sendable = reply.content[start:].encode("utf-8", "replace")
            found = from_json(sendable, allow_partial=True)
        except ValueError:
            return None
    if not isinstance(found, dict):
        return None
    try:
        return Loose(cast(dict[str, object], _sendable(found)), whole)
    except (ValueError, RecursionError):
        return None


def written(section: SectionType, words: str, key: str | None) -> tuple[Given, ...]:
    """The items of ``section`` whose JSON is ``words``: one of a list, or what an object has under
    ``key``. Nothing, where they are no JSON."""
    try:
        raw = _sendable(json.loads(words, strict=False))
    except (ValueError, RecursionError):
        return ()
    return tuple(given(section, [raw] if key is None else {key: raw}))


def _sendable(found: object) -> object:
    """``found`` without lone surrogates, which can be neither sent nor shown. Raises `ValueError`
    or `RecursionError` for a number of 5,000 digits, or lists 5,000 deep."""
    words = json.dumps(found, ensure_ascii=False)
    sendable = words.encode("utf-8", "replace").decode()
    return found if words == sendable else json.loads(sendable)


def listed(section: SectionType, raw: object) -> list[object] | None:
    """The items of ``section`` in ``raw``, what stands under its name; None where that is of no
    form that it may have."""
    items = unfolded(raw, section.each_passage) if section.each_passage else raw
    return items if isinstance(items, list) else None


def given(section: SectionType, raw: object) -> Iterator[Given]:
    """The items of a section, each judged for itself; ``raw`` is what stands under its name."""
    for one in listed(section, raw) or ():
        # By its very type first: a model's own check of instances is a function of Python's.
        if type(one) is section.wire or isinstance(one, WireItem):
            yield Given({}, one)
        elif not isinstance(one, dict):
            yield Given({}, None, "it is no object")
        else:
            try:
                yield Given(one, section.wire.model_validate(one))
            except ValidationError as error:
                yield Given(one, None, explain(error))
