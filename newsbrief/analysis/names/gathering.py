"""Mentions of one person, body or people brought together under one name."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from newsbrief.analysis.lexicon.countries import countries
from newsbrief.analysis.names import bodies, ministries, persons, unlisted, unnamed
from newsbrief.analysis.names.clusters import START, Cluster, Named, add, in_order, speaks
from newsbrief.analysis.names.finding import NameMention
from newsbrief.analysis.names.naming import Kind
from newsbrief.analysis.names.outlets import OUTLETS
from newsbrief.analysis.names.written import canonical
from newsbrief.analysis.patterns import Lazy
from newsbrief.analysis.text.sentences import Sentence
from newsbrief.span import Span

# The last three characters before a credited name.
_BEFORE_CREDITED = frozenset(("By ", "BY ", "ht ", "by ", "h: "))
_CREDITS = (
    "copyright ", "Photo by ", "Story by ", "Photograph: ", "Reporting by ", "Editing by "
)  # fmt: skip


def gather(text: str, sentences: Sequence[Sentence], names: Sequence[NameMention]) -> list[Cluster]:
    """Clusters of mentions in the order of their first mention; their mentions are disjoint."""
    items = [n for n in names if not _is_credit(text, n.span, sentences)]
    items, owners = ministries.with_ministries(text, items)
    kinds: dict[Kind | None, Named] = {}
    for span, kind, name in items:
        named = kinds.get(kind)
        if named is None:
            named = kinds[kind] = {}
        if name in named:
            named[name].append(span)
        else:
            named[name] = [span]
    people, unknown = kinds.get("person", {}), kinds.get(None, {})
    organisations = bodies.with_short_forms(kinds.get("organisation", {}), unknown, people)
    found = [
        *persons.gather(text, people),
        *bodies.gather(text, organisations, people, owners),
        *_governments(kinds.get("government", {}), kinds.get("place", {})),
        *unlisted.gather(text, unknown, people),
        *_groups(text, kinds.get("group", {})),
    ]
    party = unnamed.lead(text, sentences)
    if party:
        first = party.spans[0]
        # "A Chinese boy" may hold an adjective, not a name.
        if not any(item.span.overlaps(first) for item in items):
            name = text[first.start : first.end]
            found.append(Cluster(name, party.kind, list(party.spans), {name: first.start}))
    for cluster in found:
        mentions = cluster.mentions
        if len(mentions) > 1:
            mentions.sort(key=START)
        for span in mentions:
            cluster.voices += speaks(text, span)
        cluster.outlet = canonical(cluster.name) in OUTLETS
    found = [c for c in found if not (c.outlet and _is_platform(text, c))]
    found.sort(key=lambda c: c.mentions[0].start)
    return found


def _is_platform(text: str, cluster: Cluster) -> bool:
    """An outlet on which others say something: "on Twitter"."""
    return all(
        text.endswith(
            (" on ", " via ", " On ", "\nOn ", " to "), max(0, span.start - 5), span.start
        )
        for span in cluster.mentions
    )


_DASH = Lazy(r"\) ?[-–—]")


def _is_credit(text: str, span: Span, sentences: Sequence[Sentence]) -> bool:
    """A reporter's or photographer's name: "By Jane Roe", "(Jane Roe/Agency)"."""
    start, end = span.start, span.end
    last = text[start - 3 : start] if start > 2 else text[:start]
    after = text[end : end + 1]
    if last[-1:] == " " and last not in _BEFORE_CREDITED and after != "/":
        return False
    if last in ("By ", "BY "):
        opens = text[max(0, start - 5) : start - 3].rstrip(" ")[-1:] in ("", "\n", "|") or (
            _begins(sentences, start - 3)
        )
        after = text[end : end + 5].lstrip()
        return opens and (not after[:1].islower() or after.startswith("and "))
    if after == "/" or last[-1:] == "/":
        opened = text.rfind("(", max(0, start - 60), start)
        return opened >= 0 and text.find(")", opened, start) < 0
    if last[-1:] == "(":  # the agency of a dateline: "PARIS (Reuters) —"
        return _DASH.match(text, end, end + 5) is not None
    return last in _BEFORE_CREDITED and text.endswith(_CREDITS, max(0, start - 14), start)


def _begins(sentences: Sequence[Sentence], start: int) -> bool:
    at = bisect_left(sentences, start, key=lambda s: s.span.start)
    return at < len(sentences) and sentences[at].span.start == start


def _governments(acting: Named, lying: Named) -> list[Cluster]:
    """Of the countries named, those that act somewhere, with the places where they only lie."""
    table = countries()
    clusters: dict[str, Cluster] = {}
    for name, mentions in acting.items():
        key = canonical(name)
        if key not in clusters:
            clusters[key] = Cluster(name, "government")
        add(clusters[key], name, mentions)
    for name, mentions in lying.items() if clusters else ():
        cluster = clusters.get(canonical(name))
        if cluster and name not in table.capitals:
            add(cluster, name, mentions)
    for cluster in clusters.values():
        if len(cluster.forms) > 1:
            cluster.forms = in_order(cluster.forms)
            named = [f for f in cluster.forms if f in table.names] or list(cluster.forms)
            own = canonical(named[0])
            cluster.name = (
                own
                if own in named
                else max(named, key=lambda f: len(acting.get(f, ())) + len(lying.get(f, ())))
            )
    return list(clusters.values())


_GROUP_ACTS = Lazy(
    r" (?:have|are|were|will|would|say|said|want|need|support|oppose|voted|fear|hope|believe|"
    r"argue|argued|accused|blame|blamed|think|thought|know|like|love|hate|see|claimed|told|do|did|"
    r"can|could|should|must|may|might|also|had|who)\b"
)


def _groups(text: str, named: Named) -> list[Cluster]:
    """Peoples and parties that act, or that the text names again and again."""
    clusters: dict[str, Cluster] = {}
    peoples = countries().peoples
    for name, mentions in named.items():
        key = peoples.get(name, name)
        if key not in clusters:
            clusters[key] = Cluster(name, "group")
        add(clusters[key], name, mentions)
    return [
        c
        for c in clusters.values()
        if len(c.mentions) > 2
        or any(_GROUP_ACTS.match(text, at.end, at.end + 10) for at in c.mentions)
    ]
