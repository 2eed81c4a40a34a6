"""Mentions of one person brought together: full names, surnames, given names, titles."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from newsbrief.analysis.lexicon import offices, people
from newsbrief.analysis.names.clusters import START, Cluster, Named, add, in_order
from newsbrief.analysis.names.written import middle, plain
from newsbrief.analysis.patterns import Lazy
from newsbrief.span import Span

# People of one surname that are told apart; more of them are no article but a register.
_BEARERS = 20


def gather(text: str, named: Named) -> list[Cluster]:
    full: dict[tuple[str, str, str], Cluster] = {}
    by_part: dict[str, list[Cluster]] = {}
    # The longest first, so that "Vander Plaats" finds "Bob Vander Plaats" wherever it stands.
    several, lone = [], {}
    for written, mentions in named.items():
        if " " in plain(written):
            several.append(written)
        else:
            lone[written] = mentions
    several.sort(key=lambda written: -written.count(" "))
    several.sort(key=lambda written: _is_birth_name(text, named[written]))
    for written in several:
        mentions, name = named[written], plain(written)
        words = name.split(" ")
        if words[0] not in people.given_names():
            small = f"{name[0].lower()}{name[1:]}"  # "Van Dijk" of Virgil van Dijk
            bearers = by_part.get(name) or by_part.get(small)
            if bearers:
                add(bearers[0], written, mentions)  # "Vander Plaats"
                continue
        key = (words[0], words[-1], middle(written))
        cluster = full.get(key) or _same_person(written, words, by_part.get(words[-1], ()))
        if cluster is None and _is_birth_name(text, mentions):
            namesakes = by_part.get(words[0], ())
            cluster = namesakes[0] if len(namesakes) == 1 else None
        if cluster is None:
            cluster = Cluster(written, "person")
            for part in _parts(name):
                by_part.setdefault(part, []).append(cluster)
        full[key] = cluster
        cluster.full += len(mentions)
        add(cluster, written, mentions)
    alone: dict[str, Cluster] = {}
    kin = _kin(text, lone, by_part)
    for written, mentions in lone.items():
        name = plain(written)
        if name.isupper() and name not in by_part:
            name = name.capitalize()
        bearers = [] if name in kin else by_part.get(name) or _long_form(name, by_part)
        if len(bearers) > 1:
            for mention in mentions:
                add(_bearer(text, mention, bearers), written, [mention])
            continue
        cluster = bearers[0] if bearers else alone.get(name)
        if cluster is None:
            cluster = alone[name] = Cluster(written, "person")
        add(cluster, written, mentions)
    found = list({id(c): c for c in full.values()}.values()) + list(alone.values())
    for cluster in found:
        # The name in full, but not longer than most readers know it: first come among the longest
        # without a middle initial ("Donald Trump" before "Donald J. Trump").
        if len(cluster.forms) > 1:
            cluster.forms = in_order(cluster.forms)
            cluster.name = max(cluster.forms, key=lambda form: len(plain(form).split()))
    return found


def _is_birth_name(text: str, mentions: Sequence[Span]) -> bool:
    """Whether somebody was "born Ann Poe", and is named otherwise in the rest of the text."""
    for mention in mentions:
        start = mention.start
        if text[start - 2 : start] not in ("n ", "e "):
            return False
        if not text.endswith((" born ", "Born ", " née ", " nee "), max(0, start - 6), start):
            return False
    return True


@functools.lru_cache(maxsize=4096)
def _parts(name: str) -> frozenset[str]:
    """What may stand for a person of several names; "al-Assad" is "Assad" too."""
    first, _, rest = name.partition(" ")
    last = name.rpartition(" ")[2]
    return frozenset((last, last.partition("-")[2] or last, first, rest))


def _long_form(name: str, by_part: dict[str, list[Cluster]]) -> list[Cluster]:
    """Who is meant by a short given name that nobody bears in full: "Phil" of "Philip Hale"."""
    longer = people.full_forms().get(name)
    if not longer:
        return []
    found = [c for full in sorted(longer) for c in by_part.get(full, ())]
    return found if len(found) == 1 else []


_RELATION = Lazy(
    r"(?:first lady|wife|husband|daughter|son|brother|sister|mother|father),? $", re.IGNORECASE
)
_RELATED = Lazy(
    r", (?:an?|the|his|her|their|[\w.’']+ [\w.’']+['’]s|[\w.]+['’]s) (?:[\w-]+ ){0,3}?(?:wife|"
    r"husband|widow|widower|daughter|son|brother|half-brother|sister|mother|father|cousin|nephew|"
    r"niece|uncle|aunt)\b"
)
_TITLE = Lazy(r"(?:President|Mr\.?|King) $")
_HONORIFIC = Lazy(r"\b(Mr|Mrs|Ms|Miss|Sir|Lady|Lord|Madam)\.? $")


def _kin(text: str, lone: Named, by_part: dict[str, list[Cluster]]) -> set[str]:
    """Surnames that alone mean somebody else than the one who bears them in full.

    "President Roe" came first and often; "his wife, Jane Roe" came later and only once or twice.
    "Mr. Roe" and "Jane Roe" are two as well, but not "Mr. Roe" and "Karl Roe": all nine of PolNeAR
    were one man.
    """
    found = set()
    for name, mentions in lone.items():
        often = len(mentions)
        if often < 3 or " " in name:
            continue
        bearers = by_part.get(name, ())
        if len(bearers) != 1 or bearers[0].full * 4 > often:
            continue
        full = min(bearers[0].mentions, key=START)
        start = mentions[0].start
        bearer = plain(bearers[0].name).split()
        if start < full.start and bearer[-1] == name:
            kin = _RELATION.search(text[max(0, full.start - 14) : full.start])
            titled = people.given_names().get(bearer[0]) == "f" and _TITLE.search(
                text[max(0, start - 16) : start]
            )
            behind = text.startswith(", ", full.end) and _RELATED.match(
                text, full.end, full.end + 60
            )
            if kin or titled or behind:
                found.add(name)
    return found


def _same_person(name: str, words: list[str], others: Sequence[Cluster]) -> Cluster | None:
    """The person of that surname whose given name is this one or another form of it."""
    short = people.full_forms()
    for cluster in others[:_BEARERS]:
        theirs = plain(cluster.name).split()
        if theirs[-1] != words[-1]:
            continue
        a, b = words[0], theirs[0]
        mine, other = middle(name), middle(cluster.name)
        if a == b:
            if not (mine and other) or mine.startswith(other) or other.startswith(mine):
                return cluster
        elif (
            b in short.get(a, ())
            or a in short.get(b, ())
            or (a[:1] == b[:1] and (a[1:2] == "." or b[1:2] == "."))
        ):
            return cluster
    return None


def _bearer(text: str, mention: Span, bearers: Sequence[Cluster]) -> Cluster:
    """Whom a lone surname or given name means, of the people who bear it."""
    bearers = bearers[:_BEARERS]
    m = _HONORIFIC.search(text[max(0, mention.start - 8) : mention.start])
    if m:
        gender = offices.HONORIFICS[m[1]]
        given = people.given_names()
        fitting = [c for c in bearers if given.get(plain(c.name).split()[0], gender) == gender]
        bearers = fitting or bearers
    # The one most often named in full, then the first: "Clinton" is seldom the spouse, and "Ms.
    # Chen" not the daughter who survives her.
    return max(bearers, key=lambda c: (c.full, -min(c.forms.values())))
