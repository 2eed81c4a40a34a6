"""What is sent as a strict schema is one, by the documented rules; and the rules' check finds out
what is none."""

from __future__ import annotations

import runpy
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from typing import Annotated, Any, Literal

import pytest
from pydantic import BaseModel, Field, TypeAdapter
from server import Request, Server, at, completion, failure
from strict import AZURE, OPENAI, Rules, form, violations

from newsbrief import Call, Events, Quotes, RequestRefused, Stakeholders, SummarySentences
from newsbrief.backends.dialect import MODES, memory
from newsbrief.backends.openai import OpenAIBackend
from newsbrief.draft.answers import answer_model, repair_model

Serve = Callable[..., Server]
CLAIMS: Any = runpy.run_path(str(Path(__file__).parent.parent / "examples" / "claims.py"))["Claims"]
SECTIONS: tuple[Any, ...] = (SummarySentences, Stakeholders, Events, Quotes, CLAIMS)
CHOSEN = [
    chosen for count in range(1, len(SECTIONS) + 1) for chosen in combinations(SECTIONS, count)
]
FORMS: list[Any] = [
    *(answer_model(chosen, headline) for headline in (True, False) for chosen in CHOSEN),
    *(answer_model(SECTIONS, True, passages) for passages in (1, 7, 60, 1_000)),
    *(repair_model(tuple((section, 3) for section in chosen)) for chosen in CHOSEN),
]


@pytest.mark.parametrize("mode", ["json_schema", "tools"])
def test_every_schema_that_is_sent_is_strict(serve: Serve, mode: str) -> None:
    def openai(request: Request) -> Any:
        name, schema = form(request.body)
        if flaws := violations(schema, OPENAI, name):
            assert all("maxLength" in flaw for flaw in flaws)
            told = f"Invalid schema for response_format '{name}': 'maxLength' is not permitted."
            return failure(400, None, told)
        return completion("{}")

    server = serve(by=openai)
    backend = OpenAIBackend(at(server, mode=mode), "test-model")
    with pytest.raises(RequestRefused):
        backend.send(Call(({"role": "system", "content": "s"},), FORMS[0]), 10)
    for answer in FORMS:
        backend.send(Call(({"role": "system", "content": "s"},), answer), 10)
    assert len(server.requests) == 1 + len(FORMS) > 90
    assert "'maxItems'" in str(server.requests[-1].body)


@pytest.mark.parametrize(
    ("url", "lengths"),
    [
        (None, False),
        ("https://mine.openai.azure.com/openai/v1", False),
        ("http://localhost:8080/v1", True),
    ],
)
def test_openai_is_not_asked_for_lengths_in_vain(url: str | None, lengths: bool) -> None:
    assert memory(url, f"lengths of {url}", MODES).dialect.lengths is lengths


@pytest.mark.parametrize("mode", ["json_schema", "tools"])
def test_what_is_sent_where_lists_take_no_limits_is_strict_there(serve: Serve, mode: str) -> None:
    def azure(request: Request) -> Any:
        name, schema = form(request.body)
        if flaws := violations(schema, AZURE, name):
            keyword = "maxItems" if any("maxItems" in flaw for flaw in flaws) else "maxLength"
            assert all("maxItems" in flaw or "maxLength" in flaw for flaw in flaws)
            told = f"Invalid schema for response_format '{name}': '{keyword}' is not permitted."
            return failure(400, None, told)
        return completion("{}")

    server = serve(by=azure)
    backend = OpenAIBackend(at(server, mode=mode), "test-model")
    answer = answer_model(SECTIONS, headline=True, passages=1_000)
    call = Call(({"role": "system", "content": "s"},), answer)
    for _ in range(2):
        with pytest.raises(RequestRefused):
            backend.send(call, 10)
    backend.send(call, 10)
    first, second, third = server.requests
    assert "'maxItems'" in str(first.body)
    assert "'maxItems'" not in str(second.body)
    assert violations(form(third.body)[1], AZURE) == []


# --- the check itself ----------------------------------------------------------------------------


class Plain(BaseModel):
    word: str


class Other(BaseModel):
    word: int


def closed(properties: dict[str, Any], **other: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
        **other,
    }


