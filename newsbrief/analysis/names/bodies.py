"""Mentions of one organisation brought together: acronyms, short forms, ministries."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from newsbrief.analysis.lexicon import offices, organisations, people
from newsbrief.analysis.lexicon.countries import countries
from newsbrief.analysis.lexicon.tables import word_set
from newsbrief.analysis.names import naming
from newsbrief.analysis.names.clusters import Cluster, Item, add, does, speaks
from newsbrief.analysis.names.written import canonical, dotless, initials
from newsbrief.span import Span

_NOT_BODIES = tuple(
    "care gate xit ism phobia ness ity ment tion Day day Act War Bowl Series Cup Prix Effect "
    "Street Amendment Deal Plan Bill Law Treaty Accord Test Show Poll Survey Award Prize Time "
    "House Night night Week week Season I Games Match Open Championship Tour".split()
)
_PORTFOLIOS = word_set(
    "foreign defense defence interior finance health justice education energy trade commerce "
    "labor labour agriculture transport home economy culture environment oil information treasury "
    "state police fire sheriff's sheriff’s"
)
_MINISTRIES = frozenset(
    f"{of} {head}" for of in _PORTFOLIOS for head in ("ministry", "department", "office")
) | {"central bank", "supreme court"}


def _small_ministries(text: str) -> Iterator[Span]:
    """Ministries and courts written small, found by their head noun."""
    for head in (" ministry", " department", " office", " bank", " court"):
        at = text.find(head)
        while at >= 0:
            end = at + len(head)
            start = (
                max(text.rfind(" ", max(0, at - 12), at), text.rfind("\n", max(0, at - 12), at)) + 1
            )
            if text[start:end] in _MINISTRIES and not text[end : end + 1].isalpha():
                yield Span(start, end)
            at = text.find(head, end)


@functools.cache
def _owner_before() -> re.Pattern[str]:
    return re.compile(
        r"(?:((?:[A-Z][\w.]+ ){0,2}[A-Z][\w.]+)['’]s?|([A-Z][a-z]+(?: [A-Z][a-z]+)?)) $"
    )


def with_ministries(text: str, items: list[Item]) -> list[Item]:
    """Ministries written small, and small or capital ones joined to the country that owns them."""
    found: list[Item] = []
    taken = {i.span.start: i for i in items}
    small = [
        Item(span, text[span.start : span.end], "organisation")
        for span in _small_ministries(text)
        if span.start not in taken
    ]
    capital = [i for i in items if i.kind == "organisation" and _generic(i.name)]
    swallowed: set[int] = set()
    for item in (*small, *capital):
        low = max(0, item.span.start - 40)
        m = _owner_before().search(text[low : item.span.start])
        if m is None:
            continue
        table = countries()
        name = m.group(1) or m.group(2)
        words = name.split()
        for first in range(len(words)):
            owner = " ".join(words[first:])
            known = table.names if m.group(1) else table.adjectives
            if owner in known:
                at = low + m.end(m.lastindex or 1) - len(owner)
                if m.group(1):
                    item.owner = Span(at, at + len(owner))
                swallowed.add(at)
                item.span = Span(at, item.span.end)
                item.name = " ".join(text[item.span.start : item.span.end].split())
                break
    found = [i for i in items if i.span.start not in swallowed or i in capital] + [
        i for i in small if i.owner or i.span.start in swallowed or _is_ministry(i.name)
    ]
    found.sort(key=lambda i: i.span.start)
    return found


def _is_ministry(name: str) -> bool:
    return name.endswith("ministry") or name == "central bank"


def _generic(name: str) -> bool:
    """A ministry that every government has: "Foreign Ministry", "Ministry of Defense"."""
    words = name.split()
    return all(
        w in offices.PORTFOLIOS or w in ("Ministry", "Department", "of", "and") for w in words
    ) and ("Ministry" in words)


@functools.cache
def _in_brackets() -> re.Pattern[str]:
    return re.compile(r" ?\((?:the )?[\"“]?([A-Z][A-Za-z.&-]{1,9})[\"”]?[,)]")


def short_forms(items: list[Item]) -> None:
    """A name of unknown kind that opens a body's full name is the body: "Marlow", "Marlow Inc"."""
    opening = {
        item.name.split(" ", 1)[0]
        for item in items
        if item.kind == "organisation" and " " in item.name and not naming.known(item.name)
    }
    if not opening:
        return
    persons = {w for name in {i.name for i in items if i.kind == "person"} for w in name.split()}
    for item in items:
        if item.kind is None and item.name in opening and item.name not in persons:
            item.kind = "organisation"


