"""Which of many spans a span overlaps, in time that does not grow with the article."""

from __future__ import annotations

from collections.abc import Iterable

from newsbrief.span import Span

_BLOCK = 1_000  # characters; a quote or two


class Overlaps:
    """The spans of things, in the order in which the things are given."""

    def __init__(self, things: Iterable[Iterable[Span]]) -> None:
        self._blocks: dict[int, list[tuple[int, Span]]] = {}
        for number, spans in enumerate(things):
            for span in spans:
                for block in _blocks(span):
                    self._blocks.setdefault(block, []).append((number, span))

    def first(self, span: Span) -> int | None:
        """The number of the first thing that overlaps ``span``; None where none does."""
        start, end = span.start, span.end
        first: int | None = None
        for block in _blocks(span):
            for number, held in self._blocks.get(block, ()):
                if held.start < end and start < held.end:  # by number in each block
                    first = number if first is None else min(first, number)
                    break
        return first


def _blocks(span: Span) -> range:
    return range(span.start // _BLOCK, max(span.start, span.end - 1) // _BLOCK + 1)
