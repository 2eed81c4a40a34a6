"""Who the article is about: its names gathered into people, bodies, governments and groups."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Literal

from newsbrief.analysis.names import (
    appositions,
    belonging,
    gathering,
    occupations,
    roles,
    written,
)
from newsbrief.analysis.names.clusters import Cluster
from newsbrief.analysis.names.finding import NameMention
from newsbrief.analysis.names.headings import is_heading
from newsbrief.analysis.names.officewords import named_in
from newsbrief.analysis.text.sentences import Sentence, first_line
from newsbrief.cached import cached_property
from newsbrief.span import Span

EntityKind = Literal["person", "organisation", "government", "group"]


@dataclass(frozen=True, init=False)
class Entity:
    """Somebody with a part in the article.

    ``name`` is the fullest writing of the name, ``aliases`` the others, all slices of the text;
    ``role`` and ``affiliation`` are the article's own words at ``role_span`` and
    ``affiliation_span``. ``mentions`` are in order, and no two entities share a character of them.
    """

    name: str
    kind: EntityKind
    aliases: tuple[str, ...]
    mentions: tuple[Span, ...]
    #: Looks for the role and the affiliation. Where a model states them, nobody asks: a tenth of
    #: the analysis is spared.
    _stated: Callable[[], tuple[Span | None, Span | None]] = field(repr=False, compare=False)
    _text: str = field(repr=False, compare=False)

    # By hand: the generated one takes half as long again, for fifteen in an article.
    def __init__(
        self,
        name: str,
        kind: EntityKind,
        aliases: tuple[str, ...],
        mentions: tuple[Span, ...],
        stated: Callable[[], tuple[Span | None, Span | None]] = lambda: (None, None),
        text: str = "",
    ) -> None:
        vars(self).update(
            name=name, kind=kind, aliases=aliases, mentions=mentions, _stated=stated, _text=text
        )

    @cached_property
    def _spans(self) -> tuple[Span | None, Span | None]:
        return self._stated()

    @property
    def role_span(self) -> Span | None:
        return self._spans[0]

    @property
    def affiliation_span(self) -> Span | None:
        return self._spans[1]

    @property
    def role(self) -> str | None:
        return self._words(self.role_span)

    @property
    def affiliation(self) -> str | None:
        return self._words(self.affiliation_span)

    def _words(self, span: Span | None) -> str | None:
        return None if span is None else self._text[span.start : span.end]


def entities(
    text: str, sentences: Sequence[Sentence], names: Sequence[NameMention]
) -> list[Entity]:
    """The people, bodies, governments and groups of the article, the most prominent first.

    A place that is only a location is none of them, nor is a name without a telling kind that
    never acts. Linear in the length of the text and the number of its names.
    """
    clusters = gathering.gather(text, sentences, names)
    prominence = _Prominence(text, sentences)
    clusters.sort(key=lambda cluster: -prominence.of(cluster))
    where = _Floors(sentences)
    persons = _Persons(clusters)
    return [_entity(text, cluster, where, persons) for cluster in clusters]


class _Floors:
    """Which sentence holds a position, by bisection."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._sentences = sentences

    @cached_property
    def _starts(self) -> list[int]:
        return [s.span.start for s in self._sentences]

    def bounds(self, at: int) -> tuple[int, int]:
        number = bisect_right(self._starts, at) - 1
        span = self._sentences[number if number > 0 else 0].span
        return span.start, span.end


class _Persons:
    """The words of the persons' names, gathered where a role is asked for."""

    def __init__(self, clusters: Sequence[Cluster]) -> None:
        self._clusters = clusters

    @cached_property
    def words(self) -> set[str]:
        forms = (form for c in self._clusters if c.kind == "person" for form in c.forms)
        return {word for form in forms for word in form.split()}


# A body that reports or pictures the news is seldom what the news is about.
_KIND_WEIGHT = {"person": 1.0, "organisation": 0.9, "government": 0.8, "group": 0.6}
_LEAD = 4  # sentences from the headline on whose mentions weigh more


class _Prominence:
    """How much of an article is about somebody: the headline and headings weigh most."""

    def __init__(self, text: str, sentences: Sequence[Sentence]) -> None:
        self._top = top = first_line(text, sentences)
        self._starts = [s.span.start for s in sentences[: top + _LEAD]]
        self._lead = (
            sentences[top + _LEAD].span.start if len(sentences) > top + _LEAD else len(text)
        )
        self._headings = {
            n
            for n, s in enumerate(sentences[: top + 3])
            if is_heading(text, s.span.start, s.span.end)
        }

    def of(self, cluster: Cluster) -> float:
        score = float(len(cluster.mentions))
        for mention in cluster.mentions:
            if mention.start >= self._lead:
                break
            number = bisect_right(self._starts, mention.start) - 1
            score += 3.0 if number in self._headings or number <= self._top else 1.0
        score += 0.7 * cluster.voices
        score *= _KIND_WEIGHT[cluster.kind]
        return score * 0.3 if cluster.outlet else score


def _entity(text: str, cluster: Cluster, where: _Floors, persons: _Persons) -> Entity:
    name, forms = cluster.name, cluster.forms
    aliases = tuple([form for form in forms if form != name]) if len(forms) > 1 else ()
    stated = partial(_stated, text, cluster, where, persons)
    return Entity(name, cluster.kind, aliases, tuple(cluster.mentions), stated, text)


