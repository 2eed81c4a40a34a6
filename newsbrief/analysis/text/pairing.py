"""The passage between two marks, and what a mark's neighbours say of it: it opens or closes."""

from __future__ import annotations

from typing import NamedTuple

from newsbrief.span import Span

DOUBLES = '“”"‟＂〝〞〟'
BEFORE_OPEN = frozenset("([{—–-/:‘'“”‟\"„«‹¡¿…")
AFTER_CLOSE = frozenset(".,;:!?)]}—–-/…’'“”‟\"»›")
TWICE = frozenset("‘’'`")  # typed two at a time they make a double mark
_UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")  # web pages have them anywhere
ENTITIES = {
    "quot": '"', "ldquo": "“", "rdquo": "”", "bdquo": "„", "laquo": "«", "raquo": "»",
    "#34": '"', "#8220": "“", "#8221": "”", "#8222": "„", "#171": "«", "#187": "»",
    "lsquo": "‘", "rsquo": "’", "apos": "'", "#39": "'", "#039": "'", "#8216": "‘", "#8217": "’",
    "#x22": '"', "#x201c": "“", "#x201d": "”", "#x201e": "„", "#xab": "«", "#xbb": "»",
}  # fmt: skip


class Passage(NamedTuple):
    """``span`` lies inside the marks, ``outer`` holds them too; ``closed``: the end was marked.

    ``doubtful``: it stands between an opening and a closing mark, but may be the reporter's.
    """

    span: Span
    outer: Span
    closed: bool
    doubtful: bool = False


def glyph(text: str, at: int) -> str:
    """The mark at ``at``, which a web page may have written as an entity."""
    mark = text[at]
    return ENTITIES[text[at + 1 : text.index(";", at)].lower()] if mark == "&" else mark


def width(text: str, at: int) -> int:
    """Characters of the double mark at ``at``: two where it is typed as two single ones, more where
    it is an entity."""
    mark = text[at]
    if mark == "&":
        return text.index(";", at) + 1 - at
    return 2 if mark in TWICE else 1


def add(pairs: list[Passage], text: str, start: int, end: int, opening: int, closing: int) -> None:
    """Add the passage between marks of ``opening`` and ``closing`` characters (0: unmarked)."""
    if not closing:
        while end > start and text[end - 1].isspace():
            end -= 1
    if end > start and not (text[start].isspace() and text[start:end].isspace()):
        outer = Span(start - opening, end + closing)
        # By its name a named tuple takes twice the time.
        pairs.append(tuple.__new__(Passage, (Span(start, end), outer, closing > 0, False)))


def leans(text: str, at: int, block: Span) -> int:
    """+1 where the neighbours make the mark an opening one, -1 a closing one, 0 unclear; -2 where a
    blank is missing behind a closing mark, if one is open."""
    past = at + width(text, at)
    before = text[at - 1] if at > block.start else " "
    after = text[past] if past < block.end else " "
    if before in _UNSEEN:
        before = _seen(text, at - 1, -1, block.start - 1)
    if after in _UNSEEN:
        after = _seen(text, past, 1, block.end)
    blank = before.isspace()
    if blank and after in ",;:":
        return -1  # tokenised: `" We won ", she said`
    if blank != after.isspace():
        return 1 if blank else -1
    if blank:
        return 0
    if after.isalnum() and before in BEFORE_OPEN:
        return 1
    if after in AFTER_CLOSE and (before.isalnum() or before not in BEFORE_OPEN):
        return -1
    if before.isalnum() and after.isalnum():
        return 0
    if before in ".,!?…" and after.isalnum():
        return -2
    return 0


def _seen(text: str, at: int, step: int, end: int) -> str:
    """The first character from ``at`` on that shows; a blank where none does before ``end``."""
    while at != end and text[at] in _UNSEEN:
        at += step
    return text[at] if at != end else " "
