"""The names in an article: people, bodies, peoples and places, where they are written."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from newsbrief.analysis import runs
from newsbrief.analysis.lexicon import offices, organisations, people, words
from newsbrief.analysis.lexicon.countries import countries
from newsbrief.analysis.runs import Kind
from newsbrief.analysis.sentences import Sentence
from newsbrief.span import Span

_OPENERS = "\"'“‘«„‹(["
_REPORTS = frozenset(
    "said says told tells added adds wrote writes argued argues claimed claims warned warns asked "
    "asks explained explains replied tweeted announced insisted insists noted notes declared "
    "acknowledged admitted recalled testified vowed pledged predicted complained joked".split()
)
_LOCATIVES = frozenset("in at near outside inside around across throughout".split())
# Words of four letters and less go small in titles; longer ones there only if they are these.
_SMALL_IN_TITLES = frozenset(
    "about after against along among around before behind below between beyond during since "
    "through toward towards under until within without versus their there".split()
)


@dataclass(frozen=True, slots=True)
class NameMention:
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
    titled: bool
    initial: bool


@functools.cache
def _long_small_word() -> re.Pattern[str]:
    return re.compile(r"(?<![\w’'-])[a-zà-ÿ]{5,}")


def is_heading(text: str, start: int, end: int) -> bool:
    """Whether these characters are set as a title: every weighty word has a capital letter."""
    small = _long_small_word().search(text, start, end)
    if end - start > 300 or (small and small.group() not in _SMALL_IN_TITLES):
        return False
    line = text[start:end]
    if line.count(" ") < 3:
        return False
    if line.isupper():
        return True
    return all(m.group() in _SMALL_IN_TITLES for m in _long_small_word().finditer(line)) and (
        sum(w[0].isupper() for w in line.split()) * 2 >= line.count(" ") + 1
    )


def mentions(text: str, sentences: Sequence[Sentence]) -> list[NameMention]:
    """Every name written in ``text``, in order and disjoint, each inside one sentence.

    Linear in the length of ``text``. No weekday or month, no ordinary word that a sentence's start
    or a heading's style capitalises: in a heading only names count that the text has elsewhere,
    that the world's lists know, or that open with a given name.
    """
    headings: list[Sentence] = []
    drafts: list[_Draft] = []
    pattern = runs.run_pattern()
    for sentence in sentences:
        start, end = sentence.span.start, sentence.span.end
        if is_heading(text, start, end):
            headings.append(sentence)
            continue
        for m in pattern.finditer(text, start, end):
            _read_run(text, start, m.start(), m.group(), drafts)
    _settle(text, drafts)
    drafts = _without_openers(text, drafts)
    _shortened(text, drafts)
    _share_kinds(text, drafts)
    found = [NameMention(Span(d.start, d.end), _acting(text, d)) for d in drafts]
    if headings:
        found += _in_headings(text, headings, drafts)
        found.sort(key=lambda mention: mention.span.start)
    return found


def _read_run(text: str, sentence: int, at: int, run: str, drafts: list[_Draft]) -> None:
    before = text[at - 1 : at]
    initial = (at - sentence < 5 and not any(map(str.isalnum, text[sentence:at]))) or (
        before in _OPENERS if before else True
    )
    if not initial and before == " " and text[at - 2 : at - 1] in (":", "…", "•", "|"):
        initial = True
    if len(run) > 300:
        return
    if text[at - 3 : at] in ("al-", "el-"):
        at, run = at - 3, text[at - 3 : at] + run
    for seg in runs.segments(run, initial):
        start, end = at + seg.start, at + seg.end
        after = text[end : end + 2]
        if after in ("'t", "’t", "'m", "’m") or (after[:1] == "-" and after[1:].islower()):
            continue
        drafts.append(
            _Draft(
                start,
                end,
                run[seg.start : seg.end].replace("\xa0", " "),
                seg.kind,
                seg.sure,
                seg.titled,
                seg.initial,
            )
        )


@functools.cache
def _age_or_who() -> re.Pattern[str]:
    return re.compile(r",? who(?:se)?\b|, (?:aged )?\d\d?\b(?! percent)|, (?:Jr|Sr)\b| \(\d\d\)")


@functools.cache
def _next_word() -> re.Pattern[str]:
    return re.compile(r"(?:['’]s)? ([a-z]+)")


def _personal(name: str) -> bool:
    """Whether nothing in these words speaks against a person."""
    parts = name.split(" ")
    if parts[0].isupper() and "." not in parts[0] and len(parts) > 1 and not parts[1].isupper():
        return False  # "RJR Nabisco"
    return len(parts) < 5 and not any(
        runs.known(w) or w in offices.PORTFOLIOS or w.lower() in words.ordinary() for w in parts
    )


def _settle(text: str, drafts: list[_Draft]) -> None:
    """Give kinds by the neighbours where the name alone does not tell."""
    role, org = offices.ROLE_HEADS, organisations.ORG_NOUNS
    for d in drafts:
        if d.sure or (d.kind and d.kind != "person" and " " in d.name):
            continue
        before = text[max(0, d.start - 24) : d.start].split()
        last = before[-1] if before else ""
        several = " " in d.name
        after = _next_word().match(text, d.end, d.end + 24)
        word = after.group(1) if after else ""
        if (
            last in role
            and (several or last not in org)
            and d.kind != "organisation"
            and _personal(d.name)
        ) or (
            d.kind is None
            and last not in ("at", "in", "of", "from", "for", "near")
            and _age_or_who().match(text, d.end, d.end + 16)
            and _personal(d.name)
        ):
            d.kind = "group" if d.name.endswith(("ans", "ers", "ites")) else "person"
        elif last in org and not several:
            d.kind = "organisation"
        elif d.kind is None:
            if word in organisations.ORG_POSSESSIONS and not several:
                d.kind = "organisation"
            elif (
                several
                and (word in _REPORTS or last in _REPORTS or last in ("named", "called"))
                and _personal(d.name)
            ):
                d.kind = "person"
            elif last in _LOCATIVES and not several and not d.initial:
                d.kind = "place"


def _without_openers(text: str, drafts: list[_Draft]) -> list[_Draft]:
    """Drop the single words that only the start of a sentence capitalised."""
    if not any(d.initial and d.kind is None for d in drafts):
        return drafts
    inside = {d.name for d in drafts if not d.initial}
    inside |= {d.name.rsplit(" ", 1)[-1] for d in drafts if d.kind == "person"}
    inside |= {d.name.split(" ", 1)[0] for d in drafts if d.kind == "person"}
    small: set[str] | None = None
    kept = []
    for d in drafts:
        if d.initial and d.kind is None and d.name not in inside:
            if small is None:
                small = set(text.split())
            first, _, rest = d.name.partition(" ")
            if not rest:
                after = _next_word().match(text, d.end, d.end + 24)
                if first.lower() in small or not (after and after.group(1) in _REPORTS):
                    continue
            elif first.lower() in small or first.lower() in words.ordinary():
                if rest not in inside and not runs.known(rest):
                    continue
                d.start, d.name, d.kind = d.start + len(first) + 1, rest, runs.known(rest)
        kept.append(d)
    return kept


def _shortened(text: str, drafts: list[_Draft]) -> None:
    """A name of unknown kind whose last word stands alone too: a person, or "the Cubs"."""
    alone: dict[str, bool] = {}
    for d in drafts:
        if d.kind is None and " " not in d.name and d.name not in alone:
            alone[d.name] = text[max(0, d.start - 4) : d.start].lower() == "the "
    for d in drafts:
        if d.kind is None and " " in d.name:
            body = alone.get(d.name.rsplit(" ", 1)[1])
            if body is not None and _personal(d.name):
                d.kind = "organisation" if body or d.name.endswith("s") else "person"


def _share_kinds(text: str, drafts: list[_Draft]) -> None:
    """A bare surname is a person where a fuller name says so; a name has one kind."""
    persons: set[str] = set()
    by_name: dict[str, Kind] = {}
    for d in drafts:
        if d.kind == "person":
            first, *rest = d.name.split(" ")
            while rest and rest[-1].rstrip(".") in ("Jr", "Sr", "II", "III", "IV", "V"):
                rest.pop()
            if rest and (first in people.SURNAME_FIRST or first in people.given_names()):
                persons.add(first)
            last = rest[-1] if rest else first
            persons.add(last)
            if last[:3] in ("al-", "el-", "Al-", "El-"):
                persons.add(last[3:])
        if d.kind and d.name not in by_name:
            by_name[d.name] = d.kind
    for d in drafts:
        if d.kind is None or (d.kind == "organisation" and not d.sure and " " not in d.name):
            if d.name in persons or (d.name.isupper() and d.name.capitalize() in persons):
                d.kind = "person"
            elif d.name.endswith("s") and (d.name[:-1] in persons or d.name[:-2] in persons):
                d.kind = "group"  # a family: "the Clintons"
            elif d.kind is None:
                d.kind = by_name.get(d.name)
        elif d.kind == "place" and d.name in persons and d.name not in countries().names:
            before = text[max(0, d.start - 12) : d.start].split()
            if not before or (
                before[-1] not in _LOCATIVES and before[-1] not in ("from", "downtown")
            ):
                d.kind = "person"


@functools.cache
def _acts() -> re.Pattern[str]:
    """What follows a government that acts: a finite verb, or something only a government has."""
    return re.compile(
        r" (?:also |now |again |still |already |never |long |and [A-Z][a-z]+ )?(?:has|have|had|is|was|"
        r"are|were|will|would|must|should|may|might|can|could|did|does|do|says?|wants?|insists?|sees?|"
        r"hopes?|fears?|accuses?|denies|deny|claims?|demands?|calls?|rejects?|agrees?|declines?|"
        r"refuses?|seeks?|backs?|supports?|warns?|urges?|needs?|plans?|threatens?|remains?|keeps?|"
        r"faces?|blames?|imposes?|sends?|signs?|bans?|expels?|launches|launch|votes?|joins?|pulls?|"
        r"said|told|began|fought|won|lost|left|made|took|put|sent|held|kept|saw|met|gave|cut|withdrew|"
        r"(?!(?:based|led|united|related)\b)[a-z]{2,}ed)\b"
        r"|['’]s? (?:decision|government|foreign|position|policy|military|army|ambassador|president|"
        r"prime|leader|ruling|sanctions|response|refusal|embassy|intelligence|ministry|claim|"
        r"parliament|defen[cs]e|interior|finance|trade|state|central|demand|stance|commerce|"
        r"request|proposal|offer|threat|invasion|support|commitment|nuclear|supreme|top|chief)\b"
    )


_AGAINST = frozenset(
    "by between with against on told urged accused blamed asked warned pressed sued invaded "
    "attacked criticized criticised condemned threatened from".split()
)
_PLACED = frozenset(
    "in at near across throughout outside inside around into through over within from to of off "
    "visiting leaving entering".split()
)


def _acting(text: str, d: _Draft) -> Kind | None:
    """A country or its capital where it acts is its government."""
    if d.kind != "place":
        return d.kind
    table = countries()
    country = d.name in table.names
    if not country and d.name not in table.capitals:
        return d.kind
    before = text[max(0, d.start - 20) : d.start].split()
    last = before[-1].lower() if before else ""
    if last == "the" and len(before) > 1:
        last = before[-2].lower()
    if last in _PLACED and not (last == "from" and country and "request" in before):
        return d.kind
    if _acts().match(text, d.end, d.end + 24):
        return "government"
    return "government" if country and last in _AGAINST else d.kind


def _in_headings(
    text: str, headings: Iterable[Sentence], drafts: Sequence[_Draft]
) -> list[NameMention]:
    """Names in lines whose every word is capitalised, found by what is known of them."""
    names: dict[str, Kind | None] = {}
    for d in drafts:
        names.setdefault(d.name, d.kind)
    upper = {name.upper(): kind for name, kind in names.items()}
    found: list[NameMention] = []
    for sentence in headings:
        start, end = sentence.span.start, sentence.span.end
        line = text[start:end]
        table = upper if line.isupper() else names
        ws = [(m.group(), start + m.start()) for m in _heading_word().finditer(line)]
        at = 0
        while at < len(ws):
            size, kind = _heading_name(ws, at, table, text)
            if not size:
                at += 1
                continue
            stop = ws[at + size - 1][1] + len(ws[at + size - 1][0])
            name = text[ws[at][1] : stop]
            if kind == "place":
                kind = _acting_in_heading(name, ws, at, size)
            found.append(NameMention(Span(ws[at][1], stop), kind))
            at += size
    return found


@functools.cache
def _heading_word() -> re.Pattern[str]:
    return re.compile(r"(?:\w\.)+|[^\W_](?:\w|[-&](?=\w)|['’](?!s\b|S\b)(?=\w))*")


def _heading_name(
    ws: list[tuple[str, int]], at: int, table: dict[str, Kind | None], text: str
) -> tuple[int, Kind | None]:
    if not ws[at][0][0].isupper():
        return 0, None
    for size in range(min(5, len(ws) - at), 0, -1):
        last, off = ws[at + size - 1]
        name = text[ws[at][1] : off + len(last)]
        if name in table and (size > 1 or name.lower() not in words.ordinary()):
            return size, table[name]
        if size > 1 or not name.isupper() or "." in name or len(name) < 4:
            kind = runs.known(name)
            if kind and (size > 1 or name.isupper() or name.lower() not in words.ordinary()):
                return size, kind
    given = people.given_names()
    word = ws[at][0]
    if word in given and word.lower() not in words.ordinary() and at + 1 < len(ws):
        last, off = ws[at + 1]
        plain = last.lower() in words.ordinary() or last.lower() in offices.ROLE_HEADS
        if last[0].isupper() and not plain and text[ws[at][1] + len(word) : off] == " ":
            return 2, "person"
    return 0, None


def _acting_in_heading(name: str, ws: list[tuple[str, int]], at: int, size: int) -> Kind:
    table = countries()
    if name not in table.names and name not in table.capitals:
        return "place"
    before = ws[at - 1][0].lower() if at else ""
    if before == "the" and at > 1:
        before = ws[at - 2][0].lower()
    if before in _PLACED:
        return "place"
    after = ws[at + size][0].lower() if at + size < len(ws) else ""
    if before in _AGAINST or (name in table.names and after.endswith("s")) or at == 0:
        return "government"
    return "place"
