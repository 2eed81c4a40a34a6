"""Hard-wrapped text, as mails, wires and terminals set it, read as if its lines were not broken.

The text keeps its length, so that all offsets stay those of the article. Of 84 articles of PolNeAR
wrapped at 72, 223 of 3,678 items came out otherwise than unwrapped before; now 13 do.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsbrief.analysis.text.sentences import BULLETS
from newsbrief.span import Span

_NARROWEST, _WIDEST = 50, 120  # code points a line; a list of names is narrower
_FILLED = 0.7  # of the widest line; `fmt`, which evens its lines out, fills them less than others
_BLANK = {ord("\n"): " ", ord("\r"): " "}


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
