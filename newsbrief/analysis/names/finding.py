"""The names in an article: people, bodies, peoples and places, where they are written."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from newsbrief.analysis.lexicon import geography, offices, organisations, people, words
from newsbrief.analysis.lexicon.countries import countries
from newsbrief.analysis.lexicon.tables import word_set
from newsbrief.analysis.names import acting, headings, naming, roles, runs, segments
from newsbrief.analysis.names.naming import Kind
from newsbrief.analysis.text.sentences import Sentence
from newsbrief.span import Span

is_heading = headings.is_heading
_OPENERS = "\"'“‘«„‹(["
_VERBS = ("'t", "’t", "'m", "’m")
# What one has or puts in a body: "shares in Marlow" says nothing of where.
_STAKES = word_set(
    "shares share stake stakes stock interest interests invest invested investing investment "
    "investments investor investors confidence faith trust believe believes believed interested"
)
# What bodies are to each other as well: "its rival Brightwell Marine".
_OF_BODIES = word_set("rival partner owner developer maker challenger star champion leader member")
_MARKS = ":…•|—–-"  # what, with a space, a new sentence may follow
_REPORTS = word_set(
    "said says told tells added adds wrote writes argued argues claimed claims warned warns asked "
    "asks explained explains replied tweeted announced insisted insists noted notes declared "
    "acknowledged admitted recalled testified vowed pledged predicted complained joked"
)
_LOCATIVES = word_set("in at near outside inside around across throughout")


class NameMention(NamedTuple):
    """One writing of a name, without title or possessive ending.

    ``kind`` is ``None`` where neither the name nor its neighbours tell. A country or capital is a
    ``"government"`` where it acts ("Beijing had notified") and a ``"place"`` where it does not.
    """

    span: Span
    kind: Kind | None


@dataclass(slots=True)
class _Draft:
    start: int
    end: int
    name: str
    kind: Kind | None
    sure: bool
    initial: bool


def mentions(text: str, sentences: Sequence[Sentence]) -> list[NameMention]:
    """Every name written in ``text``, in order and disjoint, each inside one sentence.

    Linear in the length of ``text``. No weekday or month, no ordinary word that a sentence's start
    or a heading's style capitalises: in a heading only names count that the text has elsewhere,
    that the world's lists know, or that open with a given name.
    """
    titles: list[Span] = []
    drafts: list[_Draft] = []
    pattern = runs.run_pattern(text)
    for sentence in sentences:
        start, end = sentence.span.start, sentence.span.end
        if headings.is_heading(text, start, end):
            titles.append(sentence.span)
            continue
        for m in pattern.finditer(text, start, end):
            _read_run(text, start, m.start(), m.group(), drafts)
    drafts = _unglued(drafts)
    _settle(text, drafts)
    drafts = _without_openers(text, drafts)
    _shortened(text, drafts)
    _share_kinds(text, drafts)
    found = [
        NameMention(
            Span(d.start, d.end),
            acting.kind_in_place(text, d.start, d.end) if d.kind == "place" else d.kind,
        )
        for d in drafts
    ]
    if titles:
        kinds: dict[str, Kind | None] = {}
        for d in drafts:
            kinds.setdefault(d.name, d.kind)
            if d.kind == "person" and " " in d.name:
                kinds.setdefault(d.name.rsplit(" ", 1)[1], "person")
        found += [NameMention(*name) for name in headings.names_in(text, titles, kinds)]
        found.sort(key=lambda mention: mention.span.start)
    return found


def _read_run(text: str, sentence: int, at: int, run: str, drafts: list[_Draft]) -> None:
    if len(run) > 300:
        return
    before = text[at - 1 : at]
    initial = (
        at == sentence
        or before in _OPENERS
        or (at - sentence < 5 and not any(map(str.isalnum, text[sentence:at])))
    )
    if not initial and before == " ":
        initial = text[at - 2 : at - 1] in _MARKS
    elif before == "-" and text[at - 3 : at] in ("al-", "el-"):
        at, run = at - 3, text[at - 3 : at] + run
    for first, last, kind, sure, _, opens in segments.segments(run, initial):
        end = at + last
        after = text[end : end + 2]
        if after in _VERBS or (after[:1] == "-" and after[1:].islower()):
            continue
        name = run[first:last].replace("\xa0", " ")
        drafts.append(_Draft(at + first, end, name, kind, sure, opens))


@functools.cache
def _age_or_who() -> re.Pattern[str]:
    return re.compile(r",? who(?:se)?\b|, (?:aged )?\d\d?\b(?! percent)|, (?:Jr|Sr)\b| \(\d\d\)")


@functools.cache
def _next_word() -> re.Pattern[str]:
    return re.compile(r"(?:['’]s)? ([a-z]+)")


# "Regimental Remembrance", "Continental Shipment"
_ABSTRACT = (
    "onal",
    "ental",
    "ical",
    "cial",
    "tial",
    "tion",
    "ment",
    "brance",
    "ship",
    "ness",
    "ism",
)


def _personal(name: str) -> bool:
    """Whether nothing in these words speaks against a person."""
    parts = name.split(" ")
    if len(name) < 4 and name.isupper():
        return False
    if any(w.endswith(_ABSTRACT) and w not in people.given_names() for w in parts):
        return False
    if parts[0].isupper() and "." not in parts[0] and len(parts) > 1 and not parts[1].isupper():
        return False  # "RJR Nabisco"
    return len(parts) < 5 and not any(
        naming.known(w)
        or w in countries().adjectives
        or w in offices.PORTFOLIOS
        or w.lower() in words.ordinary()
        for w in parts
    )


def _settle(text: str, drafts: list[_Draft]) -> None:
    """Give kinds by the neighbours where the name alone does not tell."""
    for d in drafts:
        if not d.sure and (d.kind in (None, "person") or " " not in d.name):
            d.kind = _by_neighbours(text, d)


def _by_neighbours(text: str, d: _Draft) -> Kind | None:
    before = text[max(0, d.start - 24) : d.start].rsplit(None, 2)
    last = before[-1] if before else ""
    several = " " in d.name
    given = d.name.split(" ", 1)[0] in people.given_names()
    if d.kind != "organisation" and _introduced(text, d, last, given) and _personal(d.name):
        return "group" if d.name.endswith(("ans", "ers", "ites")) else "person"
    if last in organisations.ORG_NOUNS and not given:
        return "organisation"
    if d.kind is not None:
        return d.kind
    after = _next_word().match(text, d.end, d.end + 24)
    word = after.group(1) if after else ""
    if word in geography.PLACE_NOUNS:
        return "place"
    if word in organisations.ORG_POSSESSIONS and not several and not d.initial:
        return "organisation"
    if several:
        speaks = word in _REPORTS or last in _REPORTS or last in ("named", "called")
        if (speaks or roles.apposed(text, d.end)) and _personal(d.name):
            return "person"
        return "organisation" if word in ("news", "newspaper", "agency", "company") else None
    if (
        last in _LOCATIVES
        and not d.initial
        and not (len(before) > 1 and before[-2].lower() in _STAKES)
    ):
        return "place"
    return None


def _introduced(text: str, d: _Draft, last: str, given: bool) -> bool:
    """Whether an office stands before the name, or an age or "who" behind it."""
    if offices.is_role(last):
        plain = " " in d.name or last not in organisations.ORG_NOUNS
        return given or (plain and last not in _OF_BODIES)
    if last[-1:] == "," and " " in d.name and text[d.end : d.end + 1] == ",":
        return roles.introduced(text, d.start, d.end)
    return (
        d.kind is None
        and last not in ("at", "in", "of", "from", "for", "near")
        and _age_or_who().match(text, d.end, d.end + 16) is not None
    )


def _without_openers(text: str, drafts: list[_Draft]) -> list[_Draft]:
    """Drop the single words that only the start of a sentence capitalised."""
    inside = {d.name for d in drafts if not d.initial}
    inside |= {d.name.rsplit(" ", 1)[-1] for d in drafts if d.kind == "person"}
    inside |= {d.name.split(" ", 1)[0] for d in drafts if d.kind == "person"}
    doubtful = {d.name for d in drafts if d.initial and d.kind is None} - inside
    if not doubtful:
        return drafts
    # Those of their first words that the text has in small letters too.
    small = {name.partition(" ")[0].lower() for name in doubtful}.intersection(text.split())
    kept = []
    for d in drafts:
        if d.initial and d.kind is None and d.name in doubtful:
            first, _, rest = d.name.partition(" ")
            if not rest:
                after = _next_word().match(text, d.end, d.end + 24)
                if first.lower() in small or not (after and after.group(1) in _REPORTS):
                    continue
            elif first.lower() in small or first.lower() in words.ordinary():
                if rest not in inside and not naming.known(rest):
                    continue
                d.start, d.name, d.kind = d.start + len(first) + 1, rest, naming.known(rest)
        kept.append(d)
    return kept


def _unglued(drafts: list[_Draft]) -> list[_Draft]:
    """Part names that lost the full stop between them: "Jane Roe Karl Vask"."""
    full = {d.name for d in drafts if d.kind == "person" and d.name.count(" ") == 1}
    found = []
    for d in drafts:
        if d.name.count(" ") < 2 or d.kind not in ("person", None):
            found.append(d)
            continue
        words = d.name.split(" ")
        if words[-1] in ("Jr.", "Sr.", "III"):
            found.append(d)
            continue
        size = len(" ".join(words[-2:]))
        if " ".join(words[-2:]) in full:
            front = d.name[: -size - 1]
            if front in full or naming.known(front):
                kind = naming.known(front) or "person"
                found.append(replace(d, end=d.start + len(front), name=front, kind=kind))
            found.append(replace(d, start=d.end - size, name=d.name[-size:], kind="person"))
        elif " ".join(words[:2]) in full:
            front = " ".join(words[:2])
            found.append(replace(d, end=d.start + len(front), name=front, kind="person"))
        else:
            found.append(d)
    return found


def _shortened(text: str, drafts: list[_Draft]) -> None:
    """A name of unknown kind whose last word stands alone too: a person, or "the Cubs"."""
    alone: dict[str, int] = {}  # above zero: mostly with an article
    for d in drafts:
        if d.kind in (None, "person") and " " not in d.name:
            the = d.kind is None and text[max(0, d.start - 4) : d.start].lower() == "the "
            alone[d.name] = alone.get(d.name, 0) + (1 if the else -1)
    for d in drafts:
        if d.kind is None and " " in d.name:
            balance = alone.get(d.name.rsplit(" ", 1)[1])
            if balance is not None and _personal(d.name):
                d.kind = "organisation" if balance > 0 else "person"


def _share_kinds(text: str, drafts: list[_Draft]) -> None:
    """A bare surname is a person where a fuller name says so; a name has one kind."""
    persons: set[str] = set()
    by_name: dict[str, Kind] = {}
    for name in {d.name for d in drafts if d.kind == "person"}:
        first, *rest = name.split(" ")
        while rest and rest[-1].rstrip(".") in ("Jr", "Sr", "II", "III", "IV", "V"):
            rest.pop()
        if rest and (first in people.SURNAME_FIRST or first in people.given_names()):
            persons.add(first)
        last = rest[-1] if rest else first
        persons.add(last)
        if last[:3] in ("al-", "el-", "Al-", "El-"):
            persons.add(last[3:])
    for d in drafts:
        if d.kind and d.name not in by_name:
            by_name[d.name] = d.kind
    for d in drafts:
        if d.kind is None or (d.kind == "organisation" and not d.sure and " " not in d.name):
            if d.name in persons or (d.name.isupper() and d.name.capitalize() in persons):
                d.kind = "person"
            elif (
                d.name.endswith("s")
                and (d.name[:-1] in persons or d.name[:-2] in persons)
                and text[max(0, d.start - 4) : d.start].lower() == "the "
            ):
                d.kind = "group"  # a family: "the Clintons"
            elif d.kind is None:
                d.kind = by_name.get(d.name)
        elif d.kind == "place" and d.name in persons and d.name not in countries().names:
            before = text[max(0, d.start - 12) : d.start].split()
            if not before or (
                before[-1] not in _LOCATIVES and before[-1] not in ("from", "downtown")
            ):
                d.kind = "person"