def _stated(
    text: str, cluster: Cluster, where: _Floors, persons: _Persons
) -> tuple[Span | None, Span | None]:
    role = _best_role(text, cluster, where) if cluster.kind == "person" else None
    affiliation = role.affiliation if role else cluster.owner
    if cluster.kind == "person":
        affiliation = affiliation or _beside(text, cluster, where)
    if affiliation and text[affiliation.start : affiliation.end] in persons.words:
        affiliation = None  # "Kasich’s strategist"
    return (role.span if role else None), affiliation


def _best_role(text: str, cluster: Cluster, where: _Floors) -> roles.Role | None:
    """The first statement of the best rank; a bare head noun gives way to a fuller office."""
    best: roles.Role | None = None
    plain: roles.Role | None = None  # where no office is stated
    key: tuple[int, ...] = ()
    # Forty mentions hold every introduction; the rest of a long text only repeats the surname.
    for mention in cluster.mentions[:40]:
        start, end = mention.start, mention.end
        floor, ceiling = where.bounds(start)
        for role in (
            roles.before(text, floor, start, end),
            appositions.after(text, end, ceiling, floor),
        ):
            if role is None:
                continue
            words = text[role.span.start : role.span.end].count(" ")
            mine = (role.rank > 3, role.affiliation is None and words == 0, role.rank)
            if best is None or mine < key:
                best, key = role, mine
        if key == (False, False, 0):
            break
        if best is None and plain is None:
            if span := occupations.after(text, end, ceiling, floor):
                plain = roles.Role(span, belonging.behind(text, span.end, ceiling), 0)
            elif span := occupations.before(text, floor, start, end):
                plain = roles.Role(span, named_in(text, span), 0)
    return best or plain


def _beside(text: str, cluster: Cluster, where: _Floors) -> Span | None:
    """The body named beside the first full writing of a name."""
    for mention in cluster.mentions[:40]:
        start, end = mention.start, mention.end
        if " " in text[start:end]:
            floor, ceiling = where.bounds(start)
            return belonging.beside(text, floor, start, end, ceiling)
    return None


class Register:
    """The entities of one article, to be asked where and by which name they stand.

    Look-ups cost a bisection or a dictionary access; build one per article.
    """

    def __init__(self, entities: Sequence[Entity]) -> None:
        self.entities = tuple(entities)
        self._places = sorted(
            [
                (span.start, span.end, index)
                for index, entity in enumerate(self.entities)
                for span in entity.mentions
            ]
        )
        self._starts = [start for start, _, _ in self._places]

    @cached_property
    def _names(self) -> dict[str, set[int]]:
        table: dict[str, set[int]] = {}
        for index, entity in enumerate(self.entities):
            for form in (entity.name, *entity.aliases):
                for key in written.keys(form):
                    table.setdefault(key, set()).add(index)
        return table

    @cached_property
    def _parts(self) -> dict[str, set[int]]:
        table: dict[str, set[int]] = {}
        for index, entity in enumerate(self.entities):
            if entity.kind in ("person", "organisation"):
                for part in written.parts(entity.name, entity.kind == "person"):
                    table.setdefault(part, set()).add(index)
        return table

    def link(self, span: Span) -> int | None:
        """Index of the entity with the longest overlap with ``span``, the last of equals."""
        return self.between(span.start, span.end)

    def between(self, first: int, last: int) -> int | None:
        """`link` of the span from ``first`` to ``last``, which nobody has to make."""
        best, size = None, 0
        places = self._places
        nearest = bisect_right(self._starts, first) - 1
        for at in range(nearest if nearest > 0 else 0, len(places)):
            start, end, index = places[at]
            if start >= last:
                break
            shared = (end if end < last else last) - (start if start > first else first)
            if shared > 0 and shared >= size:
                best, size = index, shared
        return best

    def within(self, span: Span) -> list[tuple[Span, int]]:
        """Each mention that lies in ``span``, in order, and the index of its entity."""
        first, last = (bisect_left(self._starts, at) for at in (span.start, span.end))
        return [(Span(s, e), index) for s, e, index in self._places[first:last] if e <= span.end]

    def named(self, name: str) -> int | None:
        """Index of the only entity that ``name`` can mean; titles, articles, case aside."""
        for table in (self._names, self._parts):
            for key in written.asked(name):
                found = table.get(key)
                if found:
                    return next(iter(found)) if len(found) == 1 else None
        return None


def link(entities: Sequence[Entity] | Register, span: Span) -> int | None:
    """Index of the entity whose mention overlaps ``span`` most; pass a Register in loops."""
    return _register(entities).link(span)


def named(entities: Sequence[Entity] | Register, name: str) -> int | None:
    """Index of the entity a written name refers to, ``None`` where it is unknown or ambiguous.

    Case, possessive endings, articles and titles do not matter: "the Pentagon's", "Secretary
    Austin". Pass a :class:`Register` in loops.
    """
    return _register(entities).named(name)


def _register(entities: Sequence[Entity] | Register) -> Register:
    return entities if isinstance(entities, Register) else Register(entities)
