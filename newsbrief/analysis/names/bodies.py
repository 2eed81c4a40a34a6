"""Mentions of one organisation brought together: acronyms, short forms, ministries."""

from __future__ import annotations

from bisect import bisect_left

from newsbrief.analysis.lexicon import organisations
from newsbrief.analysis.lexicon.tables import word_set
from newsbrief.analysis.names import naming
from newsbrief.analysis.names.clusters import START, Cluster, Named, add, does, in_order, speaks
from newsbrief.analysis.names.ministries import MINISTRIES, ministry
from newsbrief.analysis.names.written import body, canonical, dotless, initials
from newsbrief.analysis.patterns import Lazy
from newsbrief.span import Span

_IN_BRACKETS = Lazy(r" ?\((?:the )?[\"“]?([A-Z][A-Za-z.&-]{1,9})[\"”]?[,)]")


# A body that these end is named for its place: "Karnataka" is not its High Court.
_OF_A_PLACE = word_set(
    "Court Courts Council Police Constabulary Ministry Department Assembly Parliament Legislature "
    "Authority Commission Government Board Airport Hospital Service Services"
)
# These are as often called by the place: "Quinnipiac found", "crowds came to Shetland".
_AT_A_PLACE = word_set("Museum University College School Library Gallery Festival Theatre Theater")
_TO_A_PLACE = (" in ", " to ", " near ", " across ", " around ", " from ", " of ")


def with_short_forms(text: str, bodies: Named, unknown: Named, persons: Named) -> Named:
    """Takes from the names of ``unknown`` kind those that open a body's full name and are the body:
    "Marlow" where the text has "Marlow Inc"."""
    if not unknown:
        return bodies
    opening = {
        name.partition(" ")[0]
        for name in bodies
        if " " in name and not naming.known(name) and name.rpartition(" ")[2] not in _OF_A_PLACE
    }
    opening.intersection_update(unknown)
    short = {initials(name) for name in bodies if " " in name}
    opening |= {name for name in unknown if len(name) == 2 and name in short}  # "GM"
    if opening:
        opening -= _words(persons)
        opening = {name for name in opening if not _is_their_place(text, name, bodies, unknown)}
    if not opening:
        return bodies
    for name in opening:
        bodies[name] = sorted([*bodies.get(name, ()), *unknown.pop(name)], key=START)
    return dict(sorted(bodies.items(), key=lambda named: named[1][0].start))


def _is_their_place(text: str, name: str, bodies: Named, unknown: Named) -> bool:
    """Whether the name is where its museum is: where one only goes to it, or is in it."""
    whole = next((body for body in bodies if body.startswith(f"{name} ")), "")
    return whole.rpartition(" ")[2] in _AT_A_PLACE and all(
        text.endswith(_TO_A_PLACE, 0, mention.start) for mention in unknown[name]
    )


def _words(named: Named) -> set[str]:
    return {word for name in named for word in name.split()}


def _short_forms(text: str, named: Named) -> dict[str, str]:
    """The full names in an article by the acronyms and first words that stand for them."""
    short: dict[str, str] = {}
    starts: dict[str, list[str]] = {}
    keys = {name: body(name) for name in named}
    known = set(keys.values())
    if all(" " in key for key in known):
        return short  # nothing stands for anything
    for key in dict.fromkeys(keys.values()):
        if " " in key:
            short.setdefault(initials(key), key)
            first = key.partition(" ")[0]
            if first.isupper() and first.isalpha():
                short.setdefault(f"{first}{initials(key)[1:]}", key)  # "BCMEA"
            front = key.partition(" and ")[0]
            if front.count(" ") > 1:  # the CDC leaves out "and Prevention"
                short.setdefault(initials(front), key)
            if key.rpartition(" ")[2] in _OF_A_PLACE:
                continue
            starts.setdefault(key.partition(" ")[0], []).append(key)
    for name, key in keys.items():
        if " " in key and name.endswith("Corporation"):
            short.setdefault(initials(canonical(name)), key)  # the BBC does not leave it out
    explained = [
        (m.start(), m[1], key)
        for name, key in keys.items()
        if " " in key
        for mention in named[name]
        if "(" in text[mention.end : mention.end + 2]
        and (m := _IN_BRACKETS.match(text, mention.end, mention.end + 16))
    ]
    for _, acronym, key in sorted(explained):
        short[dotless(acronym)] = key
    opening = {first: own[0] for first, own in starts.items() if len(own) == 1 and first in known}
    for first, whole in opening.items():
        if naming.known(first) is None:
            short.setdefault(first, whole)
    return short


def gather(text: str, named: Named, persons: Named, owners: dict[int, Span]) -> list[Cluster]:
    """Clusters of the bodies named; ``owners`` by the start of what they own."""
    clusters: dict[str, Cluster] = {}
    short = _short_forms(text, named)
    heads: dict[str, list[tuple[int, Cluster]]] = {}
    bare: dict[str, list[tuple[Span, str]]] = {}
    for name, mentions in named.items():
        whole, tail = ministry(name)
        if whole:
            bare.setdefault(whole, []).extend((at, name) for at in mentions)
            continue
        key = body(name)
        if " " not in key:
            key = short.get(key, key)
        cluster = clusters.get(key)
        if cluster is None:
            cluster = clusters[key] = Cluster(name, "organisation")
        add(cluster, name, mentions)
        if tail:
            heads.setdefault(tail, []).extend((at.start, cluster) for at in mentions)
    for whole, unowned in bare.items():
        _add_bare(clusters, unowned, heads.get(whole, []))
    if owners:
        for cluster in clusters.values():
            owned = [at.start for at in cluster.mentions if at.start in owners]
            cluster.owner = owners[min(owned)] if owned else None
    _owned_ministries(clusters)
    for cluster in clusters.values():
        if len(cluster.forms) > 1:
            cluster.name = _best_form(list(cluster.forms))
    return [c for c in clusters.values() if not _is_stray(text, c)]


def _add_bare(
    clusters: dict[str, Cluster], bare: list[tuple[Span, str]], heads: list[tuple[int, Cluster]]
) -> None:
    """A ministry without its country is the one that was named last, "its foreign ministry"."""
    bare.sort(key=lambda mention: mention[0].start)
    heads.sort(key=lambda head: head[0])
    own: Cluster | None = None  # where none was named yet
    for mention, name in bare:
        before = bisect_left(heads, mention.start, key=lambda head: head[0])
        cluster = heads[before - 1][1] if before else own
        if cluster is None:
            cluster = own = clusters.setdefault(canonical(name), Cluster(name, "organisation"))
        add(cluster, name, [mention])
        cluster.forms = in_order(cluster.forms)


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
        and not _is_called(text, span.end)
    )


_NEXT_WORD = Lazy(r" (?:trade )?([a-z]+)\b")


def _is_called(text: str, end: int) -> bool:
    """Whether the text calls what ends there a body: "the RMT union", "TSSA, which"."""
    m = _NEXT_WORD.match(text, end, end + 24)
    return text.startswith(", which ", end) or (m is not None and m[1] in organisations.CALLED)


def _owned_ministries(clusters: dict[str, Cluster]) -> None:
    """A bare "foreign ministry" before the country is named joins the only owned one."""
    bare = [k for k in clusters if k.casefold() in MINISTRIES]
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
