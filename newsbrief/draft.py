"""A brief in the making: items bound so far, and those that must be asked for again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import cast

from pydantic import ValidationError

from newsbrief.answers import Given, Problem, SectionType
from newsbrief.backends.base import Reply, explain
from newsbrief.brief import Brief, Engine, Provenance
from newsbrief.ledger import NO_USAGE, Attempt, Dropped, Usage
from newsbrief.sections.binding import Ground, Ungrounded
from newsbrief.sections.events import Event
from newsbrief.sections.item import Item, numbered
from newsbrief.sections.parties import Stakeholder
from newsbrief.sections.quotes import Quote
from newsbrief.sections.summary import Summary, SummarySentence
from newsbrief.span import Span
from newsbrief.version import __version__
from newsbrief.wire import Grounding, WireItem, groundings

MAX_ITEMS = 300  # a section; the longest PolNeAR article has a third of that in quoted passages

MAX_ENTRIES = 100  # in a list of one item, such as its evidence


@dataclass
class Draft:
    """Gathers the items of one article's brief, section by section."""

    ground: Ground
    sections: tuple[SectionType, ...]
    headline: str = ""
    usage: Usage = NO_USAGE
    attempts: list[Attempt] = field(default_factory=list)
    uncovered: list[Span] = field(default_factory=list)
    _items: dict[str, dict[object, Item]] = field(default_factory=dict)

    def account(self, reply: Reply) -> None:
        """Adds what ``reply`` has cost."""
        self.usage += reply.usage
        self.attempts += reply.attempts

    def take(self, section: SectionType, given: Iterable[Given]) -> list[Problem]:
        """Binds items of ``section``; those that do not hold come back."""
        problems = []
        for number, one in enumerate(given):
            if number == section.most:
                self.ground.lose(section.name, "the rest", f"only {section.most} items are taken")
                break
            if problem := self.take_one(section, one):
                problems.append(problem)
        return problems

    def take_one(self, section: SectionType, given: Given) -> Problem | None:
        """Binds one item; where it does not hold, nothing of it stays."""
        if given.item is None:
            return Problem(section, given.raw, given.flaw, _texts(given.raw), "schema")
        mark = len(self.ground.losses)
        try:
            self._keep(section, section.bind(self._bounded(section, given.item), self.ground))
        except Ungrounded as failure:
            del self.ground.losses[mark:]
            raw = given.raw or given.item.model_dump()
            return Problem(section, raw, failure.reason, failure.words or _texts(raw), "grounding")
        except ValidationError as error:  # the public item of a user's section is the stricter one
            del self.ground.losses[mark:]
            raw = given.raw or given.item.model_dump()
            return Problem(section, raw, explain(error), _texts(raw), "schema")
        return None

    def _bounded(self, section: SectionType, item: WireItem) -> WireItem:
        """``item``, no list of it longer than an article needs: each entry is searched for."""
        cut: dict[str, object] = {}
        for name, value in vars(item).items():
            if isinstance(value, list) and len(value) > MAX_ENTRIES:
                cut[name] = value[:MAX_ENTRIES]
                reason = f"more than {MAX_ENTRIES} were given"
                self.ground.lose(f"{section.name}.{name}", "further entries", reason)
        return item.model_copy(update=cut) if cut else item

    def extract(self, section: SectionType) -> None:
        """Takes what the text itself says."""
        for item in section.extract(self.ground):
            self._keep(section, item)

    def fill(self, section: SectionType) -> int:
        """Adds what the text says beyond doubt and the section lacks; returns how many items."""
        missing = tuple(section.missing(self.items(section), self.ground))
        for item in missing:
            self._keep(section, item)
        return len(missing)

    def items(self, section: SectionType) -> tuple[Item, ...]:
        return tuple(self._items.get(section.name, {}).values())

    def hold(self, section: SectionType, items: Iterable[Item]) -> None:
        """Puts ``items`` in the place of those of ``section``."""
        self._items[section.name] = {}
        for item in items:
            self._keep(section, item)

    def drop(self, problem: Problem) -> None:
        self.ground.lose(problem.section.name, problem.shown, problem.reason)

    def _keep(self, section: SectionType, item: Item) -> None:
        held = self._items.setdefault(section.name, {})
        identity = section.identity(item)
        held[identity] = section.merge(held[identity], item) if identity in held else item

    def brief(
        self,
        engine: Engine,
        model: str | None,
        prompt: str | None,
        elapsed: float,
    ) -> Brief:
        """The brief of all that has been taken."""
        if engine != "extractive" and not self.headline.strip():
            self.ground.warnings.append("the model gave no headline; this is the article's own")
        marks = _marks(section.name for section in self.sections)
        lists = {
            section.name: tuple(
                item if item.id else numbered(item, f"{marks[section.name]}{number}")
                for number, item in enumerate(section.arrange(self.items(section)), 1)
            )
            for section in self.sections
        }
        left_out: list[Dropped] = []
        for section in self.sections:
            left_out += section.left_out(lists[section.name], self.ground)
        headline = self._headline()
        summary = cast(tuple[SummarySentence, ...], lists.pop("summary", ()))
        # Unchecked: each span was cut from this very text. Checking all of them again is for
        # briefs that come from elsewhere, and would take 0.2 ms.
        return Brief.model_construct(
            headline=headline,
            summary=Summary(sentences=summary),
            events=cast(tuple[Event, ...], lists.pop("events", ())),
            quotes=cast(tuple[Quote, ...], lists.pop("quotes", ())),
            stakeholders=self._stakeholders(lists.pop("stakeholders", ())),
            more={
                name: tuple(item.model_dump(mode="json") for item in found)
                for name, found in lists.items()
            },
            article=self.ground.reading.article,
            provenance=Provenance(
                engine=engine,
                model=model,
                prompt=prompt,
                version=__version__,
                usage=self.usage,
                attempts=tuple(self.attempts),
                uncovered=tuple(sorted(self.uncovered)),
                dropped=tuple(dict.fromkeys((*self.ground.losses, *left_out))),
                warnings=tuple(dict.fromkeys(self.ground.warnings)),
                elapsed=elapsed,
            ),
        )

    def _stakeholders(self, asked_for: Iterable[Item]) -> tuple[Stakeholder, ...]:
        """Those asked for, then those that other items refer to."""
        wanted = {item.id for item in asked_for}
        for section in self.sections:
            parties = [n for n, kind in groundings(section.wire).items() if kind is Grounding.PARTY]
            for item in self.items(section):
                for name in parties:
                    value = getattr(item, name, None)
                    wanted |= {value} if isinstance(value, str) else set(value or ())
        return self.ground.parties.told(wanted)

    def _headline(self) -> str:
        """The model's, if it is about this article; else the article's own."""
        given = " ".join(self.headline.split())
        if given:
            if self.ground.shares_words(given):
                return given
            self.ground.lose("headline", given, "hardly a word of it stands in the article")
        found = self.ground.reading.headline
        words = found.of(self.ground.text).text if isinstance(found, Span) else found
        return " ".join(words.split())


def _marks(names: Iterable[str]) -> dict[str, str]:
    """Section name -> what the ids of its items begin with: as much of the name as it takes to
    keep them apart from all others in the brief."""
    marks = {"stakeholders": "s", "events": "e", "quotes": "q", "summary": "su"}
    for name in names:
        starts = (name[:length] for length in range(1, len(name) + 1))
        marks.setdefault(name, next((s for s in starts if s not in marks.values()), f"{name}_"))
    return marks


def _texts(raw: Mapping[str, object]) -> str:
    return " ".join(value for value in raw.values() if isinstance(value, str))
