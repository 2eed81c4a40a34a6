"""The names in an article: people, bodies, peoples and places, where they are written."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import NamedTuple

from newsbrief.analysis.lexicon import people, words
from newsbrief.analysis.lexicon.countries import countries
from newsbrief.analysis.lexicon.offices import POSTNOMINALS
from newsbrief.analysis.lexicon.tables import word_set
from newsbrief.analysis.names import (
    acting,
    bearers,
    clusters,
    headings,
    led,
    naming,
    neighbours,
    owning,
    runs,
    seams,
)
from newsbrief.analysis.names.drafts import Draft, read_runs
from newsbrief.analysis.names.naming import Kind
from newsbrief.analysis.names.neighbours import LOCATIVES, personal
from newsbrief.analysis.text.datelines import FOREMOST, dateline_end
from newsbrief.analysis.text.sentences import Sentence
from newsbrief.analysis.text.standing import Standing
from newsbrief.span import Span

is_heading = headings.is_heading


class NameMention(NamedTuple):
    """One writing of a name, without title or possessive ending.

    ``kind`` is ``None`` where neither the name nor its neighbours tell. A country or capital is a
    ``"government"`` where it acts ("Beijing had notified") and a ``"place"`` where it does not.
    ``name`` is what stands at ``span``, its words parted by single spaces.
    """

    span: Span
    kind: Kind | None
    name: str


def mentions(text: str, sentences: Sequence[Sentence]) -> list[NameMention]:
    """Every name written in ``text``, in order and disjoint, each inside one sentence.

    Linear in the length of ``text``. No weekday or month, no ordinary word that a sentence's start
    or a heading's style capitalises: in a heading only names count that the text has elsewhere,
    that the world's lists know, or that open with a given name.
    """
    titles: list[Span] = []
    drafts: list[Draft] = []
    latin = runs.latin(text)
    for number, sentence in enumerate(sentences):
        span = sentence.span
        if headings.is_heading(text, span.start, span.end):
            titles.append(span)
            continue
        first = len(drafts)
        read_runs(text, latin, span.start, span.end, drafts)
        if number < FOREMOST and len(drafts) > first:
            begin = dateline_end(text, span.start, span.end)
            for d in drafts[first:]:
                if d.end <= begin and d.kind in ("person", None):
                    d.kind, d.sure = "place", True  # "LOWESTOFT, 3 November - "
    seams.restore(text, drafts)
    drafts = seams.with_lists(text, seams.with_members(text, drafts))
    drafts = led.bodies(text, seams.unglued(drafts))
    neighbours.settle(text, drafts)
    bearers.call(text, drafts)
    drafts = _without_openers(text, drafts)
    _bodies_in_short(drafts)
    _shortened(text, drafts)
    seams.with_particles(text, drafts)
    _share_kinds(text, drafts)
    owning.call(text, drafts)
    found = []
    made = tuple.__new__  # by its name a named tuple takes twice the time
    plain = "\xa0" not in text  # then a name is what is written there, and need not be cut out
    for d in drafts:
        kind, start, end = d.kind, d.start, d.end
        if kind == "place":
            kind = acting.kind_in_place(text, start, end)
        written = d.name if plain else text[start:end]
        found.append(made(NameMention, (Span(start, end, written), kind, d.name)))
    if titles:
        kinds: dict[str, Kind | None] = {}
        for d in drafts:
            kinds.setdefault(d.name, d.kind)
            if d.kind == "person" and " " in d.name:
                kinds.setdefault(d.name.rsplit(" ", 1)[1], "person")
        for span, kind in headings.names_in(text, titles, kinds):
            name = " ".join(text[span.start : span.end].split())
            found.append(NameMention(span, kind, name))
        found.sort(key=lambda mention: mention.span.start)
    return found


def _without_openers(text: str, drafts: list[Draft]) -> list[Draft]:
    """Drop the single words that only the start of a sentence capitalised."""
    doubtful = {d.name for d in drafts if d.initial and d.kind is None and len(d.name) > 2}  # "GM"
    if not doubtful:
        return drafts
    inside = {d.name for d in drafts if not d.initial}
    inside.update(bearers.surnames(drafts))
    doubtful -= inside
    if not doubtful:
        return drafts
    for name in {d.name for d in drafts if d.kind == "person"}:
        inside.add(name.rpartition(" ")[2])
        inside.add(name.partition(" ")[0])
    doubtful = {n for n in doubtful if n not in inside or n in people.EVERYDAY_SURNAMES}
    if not doubtful:
        return drafts
    kept = []
    standing = Standing(text)
    fronts = {d.name.partition(" ")[0] for d in drafts if d.kind == "organisation"}
    for name in doubtful & fronts:
        if name.lower() not in words.ordinary() and name.lower() not in standing:
            doubtful.discard(name)  # "Marlow has sold", of Marlow Energy
    for d in drafts:
        if d.initial and d.kind is None and d.name in people.EVERYDAY_SURNAMES:
            if d.name not in inside or not clusters.does(text, d.end):
                continue  # "Price rises", of an article that names Tom Price
        elif d.initial and d.kind is None and d.name in doubtful:
            first, _, rest = d.name.partition(" ")
            small = first.lower()
            if not rest:
                if not neighbours.reports(text, d.end) or small in standing:
                    continue
            elif small in words.ordinary() or small in standing:
                if rest not in inside and not naming.known(rest):
                    continue
                d.start, d.name, d.kind = d.start + len(first) + 1, rest, naming.known(rest)
        kept.append(d)
    return kept


def _bodies_in_short(drafts: list[Draft]) -> None:
    """What a body's full name opens with is the body: "Marlow Storage" of "Marlow Storage LLC",
    and so is "Marlow" where it is called one before any Ann Marlow is named."""
    bodies: dict[str, int] = {}
    surnames: dict[str, int] = {}
    for d in drafts:
        name = d.name
        if " " in name:
            if d.kind == "organisation" and not _is_named_after(name):
                bodies.setdefault(name, d.start)
            elif d.kind == "person":
                surnames.setdefault(name.rpartition(" ")[2], d.start)
    fronts: dict[str, int] = {}
    for name, start in bodies.items():
        at = name.find(" ")
        while at > 0:
            fronts[name[:at]] = min(start, fronts.get(name[:at], start))
            at = name.find(" ", at + 1)
    bodily: set[str] = set()
    lone = []
    for d in drafts:
        name = d.name
        if d.sure:
            continue
        if name in fronts and " " in name:
            if d.kind in (None, "person"):
                d.kind = "organisation"
        elif name in surnames and d.kind in (None, "organisation") and naming.known(name) is None:
            lone.append(d)
            called = d.kind == "organisation" or fronts.get(name, d.start) < d.start
            if called and d.start < surnames[name]:
                bodily.add(name)
    for d in lone:
        if d.name in bodily:
            d.kind, d.sure = "organisation", True


_FOR_PEOPLE = word_set("Foundation Institute Center Centre Library Trust Fund Prize Memorial")


def _is_named_after(name: str) -> bool:
    """Whether it is what people give their names: the Ann Roe Foundation is not Ann Roe."""
    front, _, last = name.rpartition(" ")
    return last in _FOR_PEOPLE and " " in front and personal(front)


# What is named after a person: "the Roe family".
_OF_SOMEBODY = (" family", " camp", " campaign", " administration", " team", " case", " trial")


def _shortened(text: str, drafts: list[Draft]) -> None:
    """A name of unknown kind whose last word stands alone too: a person, or "the Cubs"."""
    unknown = [d for d in drafts if d.kind is None and " " in d.name]
    if not unknown:
        return
    tails = {d.name.rpartition(" ")[2] for d in unknown}
    alone: dict[str, int] = {}  # above zero: mostly with an article
    for d in drafts:
        if d.name in tails and d.kind in (None, "person"):
            the = d.kind is None and text[max(0, d.start - 4) : d.start].lower() == "the "
            the = the and not text.startswith(_OF_SOMEBODY, d.end)
            alone[d.name] = alone.get(d.name, 0) + (1 if the else -1)
    if not alone:
        return
    articled = {d.name for d in unknown if text[max(0, d.start - 4) : d.start].lower() == "the "}
    for d in unknown:
        balance = alone.get(d.name.rpartition(" ")[2])
        if balance is None or not personal(d.name) or text.endswith((" in ", " In "), 0, d.start):
            continue
        if balance > 0:
            d.kind = "organisation"
        elif d.name not in articled:  # "the Marlow Echo" is a thing
            d.kind = "person"


_BEHIND = POSTNOMINALS | {"Jr", "Sr", "II", "III", "IV", "V"}


@functools.lru_cache(maxsize=8192)
def _bearing(name: str) -> tuple[str, ...]:
    """What names the same person alone: the surname, which some peoples write first."""
    first, *rest = name.split(" ")
    while rest and rest[-1].rstrip(".") in _BEHIND:
        rest.pop()
    last = rest[-1] if rest else first
    found = [last]
    if rest and (first in people.SURNAME_FIRST or first in people.given_names()):
        found.append(first)
    if len(rest) == 2 and rest[0][-1] != ".":
        found.append(" ".join(rest))  # "Vander Plaats"
    if len(rest) > 1 and " ".join(rest[:-1]).islower():
        whole = " ".join(rest)
        found += [whole, f"{whole[0].upper()}{whole[1:]}"]  # "Van Dijk"
    if last[:3] in ("al-", "el-", "Al-", "El-"):
        found.append(last[3:])
    return tuple(found)


# What stands before a town, and hardly before whoever bears its name: "doubts around Clinton".
_HOME = frozenset(("in", "In", "near", "from"))
_IN_OR_FROM = (*(f" {word} " for word in LOCATIVES), " from ", " of ", " to ", "In ")


def _share_kinds(text: str, drafts: list[Draft]) -> None:
    """A bare surname is a person where a fuller name says so; a name has one kind."""
    persons: set[str] = set()
    for name in {d.name for d in drafts if d.kind == "person"}:
        persons.update(_bearing(name))
    given = {d.name.partition(" ")[0] for d in drafts if d.kind == "person" and " " in d.name}
    given &= people.given_names().keys()
    by_name = {d.name: d.kind for d in reversed(drafts) if d.kind}
    for d in drafts:
        name, kind = d.name, d.kind
        if kind is None or (kind == "organisation" and not d.sure and " " not in name):
            if name in persons or (name.isupper() and name.capitalize() in persons):
                d.kind = "person"
            elif (
                name[-1] == "s"
                and (name[:-1] in persons or name[:-2] in persons)
                and text[max(0, d.start - 4) : d.start].lower() == "the "
            ):
                d.kind = "group"  # a family: "the Clintons"
            elif kind is None:
                d.kind = by_name.get(name)
        elif kind == "place" and name in given and not text.endswith(_IN_OR_FROM, 0, d.start):
            d.kind = "person"  # "Jordan was our world", of Jordan Pike
        elif kind == "place" and name in persons and name not in countries().names:
            before = text[max(0, d.start - 12) : d.start].split()
            if not before or (before[-1] not in _HOME and before[-1].lower() != "downtown"):
                d.kind = "person"
