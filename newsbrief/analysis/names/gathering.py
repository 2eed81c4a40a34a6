"""Mentions of one person, body or people brought together under one name."""

from __future__ import annotations

from collections.abc import Sequence

from newsbrief.analysis.lexicon.countries import countries
from newsbrief.analysis.lexicon.tables import word_set
from newsbrief.analysis.names import (
    bodies,
    credits,
    forces,
    governments,
    ministries,
    persons,
    teams,
    unlisted,
    unnamed,
)
from newsbrief.analysis.names.clusters import START, Cluster, Named, add, in_order, speaks
from newsbrief.analysis.names.finding import NameMention
from newsbrief.analysis.names.naming import Kind
from newsbrief.analysis.names.outlets import OUTLETS
from newsbrief.analysis.names.written import canonical
from newsbrief.analysis.patterns import Lazy
from newsbrief.analysis.text.sentences import Sentence
from newsbrief.span import Span


def gather(text: str, sentences: Sequence[Sentence], names: Sequence[NameMention]) -> list[Cluster]:
    """Clusters of mentions in the order of their first mention; their mentions are disjoint."""
    items = credits.without(text, sentences, names)
    items, owners = ministries.with_ministries(text, items)
    items = governments.with_governments(text, items)
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
    organisations = bodies.with_short_forms(text, kinds.get("organisation", {}), unknown, people)
    found = [
        *persons.gather(text, people),
        *bodies.gather(text, organisations, people, owners),
        *_governments(text, kinds.get("government", {}), kinds.get("place", {})),
        *unlisted.gather(text, unknown, people),
        *_groups(text, kinds.get("group", {})),
    ]
    _add_clubs(text, kinds.get("place", {}), found)
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
    found = [c for c in found if not _is_audience(text, c)]
    found.sort(key=lambda c: c.mentions[0].start)
    return found


_ON = (" on ", " via ", " On ", "\nOn ", " to ")
_TOLD = tuple(
    f" {words} {article}"
    for words in ("told", "tells", "interview with")
    for article in ("", "the ")
)
_BEFORE = max(map(len, _TOLD))
_PRINTED = Lazy(
    r"\b(?:in|on|by|for) (?:the |its )?(?:[\w-]+ )?(?:journal|magazine|newspaper|website) $"
)
_MEDIA = ("journal ", "magazine ", "newspaper ", "website ")
_MEDIUM = Lazy(
    r", (?:an?|the) (?:[\w-]+ ){0,3}?(?:newspaper|news agency|broadcaster|broadsheet|tabloid|"
    r"magazine|radio station|station|channel|website|daily|weekly|podcast|network|news site)\b"
)


def _is_printed(text: str, start: int) -> bool:
    before = text.endswith(_MEDIA, max(0, start - 11), start)
    return before and _PRINTED.search(text, max(0, start - 40), start) is not None


def _is_audience(text: str, cluster: Cluster) -> bool:
    """An outlet on which others say something, or that is only told of it: "on Twitter", "told the
    BBC", "told Asia-Plus, a news agency", "in the journal Cell Biology Letters"."""
    if all(_is_printed(text, mention.start) for mention in cluster.mentions):
        return True
    if not cluster.outlet:
        if cluster.kind == "person" and cluster.full:
            return False
        if not all(_MEDIUM.match(text, m.end, m.end + 80) for m in cluster.mentions):
            return False
    return all(
        text.endswith(_ON if cluster.outlet else (), max(0, span.start - 5), span.start)
        or text.endswith(_TOLD, max(0, span.start - _BEFORE), span.start)
        for span in cluster.mentions
    )


def _governments(text: str, acting: Named, lying: Named) -> list[Cluster]:
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
        if teams.is_team(text, cluster.mentions):
            cluster.kind = "organisation"
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


_CLUBS = (" United", " City", " Town", " FC", " Rovers", " Wanderers", " Athletic", " Rangers")


def _add_clubs(text: str, towns: Named, found: list[Cluster]) -> None:
    """Adds the clubs that go by their town's name, to their full name where the text has it."""
    for name, playing in teams.clubs(text, towns):
        whole = (c for c in found if c.name.startswith(f"{name} ") and c.name.endswith(_CLUBS))
        club = next(whole, None)
        if club is None:
            found.append(club := Cluster(name, "organisation"))
        add(club, name, playing)


_NEXT_WORD = Lazy(r" ([a-z]+)\b")
_GROUP_ACTS = word_set(
    "have are were will would say said want need support oppose voted fear hope believe argue "
    "argued accused blame blamed think thought know like love hate see claimed told do did can "
    "could should must may might also had who"
)


def _acts(text: str, span: Span) -> bool:
    word = _NEXT_WORD.match(text, span.end, span.end + 10)
    return (word is not None and word[1] in _GROUP_ACTS) or forces.acts(text, span)


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
        if len(c.mentions) > 2 or any(_acts(text, at) for at in c.mentions)
    ]
