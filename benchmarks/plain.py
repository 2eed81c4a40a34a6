"""The brief as a plain schema for instructor asks for it: quotes and evidence copied, not pointed
at. What newsbrief's wire is measured against."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel


class PlainSentence(BaseModel):
    text: str
    evidence: list[str]


class PlainStakeholder(BaseModel):
    name: str
    kind: Literal["person", "organisation", "government", "group"]
    role: str | None
    affiliation: str | None


class PlainEvent(BaseModel):
    description: str
    status: Literal["happened", "ongoing", "planned", "cancelled", "alleged"]
    when: str | None
    where: str | None
    participants: list[str]
    evidence: list[str]


class PlainQuote(BaseModel):
    text: str
    speaker: str | None


class PlainBrief(BaseModel):
    headline: str
    summary: list[PlainSentence]
    stakeholders: list[PlainStakeholder]
    events: list[PlainEvent]
    quotes: list[PlainQuote]


PLAIN = """\
You are the desk editor of a newsroom. You turn one news article into a structured brief. \
Write only what the article says: no outside knowledge, no guesses. Use null where the article \
does not say.

headline: the news of this article in one line of at most 12 words
summary: three sentences that tell the story, each with the sentences of the article it rests on, \
copied exactly
stakeholders: the people, organisations, governments and groups that act or speak, each once
events: the happenings that the article reports, each once, the most newsworthy first, each with \
the sentences that report it, copied exactly
quotes: everything that is said in quotation marks, copied exactly, and the name of who says it"""