def of(kind: Any) -> dict[str, Any]:
    """A strict object with one field as pydantic words ``kind``."""
    schema = TypeAdapter(kind).json_schema()
    defs = schema.pop("$defs", {})
    for one in defs.values():
        one["additionalProperties"] = False
    return closed({"field": schema}, **({"$defs": defs} if defs else {}))


def nested(levels: int) -> dict[str, Any]:
    schema = closed({"leaf": {"type": "string"}})
    for _ in range(levels - 1):
        schema = closed({"inner": schema})
    return schema


WORD = {"type": "string"}
PLANTED: list[Any] = [
    (closed({"a": WORD}, required=[]), OPENAI, "not every property is required"),
    (closed({"a": WORD}, additionalProperties=True), OPENAI, "additionalProperties"),
    ({"type": "object", "properties": {}, "required": []}, OPENAI, "additionalProperties"),
    (of(dict[str, str]), OPENAI, "additionalProperties"),
    (of(tuple[int, str]), OPENAI, "the keyword prefixItems"),
    (of(set[int]), OPENAI, "the keyword uniqueItems"),
    (of(Any), OPENAI, "no type"),
    (of(list[Any]), OPENAI, "no type"),
    (of(Annotated[str, Field(min_length=1)]), OPENAI, "the keyword minLength"),
    (of(Annotated[str, Field(default="x")]), OPENAI, "the keyword default"),
    (of(bytes), OPENAI, "the format binary"),
    (of(Plain | Other), OPENAI, "the same first key"),
    (closed({"a": {"oneOf": [WORD, {"type": "null"}]}}), OPENAI, "the keyword oneOf"),
    (closed({"a": {"allOf": [WORD]}}), OPENAI, "the keyword allOf"),
    (closed({"a": {"not": WORD, "type": "string"}}), OPENAI, "the keyword not"),
    (closed({"a": {"type": "array"}}), OPENAI, "no items"),
    (closed({"a": {"type": "any"}}), OPENAI, "the type any"),
    (closed({"a": {"$ref": "#/$defs/Nobody"}}), OPENAI, "leads nowhere"),
    (closed({"a": {"$ref": "#/$defs/P", "title": "A"}}, **{"$defs": {"P": WORD}}), OPENAI, "$ref"),
    ({"type": "array", "items": WORD}, OPENAI, "the root"),
    (closed({}, anyOf=[closed({"a": WORD})]), OPENAI, "the root"),
    (closed({f"p{n}": WORD for n in range(5_001)}), OPENAI, "5,001 properties"),
    (closed({f"p{n}": WORD for n in range(101)}), AZURE, "101 properties"),
    (nested(11), OPENAI, "11 levels"),
    (nested(6), AZURE, "6 levels"),
    (closed({"a": {"enum": list(range(1_001))}}), OPENAI, "1,001 values"),
    (closed({"a": {"enum": [f"{n:060}" for n in range(251)]}}), OPENAI, "enumeration too long"),
    (closed({"a": {"enum": [f"{n:0600}" for n in range(201)]}}), OPENAI, "120,601 characters"),
    (of(Annotated[str, Field(pattern="x")]), AZURE, "the keyword pattern"),
    (of(Annotated[int, Field(ge=0)]), AZURE, "the keyword minimum"),
    (of(Annotated[list[int], Field(max_length=3)]), AZURE, "the keyword maxItems"),
]


@pytest.mark.parametrize(
    ("schema", "rules", "words"), PLANTED, ids=[str(planted[2]) for planted in PLANTED]
)
def test_a_planted_violation_is_found(schema: dict[str, Any], rules: Rules, words: str) -> None:
    found = violations(schema, rules)
    assert any(words in flaw for flaw in found)


def test_so_is_a_name_that_is_none() -> None:
    assert violations(closed({}), OPENAI, "my brief") == ["the name 'my brief'"]


class Tree(BaseModel):
    children: list[Tree]


@pytest.mark.parametrize(
    "schema",
    [
        nested(10),
        of(Literal["a", "b"] | None),
        of(Annotated[list[int], Field(min_length=1, max_length=3)]),
        of(Annotated[float, Field(gt=0, le=1)]),
        of(Annotated[str, Field(pattern="^x$")]),
        of(Tree),
        of(list[Plain] | None),
    ],
    ids=["ten levels", "enumeration", "list", "number", "pattern", "recursion", "definitions"],
)
def test_what_is_allowed_is_no_violation(schema: dict[str, Any]) -> None:
    assert violations(schema) == []
