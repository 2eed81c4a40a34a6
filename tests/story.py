"""One short article for tests, and an answer that holds in every point."""

from __future__ import annotations

from typing import Any

from newsbrief import Brief, summarise

TEXT = """\
Springfield's mayor, Ana Ruiz, resigned on Monday after an audit of the repairs to the Grand \
River bridge, for which the city had paid twice.

“I take full responsibility for what happened,” Ruiz told reporters at City Hall. The books had \
been wrong for years.

The city council will meet on Thursday to choose an interim mayor. “We need calm heads now,” said \
Tom Becker, the council president.

The repairs cost 4.2 million dollars in 2021. The audit was carried out by Weller Partners, an \
accounting firm, in May.
"""
SENTENCES = 7
PUBLISHED = "2023-05-31"  # a Wednesday


def answer(**other: Any) -> dict[str, Any]:
    """A whole answer as a model gives it, with the keys of ``other`` in place of its own."""
    return {
        "headline": "Springfield mayor resigns over bridge audit",
        "summary": [{"text": "Mayor Ana Ruiz resigned after an audit.", "evidence": [1]}],
        "stakeholders": [
            {"name": "Ana Ruiz", "kind": "person", "role": "mayor", "affiliation": None},
            {
                "name": "Tom Becker",
                "kind": "person",
                "role": "the council president",
                "affiliation": None,
            },
        ],
        "events": [
            {
                "description": "Ana Ruiz resigned as mayor.",
                "status": "happened",
                "when": "on Monday",
                "where": "Springfield",
                "participants": ["Ana Ruiz"],
                "evidence": [1],
            }
        ],
        "quotes": [
            {"passage": 1, "text": None, "speaker": "Ana Ruiz"},
            {"passage": 2, "text": None, "speaker": "Tom Becker"},
        ],
        **other,
    }


def tells_its_own_events(brief: Brief) -> bool:
    """Whether the events of ``brief`` are those that the text itself tells: what stands where
    nothing holds that the model tells."""
    own = summarise(TEXT, model="extractive").events
    return [e.description for e in brief.events] == [e.description for e in own] != []
