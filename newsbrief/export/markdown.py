"""A brief as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from newsbrief.export import wording
from newsbrief.export.layout import clean

if TYPE_CHECKING:
    from newsbrief.brief import Brief
    from newsbrief.sections.base import AnySection

# What CommonMark or its common extensions (tables, strikethrough, mathematics) give a meaning to
# inside a line; and what gives a line another meaning where it begins one.
_SPECIAL = re.compile(r"[\\`*_\[\]<>&|~$#]")
_OPENING = re.compile(r"^(?:[-+=:!]|\d{1,9}(?=[.)]))")


def to_markdown(brief: Brief, sections: Sequence[type[AnySection]] = ()) -> str:
    """``brief`` as a Markdown document (CommonMark), without a line end behind the last line.

    What the article or the model wrote is escaped: it shows as it stands and formats nothing.
    ``sections`` are those that were asked for: yours word their own items, and of all it is said
    which found nothing.
    """
    blocks = [f"# {escape(brief.headline)}", f"*{_facts(wording.byline(brief))}*"]
    if summary := str(brief.summary):
        blocks.append(escape(summary))
    blocks += _section("Events", [_lines(_events(brief))])
    blocks += _section("Quotes", _quotes(brief))
    blocks += _section("Reported speech", [_lines(_reported(brief))])
    blocks += _section("Stakeholders", [_lines(_stakeholders(brief))])
    for title, told in wording.further(brief, sections).items():
        blocks += _section(title.capitalize(), [_list(told)])
    if lacking := wording.lacking(brief, sections):
        blocks.append(f"*{lacking}*")
    blocks += _section("Left out", [_list(wording.losses(brief))])
    blocks += _section("Warnings", [_list(wording.cautions(brief))])
    return "\n\n".join(blocks)


def escape(text: str) -> str:
    """``text`` on one line, so that Markdown shows it as it is."""
    escaped = _SPECIAL.sub(r"\\\g<0>", clean(text))
    return _OPENING.sub(_stop, escaped)


def _stop(found: re.Match[str]) -> str:
    marker = found.group()
    return f"{marker}\\" if marker[0].isdigit() else f"\\{marker}"


def _section(title: str, blocks: Iterable[str]) -> list[str]:
    held = [block for block in blocks if block]
    return [f"## {escape(title)}", *held] if held else []


def _facts(facts: Iterable[str]) -> str:
    return " · ".join(escape(fact) for fact in facts)


def _lines(lines: Iterable[str]) -> str:
    return "\n".join(lines)


def _list(told: Iterable[str]) -> str:
    return _lines(f"- {escape(line)}" for line in told)


def _events(brief: Brief) -> Iterator[str]:
    for number, event in enumerate(brief.events, 1):
        marker = f"{number}. "
        facts = _facts(wording.event_facts(event, brief))
        # A backslash before the line end breaks the line; two spaces would, too, but unseen.
        yield f"{marker}{escape(event.description)}" + ("\\" if facts else "")
        if facts:
            yield " " * len(marker) + facts


def _quotes(brief: Brief) -> Iterator[str]:
    for quote in wording.in_marks(brief):
        source = escape(wording.speaker(quote, brief))
        yield f"> {escape(str(quote))}\n>\n> — {source} ({quote.kind})"


def _reported(brief: Brief) -> Iterator[str]:
    for quote in wording.reported(brief):
        yield f"- {escape(wording.reporting(quote, brief))}: {escape(str(quote))}"


def _stakeholders(brief: Brief) -> Iterator[str]:
    for party in brief.stakeholders:
        yield f"- **{escape(party.name)}** · {_facts(wording.party_facts(party))}"
