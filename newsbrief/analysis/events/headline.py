"""The headline: the given one, the text's own first line, or its best sentence."""

from __future__ import annotations

from collections.abc import Sequence

from newsbrief.analysis.events.prose import read_prose, title_line
from newsbrief.analysis.events.summary import central
from newsbrief.analysis.text.passages import Passage
from newsbrief.analysis.text.sentences import Sentence, first_line
from newsbrief.span import Span


def headline(
    text: str,
    sentences: Sequence[Sentence],
    title: str | None,
    quoted: Sequence[Passage] | None = None,
) -> Span | str:
    """The title as given (a span where the text opens with it), else where a headline stands.

    The empty string where the text holds no sentence at all. ``quoted`` is ``passages(text)``
    where the caller has it already.
    """
    title = (title or "").strip()
    if title:
        at = text.find(title, 0, len(title) + 400)
        return Span(at, at + len(title)) if at >= 0 else title
    if not sentences:
        return ""
    title_at = title_line(text, sentences)
    if title_at is not None:
        return sentences[title_at].span
    top = first_line(text, sentences)
    scores = central(read_prose(text, sentences[: top + 40], quoted))
    return max(scores, key=lambda t: (scores[t], -t.index)).span if scores else sentences[top].span
