"""A JSON object that is still being written: the items of the lists and objects that it has under
its names, each as soon as it is whole.

To parse anew what has come, piece after piece, would take time by the square of the length. This
reads each character once, and leaves it to `json` what an item holds.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

_TELLING = re.compile(r'\\.?|["\[\]{},:]', re.DOTALL)
_OPENING, _CLOSING = ("{", "["), ("}", "]")


class Listed(NamedTuple):
    """Item ``number`` (from 0) of what stands under ``name``, as it was written: of a list or, with
    its ``key``, of an object."""

    name: str
    number: int
    words: str
    key: str | None = None


class Trickle:
    """Is fed with a text in pieces, cut anywhere. The object begins with the first brace, and what
    comes behind it is passed over."""

    def __init__(self) -> None:
        self._depth = 0  # of the containers that are open: 1 in the object, 2 in one of its values
        self._over = False
        self._quoted = False
        self._escaped = False  # the last piece ended with a backslash
        self._within: Literal["list", "object", None] = None  # the value under the last name
        self._key: str | None = None
        self._name = ""
        self._number = 0
        self._held: list[str] = []  # what came since the last name, item or comma, up to this piece

    def feed(self, piece: str) -> Iterator[Listed]:
        """The items that ``piece`` completes."""
        start = at = 0
        if not self._depth and not self._over:
            begin = piece.find("{")
            if begin < 0:
                return
            self._depth, start, at = 1, begin + 1, begin + 1
        elif self._escaped and piece:
            at, self._escaped = 1, False
        for found in _TELLING.finditer(piece, at):
            if self._over:
                return
            mark = found[0]
            if mark[0] == "\\":
                self._escaped = len(mark) == 1
            elif mark == '"':
                self._quoted = not self._quoted
            elif not self._quoted and (self._depth <= 2 or mark in _OPENING or mark in _CLOSING):
                told, start = self._at(mark, piece, start, found.end())
                if told:
                    yield told
        self._held.append(piece[start:])

    def _at(self, mark: str, piece: str, start: int, end: int) -> tuple[Listed | None, int]:
        """What ``mark`` tells, and where in ``piece`` begins what is held from now on."""
        before = self._depth
        self._depth += (mark in _OPENING) - (mark in _CLOSING)
        self._over = self._depth < 1
        if before == 1:
            if mark == ":":
                self._name = _string(self._taken(piece[start : end - 1]))
            elif mark in _OPENING:
                self._within = "list" if mark == "[" else "object"
                self._number, self._key = 0, None
            self._held.clear()
            return None, end
        if self._within == "object" and mark == ":" and self._key is None:
            self._key = _string(self._taken(piece[start : end - 1]))
            return None, end
        if not self._within or mark in (":", *_OPENING) or self._depth > 2:
            return None, start
        # A comma, the end of the list, or that of an item in it, which needs not wait for either.
        ends_item = before == 3
        words = self._taken(piece[start : end if ends_item else end - 1]).strip()
        key, self._key = self._key, None
        if not words or (self._within == "object" and key is None):
            return None, end
        self._number += 1
        return Listed(self._name, self._number - 1, words, key), end

    def _taken(self, last: str) -> str:
        words = "".join((*self._held, last))
        self._held.clear()
        return words


def _string(words: str) -> str:
    try:
        value = json.loads(words)
    except ValueError:
        return ""
    return value if isinstance(value, str) else ""
