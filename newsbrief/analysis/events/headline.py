"""The headline: the given one, the text's own first line, or its best sentence."""

from __future__ import annotations

from collections.abc import Sequence

from newsbrief.analysis.events.prose import read_prose, title_line
from newsbrief.analysis.events.summary import central
from newsbrief.analysis.text.sentences import Sentence
from newsbrief.span import Span


def headline(text: str, sentences: Sequence[Sentence], title: str | None) -> Span | str:
    """The title as given (a span where the text opens with it), else where a headline stands.

    The empty string where the text holds no sentence at all.
    """
    title = (title or "").strip()
    if title:
        at = text.find(title, 0, len(title) + 400)
        return Span(at, at + len(title)) if at >= 0 else title
    if not sentences:
        return ""
    first = sentences[0]
    if title_line(text, sentences):
        return first.span
    scores = central(read_prose(text, sentences[:40]))
    return max(scores, key=lambda t: (scores[t], -t.index)).span if scores else first.span
