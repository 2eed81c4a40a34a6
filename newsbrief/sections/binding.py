"""Binding: the fields of a wire item, each held against the article and tied to its spans."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from newsbrief.analysis.patterns import Lazy
from newsbrief.grounding import locate
from newsbrief.sections.ground import Ground
from newsbrief.sections.item import ItemT
from newsbrief.sections.tellers import telling
from newsbrief.sections.told import plain
from newsbrief.sections.ungrounded import Misplaced, Ungrounded
from newsbrief.span import Span
from newsbrief.wire import Grounding, WireItem, groundings

# Looked up on its class, a member takes 20 times as long, and each field is held against several.
_PROSE, _SENTENCES, _PASSAGE = Grounding.PROSE, Grounding.SENTENCES, Grounding.PASSAGE
_TIME, _PARTY, _CHOICE = Grounding.TIME, Grounding.PARTY, Grounding.CHOICE
_SENTENCE_END = Lazy(r"(?<=[.?!…]) +")


def bind(wire: WireItem, ground: Ground, section: str, item: type[ItemT]) -> ItemT:
    """``wire`` as an ``item``, field by field. A field that may be null and does not hold is
    dropped and recorded; one that may not raises `Ungrounded`.

    Free text that its evidence does not say, but other sentences do, rests on those: a small model
    counts worse than it reads, and asked again it gives the same numbers."""
    try:
        return _bound(wire, ground, section, item)
    except Misplaced as failure:
        pointed = next(n for n, kind in groundings(type(wire)).items() if kind is _SENTENCES)
        said = _saying(failure, ground)
        if not said:
            raise
        ground.lose(f"{section}.{pointed}", str(getattr(wire, pointed)), failure.reason)
        try:
            return _bound(wire.model_copy(update={pointed: [*said]}), ground, section, item)
        except Misplaced:
            raise failure from None


def _saying(failure: Misplaced, ground: Ground) -> Sequence[int]:
    """The numbers of the sentences that say it, or are most like it."""
    if failure.sentence:
        return (failure.sentence,)
    return _word_for_word(failure.words, ground) or ground.nearest(failure.words, most=1)


def _word_for_word(prose: str, ground: Ground) -> list[int]:
    """The numbers of the sentences that say each sentence of ``prose`` so; none, where one is
    worded in another way."""
    numbers = []
    for words in _SENTENCE_END.split(prose):
        said = locate(ground.text, words)
        at = ground.reading.sentence_at(said.span) if said else None
        if at is None:
            return []
        numbers.append(at + 1)
    return numbers


def _bound(wire: WireItem, ground: Ground, section: str, item: type[ItemT]) -> ItemT:
    kinds = _in_turn(type(wire))
    evidence: tuple[Span, ...] = ()
    prose, pointed = "", ""
    values: dict[str, object] = {}
    for name, kind in kinds.items():
        given = getattr(wire, name)
        try:
            if kind is _PARTY and isinstance(given, list):
                where = f"{section}.{name}"
                value: object = _parties(given, ground, evidence, prose, where)
            else:
                value = _value(kind, given, ground, evidence, prose)
        except Ungrounded as failure:
            if not _nullable(wire, name):
                raise
            ground.lose(f"{section}.{name}", str(given), failure.reason)
            value = None
        values[name] = value
        if kind is _SENTENCES and isinstance(value, tuple):
            evidence, pointed = value, name
            absent = (
                {n for n in given if not ground.has_sentence(n)} if len(value) < len(given) else ()
            )
            for number in sorted(absent):
                ground.lose(f"{section}.{name}", str(number), "there is no such sentence")
        elif kind is _PROSE and isinstance(value, str):
            prose += f"{value}\n"
            if pointed and name == _last_prose(type(wire)):
                evidence = _narrowed(evidence, prose, ground, f"{section}.{pointed}")
                values[pointed] = evidence
    return item.model_validate(values)


def _narrowed(
    evidence: tuple[Span, ...], prose: str, ground: Ground, field: str
) -> tuple[Span, ...]:
    """``evidence`` without what has nothing to do with ``prose``, which is lost."""
    kept = telling(prose, evidence)
    if kept is not evidence:
        for span in evidence:
            if span not in kept:
                ground.lose(field, span.text, "it has no word of what it is to bear out", span)
    return kept


def _parties(
    names: list[str], ground: Ground, near: tuple[Span, ...], prose: str, field: str
) -> tuple[str, ...]:
    """The ids of the parties of these ``names``, each once; those that do not hold are lost."""
    found: dict[str, None] = {}
    for name in names:
        try:
            found[ground.party(name, near, prose)] = None
        except Ungrounded as failure:
            ground.lose(field, name, failure.reason)
    return tuple(found)


def _value(
    kind: Grounding, given: object, ground: Ground, near: tuple[Span, ...], prose: str
) -> object:
    if given is None or kind is _CHOICE:
        return given
    if isinstance(given, list):
        if kind is _SENTENCES:
            return ground.sentences(given)
        return tuple(_value(kind, part, ground, near, prose) for part in given)
    if kind is _PASSAGE and isinstance(given, int):
        return ground.passage(given)
    words = plain(str(given)).strip() if kind is _PROSE else str(given).strip()
    if not words:
        raise Ungrounded("it is empty")
    if kind is _PROSE:
        return ground.told(words, near)
    if kind is _PARTY:
        return ground.party(words, near, prose)
    if kind is _TIME:
        return ground.when(words, near)
    return ground.find_words(words, near).text


@cache
def _in_turn(wire: type[WireItem]) -> dict[str, Grounding]:
    """`groundings`, the evidence ahead of what is searched for in it, then what is told of it."""
    kinds = groundings(wire).items()
    first = (_SENTENCES, _PROSE)
    return dict(sorted(kinds, key=lambda pair: first.index(pair[1]) if pair[1] in first else 2))


@cache
def _last_prose(wire: type[WireItem]) -> str:
    return [name for name, kind in _in_turn(wire).items() if kind is _PROSE][-1]


def _nullable(wire: WireItem, name: str) -> bool:
    return type(None) in getattr(type(wire).model_fields[name].annotation, "__args__", ())
