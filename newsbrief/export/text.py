"""A brief as plain text, for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from newsbrief.export import wording
from newsbrief.export.layout import GLUE, Piece, Style, cells, clean, joined, paint, wrap

if TYPE_CHECKING:
    from newsbrief.brief import Brief
    from newsbrief.sections.base import AnySection

NARROWEST = 20  # columns; below, hanging indents would leave no room for words


def to_text(
    brief: Brief,
    width: int = 80,
    colour: bool = False,
    sections: Sequence[type[AnySection]] = (),
) -> str:
    """``brief`` in lines of at most ``width`` terminal columns (at least 20), without a line end
    behind the last; only a single longer word sticks out.

    ``colour`` adds ANSI commands for bold, dim and cyan; there are no others, whatever stands in
    the article. ``sections`` are those that were asked for: yours word their own items, and of all
    it is said which found nothing.
    """
    return "\n".join(_Page(brief, max(width, NARROWEST), colour, sections).lines())


class _Page:
    def __init__(
        self, brief: Brief, width: int, colour: bool, sections: Sequence[type[AnySection]]
    ) -> None:
        self.brief, self.width, self.colour, self.sections = brief, width, colour, sections

    def lines(self) -> Iterator[str]:
        yield from self._wrap([Piece(clean(self.brief.headline), "bold")])
        yield from self._wrap([Piece(joined(wording.byline(self.brief)), "dim")])
        if summary := clean(str(self.brief.summary)):
            yield ""
            yield from self._wrap([Piece(summary)])
        yield from self._section("Events", self._events())
        yield from self._section("Quotes", self._quotes())
        yield from self._section("Reported speech", self._reported())
        yield from self._section("Stakeholders", self._stakeholders())
        for title, told in wording.further(self.brief, self.sections).items():
            yield from self._section(title, self._list(told))
        if lacking := wording.lacking(self.brief, self.sections):
            yield ""
            yield from self._wrap([Piece(lacking, "dim")])
        yield from self._section("Left out", self._list(wording.losses(self.brief), "dim"))
        yield from self._section("Warnings", self._list(wording.cautions(self.brief)))

    def _wrap(self, pieces: Iterable[Piece], first: str = "", rest: str = "") -> list[str]:
        return wrap(pieces, self.width, first, rest, self.colour)

    def _section(self, title: str, lines: Iterator[str]) -> Iterator[str]:
        first = next(lines, None)
        if first is None:
            return
        yield ""
        yield from (
            paint(line, "heading", self.colour) for line in self._wrap([Piece(title.upper())])
        )
        yield first
        yield from lines

    def _facts(self, facts: Sequence[str], indent: str) -> list[str]:
        return self._wrap([Piece(joined(facts), "dim")], indent, indent)

    def _events(self) -> Iterator[str]:
        digits = len(str(len(self.brief.events)))
        indent = " " * (digits + 4)
        for number, event in enumerate(self.brief.events, 1):
            yield from self._wrap(
                [Piece(clean(event.description))], f"  {number:>{digits}}. ", indent
            )
            yield from self._facts(wording.event_facts(event, self.brief), indent)

    def _quotes(self) -> Iterator[str]:
        for quote in wording.in_marks(self.brief):
            yield from self._wrap([Piece(clean(str(quote)))], "  ", "   ")
            said = joined([f"— {wording.speaker(quote, self.brief)}", quote.kind])
            yield from self._wrap([Piece(said, "dim")], "     ", "       ")

    def _reported(self) -> Iterator[str]:
        for quote in wording.reported(self.brief):
            source = Piece(f"{wording.reporting(quote, self.brief)}:", "dim")
            yield from self._wrap([source, Piece(clean(str(quote)))], "  ", "     ")

    def _stakeholders(self) -> Iterator[str]:
        names = [clean(party.name) for party in self.brief.stakeholders]
        column = max((cells(name) for name in names), default=0)
        column = min(column, self.width // 3)  # a source may be named by a whole clause
        indent = " " * (column + 4)
        for name, party in zip(names, self.brief.stakeholders, strict=True):
            facts = Piece(joined(wording.party_facts(party)), "dim")
            if cells(name) > column:
                yield from self._wrap([Piece(name, "bold")], "  ", "    ")
                yield from self._wrap([facts], indent, indent)
            else:
                padded = name + GLUE * (column - cells(name) + 1)
                yield from self._wrap([Piece(padded, "bold"), facts], "  ", indent)

    def _list(self, told: Iterable[str], style: Style = "") -> Iterator[str]:
        for line in told:
            yield from self._wrap([Piece(line, style)], "  ", "     ")
