"""How one model at one server wants to be asked: found out by asking, and remembered.

There is no list of models here, which would be old tomorrow. The first request is worded for the
best there is: a strict JSON schema, with limits, a temperature and a system message. Where the
server says that it does not take one of these, the request goes out again without it, and all
later ones of this process begin there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from threading import Lock
from typing import Literal
from urllib.parse import urlsplit

Mode = Literal["json_schema", "tools", "json"]
Part = Literal["mode", "bounds", "lengths", "temperature", "system", "cap", "count", "stream"]

MODES: tuple[Mode, ...] = ("json_schema", "tools", "json")
REFUSING = (400, 404, 422, 500, 501)  # llama.cpp and SGLang answer 500 where a template fails

SAID: dict[Part, str] = {
    "mode": "the server does not take the form of answer that was asked for",
    "bounds": "the server takes no limits in a schema",
    "lengths": "the server takes no lengths of strings in a schema",
    "temperature": "the model takes no temperature, or not this one",
    "system": "the model takes no system message",
    "cap": "the server does not know the limit on the output by this name",
    "count": "the server takes no stream_options, and may tell no usage of what it streams",
    "stream": "the server does not stream answers of this form",
}
HINT: dict[str, str] = {
    "mode": "; Settings(mode=) sets another",
    "temperature": "; Settings(temperature=None) sends none",
}

BOUNDS, LENGTHS = ("maxItems", "minItems"), ("maxLength", "minLength")

_UNKNOWN = (
    "(unsupported|not supported|not permitted|forbidden|unknown|unrecogni[sz]ed|unexpected|instead)"
)
_CAP = "max_(completion_)?tokens"  # "max_tokens is too large" is no word on the name
_PATTERNS: dict[Part, str] = {
    "count": r"\bstream_options\b|\binclude_usage\b",
    # before the mode: Groq says "response_format ... does not support streaming"
    "stream": (
        r"(n[o']t support\w*|unsupported|n[o']t \w+ supported|cannot|n[o']t allowed|disabled)"
        r".{0,60}\bstream(ing|ed)?\b|\bstream(ing|ed)?\b.{0,60}"
        r"(n[o']t|unsupported|cannot|disabled|must be false)"
    ),
    "cap": f"{_UNKNOWN}.{{0,120}}{_CAP}|{_CAP}.{{0,120}}{_UNKNOWN}",
    "temperature": r"\btemperature\b",
    "system": (
        r"\bsystem (role|message|prompt|instruction)|\bdeveloper (role|message|instruction)"
        r"|\brole.{0,60}'(system|developer)'|roles must alternate|only user and assistant"
    ),
    # before the mode: OpenAI and Azure say "Invalid schema for response_format ... 'maxItems' is
    # not permitted"
    "bounds": r"\b(max|min)items\b",
    "lengths": r"\b(max|min)length\b",
    "mode": (
        r"response[_ ]format|\bschemas?\b|json[_ ]?(schema|object|mode)|structured.outputs?"
        r"|guided[_ ](json|decoding|grammar)|(pars|invalid|compil)\w* (the )?grammar"
        r"|\btool[_ ](use|call\w*|choice)|['\"`]tools['\"`]|\btools? (is|are|param\w*|not)\b"
        r"|support\w* .{0,30}\btools?\b|function.calling|'strict'|--jinja|requested parameters"
    ),
}
_OPENAI = ("openai.com", "azure.com")


@dataclass(frozen=True, slots=True)
class Dialect:
    """``modes`` and ``caps`` hold what is left to try, the one in use first. ``caps`` are names
    for the limit on the output; ``bounds`` stands for ``maxItems`` in the schema, ``lengths`` for
    ``maxLength``, ``count`` for the tokens told at the end of a stream."""

    modes: tuple[Mode, ...]
    caps: tuple[str, ...]
    bounds: bool = True
    lengths: bool = True
    temperature: bool = True
    system: bool = True
    count: bool = True
    stream: bool = True

    def without(self, part: str) -> Dialect | None:
        """The next to try where ``part`` was refused; None where nothing is left."""
        match part:
            case "mode" if len(self.modes) > 1:
                return replace(self, modes=self.modes[1:])
            case "cap" if len(self.caps) > 1:
                return replace(self, caps=self.caps[1:])
            case "bounds" if self.bounds:
                return replace(self, bounds=False)
            case "lengths" if self.lengths:
                return replace(self, lengths=False)
            case "temperature" if self.temperature:
                return replace(self, temperature=False)
            case "system" if self.system:
                return replace(self, system=False)
            case "count" if self.count:
                return replace(self, count=False)
            case "stream" if self.stream:
                return replace(self, stream=False)
        return None


def refused_part(words: str) -> Part | None:
    """What a server that answers with ``words`` does not take; None where they tell of none."""
    words = words[:2_000].lower()  # what comes later is the request, repeated
    return next((part for part, said in _PATTERNS.items() if re.search(said, words, re.S)), None)


class Memory:
    """What is known, for the life of the process, of one model at one server.

    What was refused is proven by a request without it that was answered. Where none is, the
    trouble was another (a server may repeat the article in its error), and all is forgotten again.
    """

    def __init__(self, base_url: str | None, modes: tuple[Mode, ...]) -> None:
        self._proven = self._now = _first(base_url, modes)
        self._lock = Lock()  # threads learn at the same time

    @property
    def dialect(self) -> Dialect:
        return self._now

    def refused(self, used: Dialect, part: str) -> bool:
        """Whether there is another way to ask, now that the server did not take ``part`` of a
        request in the dialect ``used``. Requests that went out side by side learn it once."""
        with self._lock:
            if used.without(part) is None:
                self._now = self._proven
                return False
            field = {"mode": "modes", "cap": "caps"}.get(part, part)
            if getattr(self._now, field) == getattr(used, field):
                self._now = self._now.without(part) or self._now
            return True

    def answered(self, used: Dialect) -> None:
        self._proven = used


_MEMORIES: dict[tuple[str | None, str, tuple[Mode, ...]], Memory] = {}


def memory(base_url: str | None, model: str, modes: tuple[Mode, ...]) -> Memory:
    """That of ``model`` at ``base_url``, where ``modes`` may be tried."""
    return _MEMORIES.setdefault((base_url, model, modes), Memory(base_url, modes))


def _first(base_url: str | None, modes: tuple[Mode, ...]) -> Dialect:
    """``max_completion_tokens`` is OpenAI's name, and the only one for its reasoning models. All
    others know ``max_tokens``; older servers of llama.cpp and Ollama pass the new name over in
    silence, and no error would ever tell. Its strict mode takes no ``maxLength``, either."""
    host = (urlsplit(base_url).hostname or "") if base_url else _OPENAI[0]
    new = any(host == name or host.endswith(f".{name}") for name in _OPENAI)
    caps = ("max_completion_tokens", "max_tokens")
    return Dialect(modes, caps if new else caps[::-1], lengths=not new)
