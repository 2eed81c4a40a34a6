"""The engine without an LLM: the same brief, filled from the text itself."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from newsbrief.analysis.reading import Reading
from newsbrief.article import Article
from newsbrief.brief import Brief, costing
from newsbrief.draft.draft import Draft
from newsbrief.ledger import NO_USAGE, Attempt, Usage
from newsbrief.sections.base import overrides
from newsbrief.sections.ground import Ground

if TYPE_CHECKING:
    from newsbrief.draft.answers import SectionType

_UNFILLED = "the extractive engine cannot fill this section; it takes a model"


def extract(
    article: Article,
    sections: tuple[SectionType, ...],
    *,
    warnings: tuple[str, ...] = (),
    attempts: tuple[Attempt, ...] = (),
    usage: Usage = NO_USAGE,
    cost: float | None = None,
) -> Brief:
    """A brief of what the text says, in milliseconds. It calls nothing and never fails.

    ``attempts``, ``usage`` and ``cost`` are those of a model that failed before.
    """
    started = perf_counter()
    reading = Reading(article)
    draft = Draft(Ground(reading), sections, usage=usage, attempts=list(attempts))
    draft.ground.warnings += warnings
    for section in sections:
        if overrides(section, "extract"):
            draft.extract(section)
        else:
            draft.ground.warnings.append(f"{section.name}: {_UNFILLED}")
    brief = draft.brief("extractive", None, None, perf_counter() - started)
    return brief if cost is None else costing(brief, cost)
