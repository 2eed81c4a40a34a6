"""Lines that fit a terminal: measured in cells, wrapped with hanging indents, painted last."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

Style = Literal["", "bold", "dim", "heading"]
_SGR = {"bold": "1", "dim": "2", "heading": "1;36"}
GLUE = "\N{NO-BREAK SPACE}"  # `clean` leaves none, so here it means: break only if you must
_SEPARATOR = f"{GLUE}· "  # ends a line rather than begins one
_SHORT = 12  # cells; facts up to that, like "250 ms", stay in one piece
_HIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


class Piece(NamedTuple):
    """A stretch of words in one style. Pieces are set apart by a space."""

    text: str
    style: Style = ""


class _Word(NamedTuple):
    text: str
    style: Style
    glued: bool = False  # no space before it: the rest of a word that was broken


def clean(text: str) -> str:
    """``text`` on one line and harmless to a terminal.

    White space runs become one space. Control characters (the escape that starts a terminal's
    commands among them) become their pictures, C1 controls, lone surrogates and the characters
    that reverse the direction of what follows become U+FFFD.
    """
    return _HIDDEN.sub(_picture, " ".join(text.split()))


def _picture(found: re.Match[str]) -> str:
    code = ord(found.group())
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"


def cells(text: str) -> int:
    """Columns that ``text`` takes on a terminal: wide characters two, combining ones none."""
    return len(text) if text.isascii() else sum(map(_cell, text))


def _cell(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def joined(facts: Iterable[str]) -> str:
    """``facts`` set apart by dots, for `wrap`: no dot begins a line, no short fact is broken."""
    return _SEPARATOR.join(
        fact.replace(" ", GLUE) if cells(fact) <= _SHORT else fact for fact in facts
    )


def wrap(
    pieces: Iterable[Piece], width: int, first: str = "", rest: str = "", colour: bool = False
) -> list[str]:
    """``pieces`` in lines of at most ``width`` cells; the first begins with ``first``, the others
    with ``rest``. Only a word that is itself too long, and not in a wide script, sticks out."""
    lines: list[str] = []
    line: list[_Word] = []
    lead, used = first, cells(first)
    for word in _words(pieces, width - cells(rest)):
        size = cells(word.text) + (bool(line) and not word.glued)
        if line and used + size > width:
            lines.append(lead + _painted(line, colour))
            line, lead, used = [], rest, cells(rest)
            size = cells(word.text)
        line.append(word)
        used += size
    return [*lines, lead + _painted(line, colour)] if line else lines


def _words(pieces: Iterable[Piece], room: int) -> Iterator[_Word]:
    for piece in pieces:
        for bound in piece.text.split(" "):
            text = bound.replace(GLUE, " ")
            for word in [text] if cells(text) <= room else text.split():
                for number, part in enumerate(_broken(word, room)):
                    yield _Word(part, piece.style, glued=number > 0)


def _broken(word: str, room: int) -> list[str]:
    """``word``, cut after wide characters where it is too long: their scripts have no spaces."""
    if cells(word) <= room:
        return [word] if word else []
    parts, start, used = [], 0, 0
    cut, since_cut = 0, 0  # the last place to cut, and the cells behind it
    for at, character in enumerate(word):
        size = _cell(character)
        if used + size > room and cut > start:
            parts.append(word[start:cut])
            start, used = cut, since_cut
        used += size
        since_cut += size
        if size == 2:
            cut, since_cut = at + 1, 0
    return [*parts, word[start:]]


def _painted(line: list[_Word], colour: bool) -> str:
    done: list[str] = []
    run: list[str] = []
    for at, word in enumerate(line):
        if at and not word.glued:
            run.append(" ")
        if at and word.style != line[at - 1].style:
            done.append(paint("".join(run), line[at - 1].style, colour))
            run = []
        run.append(word.text)
    return "".join([*done, paint("".join(run), line[-1].style, colour)])


def paint(text: str, style: Style, colour: bool) -> str:
    """``text`` between the terminal's commands for ``style``; as it is without ``colour``."""
    return f"\x1b[{_SGR[style]}m{text}\x1b[0m" if colour and style else text
