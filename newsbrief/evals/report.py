"""What a run found, as a table and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass

from newsbrief.evals.running import Run
from newsbrief.evals.tally import Figure, Miss, Tally


@dataclass(frozen=True, slots=True)
class Report:
    """The figures of ``run`` over gold data; ``name`` says which data ("polnear dev")."""

    name: str
    run: Run
    tallies: tuple[Tally, ...]

    @property
    def figures(self) -> dict[str, Figure]:
        return {name: f for tally in self.tallies for name, f in tally.figures().items()}

    @property
    def misses(self) -> tuple[Miss, ...]:
        return tuple(miss for tally in self.tallies for miss in tally.misses)

    @property
    def failed(self) -> int:
        return len(self.run.briefs) - len(self.run.made)

    @property
    def rate(self) -> float:
        """Articles per second."""
        return len(self.run.made) / self.run.seconds if self.run.seconds else 0.0

    @property
    def about(self) -> str:
        """The data, the number of articles and the engine, in words."""
        count = len(self.run.briefs)
        articles = "1 article" if count == 1 else f"{count} articles"
        return f"{self.name}, {articles}, {self.run.engine or 'no brief'}"

    def to_text(self) -> str:
        """Lines of at most 80 columns."""
        return "\n".join([*self._facts(), "", *_table(self.figures)])

    def _facts(self) -> Iterator[str]:
        run = self.run
        yield self.about
        failed = f"{self.failed} failed, " if self.failed else ""
        yield f"{failed}{run.seconds:.2f} s, {self.rate:.1f} articles a second"
        if run.usage.input or run.usage.output:
            used = run.usage
            yield f"tokens: {used.input:,} in ({used.cached_input:,} cached), {used.output:,} out"
        if run.attempts:
            yield f"re-asks: {_counted(run.attempts)}"
        if run.dropped:
            yield from _folded("left out, by section: ", _counted(run.dropped).split(", "))

    def to_json(self, misses: bool = False) -> str:
        """One object, indented."""
        run = self.run
        told: dict[str, object] = {
            "data": self.name,
            "engine": run.engine,
            "articles": len(run.briefs),
            "failed": self.failed,
            "seconds": round(run.seconds, 3),
            "articles_per_second": round(self.rate, 1),
            "tokens": asdict(run.usage),
            "attempts": run.attempts,
            "dropped": run.dropped,
            "figures": {name: figure._asdict() for name, figure in self.figures.items()},
        }
        if misses:
            told["misses"] = [miss._asdict() for miss in self.misses]
        return json.dumps(told, indent=2, ensure_ascii=False)


def _table(figures: Mapping[str, Figure]) -> Iterator[str]:
    wide = max(map(len, figures))
    yield f"{'figure':{wide}}  share     of"
    for name, figure in figures.items():
        share = "    –" if figure.value is None else f"{figure.value:.3f}"
        yield f"{name:{wide}}  {share} {figure.of:6}"


def _counted(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{name} {count}" for name, count in sorted(counts.items()))


def _folded(lead: str, facts: Sequence[str], width: int = 80) -> Iterator[str]:
    line = lead + facts[0]
    for fact in facts[1:]:
        if len(line) + len(fact) + 3 > width:
            yield f"{line},"
            line = " " * len(lead) + fact
        else:
            line += f", {fact}"
    yield line
