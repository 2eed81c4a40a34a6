"""Giveme5W1H: what happened, when, where, and to whom (Hamborg et al., 2019).

The gold of an article are the phrases that at least two of its three coders gave. The figures are
shares of the articles that hold such a phrase:

    events.what        a gold phrase has 60 % of its content words in one of the first three events
    events.when        one of the first three events is dated to at most 8 days that hold the date
    events.where       an event's place shares a capitalised word with a gold phrase
    stakeholders.who   one of the first five stakeholders shares one with a gold phrase
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from newsbrief.analysis.times.dates import day_of
from newsbrief.article import Article
from newsbrief.brief import Brief
from newsbrief.errors import InputError
from newsbrief.evals.running import Case
from newsbrief.evals.tally import Tally
from newsbrief.evals.texts import capitalised, read
from newsbrief.sections.event import Event

_STOP_WORDS = (
    "a an the of to in on at by for and or with from as is was were are be been has have had that "
    "this it its his her their after over into out up"
)
_STOP = frozenset(_STOP_WORDS.split())
_WORD = re.compile(r"[\w'’-]+")
_ISO = re.compile(r"\d{4}-\d\d-\d\d")


class Gold(NamedTuple):
    """The phrases for each question, and the days of those for "when"."""

    what: list[str]
    where: list[str]
    who: list[str]
    days: list[date]


def load(folder: Path) -> list[Case[Gold]]:
    """The articles in ``folder``, one JSON file each, by name.

    Raises `InputError` where there are none, or where a file is not of this layout.
    """
    found = []
    for file in sorted(folder.glob("*.json")):
        try:
            given = json.loads(read(file))
            article = Article(given["text"], given.get("title"), _published(given))
            found.append(Case(file.stem, article, _gold(given["fiveWoneH"])))
        except KeyError as error:
            raise InputError(f"{file} is not an article of Giveme5W1H: no {error}") from error
        except (ValueError, TypeError, AttributeError) as error:
            raise InputError(f"{file} is not an article of Giveme5W1H: {error}") from error
    if not found:
        raise InputError(f"there is no article of Giveme5W1H (*.json) in {folder}")
    return found


def score(pairs: Iterable[tuple[Case[Gold], Brief | None]]) -> tuple[Tally, ...]:
    """An article without a brief counts as one in which nothing was found."""
    events, who = Tally("events", "what", "when", "where"), Tally("stakeholders", "who")
    for case, brief in pairs:
        gold, found = case.gold, brief.events if brief else ()
        first = found[:3]
        if gold.what:
            right = any(_tells(event, phrase) for event in first for phrase in gold.what)
            events.add("what", right, case.name, " | ".join(gold.what))
        if gold.days:
            right = any(_dated(event, day) for event in first for day in gold.days)
            events.add("when", right, case.name, " | ".join(map(str, gold.days)))
        if places := [phrase for phrase in gold.where if capitalised(phrase)]:
            right = _share_a_name(places, [event.where or "" for event in found])
            events.add("where", right, case.name, " | ".join(places))
        if names := [phrase for phrase in gold.who if capitalised(phrase)]:
            prominent = [party.name for party in (brief.stakeholders if brief else ())[:5]]
            who.add("who", _share_a_name(names, prominent), case.name, " | ".join(names))
    return events, who


def _published(given: dict[str, Any]) -> str | None:
    stamp = str(given.get("date_publish"))
    return stamp if _ISO.match(stamp) else None


def _gold(given: dict[str, Any]) -> Gold:
    agreed = {
        question: [
            one
            for one in given.get(question, {}).get("annotated", [])
            if one.get("text") and one.get("coderPhraseCount", 0) >= 2
        ]
        for question in ("what", "when", "where", "who")
    }
    what, where, who = ([one["text"] for one in agreed[q]] for q in ("what", "where", "who"))
    stamps = [str(one.get("parsed", "")) for one in agreed["when"]]
    return Gold(what, where, who, [date.fromisoformat(s[:10]) for s in stamps if _ISO.match(s)])


def _tells(event: Event, phrase: str) -> bool:
    words = _content(phrase)
    have = _content(" ".join([event.description, *(span.text for span in event.evidence)]))
    return len(words & have) >= 0.6 * len(words) > 0


def _dated(event: Event, day: date) -> bool:
    if event.when is None or event.when.start is None:
        return False
    start, end = day_of(event.when.start), day_of(event.when.end or event.when.start)
    return (end - start).days <= 7 and start <= day <= end


def _share_a_name(phrases: Iterable[str], found: Iterable[str]) -> bool:
    names = set[str]().union(*map(capitalised, phrases))
    return any(names & capitalised(one) for one in found)


def _content(text: str) -> set[str]:
    return set(_WORD.findall(text.lower())) - _STOP
