"""A brief in the making: items bound so far, and those that must be asked for again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from pydantic import ValidationError

from newsbrief.backends.base import Reply, explain
from newsbrief.brief import Brief, Engine, Provenance
from newsbrief.cached import cached_property
from newsbrief.draft.cautions import cautions
from newsbrief.draft.headline import Headline, Headlines
from newsbrief.draft.ids import marks, parties_of
from newsbrief.draft.own import as_json
from newsbrief.errors import ConfigError
from newsbrief.ledger import NO_USAGE, Attempt, Dropped, Usage
from newsbrief.sections.event import Event
from newsbrief.sections.ground import Ground
from newsbrief.sections.item import Item, T, numbered, respanned, unchecked
from newsbrief.sections.parties import Stakeholder
from newsbrief.sections.quotes import Quote
from newsbrief.sections.summary import Summary, SummarySentence
from newsbrief.sections.ungrounded import Final, Ungrounded, Untold
from newsbrief.span import Span
from newsbrief.version import __version__
from newsbrief.wire import WireItem

if TYPE_CHECKING:
    from newsbrief.draft.answers import Given, Loose, Problem, SectionType

HEADLINES = cast("SectionType", Headlines)

MAX_SURPLUS = 20  # items beyond those that a section takes, that are named among the losses

MAX_ENTRIES = 100  # in a list of one item, such as its evidence


@dataclass
class Draft:
    """Gathers the items of one article's brief, section by section.

    Items of the ``live`` sections are shown before the brief is made, so that each has its id as
    soon as it is taken; the others are numbered in the order of the brief. ``numbers`` counts those
    ids by section, for all drafts of one brief. ``asked_again`` names the sections whose items are
    asked for anew behind an answer that broke off: what it told may be told in other words.
    """

    ground: Ground
    sections: tuple[SectionType, ...]
    usage: Usage = NO_USAGE
    attempts: list[Attempt] = field(default_factory=list)
    live: Collection[str] = ()
    numbers: Counter[str] = field(default_factory=Counter)
    uncovered: list[Span] = field(default_factory=list)
    asked_again: set[str] = field(default_factory=set)
    _items: dict[str, dict[object, Item]] = field(default_factory=dict)
    _heard: dict[tuple[str, int], tuple[Given, Problem | None]] = field(default_factory=dict)

    def account(self, reply: Reply) -> None:
        """Adds what ``reply`` has cost."""
        self.usage += reply.usage
        self.attempts += reply.attempts

    def take(self, section: SectionType, given: Iterable[Given]) -> list[Problem]:
        """Binds items of ``section``; those that do not hold come back, to be asked for again."""
        problems = []
        for number, one in enumerate(given):
            if number >= section.most:
                if number == section.most + MAX_SURPLUS:
                    self.ground.lose(section.name, "the rest", _only(section))
                    break
                self.ground.lose(section.name, _texts(one.told), _only(section))
                continue
            before = self._heard.pop((section.name, number), None) if self._heard else None
            known = before is not None and _same(before[0], one)
            problem = before[1] if before and known else self.take_one(section, one)
            if problem and not problem.final:
                problems.append(problem)
        return problems

    def hear(self, section: SectionType, number: int, given: Given) -> None:
        """Binds item ``number`` (from 0) of ``section`` while its answer is still being written;
        `take`, when it is handed the whole answer, does not bind it again."""
        if number < section.most:
            self._heard[section.name, number] = given, self.take_one(section, given)

    def heard(self) -> Loose | None:
        """What was heard of the answer under way; None where no item was."""
        from newsbrief.draft.answers import Loose

        found: dict[str, list[Mapping[str, object]]] = {}
        for (name, _), (given, _) in self._heard.items():
            found.setdefault(name, []).append(given.raw)
        return Loose({**found}, whole=False) if found else None

    def take_one(self, section: SectionType, given: Given) -> Problem | None:
        """Binds one item; where it does not hold, nothing of it stays."""
        if given.item is None:
            return _problem(section, given.raw, given.flaw, "", "schema")
        mark = len(self.ground.losses)
        try:
            item = section.bind(self._bounded(section, given.item), self.ground)
            if not isinstance(item, section.item):
                gave, wanted = type(item).__name__, section.item.__name__
                raise ConfigError(f"{section.__name__}.bind gave {gave}, no {wanted}")
        except Ungrounded as failure:
            del self.ground.losses[mark:]
            final = isinstance(failure, Final)
            problem = _problem(
                section, given.told, failure.reason, failure.words, "grounding", final
            )
            if final and not isinstance(failure, Untold):
                self.drop(problem)
            return problem
        except ValidationError as error:  # the public item of a user's section is the stricter one
            del self.ground.losses[mark:]
            return _problem(section, given.told, explain(error), "", "schema")
        held = self._items.get(section.name, {})
        if section.name in self.asked_again and _told_before(section, item, held):
            return None
        if len(held) < section.most or section.identity(item) in held:
            self._keep(section, (item,))
        else:
            self.ground.lose(section.name, _texts(given.told), _only(section))
        return None

    def _bounded(self, section: SectionType, item: WireItem) -> WireItem:
        """``item``, no list of it longer than an article needs: each entry is searched for."""
        cut = {
            name: value[:MAX_ENTRIES]
            for name, value in vars(item).items()
            if isinstance(value, list) and len(value) > MAX_ENTRIES
        }
        for name in cut:
            reason = f"more than {MAX_ENTRIES} were given"
            self.ground.lose(f"{section.name}.{name}", "further entries", reason)
        return item.model_copy(update=cut) if cut else item

    def extract(self, section: SectionType) -> None:
        """Takes what the text itself says. Raises `ConfigError` for what a user's section gives and
        is no item of it."""
        found: object = section.extract(self.ground)
        items = tuple(found) if isinstance(found, Iterable) else ()
        if not isinstance(found, Iterable) or not all(isinstance(i, section.item) for i in items):
            raise ConfigError(
                f"{section.__name__}.extract must give items of {section.item.__name__}, as a list "
                "or by yield"
            )
        self._keep(section, items)

    def settle(self, section: SectionType) -> int:
        """Holds the items against each other, and adds what the text says beyond doubt and they
        lack; returns how many were added."""
        self.ground.headline = self._headline() or self._own_headline()
        taken = tuple(self.items(section))
        settled = tuple(section.settled(taken, self.ground))
        if settled == taken:
            return 0
        self.hold(section, settled)
        known = set(map(id, taken))  # to compare the items takes 1 % of a brief's time
        return sum(id(item) not in known for item in settled)

    def hold(self, section: SectionType, items: Iterable[Item]) -> None:
        """Puts ``items`` in the place of those of ``section``."""
        self._items[section.name] = {}
        self._keep(section, items)

    def drop(self, problem: Problem) -> None:
        self.ground.lose(problem.section.name, problem.shown, problem.reason)

    def _keep(self, section: SectionType, items: Iterable[Item]) -> None:
        live = section.name in self.live
        held = self._items.setdefault(section.name, {})
        for item in items:
            identity = section.identity(item)
            before = held.get(identity)
            kept = section.merge(before, item) if before else item
            if live and not kept.id:
                kept = numbered(kept, (before and before.id) or self._next_id(section))
            held[identity] = kept

    def _next_id(self, section: SectionType) -> str:
        self.numbers[section.name] += 1
        return f"{self._marks[section.name]}{self.numbers[section.name]}"

    @cached_property
    def _marks(self) -> dict[str, str]:
        return marks(tuple(section.name for section in self.sections))

    def items(self, section: SectionType) -> Collection[Item]:
        """Those of ``section`` taken so far, in that order."""
        return self._items.get(section.name, {}).values()

    def brief(
        self,
        engine: Engine,
        model: str | None,
        prompt: str | None,
        elapsed: float,
    ) -> Brief:
        """The brief of all that has been taken."""
        headline = self._headline()
        if headline is None:
            if engine != "extractive" and not self._lost_headline():
                self.ground.warnings.append("the model gave no headline; this is the article's own")
            headline = self._own_headline()
        lists = {section.name: self.shown(self._arranged(section)) for section in self.sections}
        self.ground.warnings += cautions(self.ground, engine != "extractive")
        left_out: list[Dropped] = []
        for section in self.sections:
            left_out += section.left_out(lists[section.name], self.ground)
        summary = cast(tuple[SummarySentence, ...], lists.pop("summary", ()))
        article = self.ground.reading.article
        # Unchecked: each span was cut from this very text. Checking all of them again is for
        # briefs that come from elsewhere, and would take 0.2 ms.
        return unchecked(Brief)(
            headline=headline,
            summary=unchecked(Summary)(sentences=summary),
            events=cast(tuple[Event, ...], lists.pop("events", ())),
            quotes=cast(tuple[Quote, ...], lists.pop("quotes", ())),
            stakeholders=self.shown(self._stakeholders(lists.pop("stakeholders", ()))),
            more={name: as_json(name, found, article.text) for name, found in lists.items()},
            article=article,
            provenance=unchecked(Provenance)(
                engine=engine,
                model=model,
                prompt=prompt,
                version=__version__,
                usage=self.usage,
                attempts=tuple(self.attempts),
                uncovered=self.shown(tuple(sorted(self.uncovered))),
                dropped=self.shown(tuple(dict.fromkeys((*self.ground.losses, *left_out)))),
                warnings=tuple(dict.fromkeys(self.ground.warnings)),
                elapsed=elapsed,
            ),
        )

    def shown(self, value: T) -> T:
        """``value`` with the article's own characters in its spans, also where lines are broken."""
        text = self.ground.reading.article.text
        return value if self.ground.text is text else respanned(value, text)

    def _arranged(self, section: SectionType) -> tuple[Item, ...]:
        mark, items = self._marks[section.name], section.arrange(self.items(section))
        return tuple(
            [item if item.id else numbered(item, f"{mark}{n}") for n, item in enumerate(items, 1)]
        )

    def _stakeholders(self, asked_for: Iterable[Item]) -> tuple[Stakeholder, ...]:
        """Those asked for, then those that other items refer to."""
        wanted = {item.id for item in asked_for}
        for section in self.sections:
            wanted |= parties_of(section, self.items(section))
        return self.ground.parties.told(wanted)

    def _headline(self) -> str | None:
        """The model's, if it holds."""
        for item in self._items.get(Headlines.name, {}).values():
            return cast(Headline, item).text
        return None

    def _lost_headline(self) -> bool:
        return any(loss.section == Headlines.name for loss in self.ground.losses)

    def _own_headline(self) -> str:
        found = self.ground.reading.headline
        words = found.of(self.ground.text).text if isinstance(found, Span) else found
        return " ".join(words.split())


def _only(section: SectionType) -> str:
    return f"only {section.most} items are taken"


def _told_before(section: SectionType, item: Item, held: dict[object, Item]) -> bool:
    """Whether ``item`` tells the same as one of those ``held``, and of a sentence that this one
    rests on too; it then knows what ``item`` knows."""
    evidence = set(getattr(item, "evidence", ()))
    for identity, before in held.items():
        if evidence.isdisjoint(getattr(before, "evidence", ())):
            continue
        both, *further = section.combine((before, item))
        if not further:
            held[identity] = both
            return True
    return False


def _same(heard: Given, given: Given) -> bool:
    """Whether both are one item, the one as it was heard, the other out of the whole answer."""
    if heard.item is None or given.item is None:
        return heard.item is given.item and heard.raw == given.raw
    return heard.item == given.item


def _problem(
    section: SectionType,
    given: Mapping[str, object],
    reason: str,
    words: str,
    kind: str,
    final: bool = False,
) -> Problem:
    # Here, for it takes 3 us, and nearly every item holds.
    from newsbrief.draft.answers import Problem

    return Problem(section, given, reason, words or _texts(given), kind, final)


def _texts(raw: Mapping[str, object]) -> str:
    return " ".join(value for value in raw.values() if isinstance(value, str))
