"""Counting: what was right, of how many, and what was not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Figure(NamedTuple):
    """A share with three digits, and of how many it is; None where nothing was to be counted."""

    value: float | None
    of: int


class Miss(NamedTuple):
    """What one figure lost in one article, in words."""

    figure: str
    article: str
    what: str


@dataclass
class _Count:
    right: int = 0
    of: int = 0

    def figure(self) -> Figure:
        return Figure(round(self.right / self.of, 3) if self.of else None, self.of)


class Tally:
    """The figures of one ``group`` ("quotes"), in the order in which they are named here.

    "f1" is that of "recall" and "precision", with ``round_first`` once these are rounded.
    """

    def __init__(self, group: str, *names: str, round_first: bool = False) -> None:
        self.group = group
        self._round_first = round_first
        self.misses: list[Miss] = []
        self._counts = {name: _Count() for name in names}

    def add(self, name: str, right: bool, article: str = "", what: str = "") -> None:
        """One case more; where it is not ``right``, ``what`` tells what was missed. Figures that
        only combine others tell nothing."""
        count = self._counts[name]
        count.right += right
        count.of += 1
        if what and not right:
            self.misses.append(Miss(f"{self.group}.{name}", article, what))

    def figures(self) -> dict[str, Figure]:
        """By full name ("quotes.recall")."""
        found = {name: count.figure() for name, count in self._counts.items()}
        if "f1" in found:
            found["f1"] = Figure(self._f1(), self._counts["recall"].of)
        return {f"{self.group}.{name}": figure for name, figure in found.items()}

    def _f1(self) -> float | None:
        recall, precision = self._counts["recall"], self._counts["precision"]
        if not recall.of or not precision.of:
            return None
        r, p = recall.right / recall.of, precision.right / precision.of
        if self._round_first:
            r, p = round(r, 3), round(p, 3)
        return round(2 * p * r / (p + r), 3) if p + r else 0.0
