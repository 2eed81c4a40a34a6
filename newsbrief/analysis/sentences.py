"""Paragraphs and sentences, as spans of the untouched text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsbrief.span import Span

_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof sen rep gov gen col lt sgt capt cmdr adm maj hon rev st jr sr "
    "jan feb mar apr jun jul aug sep sept oct nov dec no vs etc inc corp co ltd dept est "
    "u.s u.k u.n e.g i.e a.m p.m ph.d d.c".split()
)
_PARAGRAPH = re.compile(r"[^\s].*(?:\n(?![ \t]*\n).*)*")
_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s)|(?<=[”\"])(?=\s+[“\"])")


@dataclass(frozen=True, slots=True)
class Sentence:
    span: Span
    paragraph: int  # 0-based number of the paragraph that holds it


def paragraphs(text: str) -> list[Span]:
    """Blocks between blank lines, stripped of surrounding white space."""
    found = []
    for m in _PARAGRAPH.finditer(text):
        found.append(Span(m.start(), m.start() + len(m.group().rstrip())))
    return found


def sentences(text: str) -> list[Sentence]:
    """Every non-blank character of ``text`` lies in exactly one sentence, in order."""
    found = []
    for number, block in enumerate(paragraphs(text)):
        start = block.start
        for m in _END.finditer(text, block.start, block.end):
            word = text[max(start, m.start() - 12) : m.start()].split()[-1:] or [""]
            after = text[m.end() : m.end() + 3].lstrip()[:1]
            if m.group().startswith(".") and word[0].lower().strip("(“\"") in _ABBREVIATIONS:
                continue
            if after.islower():
                continue
            found.append(Sentence(Span(start, m.end()), number))
            start = m.end() + len(text[m.end() :]) - len(text[m.end() :].lstrip())
        if start < block.end:
            found.append(Sentence(Span(start, block.end), number))
    return found
