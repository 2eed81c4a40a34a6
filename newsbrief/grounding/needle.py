"""What a passage that is asked for may be read as: with its marks and its full stop, or without."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from newsbrief.grounding.cleaning import INVISIBLE
from newsbrief.grounding.marks import DOUBLES, SINGLES

MARKS = SINGLES + DOUBLES
BLANK = (
    INVISIBLE
    + " \t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2028\u2029\u202f\u205f\u3000"
    + ("".join(map(chr, range(0x2000, 0x200B))))
)
_EMPTY = BLANK + MARKS + ".,;:!?…-‐‑‒–—―−()[]{}*_/\\\0"


class Form(NamedTuple):
    """A reading of the needle: its core, and what the place must or should have."""

    core: str
    marks: bool = False  # it came in marks: prefer a place in marks
    stop: bool = False  # its full stop was given up: the speech must end there


def is_plain(needle: str) -> bool:
    """Whether the first form of the needle is the needle itself."""
    if not needle or "ʼ" in needle:  # a letter to Python, a mark to us
        return False
    return needle[0].isalnum() and (needle[-1] == "." or needle[-1].isalnum())


def forms(needle: str) -> Iterator[Form]:
    core = needle.strip(BLANK)
    if not core.strip(_EMPTY):
        return
    if core[0] not in MARKS and core[-1] not in MARKS and core[-1] not in ".,":
        yield Form(core)
        return
    bare, surely = _without_marks(core)
    readings = [] if surely and bare != core else [Form(core)]
    if bare != core:
        readings.append(Form(bare, marks=True))
    yield from readings
    for form in readings:
        shorter = form.core[:-1].rstrip(BLANK)
        if form.core[-1] in ".," and shorter.strip(_EMPTY):
            yield Form(shorter, form.marks, stop=True)


def _without_marks(core: str) -> tuple[str, bool]:
    """The needle without the marks around it, and whether they surely are a pair around
    the whole; in ``"A," he said, "B"`` they are not, and only the text can tell."""
    surely = True
    if core[-1] in ".," and core[-2:-1] in tuple(MARKS) and core[0] in MARKS:
        core = core[:-1]  # the British full stop, outside the mark
    while len(core) > 2:
        first, last = _kind(core[0]), _kind(core[-1])
        if first and first == last:
            inner = core[1:-1]
            surely = surely and not _inner_marks(first, inner)
        elif first == "double" and _unpaired(core):
            inner = core[1:]
            surely = surely and not _inner_marks("double", inner)
        elif last == "double" and not core[-2].isdigit() and _unpaired(core):
            inner = core[:-1]
            surely = surely and not _inner_marks("double", inner)
        else:
            break
        core = inner.strip(BLANK)
    return core, surely


def _unpaired(core: str) -> bool:
    return sum(map(core.count, DOUBLES)) % 2 == 1


def _kind(char: str) -> str:
    return "double" if char in DOUBLES else "single" if char in SINGLES else ""


@functools.cache
def _inner(kind: str) -> re.Pattern[str]:
    if kind == "double":
        return re.compile(f"[{DOUBLES}]")
    return re.compile(rf"(?<!\w)[{SINGLES}]|[{SINGLES}](?!\w)")


def _inner_marks(kind: str, inner: str) -> bool:
    return bool(_inner(kind).search(inner))
