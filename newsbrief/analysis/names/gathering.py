"""Mentions of one person, body or people brought together under one name."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Sequence
from operator import attrgetter

from newsbrief.analysis.lexicon.countries import countries
from newsbrief.analysis.names import bodies, persons, unnamed
from newsbrief.analysis.names.clusters import Cluster, Item, add, speaks
from newsbrief.analysis.names.finding import NameMention
from newsbrief.analysis.names.naming import Kind
from newsbrief.analysis.names.written import canonical
from newsbrief.analysis.text.sentences import Sentence
from newsbrief.span import Span

_OUTLETS = frozenset(
    {"Reuters", "Associated Press", "Agence France-Presse", "Bloomberg", "Xinhua", "Tass", "TASS",
     "Interfax", "Al Jazeera", "CNN", "BBC", "NBC", "CBS", "ABC", "Fox News", "MSNBC", "Fox", "NPR",
     "PBS", "C-SPAN", "Sky News", "ITV", "New York Times", "Facebook", "Washington Post", "UPI",
     "Wall Street Journal", "Los Angeles Times", "USA Today", "Guardian", "Financial Times",
     "Daily Mail", "Economist", "Politico", "BuzzFeed", "Huffington Post", "Vox", "Axios", "Time",
     "Getty Images", "Twitter", "YouTube", "Instagram", "Daily Telegraph", "Independent",
     "Newsweek", "Atlantic", "New Yorker", "BBC News", "NBC News", "ABC News", "CBS News"}
)  # fmt: skip


_START = attrgetter("start")
_CREDITS = (
    "copyright ", "Photo by ", "Story by ", "Photograph: ", "Reporting by ", "Editing by "
)  # fmt: skip


def gather(text: str, sentences: Sequence[Sentence], names: Sequence[NameMention]) -> list[Cluster]:
    """Clusters of mentions in the order of their first mention; their mentions are disjoint."""
    items = bodies.with_ministries(text, _items(text, sentences, names))
    bodies.short_forms(items)
    of_kind: dict[Kind | None, list[Item]] = {}
    for item in items:
        of_kind.setdefault(item.kind, []).append(item)
    found = [
        *persons.gather(text, of_kind.get("person", [])),
        *bodies.gather(text, of_kind.get("organisation", []), items),
        *_governments(items),
        *bodies.unlisted(text, of_kind.get(None, [])),
        *_groups(text, of_kind.get("group", [])),
    ]
    party = unnamed.lead(text, sentences)
    if party:
        taken = [i.span for i in items]
        first = party.spans[0]
        # "A Chinese boy" may hold an adjective, not a name.
        if not any(span.overlaps(first) for span in taken):
            name = text[first.start : first.end]
            found.append(Cluster(name, party.kind, list(party.spans), {name: first.start}))
    for cluster in found:
        cluster.mentions.sort(key=_START)
        cluster.voices = sum(speaks(text, span) for span in cluster.mentions)
        cluster.outlet = canonical(cluster.name) in _OUTLETS
    found = [c for c in found if not _is_platform(text, c)]
    found.sort(key=lambda c: c.mentions[0].start)
    return found


def _is_platform(text: str, cluster: Cluster) -> bool:
    """An outlet on which others say something: "on Twitter"."""
    return cluster.outlet and all(
        text.endswith(
            (" on ", " via ", " On ", "\nOn ", " to "), max(0, span.start - 5), span.start
        )
        for span in cluster.mentions
    )


def _items(text: str, sentences: Sequence[Sentence], names: Sequence[NameMention]) -> list[Item]:
    starts = {s.span.start for s in sentences}
    found = []
    for mention in names:
        span = mention.span
        if not _is_credit(text, span, starts):
            name = text[span.start : span.end]
            if not name.isalnum():
                name = " ".join(name.split())
            found.append(Item(span, name, mention.kind))
    return found


@functools.cache
def _dash() -> re.Pattern[str]:
    return re.compile(r"\) ?[-–—]")


def _is_credit(text: str, span: Span, starts: set[int]) -> bool:
    """A reporter's or photographer's name: "By Jane Roe", "(Jane Roe/Agency)"."""
    start = span.start
    last = text[max(0, start - 3) : start]
    if last in ("By ", "BY "):
        opens = start - 3 in starts or text[max(0, start - 5) : start - 3].rstrip(" ")[-1:] in (
            "",
            "\n",
            "|",
        )
        after = text[span.end : span.end + 5].lstrip()
        return opens and (not after[:1].islower() or after.startswith("and "))
    if text[span.end : span.end + 1] == "/" or last[-1:] == "/":
        opened = text.rfind("(", max(0, start - 60), start)
        return opened >= 0 and text.find(")", opened, start) < 0
    if last[-1:] == "(":  # the agency of a dateline: "PARIS (Reuters) —"
        return _dash().match(text, span.end, span.end + 5) is not None
    return last in ("ht ", "by ", "h: ") and text.endswith(_CREDITS, max(0, start - 14), start)


def _governments(items: list[Item]) -> list[Cluster]:
    table = countries()
    clusters: dict[str, Cluster] = {}
    for item in items:
        if item.kind == "government":
            clusters.setdefault(canonical(item.name), Cluster(item.name, "government"))
    for item in items:
        if item.kind not in ("government", "place"):
            continue
        cluster = clusters.get(canonical(item.name))
        if cluster and (item.kind == "government" or item.name not in table.capitals):
            add(cluster, item)
    counts = Counter(item.name for item in items if item.kind in ("government", "place"))
    for cluster in clusters.values():
        named = [f for f in cluster.forms if f in table.names] or list(cluster.forms)
        own = canonical(named[0])
        cluster.name = own if own in named else max(named, key=lambda form: counts[form])
    return list(clusters.values())


@functools.cache
def _group_acts() -> re.Pattern[str]:
    return re.compile(
        r" (?:have|are|were|will|would|say|said|want|need|support|oppose|voted|fear|hope|believe|"
        r"argue|argued|accused|blame|blamed|think|thought|know|like|love|hate|see|claimed|told|do|did|"
        r"can|could|should|must|may|might|also|had|who)\b"
    )


def _groups(text: str, items: list[Item]) -> list[Cluster]:
    """Peoples and parties that act, or that the text names again and again."""
    clusters: dict[str, Cluster] = {}
    acting: set[str] = set()
    peoples = countries().peoples
    for item in items:
        key = peoples.get(item.name, item.name)
        add(clusters.setdefault(key, Cluster(item.name, "group")), item)
        if _group_acts().match(text, item.span.end, item.span.end + 10):
            acting.add(key)
    return [c for k, c in clusters.items() if k in acting or len(c.mentions) > 2]
