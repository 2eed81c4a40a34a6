"""Mentions of one person brought together: full names, surnames, given names, titles."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from newsbrief.analysis.lexicon import offices, people
from newsbrief.analysis.names.clusters import Cluster, Item, add
from newsbrief.analysis.names.written import middle, plain

# People of one surname that are told apart; more of them are no article but a register.
_BEARERS = 20


def gather(text: str, items: list[Item]) -> list[Cluster]:
    full: dict[tuple[str, str, str], Cluster] = {}
    by_part: dict[str, list[Cluster]] = {}
    # The longest first, so that "Vander Plaats" finds "Bob Vander Plaats" wherever it stands.
    for item in sorted(items, key=lambda i: (-i.name.count(" "), i.span.start)):
        name = plain(item.name)
        if " " not in name:
            continue
        words = name.split()
        if name in by_part and words[0] not in people.given_names():
            add(by_part[name][0], item)  # "Vander Plaats"
            continue
        key = (words[0], words[-1], middle(item.name))
        cluster = full.get(key) or _same_person(item.name, words, by_part.get(words[-1], ()))
        if cluster is None:
            cluster = Cluster(item.name, "person")
            # "al-Assad" is "Assad" too
            for part in {words[-1], words[-1].split("-", 1)[-1], words[0], " ".join(words[1:])}:
                by_part.setdefault(part, []).append(cluster)
        full[key] = cluster
        cluster.full += 1
        add(cluster, item)
    alone: dict[str, Cluster] = {}
    kin = _kin(text, items, by_part)
    for item in items:
        name = plain(item.name)
        if " " in name:
            continue
        if name.isupper() and name not in by_part:
            name = name.capitalize()
        bearers = [] if name in kin else by_part.get(name) or _long_form(name, by_part)
        cluster = _bearer(text, item, name, bearers) or alone.get(name)
        if cluster is None:
            cluster = alone[name] = Cluster(item.name, "person")
        add(cluster, item)
    found = list({id(c): c for c in full.values()}.values()) + list(alone.values())
    for cluster in found:
        # The name in full, but not longer than most readers know it: first come among the longest
        # without a middle initial ("Donald Trump" before "Donald J. Trump").
        if len(cluster.forms) > 1:
            cluster.forms = dict(sorted(cluster.forms.items(), key=lambda pair: pair[1]))
            cluster.name = max(cluster.forms, key=lambda form: len(plain(form).split()))
    return found


def _long_form(name: str, by_part: dict[str, list[Cluster]]) -> list[Cluster]:
    """Who is meant by a short given name that nobody bears in full: "Phil" of "Philip Hale"."""
    found = [c for full in sorted(people.full_forms().get(name, ())) for c in by_part.get(full, ())]
    return found if len(found) == 1 else []


@functools.cache
def _relation() -> re.Pattern[str]:
    return re.compile(
        r"(?:first lady|wife|husband|daughter|son|brother|sister|mother|father),? $", re.I
    )


def _kin(text: str, items: list[Item], by_part: dict[str, list[Cluster]]) -> set[str]:
    """Surnames that alone mean somebody else than the one who bears them in full.

    "President Roe" came first and often; "his wife, Jane Roe" came later and only once or twice.
    """
    counts: dict[str, int] = {}
    first: dict[str, Item] = {}
    for item in items:
        if " " not in item.name:
            counts[item.name] = counts.get(item.name, 0) + 1
            first.setdefault(item.name, item)
    found = set()
    for name, often in counts.items():
        if often < 3:
            continue
        bearers = by_part.get(name, ())
        if len(bearers) != 1 or bearers[0].full * 4 > often:
            continue
        full = min(bearers[0].mentions)
        start = first[name].span.start
        titled = _title().search(text[max(0, start - 16) : start])
        kin = _relation().search(text[max(0, full.start - 14) : full.start])
        if start < full.start and plain(bearers[0].name).split()[-1] == name and (titled or kin):
            found.add(name)
    return found


@functools.cache
def _title() -> re.Pattern[str]:
    return re.compile(
        r"(?:President|Mr\.?|Minister|Senator|Gov\.|Governor|Sen\.|Chancellor|King) $"
    )


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


@functools.cache
def _honorific() -> re.Pattern[str]:
    return re.compile(r"\b(Mr|Mrs|Ms|Miss|Sir|Lady|Lord|Madam)\.? $")


def _bearer(text: str, item: Item, name: str, bearers: Sequence[Cluster]) -> Cluster | None:
    """Whom a lone surname or given name means, of the people who bear it."""
    bearers = bearers[:_BEARERS]
    if len(bearers) < 2:
        return bearers[0] if bearers else None
    m = _honorific().search(text[max(0, item.span.start - 8) : item.span.start])
    if m:
        gender = offices.HONORIFICS[m.group(1)]
        given = people.given_names()
        fitting = [c for c in bearers if given.get(plain(c.name).split()[0], gender) == gender]
        bearers = fitting or bearers
    # The one most often named in full, then the first: "Clinton" is seldom the spouse.
    return max(bearers, key=lambda c: c.full)
