"""What can be told of a brief in the making: its items, as soon as they are written and hold.

The plan hands its draft over and says while what may be listened to; a driver feeds the pieces of
the answer in. The checks are the draft's own, and nothing that fails them is told.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterator
from itertools import islice

from newsbrief.backends.base import Reply
from newsbrief.brief import Brief
from newsbrief.draft.answers import SectionType, written
from newsbrief.draft.draft import Draft
from newsbrief.draft.ids import parties_of
from newsbrief.errors import BackendError
from newsbrief.ledger import Usage
from newsbrief.plan.trickle import Trickle
from newsbrief.sections.item import Item


class Live:
    """``listening`` is whether the answer to come is one whose items can be taken as they come;
    ``reply`` is that answer, once it has ended."""

    def __init__(self, sections: tuple[SectionType, ...]) -> None:
        self.listening = False
        self.reply: Reply | None = None
        # The summary is part of the brief alone, and taken with the whole answer.
        self._sections = {s.name: s for s in sections if s.name != "summary"}
        self._draft: Draft | None = None
        self._shown: Collection[SectionType] = ()
        self._trickle = Trickle()
        self._pieces: list[str] = []
        self._items_heard = 0
        self._taken: dict[str, int] = {}  # section -> how many items of its last list
        self._seen: dict[str, int] = {}  # section -> how many of its items
        self._told: set[str] = set()  # ids
        self._ready: list[Item] = []

    def follow(self, draft: Draft, but: Container[str] = ()) -> None:
        """Begins to tell what ``draft`` takes, ``but`` for the sections of these names."""
        self._ready += self._new()
        self._draft, self._seen = draft, {}
        self._shown = [s for name, s in self._sections.items() if name not in but]
        draft.live = {section.name for section in self._shown}

    def leave(self) -> None:
        """Before it has told anything: what comes now may be put together anew."""
        if self._draft:
            self._draft.live = ()
        self._draft, self.listening = None, False

    def begin(self) -> None:
        """Before each try of a call."""
        self.reply = None
        self._trickle, self._pieces, self._items_heard = Trickle(), [], 0
        self._taken = {}

    @property
    def waits(self) -> bool:
        """Whether nothing has come yet that would be lost if the call were sent again."""
        return not self._items_heard and self.reply is None

    def hear(self, piece: str | Reply) -> None:
        """Takes the items that ``piece`` completes."""
        if isinstance(piece, Reply):
            self.reply = piece
            return
        self._pieces.append(piece)
        for name, number, words, key in self._trickle.feed(piece):
            section = self._sections.get(name)
            if not self._draft or not section:
                continue
            if number == 0:
                self._taken[name] = 0
            for given in written(section, words, key):
                self._draft.hear(section, self._taken[name], given)
                self._taken[name] += 1
                self._items_heard += 1
                self._ready += self._new()

    def break_off(self, error: BackendError) -> None:
        """Ends the answer where ``error`` ended it: what has been heard of it stands."""
        content, usage = "".join(self._pieces), Usage(unreported=1)
        self.reply = Reply(content, flaw="interrupted", detail=str(error), usage=usage)

    def fresh(self) -> list[Item]:
        """The items taken since the last time, each behind the stakeholders that it refers to."""
        ready, self._ready = [*self._ready, *self._new()], []
        return ready

    def _new(self) -> Iterator[Item]:
        draft = self._draft
        if draft is None:
            return
        for section in self._shown:
            for item in tuple(islice(draft.items(section), self._seen.get(section.name, 0), None)):
                self._seen[section.name] = self._seen.get(section.name, 0) + 1
                wanted = parties_of(section, (item,))
                if section.name == "stakeholders":
                    wanted.add(item.id)
                for party in draft.ground.parties.told(wanted - self._told):
                    yield draft.shown(self._telling(party))
                if item.id not in self._told:
                    yield draft.shown(self._telling(item))

    def rest(self, brief: Brief) -> Iterator[Item]:
        """The items of ``brief`` that have not been told."""
        for party in brief.stakeholders:
            if party.id not in self._told:
                yield self._telling(party)
        for section in self._sections.values():
            if section.name != "stakeholders":
                for item in brief[section]:
                    if item.id not in self._told:
                        yield self._telling(item)

    def _telling(self, item: Item) -> Item:
        self._told.add(item.id)
        return item
