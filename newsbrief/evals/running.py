"""Briefs of annotated articles: made one after the other, timed, and counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import count
from time import perf_counter
from typing import Generic, TypeVar

from newsbrief.api import summarise
from newsbrief.article import Article
from newsbrief.brief import Brief
from newsbrief.ledger import NO_USAGE, Usage
from newsbrief.run.abreast import abreast
from newsbrief.settings import Settings

G = TypeVar("G")


@dataclass(frozen=True, slots=True)
class Case(Generic[G]):
    """An article, and what a careful reader finds in it."""

    name: str
    article: Article
    gold: G


@dataclass(frozen=True, slots=True)
class Run:
    """The briefs of some cases, in their order; None where an article failed."""

    briefs: tuple[Brief | None, ...]
    seconds: float

    @property
    def made(self) -> tuple[Brief, ...]:
        return tuple(brief for brief in self.briefs if brief is not None)

    @property
    def engine(self) -> str | None:
        """``extractive``, or the engine and its model; None where every article failed."""
        if not self.made:
            return None
        made = self.made[0].provenance
        return f"{made.engine} {made.model}" if made.model else made.engine

    @property
    def usage(self) -> Usage:
        return sum((brief.provenance.usage for brief in self.made), NO_USAGE)

    @property
    def attempts(self) -> dict[str, int]:
        """How often something had to be done again, by the kind of the trouble."""
        return dict(Counter(a.kind for brief in self.made for a in brief.provenance.attempts))

    @property
    def dropped(self) -> dict[str, int]:
        """What the model or the article holds and the briefs do not, by section."""
        return dict(Counter(d.section for brief in self.made for d in brief.provenance.dropped))


def run(
    cases: Sequence[Case[G]],
    model: str | None,
    settings: Settings,
    failed: Callable[[Case[G], Exception], None],
    jobs: int = 1,
    begun: Callable[[int, int], None] = lambda number, of: None,
) -> Run:
    """A brief of every article in ``cases``, ``jobs`` at a time.

    ``failed`` is told of every article that failed; what it raises ends the run. ``begun`` is told
    which article, of how many, is begun.
    """
    numbers = count(1)

    def brief(case: Case[G]) -> Brief | None:
        begun(next(numbers), len(cases))
        try:
            return summarise(case.article, model=model, settings=settings)
        except Exception as error:  # whatever it is, the other articles are scored
            failed(case, error)
            return None

    started = perf_counter()
    briefs = [brief(case) for case in cases] if jobs == 1 else abreast(brief, cases, jobs)
    return Run(tuple(briefs), perf_counter() - started)
