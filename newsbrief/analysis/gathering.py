"""Mentions of one person, body or people brought together under one name."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from newsbrief.analysis import runs, unnamed
from newsbrief.analysis.lexicon import offices, organisations, people
from newsbrief.analysis.lexicon.countries import countries
from newsbrief.analysis.names import NameMention
from newsbrief.analysis.sentences import Sentence
from newsbrief.span import Span

GatheredKind = Literal["person", "organisation", "government", "group"]

_OUTLETS = frozenset(
    "Reuters;Associated Press;Agence France-Presse;Bloomberg;Xinhua;Tass;TASS;Interfax;Al Jazeera;"
    "CNN;BBC;NBC;CBS;ABC;Fox News;MSNBC;Fox;NPR;PBS;C-SPAN;Sky News;ITV;New York Times;Facebook;"
    "Washington Post;Wall Street Journal;Los Angeles Times;USA Today;Guardian;Financial Times;"
    "Daily Mail;Economist;Politico;BuzzFeed;Huffington Post;Vox;Axios;Getty Images;Twitter;"
    "YouTube;Instagram;Daily Telegraph;Independent;Time;Newsweek;Atlantic;New Yorker".split(";")
)
# People of one surname that are told apart; more of them are no article but a register.
_BEARERS = 20
_VOICE = (
    "said|says|told|tells|added|wrote|argued|claimed|warned|asked|explained|replied|tweeted|"
    "announced|insisted|noted|declared|acknowledged|admitted|recalled|testified|vowed|pledged"
)


@dataclass(slots=True)
class Cluster:
    """What :func:`gather` found out about one entity; ``forms`` are its writings, best first."""

    name: str
    kind: GatheredKind
    mentions: list[Span] = field(default_factory=list)
    forms: dict[str, int] = field(default_factory=dict)  # to where it is first written
    owner: Span | None = None
    voices: int = 0
    full: int = 0  # how often a person is named in full
    outlet: bool = False


@dataclass(slots=True)
class _Item:
    span: Span
    name: str
    kind: runs.Kind | None
    owner: Span | None = None


# --- written names -------------------------------------------------------------------------------


@functools.cache
def _possessive() -> re.Pattern[str]:
    return re.compile(r"['’]s?$")


@functools.lru_cache(maxsize=4096)
def plain(name: str) -> str:
    """``name`` without article, possessive ending, junior or middle initials; white space single."""
    words = _possessive().sub("", name.strip()).split()
    if len(words) > 1 and words[0].lower() == "the":
        words = words[1:]
    while len(words) > 2 and words[-1].rstrip(".") in ("Jr", "Sr", "II", "III", "IV"):
        words.pop()
    words = [w.rstrip(",") for w in words]
    if len(words) > 2:
        inner = [w for w in words[1:-1] if not (len(w) <= 2 and w[0].isupper() and w[-1] == ".")]
        words = [words[0], *inner, words[-1]]
    short = " ".join(words)
    if len(words) > 1 and short.isupper() and "." not in short:  # "HILLARY CLINTON"
        short = short.title()
    return short


def _dotless(name: str) -> str:
    return name.replace(".", "") if "." in name and name.replace(".", "").isupper() else name


@functools.lru_cache(maxsize=4096)
def canonical(name: str) -> str:
    """One form for the names of the same country or body."""
    short = plain(name)
    table = countries()
    country = table.names.get(short) or table.names.get(_dotless(short))
    short = country or table.capitals.get(short) or _dotless(short)
    return organisations.SAME_BODY.get(short, short)


def keys(name: str) -> tuple[str, ...]:
    """Case-folded keys under which a written name is looked up, the most exact first."""
    found = [plain(name).casefold(), canonical(name).casefold()]
    for m in runs.run_pattern().finditer(name[:200]):
        segs = runs.segments(m.group(), False)
        if segs:
            seg = segs[-1]
            found.append(canonical(m.group()[seg.start : seg.end]).casefold())
    return tuple(dict.fromkeys(k for k in found if k))


def parts(name: str) -> tuple[str, ...]:
    """The parts of a person's name that may stand alone, case-folded."""
    words = plain(name).casefold().split()
    return (words[0], words[-1]) if len(words) > 1 else ()


# --- gathering -----------------------------------------------------------------------------------


