"""What is said of a brief and of its items, in every format that people read.

All words come back clean (see `newsbrief.export.layout.clean`): on one line, and without
characters that a terminal would obey.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, cast

from newsbrief.export.layout import clean
from newsbrief.export.moments import between, interval, moment

if TYPE_CHECKING:
    from pydantic import JsonValue

    from newsbrief.brief import Brief
    from newsbrief.draft.answers import SectionType
    from newsbrief.sections.base import AnySection
    from newsbrief.sections.event import Event
    from newsbrief.sections.parties import Stakeholder
    from newsbrief.sections.quotes import Quote
    from newsbrief.sections.when import When

MOST_LOSSES = 8  # listed; a page that names a hundred scare quotes is read by nobody
MOST_ITEMS = 3  # of what was left out for one reason
MOST_CHARACTERS = 80  # of an item that was left out
_TEXT = r'(?<=": ")(?:[^"\\]|\\.)+'  # the first in a JSON object


def byline(brief: Brief) -> list[str]:
    """Where and when the article appeared, who wrote the brief, how long it took and its cost."""
    made = brief.provenance
    published = brief.article.published
    facts = [f"from {brief.article.outlet}"] if brief.article.outlet else []
    if published:
        facts.append(f"published {moment(published)}")
    if made.model and made.model != made.engine:
        facts.append(f"brief by {made.model} ({made.engine})")
    else:
        facts.append(f"brief by the {made.engine} engine")
    facts.append(f"{made.elapsed * 1000:.0f} ms" if made.elapsed < 1 else f"{made.elapsed:.1f} s")
    if made.usage.input or made.usage.output:
        facts.append(f"{made.usage.input:,} tokens in, {made.usage.output:,} out")
    if made.cost is not None:
        facts.append(f"${made.cost:.4f}" if made.cost >= 0.0001 else "under $0.0001")
    facts[0] = facts[0][0].upper() + facts[0][1:]
    return [clean(fact) for fact in facts]


def event_facts(event: Event, brief: Brief) -> list[str]:
    """Status where it is not "happened"; time, place and the names of those who take part."""
    facts: list[str] = [event.status] if event.status != "happened" else []
    if event.when:
        facts.append(_when(event.when))
    if event.where:
        facts.append(f"where: {clean(event.where)}")
    parties = (brief.stakeholder(id) for id in event.participants)
    if names := ", ".join(clean(party.name) for party in parties if party):
        facts.append(f"who: {names}")
    return facts


def _when(when: When) -> str:
    told, own = interval(when), clean(when.text)
    if not told:
        return f"“{own}”"
    if when.by_tense:
        return f"{between(when)} (by the tense of “{own}”)"
    return told if told.casefold() == own.casefold() else f"{told} (“{own}”)"


def in_marks(brief: Brief) -> list[Quote]:
    """The quotes whose words stand in quotation marks."""
    return [quote for quote in brief.quotes if quote.kind != "indirect"]


def reported(brief: Brief) -> list[Quote]:
    """The others: what somebody said in the reporter's words."""
    return [quote for quote in brief.quotes if quote.kind == "indirect"]


def speaker(quote: Quote, brief: Brief) -> str:
    """Name and role of who said it, as far as the article tells."""
    party = brief.stakeholder(quote.speaker)
    name = clean(quote.speaker_name or (party.name if party else "speaker not named"))
    return f"{name}, {clean(party.role)}" if party and party.role else name


def reporting(quote: Quote, brief: Brief) -> str:
    """Who said it, and by which words the article tells so: "China (rejects)"."""
    cue = quote.cue_span
    apart = cue is not None and not any(cue in span for span in quote.spans)
    told = speaker(quote, brief)
    return f"{told} ({clean(cue.text)})" if cue and apart else told


