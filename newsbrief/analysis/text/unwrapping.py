"""Hard-wrapped text, as mails, wires and terminals set it, read as if its lines were not broken.

The text keeps its length, so that all offsets stay those of the article. Of 84 articles of PolNeAR
wrapped at 72, 223 of 3,678 items came out otherwise than unwrapped before; now 13 do.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsbrief.analysis.patterns import Lazy
from newsbrief.analysis.text.sentences import BULLETS
from newsbrief.span import Span

_NARROWEST, _WIDEST = 50, 120  # code points a line; a list of names is narrower
_FILLED = 0.7  # of the widest line; `fmt`, which evens its lines out, fills them less than others
_BLANK = {ord("\n"): " ", ord("\r"): " "}


# What ends a line in texts of other systems, or in JSON: none is a blank line by itself.
_LINE_ENDS = Lazy(r"\r(?!\n)|[\x0b\x85\u2028\u2029]")
_RARE = ("\r", "\x0b", "\x85", "\u2028", "\u2029")


def with_line_feeds(text: str) -> str:
    """``text`` with a line feed for every other character that ends a line."""
    if not any(map(text.__contains__, _RARE)):
        return text
    return _LINE_ENDS.sub("\n", text)


def unwrapped(text: str, blocks: Sequence[Span]) -> str:
    """``text`` with a space for each line break of its wrapped paragraphs; ``blocks`` are all."""
    parts: list[str] = []
    at = 0
    for block in blocks:
        if _is_wrapped(text, block):
            parts += text[at : block.start], text[block.start : block.end].translate(_BLANK)
            at = block.end
    return "".join([*parts, text[at:]]) if parts else text


def _is_wrapped(text: str, block: Span) -> bool:
    if text.find("\n", block.start, block.end) < 0:
        return False
    lines = text[block.start : block.end].split("\n")
    widths = list(map(len, lines[:-1]))
    return (
        _NARROWEST <= max(widths) <= _WIDEST
        and min(widths) >= _FILLED * max(widths)
        and not any(line.lstrip().startswith(BULLETS) for line in lines)
    )
