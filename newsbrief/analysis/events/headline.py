"""The headline: the given one, the text's own first line, or its best sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from newsbrief.analysis.events.prose import Told, content_words, read_prose
from newsbrief.analysis.events.summary import central
from newsbrief.analysis.patterns import Lazy
from newsbrief.analysis.text.passages import Passage
from newsbrief.analysis.text.sentences import Sentence, first_line
from newsbrief.span import Span


def headline(
    text: str,
    sentences: Sequence[Sentence],
    title: str | None,
    quoted: Sequence[Passage] | None = None,
    prose: Callable[[], Sequence[Told]] | None = None,
) -> Span | str:
    """The title as given (a span where the text opens with it), else where a headline stands.

    The empty string where the text holds no sentence at all. ``quoted`` is ``passages(text)``
    where the caller has it already, ``prose`` gives ``read_prose(text, sentences)``.
    """
    title = (title or "").strip()
    if title:
        at = text.find(title, 0, len(title) + 400)
        return Span(at, at + len(title)) if at >= 0 else title
    if not sentences:
        return ""
    top = first_line(text, sentences)
    near = sentences[: top + _NEAR]
    told = read_prose(text, near, quoted) if prose is None else prose()
    title_at = next((t.index for t in told if t.title), None)
    if title_at is not None:
        return sentences[title_at].span
    if prose is not None and len(near) < len(sentences):
        told = read_prose(text, near, quoted)
    scores = central(told)
    return max(scores, key=lambda t: (scores[t], -t.index)).span if scores else sentences[top].span


_NEAR = 40  # sentences from the first line on, one of which may stand for a headline
_QUESTIONS = "How|Why|What|When|Where|Who|Which"
_NO_TELLING = Lazy(
    rf"(?:{_QUESTIONS}|Watch|Live|Opinion|Analysis|Review|Photos?|Pictures?|Video|Gallery)\b"
    rf"|.*(?:\?|\.\.\.|…|: (?:{_QUESTIONS})\b|\b(?:I|me|my|[Yy]ou|[Yy]our|[Ww]e|us|[Oo]ur)\b)",
    re.DOTALL,
)
_FEWEST, _MOST = 4, 25  # words of a headline that tells of something
_BORNE_OUT = 0.5  # share of its content words that the sentences about it must hold


def tells(title: str, told: frozenset[str]) -> bool:
    """Whether a headline says by itself what happened, and the words ``told`` of it bear it out."""
    if not _FEWEST <= title.count(" ") + 1 <= _MOST or _NO_TELLING.match(title):
        return False
    words = content_words(title)
    return len(words & told) >= max(2, _BORNE_OUT * len(words))
