"""Stakeholders: who acts, speaks or is affected."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable
from functools import partial
from itertools import chain, islice

from newsbrief.sections.base import Section
from newsbrief.sections.ground import Ground
from newsbrief.sections.parties import PartyKind, Stakeholder
from newsbrief.sections.ungrounded import Ungrounded
from newsbrief.wire import Phrase, WireItem


class StakeholderWire(WireItem):
    name: Phrase
    kind: PartyKind
    role: Phrase | None
    affiliation: Phrase | None


class Stakeholders(Section[StakeholderWire, Stakeholder]):
    """Who acts or speaks in an article, each party once."""

    name = "stakeholders"
    wire = StakeholderWire
    item = Stakeholder
    listed = 12  # whoever else the other items name is told of too

    @classmethod
    def bind(cls, wire: StakeholderWire, ground: Ground) -> Stakeholder:
        name = wire.name.strip()
        party = ground.parties.named(name) if name else None
        if party is None:
            raise Ungrounded("the article does not hold this name", name)
        role = cls._stated("role", party, wire.role, ground, ground.role_of)
        affiliation = None
        if party.kind == "person":
            body_of = partial(ground.affiliation_of, role=role)
            affiliation = cls._stated("affiliation", party, wire.affiliation, ground, body_of)
        return ground.parties.describe(party, wire.kind, role, affiliation)

    @classmethod
    def _stated(
        cls,
        field: str,
        party: Stakeholder,
        words: str | None,
        ground: Ground,
        look_up: Callable[[Stakeholder, str], str],
    ) -> str | None:
        """``words``, where the article says them of this party; else None, and the loss is told."""
        if not words or not words.strip():
            return None
        try:
            return look_up(party, words)
        except Ungrounded as failure:
            ground.lose(f"{cls.name}.{field}", f"{party.name}: {words}", failure.reason)
            return None

    @classmethod
    def extract(cls, ground: Ground) -> Iterable[Stakeholder]:
        for number in range(len(ground.reading.entities)):
            yield ground.parties.of_entity(number)

    @classmethod
    def settled(cls, items: Collection[Stakeholder], ground: Ground) -> Iterable[Stakeholder]:
        """With the party that the text is most about; all that the text names, where nobody whom
        the model names is there."""
        if not items:
            return cls.extract(ground) if ground.has_lost(cls.name) else ()
        held = {item.id for item in items}
        foremost = (party for party in islice(cls.extract(ground), 1) if party.id not in held)
        return chain(foremost, items)

    @classmethod
    def identity(cls, item: Stakeholder) -> Hashable:
        return item.id

    @classmethod
    def merge(cls, first: Stakeholder, second: Stakeholder) -> Stakeholder:
        return second

    @classmethod
    def line(cls, item: Stakeholder) -> str:
        return f"{item.name} ({item.kind})" + (f", {item.role}" if item.role else "")