def gather(text: str, sentences: Sequence[Sentence], names: Sequence[NameMention]) -> list[Cluster]:
    """Clusters of mentions in the order of their first mention; their mentions are disjoint."""
    items = _with_ministries(text, _items(text, sentences, names))
    found = [
        *_people(text, [i for i in items if i.kind == "person"]),
        *_bodies(text, [i for i in items if i.kind == "organisation"], items),
        *_governments(items),
        *_unlisted(text, [i for i in items if i.kind is None]),
        *_groups(text, [i for i in items if i.kind == "group"]),
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
        cluster.mentions.sort()
        cluster.voices = sum(_speaks(text, span) for span in cluster.mentions)
        cluster.outlet = canonical(cluster.name) in _OUTLETS
    found.sort(key=lambda c: c.mentions[0])
    return found


@functools.cache
def _voice_after() -> re.Pattern[str]:
    return re.compile(rf" (?:also |later |has |had )?(?:{_VOICE})\b")


@functools.cache
def _voice_before() -> re.Pattern[str]:
    return re.compile(rf"(?:{_VOICE})$")


def _speaks(text: str, span: Span) -> bool:
    if _voice_after().match(text, span.end, span.end + 24):
        return True
    return _voice_before().search(text[max(0, span.start - 13) : span.start].rstrip()) is not None


def _items(text: str, sentences: Sequence[Sentence], names: Sequence[NameMention]) -> list[_Item]:
    starts = {s.span.start for s in sentences}
    found = []
    for mention in names:
        span = mention.span
        if not _is_credit(text, span, starts):
            name = " ".join(text[span.start : span.end].split())
            found.append(_Item(span, name, mention.kind))
    return found


def _is_credit(text: str, span: Span, starts: set[int]) -> bool:
    """A reporter's or photographer's name: "By Jane Roe", "(Jane Roe/Agency)"."""
    before = text[max(0, span.start - 14) : span.start]
    if before.endswith(("By ", "BY ")) and (
        span.start - 3 in starts or before[:-3].rstrip(" ")[-1:] in ("", "\n", "|")
    ):
        return not text[span.end : span.end + 2].lstrip()[:1].islower() or (
            text.startswith(" and ", span.end)
        )
    slash = text[span.end : span.end + 1] == "/" or text[span.start - 1 : span.start] == "/"
    if slash and "(" in text[max(0, span.start - 60) : span.start]:
        open_at = text.rfind("(", max(0, span.start - 60), span.start)
        return text.find(")", open_at, span.start) < 0
    return before.endswith(
        ("copyright ", "Photo by ", "Story by ", "Photograph: ", "Reporting by ", "Editing by ")
    )


_MINISTRIES = frozenset(
    f"{of} {head}"
    for of in "foreign defense defence interior finance health justice education energy trade "
    "commerce labor labour agriculture transport home economy culture environment oil information "
    "treasury state police fire sheriff's sheriff’s".split()
    for head in ("ministry", "department", "office")
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


def _with_ministries(text: str, items: list[_Item]) -> list[_Item]:
    """Ministries written small, and small or capital ones joined to the country that owns them."""
    found: list[_Item] = []
    taken = {i.span.start: i for i in items}
    small = [
        _Item(span, text[span.start : span.end], "organisation")
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
    found.sort(key=lambda i: i.span)
    return found


def _is_ministry(name: str) -> bool:
    return name.endswith("ministry") or name == "central bank"


def _generic(name: str) -> bool:
    """A ministry that every government has: "Foreign Ministry", "Ministry of Defense"."""
    words = name.split()
    return all(
        w in offices.PORTFOLIOS or w in ("Ministry", "Department", "of", "and") for w in words
    ) and ("Ministry" in words)


def _add(cluster: Cluster, item: _Item) -> None:
    cluster.mentions.append(item.span)
    at = cluster.forms.get(item.name)
    if at is None or item.span.start < at:
        cluster.forms[item.name] = item.span.start
    if item.owner and not cluster.owner:
        cluster.owner = item.owner


def _people(text: str, items: list[_Item]) -> list[Cluster]:
    full: dict[tuple[str, str, str], Cluster] = {}
    by_part: dict[str, list[Cluster]] = {}
    # The longest first, so that "Vander Plaats" finds "Bob Vander Plaats" wherever it stands.
    for item in sorted(items, key=lambda i: (-i.name.count(" "), i.span.start)):
        words = plain(item.name).split()
        if len(words) < 2:
            continue
        if " ".join(words) in by_part and words[0] not in people.given_names():
            _add(by_part[" ".join(words)][0], item)  # "Vander Plaats"
            continue
        key = (words[0], words[-1], _middle(item.name))
        cluster = full.get(key) or _same_person(item.name, words, by_part.get(words[-1], ()))
        if cluster is None:
            cluster = Cluster(item.name, "person")
            # "al-Assad" is "Assad" too
            for part in {words[-1], words[-1].split("-", 1)[-1], words[0], " ".join(words[1:])}:
                by_part.setdefault(part, []).append(cluster)
        full[key] = cluster
        cluster.full += 1
        _add(cluster, item)
    alone: dict[str, Cluster] = {}
    for item in items:
        name = plain(item.name)
        if " " in name:
            continue
        if name.isupper() and name not in by_part:
            name = name.capitalize()
        cluster = _bearer(text, item, name, by_part.get(name, ())) or alone.get(name)
        if cluster is None:
            cluster = alone[name] = Cluster(item.name, "person")
        _add(cluster, item)
    found = list({id(c): c for c in full.values()}.values()) + list(alone.values())
    for cluster in found:
        # The name in full, but not longer than most readers know it: first come among the longest
        # without a middle initial ("Donald Trump" before "Donald J. Trump").
        cluster.forms = dict(sorted(cluster.forms.items(), key=lambda pair: pair[1]))
        cluster.name = max(cluster.forms, key=lambda form: len(plain(form).split()))
    return found


def _middle(name: str) -> str:
    """Initials in the middle of a name: "HW" of "George H.W. Bush"."""
    inner = name.split()[1:-1]
    return "".join(w.replace(".", "") for w in inner if w[0].isupper() and w[-1] == ".")


def _same_person(name: str, words: list[str], others: Sequence[Cluster]) -> Cluster | None:
    """The person of that surname whose given name is this one or another form of it."""
    short = people.full_forms()
    for cluster in others[:_BEARERS]:
        theirs = plain(cluster.name).split()
        if theirs[-1] != words[-1]:
            continue
        a, b = words[0], theirs[0]
        mine, middle = _middle(name), _middle(cluster.name)
        if a == b:
            if not (mine and middle) or mine.startswith(middle) or middle.startswith(mine):
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


def _bearer(text: str, item: _Item, name: str, bearers: Sequence[Cluster]) -> Cluster | None:
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


@functools.cache
def _in_brackets() -> re.Pattern[str]:
    return re.compile(r" ?\((?:the )?[\"“]?([A-Z][A-Za-z.&-]{1,9})[\"”]?[,)]")


def _initials(name: str) -> str:
    return "".join(w[0] for w in name.replace("-", " ").split() if w[0].isupper())


def _bodies(text: str, items: list[_Item], everyone: list[_Item]) -> list[Cluster]:
    clusters: dict[str, Cluster] = {}
    short: dict[str, str] = {}
    starts: dict[str, list[str]] = {}
    for item in items:
        key = canonical(item.name)
        if " " in key:
            m = _in_brackets().match(text, item.span.end, item.span.end + 16)
            if m:
                short[_dotless(m.group(1))] = key
            short.setdefault(_initials(key), key)
            starts.setdefault(key.split(" ", 1)[0], []).append(key)
    persons = {w for i in everyone if i.kind == "person" for w in i.name.split()}
    last_ministry: dict[str, Cluster] = {}
    for item in items:
        key = canonical(item.name)
        if key in short and " " not in key:
            key = short[key]
        elif (
            " " not in key
            and len(set(starts.get(key, ()))) == 1
            and key not in persons
            and runs.known(key) is None
        ):
            key = starts[key][0]
        bare = item.name.split("’s ")[-1].split("'s ")[-1].casefold()
        if bare in _MINISTRIES and bare == item.name.casefold() and bare in last_ministry:
            _add(last_ministry[bare], item)
            continue
        cluster = clusters.get(key)
        if cluster is None:
            cluster = clusters[key] = Cluster(item.name, "organisation")
        _add(cluster, item)
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
    if " " in name or runs.known(name) or name in organisations.SAME_BODY:
        return False
    if name in organisations.ORG_ENDS:
        return True
    span = cluster.mentions[0]
    return (
        len(cluster.mentions) == 1
        and _dotless(name).isupper()
        and not _deeds().match(text, span.end, span.end + 24)
        and not _speaks(text, span)
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
        if not _dotless(form).isupper():
            spelled = [f for f in forms if " " in f and not f.isupper()]
            if form in organisations.KNOWN_ORGANISATIONS or not spelled:
                return form
            return spelled[0]
    return forms[0]


@functools.cache
def _deeds() -> re.Pattern[str]:
    """What follows a body that does something, rather than an idea or a thing that is something."""
    return re.compile(
        r" (?:(?:has|have|had|also|now|is|are|was|were|first|would|will|could|can) ){0,2}(?:[a-z]{2,}(?:ed|ing)|said|says|told|made|"
        r"took|won|lost|beat|sold|sells|bought|sent|gave|held|began|plans|makes|wants|refuses|runs|"
        r"wrote|put|kept|built|cut|hit|blew|came|got|has|have|had)\b"
        r"|['’]s? (?:fans|owner|owners|players|coach|manager|maker|parent|chief|president|spokes\w+|"
        r"website|customers|parent|team|roster|founder|decision|statement|leader|members|own)\b"
    )


_NOT_BODIES = re.compile(
    r"(?:care|gate|xit|ism|phobia|ness|ity|ment|tion|[Dd]ay|Act|War|Bowl|Series|Cup|Prix|Effect|"
    r"Street|Amendment|Deal|Plan|Bill|Law|Treaty|Accord|Test|Show|Poll|Survey|Award|Prize|Time|"
    r"House|[Nn]ight|[Ww]eek|Season|II?I?|\d+|Games|Match|Open|Championship|Tour)$"
)


@functools.cache
def _pronoun() -> re.Pattern[str]:
    return re.compile(r"[^.!?\n]{1,80}?\b(?:he|his|him|himself|she|her|herself)\b")


def _unlisted(text: str, items: list[_Item]) -> list[Cluster]:
    """Names that no list and no noun explains, but that act again and again: makers and teams."""
    clusters: dict[str, Cluster] = {}
    deeds: dict[str, int] = {}
    tails = {i.name.rsplit(" ", 1)[-1]: i.name for i in items if " " in i.name}
    for item in items:
        if _NOT_BODIES.search(item.name) or len(item.name) < 3:
            continue
        key = tails.get(item.name, item.name) if item.name.endswith("s") else item.name
        _add(clusters.setdefault(key, Cluster(key, "organisation")), item)
        if _deeds().match(text, item.span.end, item.span.end + 24):
            deeds[key] = deeds.get(key, 0) + 1
    found = []
    small: set[str] | None = None
    given = people.given_names()
    for key, cluster in clusters.items():
        often = len(cluster.mentions)
        if often >= 3 and deeds.get(key, 0) >= (2 if often < 6 else 1):
            small = set(text.split()) if small is None else small
            if key in organisations.ORG_ENDS or key.lower() in small:
                continue
            if key in given or any(_pronoun().match(text, s.end) for s in cluster.mentions):
                cluster.kind = "person"
            cluster.name = key if key in cluster.forms else next(iter(cluster.forms))
            found.append(cluster)
    return found


def _governments(items: list[_Item]) -> list[Cluster]:
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
            _add(cluster, item)
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
        r"argue|argued|accused|blame|blamed|think|thought|know|like|love|hate|see|claimed|told|do|did|can|could|should|must|may|might|also|had|who)\b"
    )


def _groups(text: str, items: list[_Item]) -> list[Cluster]:
    """Peoples and parties that act, or that the text names again and again."""
    clusters: dict[str, Cluster] = {}
    acting: set[str] = set()
    peoples = countries().peoples
    for item in items:
        key = peoples.get(item.name, item.name)
        _add(clusters.setdefault(key, Cluster(item.name, "group")), item)
        if _group_acts().match(text, item.span.end, item.span.end + 10):
            acting.add(key)
    return [c for k, c in clusters.items() if k in acting or len(c.mentions) > 2]