def gather(text: str, items: list[Item], everyone: list[Item]) -> list[Cluster]:
    clusters: dict[str, Cluster] = {}
    short: dict[str, str] = {}
    starts: dict[str, list[str]] = {}
    for item in items:
        key = canonical(item.name)
        if " " in key and item.kind:
            m = _in_brackets().match(text, item.span.end, item.span.end + 16)
            if m:
                short[dotless(m.group(1))] = key
            short.setdefault(initials(key), key)
            starts.setdefault(key.split(" ", 1)[0], []).append(key)
    persons = {w for name in {i.name for i in everyone if i.kind == "person"} for w in name.split()}
    last_ministry: dict[str, Cluster] = {}
    for item in items:
        key = canonical(item.name)
        if key in short and " " not in key:
            key = short[key]
        elif (
            " " not in key
            and len(set(starts.get(key, ()))) == 1
            and key not in persons
            and naming.known(key) is None
        ):
            key = starts[key][0]
        bare = item.name.split("’s ")[-1].split("'s ")[-1].casefold()
        if bare in _MINISTRIES and bare == item.name.casefold() and bare in last_ministry:
            add(last_ministry[bare], item)
            continue
        cluster = clusters.get(key)
        if cluster is None:
            cluster = clusters[key] = Cluster(item.name, "organisation")
        add(cluster, item)
        tail = " ".join(bare.split()[-2:])
        if tail in _MINISTRIES:
            last_ministry[tail] = cluster
    _owned_ministries(clusters)
    for cluster in clusters.values():
        cluster.name = _best_form(list(cluster.forms))
    return [c for c in clusters.values() if not _is_stray(text, c)]


def _is_stray(text: str, cluster: Cluster) -> bool:
    """A lone noun ("the Club"), or capitals seen once that nobody explains and that do nothing."""
    name = cluster.name
    if " " in name or naming.known(name) or name in organisations.SAME_BODY:
        return False
    if name in organisations.ORG_ENDS:
        return True
    if len(name) > 3 and name.isupper() and f" {name.lower()} " in text:
        return True  # shouted: "HATE"
    span = cluster.mentions[0]
    return (
        len(cluster.mentions) == 1
        and dotless(name).isupper()
        and not does(text, span.end)
        and not speaks(text, span)
    )


def _owned_ministries(clusters: dict[str, Cluster]) -> None:
    """A bare "foreign ministry" before the country is named joins the only owned one."""
    bare = [k for k in clusters if k.casefold() in _MINISTRIES]
    for key in bare:
        tail = key.casefold()
        owned = [k for k in clusters if k != key and k.casefold().endswith(" " + tail)]
        if len(owned) == 1:
            other = clusters.pop(key)
            target = clusters[owned[0]]
            target.mentions += other.mentions
            target.forms = {**other.forms, **target.forms}


def _best_form(forms: list[str]) -> str:
    """The first form that is spelled out, else the first."""
    for form in forms:
        if not dotless(form).isupper():
            spelled = [f for f in forms if " " in f and not f.isupper()]
            if form in organisations.KNOWN_ORGANISATIONS or not spelled:
                return form
            return spelled[0]
    return forms[0]


@functools.cache
def _pronoun() -> re.Pattern[str]:
    return re.compile(r"[^.!?\n]{1,80}?\b(?:he|his|him|himself|she|her|herself)\b")


def unlisted(text: str, items: list[Item]) -> list[Cluster]:
    """Names that no list and no noun explains, but that act again and again: makers and teams."""
    clusters: dict[str, Cluster] = {}
    done: dict[str, int] = {}
    tails = {i.name.rsplit(" ", 1)[-1]: i.name for i in items if " " in i.name}
    for item in items:
        name = item.name
        if len(name) < 3 or name.endswith(_NOT_BODIES) or name[-1].isdecimal():
            continue
        key = tails.get(item.name, item.name) if item.name.endswith("s") else item.name
        add(clusters.setdefault(key, Cluster(key, "organisation")), item)
        if does(text, item.span.end):
            done[key] = done.get(key, 0) + 1
    found = []
    small: set[str] | None = None
    given = people.given_names()
    for key, cluster in clusters.items():
        often = len(cluster.mentions)
        if often >= 3 and done.get(key, 0) >= (2 if often < 6 else 1):
            small = set(text.split()) if small is None else small
            if key in organisations.ORG_ENDS or key.lower() in small:
                continue
            he = sum(_pronoun().match(text, span.end) is not None for span in cluster.mentions)
            if key in given or (key.isalpha() and key[-1] != "s" and he * 2 >= often):
                cluster.kind = "person"
            cluster.name = key if key in cluster.forms else next(iter(cluster.forms))
            found.append(cluster)
    return found
