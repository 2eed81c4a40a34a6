"""How a call is worded for a server: what instructor makes of its wire model, and the messages.

instructor is asked once per model, not once per call: per call, it would generate the JSON schema,
build a subclass of the model and walk it for validators anew, which is three quarters of its CPU
time.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any, NamedTuple

from instructor import Mode, Provider
from instructor.processing.response import handle_response_model
from instructor.v2.core.registry import mode_registry
from pydantic import BaseModel
from pydantic_core import to_json

from newsbrief.backends import dialect
from newsbrief.backends.base import Call, Message
from newsbrief.backends.dialect import Dialect

_MODES = {"json_schema": Mode.JSON_SCHEMA, "tools": Mode.TOOLS, "json": Mode.JSON}


class Prepared(NamedTuple):
    """What instructor makes of one wire model in one mode."""

    model: type[BaseModel]
    request: bytes  # as JSON: it is written once, for it takes longer than the messages
    preface: str  # what a mode without a schema of its own wants said in the system message
    parse: Callable[..., BaseModel]


@lru_cache(maxsize=256)
def prepared(answer: type[BaseModel], mode: dialect.Mode, bounds: bool, lengths: bool) -> Prepared:
    """What is asked for answers of this type, made once in a process."""
    # A dot, for of an empty message instructor makes "[]".
    empty = [{"role": role, "content": "."} for role in ("system", "user")]
    form = _MODES[mode]
    model, request = handle_response_model(answer, mode=form, messages=empty)
    assert model is not None
    preface = str(request.pop("messages")[0]["content"]).removeprefix(".").strip()
    if mode == "json_schema":
        request["response_format"]["json_schema"]["strict"] = True
    if mode == "tools":
        request["tools"][0]["function"]["strict"] = True
    untold = (() if bounds else dialect.BOUNDS) + (() if lengths else dialect.LENGTHS)
    return Prepared(
        model,
        to_json(_bare(request, ("title", *untold))),
        preface,
        mode_registry.get_handlers(Provider.OPENAI, form).response_parser,
    )


def body(call: Call, way: Dialect, model: str, temperature: float | None, **more: object) -> bytes:
    """What is posted for ``call``, as ``model`` wants to be asked; with ``more`` fields."""
    form = prepared(call.answer, way.modes[0], way.bounds, way.lengths)
    request: dict[str, object] = {
        "model": model,
        "messages": _worded(call.messages, form.preface, way.system),
        **more,
    }
    if temperature is not None and (way.temperature or temperature):
        request["temperature"] = temperature
    if call.max_output_tokens is not None:
        request[way.caps[0]] = call.max_output_tokens
    # pydantic's encoder, for the client's own takes four times as long.
    return form.request[:-1] + b"," + to_json(request)[1:]


def _bare(schema: Any, keywords: tuple[str, ...], named: bool = False) -> Any:
    """``schema`` (``named``: the parts of one, by name) without ``keywords``: titles, which repeat
    the names and are paid for as input, and limits on lists, which Azure's strict mode refuses."""
    if isinstance(schema, list):
        return [_bare(part, keywords) for part in schema]
    if isinstance(schema, dict):
        return {
            key: _bare(part, keywords, not named and key in ("properties", "$defs"))
            for key, part in schema.items()
            if named or key not in keywords
        }
    return schema


def _worded(messages: tuple[Message, ...], preface: str, system: bool) -> list[Message]:
    """``messages`` with the preface in the system message; and that before the user's words, where
    the model takes no system message."""
    first, *rest = messages
    if preface:
        first = Message(role=first["role"], content=f"{first['content']}\n\n{preface}")
    if system or not rest:
        return [first, *rest]
    second, *rest = rest
    return [Message(role="user", content=f"{first['content']}\n\n{second['content']}"), *rest]
