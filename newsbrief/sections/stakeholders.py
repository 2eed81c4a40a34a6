"""Stakeholders: who acts, speaks or is affected."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from newsbrief.sections.base import Section
from newsbrief.sections.ground import Ground, Ungrounded
from newsbrief.sections.parties import PartyKind, Stakeholder
from newsbrief.wire import Copied, WireItem


class StakeholderWire(WireItem):
    name: Copied
    kind: PartyKind
    role: Copied | None
    affiliation: Copied | None


class Stakeholders(Section[StakeholderWire, Stakeholder]):
    """Who acts or speaks in an article, each party once."""

    name = "stakeholders"
    wire = StakeholderWire
    item = Stakeholder
    listed = 20  # whoever else the other items name is told of too

    @classmethod
    def bind(cls, wire: StakeholderWire, ground: Ground) -> Stakeholder:
        name = wire.name.strip()
        party = ground.parties.named(name) if name else None
        if party is None:
            raise Ungrounded("the article does not hold this name", name)
        return ground.parties.describe(
            party,
            wire.kind,
            cls._stated(ground, party, "role", wire.role),
            cls._stated(ground, party, "affiliation", wire.affiliation),
        )

    @classmethod
    def _stated(
        cls, ground: Ground, party: Stakeholder, field: str, words: str | None
    ) -> str | None:
        """``words``, where the article says them of this party; else None, and the loss is told."""
        if not words or not words.strip() or (field == "affiliation" and party.kind != "person"):
            return None
        try:
            said = ground.role_of if field == "role" else ground.beside
            return said(party, words).text
        except Ungrounded as failure:
            ground.lose(f"{cls.name}.{field}", f"{party.name}: {words}", failure.reason)
            return None

    @classmethod
    def extract(cls, ground: Ground) -> Iterable[Stakeholder]:
        for number in range(len(ground.reading.entities)):
            yield ground.parties.of_entity(number)

    @classmethod
    def identity(cls, item: Stakeholder) -> Hashable:
        return item.id

    @classmethod
    def merge(cls, first: Stakeholder, second: Stakeholder) -> Stakeholder:
        return second

    @classmethod
    def line(cls, item: Stakeholder) -> str:
        return f"{item.name} ({item.kind})" + (f", {item.role}" if item.role else "")
