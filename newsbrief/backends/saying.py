"""What may be shown of a server's own words on an error: nothing of the article, nor of the key."""

from __future__ import annotations

import json
import re

_LONGEST = 300  # characters; what is longer repeats the request, as a rule
_PART_OF_KEY = 6  # characters; servers that mask a key show its first and last ones
_WORD = re.compile(r"\w+")
_QUOTED = re.compile(r"'([^']+)'|\"([^\"]+)\"|`([^`]+)`")


def saying(body: object, request: bytes, key: str) -> str:
    """What a server says in ``body`` of the ``request`` that it refused; empty where it says
    nothing, or where its words may be the article's or the key's: three in a row, something in
    marks, a name or a number that stands in what was sent."""
    words = _message(body)
    if not words or len(words) > _LONGEST or not words.isascii() or not words.isprintable():
        return ""
    starts = range(max(1, len(key) - _PART_OF_KEY + 1))
    if any(key[at : at + _PART_OF_KEY] in words for at in starts):
        return ""
    sent = _WORD.findall(_sent(request))
    return "" if _repeats(words, sent) else words


def _repeats(words: str, sent: list[str]) -> bool:
    known, run = set(sent), f" {' '.join(sent)} ".casefold()
    said = _WORD.findall(words)
    rows = [" ".join(said[at : at + 3]) for at in range(len(said) - 2)]
    rows += [" ".join(_WORD.findall("".join(found))) for found in _QUOTED.findall(words)]
    if any(f" {row.casefold()} " in run for row in rows):
        return True
    # A capital that the first word of a sentence has is no name's.
    names = {word for word in said if word != word.lower() and word.lower() not in known}
    numbers = {word for word in said if word.isdigit() and len(word) > 2}
    return not known.isdisjoint(names | numbers)


def _message(body: object) -> str:
    """Of OpenAI's errors the client gives what stands under "error": an object, or but words.
    FastAPI says "detail". A page is no message."""
    fields = body if isinstance(body, dict) else {"message": body}
    told = (fields.get(name) for name in ("message", "detail"))
    words = next((" ".join(one.split()) for one in told if isinstance(one, str)), "")
    return "" if words.startswith("<") else words


def _sent(request: bytes) -> str:
    """The messages of the user: all that is the article's."""
    try:
        messages = json.loads(request)["messages"]
        return "\n".join(str(one["content"]) for one in messages if one["role"] != "system")
    except (ValueError, LookupError, TypeError):  # no request of ours: then all of it
        return request.decode("utf-8", "replace")