def party_facts(party: Stakeholder) -> list[str]:
    """Role and affiliation as stated, kind, number of mentions."""
    known = [clean(party.name)]
    for words in (party.role, party.affiliation):
        # "National Security Council spokesman" needs no "National Security Council" behind it
        if words and not any(clean(words).casefold() in told.casefold() for told in known):
            known.append(clean(words))
    role = ", ".join(known[1:])
    count = len(party.mentions)
    mentions = f"{count} mention" + ("" if count == 1 else "s")
    return [role, party.kind, mentions] if role else [party.kind, mentions]


def further(brief: Brief, sections: Sequence[type[AnySection]]) -> dict[str, list[str]]:
    """The lines of the sections in ``brief.more``, by their titles. A section that is among
    ``sections`` words its items itself; of others, the first field of text stands."""
    known = {section.name: section for section in sections}
    told = {}
    for name, items in brief.more.items():
        if name in known:
            section = cast("SectionType", known[name])
            lines = [section.line(item) for item in brief[section]]
        else:
            lines = [_first_text(item) for item in items]
        told[clean(name.replace("_", " "))] = [clean(line) for line in lines]
    return told


def _first_text(item: Mapping[str, JsonValue]) -> str:
    texts = (v for k, v in item.items() if k != "id" and isinstance(v, str) and v.strip())
    return next(texts, None) or json.dumps(item, ensure_ascii=False)


def lacking(brief: Brief, sections: Sequence[type[AnySection]]) -> str:
    """Which of ``sections`` looked and found nothing; empty where all found something. Of those
    that take a model and had none, the warnings tell."""
    from newsbrief.sections.base import overrides

    model = brief.provenance.engine != "extractive"
    looked = [one for one in sections if model or overrides(one, "extract")]
    empty = [one.name for one in looked if not brief[cast("SectionType", one)]]
    *others, last = [clean(name.replace("_", " ")) for name in empty] or [""]
    either = f"{', '.join(others)} or {last}" if others else last
    return f"No {either} found." if last else ""


def losses(brief: Brief) -> list[str]:
    """What was left out and why: what has one reason on one line, long lists cut."""
    alike: dict[tuple[str, str], list[str]] = {}
    for one in brief.provenance.dropped:
        alike.setdefault((one.section, one.reason), []).append(one.item)
    told = [
        f"{clean(section)}: {_items(items)} — {clean(reason)}"
        for (section, reason), items in alike.items()
    ]
    if len(told) > MOST_LOSSES + 1:  # "and 1 more" takes the line that the one would have
        more = sum(len(items) for items in [*alike.values()][MOST_LOSSES:])
        return [*told[:MOST_LOSSES], f"and {more:,} more (--format json shows all)"]
    if any(len(set(items)) > MOST_ITEMS for items in alike.values()):
        told.append("(--format json shows all)")
    return told


def _items(items: Sequence[str]) -> str:
    """The first `MOST_ITEMS` of ``items``, each with how often it was left out, and how many more
    there are."""
    times = Counter(map(_item, items))
    shown = [f"{item} ({n} times)" if n > 1 else item for item, n in times.items()]
    if more := len(items) - sum([*times.values()][:MOST_ITEMS]):
        return f"{', '.join(shown[:MOST_ITEMS])} and {more:,} more"
    return ", ".join(shown)


def _item(item: str) -> str:
    """By its words, an item that did not hold: of all that a model wrote of a party, the name."""
    if item.startswith("{"):  # as JSON, which may be cut off
        written = re.search(_TEXT, item)
        if not written:
            return _short(clean(item))
        item = written.group()
        with suppress(ValueError):
            item = json.loads(f'"{item}"')
    return f"“{_short(clean(item))}”"


def _short(words: str) -> str:
    return words if len(words) <= MOST_CHARACTERS else words[: MOST_CHARACTERS - 1].rstrip() + "…"


def cautions(brief: Brief) -> list[str]:
    """The warnings of the brief."""
    return [clean(warning) for warning in brief.provenance.warnings]
