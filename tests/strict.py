"""The documented rules of strict structured output, and what of a schema breaks them.

OpenAI, "Structured model outputs: supported schemas" (as of February 2026), and Azure OpenAI,
"Structured outputs: JSON Schema support and limitations" (as of June 2026), which takes fewer
keywords and less of everything. Two rules stand in no list and come from the API's own errors: a
`$ref` stands alone, and objects in one `anyOf` do not begin with the same key.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

ANYWHERE = {"type", "enum", "const", "anyOf", "$ref", "$defs", "title", "description"}
OF_OBJECTS = {"properties", "required", "additionalProperties"}
OF_ARRAYS = {"items"}
TYPES = {"string", "number", "integer", "boolean", "object", "array", "null"}
FORMATS = {
    *("date-time", "time", "date", "duration", "email", "hostname", "ipv4", "ipv6", "uuid"),
}
NAME = re.compile(r"[a-zA-Z0-9_-]{1,64}")
Node = Mapping[str, Any]


@dataclass(frozen=True)
class Rules:
    """What one provider takes. ``characters`` of names, enumerations and constants together;
    ``long_enum`` those of one enumeration of more than 250 strings."""

    keywords: frozenset[str]
    properties: int
    levels: int
    characters: int
    values: int
    long_enum: int


OPENAI = Rules(
    frozenset(
        {
            *("pattern", "format", "minItems", "maxItems", "multipleOf"),
            *("maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum"),
        }
    ),
    5_000,
    10,
    120_000,
    1_000,
    15_000,
)
AZURE = Rules(frozenset(), 100, 5, 15_000, 500, 7_500)


def form(body: Node) -> tuple[str, Node]:
    """The name and the schema of a request that asks for strict structured output."""
    if "tools" in body:
        (tool,) = body["tools"]
        assert tool["type"] == "function"
        wanted, schema = tool["function"], tool["function"]["parameters"]
        assert body["tool_choice"]["function"] == {"name": wanted["name"]}
    else:
        assert body["response_format"]["type"] == "json_schema"
        wanted = body["response_format"]["json_schema"]
        schema = wanted["schema"]
    assert wanted["strict"] is True
    return wanted["name"], schema


def violations(schema: Node, rules: Rules = OPENAI, name: str = "Brief") -> list[str]:
    """Every rule that ``schema`` breaks, with the place; none where it is a strict schema."""
    found = [] if NAME.fullmatch(name) else [f"the name {name!r}"]
    if schema.get("type") != "object" or "anyOf" in schema:
        found.append("the root is no object")
    nodes = [("root", schema), *_below(schema, "root")]
    for place, node in nodes:
        found += [f"{place}: {flaw}" for flaw in _flaws(node, schema, rules)]
    counted = {
        "properties": (sum(len(n.get("properties", ())) for _, n in nodes), rules.properties),
        "levels": (_levels(schema, schema, ()), rules.levels),
        "characters": (sum(_characters(n) for _, n in nodes), rules.characters),
        "values": (sum(len(n.get("enum", ())) for _, n in nodes), rules.values),
    }
    return found + [f"{n:,} {what}" for what, (n, most) in counted.items() if n > most]


def _flaws(node: Node, root: Node, rules: Rules) -> Iterator[str]:
    types = node.get("type", [])
    types = {types} if isinstance(types, str) else set(types)
    allowed = ANYWHERE | rules.keywords
    allowed |= (OF_OBJECTS if "object" in types else set()) | (
        OF_ARRAYS if "array" in types else set()
    )
    yield from (f"the keyword {key}" for key in sorted(node.keys() - allowed))
    yield from (f"the type {one}" for one in sorted(types - TYPES))
    if not types and not node.keys() & {"anyOf", "$ref", "enum", "const"}:
        yield "no type"
    if "object" in types:
        if node.get("additionalProperties") is not False:
            yield "additionalProperties is not false"
        if sorted(node.get("required", ())) != sorted(node.get("properties", ())):
            yield "not every property is required"
    if "array" in types and not isinstance(node.get("items"), Mapping):
        yield "no items"
    if "$ref" in node:
        if len(node) > 1:
            yield "keywords beside $ref"
        if _target(node, root) is None:
            yield "a $ref that leads nowhere"
    if node.get("format", "date") not in FORMATS:
        yield f"the format {node['format']}"
    strings = [value for value in node.get("enum", ()) if isinstance(value, str)]
    if len(strings) > 250 and sum(map(len, strings)) > rules.long_enum:
        yield "an enumeration too long"
    firsts = [next(iter(o.get("properties", ())), None) for o in _objects_of(node, root)]
    if len(firsts) > len(set(firsts)):
        yield "objects of one anyOf with the same first key"


def _below(node: Node, place: str) -> Iterator[tuple[str, Node]]:
    """Every schema within ``node``, with its place; a map of properties is none."""
    for key, value in node.items():
        parts: dict[str, Any] = {}
        if key in ("properties", "$defs", "definitions", "patternProperties"):
            parts = {f"{key}.{name}": part for name, part in value.items()}
        elif isinstance(value, list):
            parts = {f"{key}.{n}": part for n, part in enumerate(value)}
        elif isinstance(value, Mapping) and key not in ("const", "default", "discriminator"):
            parts = {key: value}
        for name, part in parts.items():
            if isinstance(part, Mapping):
                yield f"{place}.{name}", part
                yield from _below(part, f"{place}.{name}")


def _target(node: Node, root: Node) -> Node | None:
    at: Any = root
    for step in str(node["$ref"]).removeprefix("#").split("/")[1:]:
        at = at.get(step) if isinstance(at, Mapping) else None
    return at if isinstance(at, Mapping) else None


def _objects_of(node: Node, root: Node) -> list[Node]:
    options = [_target(o, root) or {} if "$ref" in o else o for o in node.get("anyOf", ())]
    return [option for option in options if option.get("type") == "object"]


def _levels(node: Node, root: Node, seen: tuple[str, ...]) -> int:
    """How many objects lie in one another; a definition within itself counts once."""
    if "$ref" in node:
        target = _target(node, root)
        if target is None or node["$ref"] in seen:
            return 0
        return _levels(target, root, (*seen, node["$ref"]))
    inner = [*node.get("properties", {}).values(), *node.get("anyOf", ())]
    if isinstance(node.get("items"), Mapping):
        inner.append(node["items"])
    return bool(node.get("properties")) + max(
        (_levels(one, root, seen) for one in inner), default=0
    )


def _characters(node: Node) -> int:
    names = (*node.get("properties", ()), *node.get("$defs", ()))
    values = (*node.get("enum", ()), *([node["const"]] if "const" in node else []))
    return sum(map(len, names)) + sum(len(str(value)) for value in values)
