"""Scores against gold data: how much of what a careful reader finds stands in the brief.

The module of each layout says how its data lie on the disk and what its figures mean.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from newsbrief.brief import Brief
from newsbrief.errors import InputError
from newsbrief.evals import annotation, giveme5w1h, gold, polnear
from newsbrief.evals.report import Report
from newsbrief.evals.running import Case, run
from newsbrief.evals.tally import Tally
from newsbrief.settings import Settings


class Layout(NamedTuple):
    """How annotated articles lie in a folder (of which PolNeAR has several splits), and how
    briefs of them are scored; None stands for an article that failed."""

    load: Callable[[Path, str], Sequence[Case[Any]]]
    score: Callable[[Iterable[tuple[Case[Any], Brief | None]]], tuple[Tally, ...]]


LAYOUTS = {
    "polnear": Layout(polnear.load, polnear.score),
    "polnear-doubled": Layout(polnear.load, partial(polnear.score, doubled=True)),
    "giveme5w1h": Layout(lambda folder, split: giveme5w1h.load(folder), giveme5w1h.score),
    "gold": Layout(lambda folder, split: annotation.load(folder), gold.score),
}


def evaluate(
    layout: str,
    folder: Path,
    *,
    split: str = "dev",
    model: str | None = None,
    settings: Settings | None = None,
    limit: int | None = None,
    max_chars: int | None = None,
    jobs: int = 1,
    failed: Callable[[Case[Any], Exception], None] = lambda case, error: None,
    begun: Callable[[int, int], None] = lambda number, of: None,
) -> Report:
    """Briefs the articles in ``folder``, ``jobs`` at a time, and scores the briefs.

    Of the articles of at most ``max_chars`` code points, the first ``limit`` are taken. ``failed``
    is told of every article without a brief, which counts as one in which nothing was found; what
    it raises ends the run. ``begun`` is told which article, of how many, is begun. ``model`` is as
    for `summarise`.

    Raises `InputError` where ``folder`` is not of that ``layout``, one of `LAYOUTS`, or has no
    article that is short enough.
    """
    load, score = LAYOUTS[layout]
    cases = load(folder, split)
    if max_chars is not None:
        cases = [case for case in cases if len(case.article.text) <= max_chars]
        if not cases:
            raise InputError(f"{folder} has no article of at most {max_chars:,} characters")
    cases = cases[:limit]
    made = run(cases, model, settings or Settings(), failed, jobs, begun)
    name = f"{layout} {split}" if layout.startswith("polnear") else layout
    return Report(name, made, score(zip(cases, made.briefs, strict=True)))
