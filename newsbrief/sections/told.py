"""Free text: what it states, the article must say too."""

from __future__ import annotations

from newsbrief.analysis.patterns import Lazy
from newsbrief.analysis.reading import Reading
from newsbrief.grounding import locate
from newsbrief.span import Span

# A pronoun's name stands at most four sentences before it in 97 % of 967 cases in PolNeAR.
_BEFORE, _BEHIND = 4, 1
_LONG_WORD = Lazy(r"\w{5,}")
_PHRASE = 3  # words; one or two in marks are a name or a "term", not what somebody said
_STEM = 5  # characters: "resigned" and "resignation" are one
_MARKED = Lazy(
    r"[“\"„«](?P<double>[^“”\"„«»]+)[”\"“»]|‘(?P<curly>[^‘]+?)’(?!\w)|(?<!\w)'(?P<plain>[^']+)'(?!\w)"
)
ELSEWHERE = "the sentences that it points at do not say so"


def flaw(reading: Reading, words: str, near: tuple[Span, ...]) -> str:
    """Why the article does not bear ``words`` out, which are said to rest on the sentences of
    ``near`` (on the whole article, where it is empty). Empty where nothing speaks against them.

    Checked are the numbers, dates and names (`newsbrief.analysis.facts`), what stands in quotation
    marks, and whether the sentences speak of the same thing at all.
    """
    for marked in _MARKED.finditer(words):
        said = (marked["double"] or marked["curly"] or marked["plain"]).rstrip(",. ")
        if said.count(" ") >= _PHRASE - 1 and not _is_said(reading, said):
            return f"the article does not hold the words in quotation marks: {said}"
    around = _around(reading, near) if near else None
    if lack := reading.held.lack(words, around):
        if lack.elsewhere:
            return f"{ELSEWHERE}: {lack.words}"
        return f"the article does not hold this {lack.kind}: {lack.words}"
    return ELSEWHERE if near and not _of_one_thing(reading, words, near) else ""


def _is_said(reading: Reading, words: str) -> bool:
    """Whether the article or its title holds ``words``, typography and capitals aside."""
    title = reading.article.title or ""
    return any(
        locate(text, sought)
        for text, sought in (
            (reading.text, words),
            (reading.text.lower(), words.lower()),
            (title.lower(), words.lower()),
        )
    )


def _around(reading: Reading, near: tuple[Span, ...]) -> Span:
    """The evidence with the sentences around it in which its pronouns find their names."""
    numbers = [n for span in near if (n := reading.sentence_at(span)) is not None]
    first, last = max(0, min(numbers) - _BEFORE), max(numbers) + _BEHIND
    last = min(last, len(reading.sentences) - 1)
    return Span(reading.sentences[first].span.start, reading.sentences[last].span.end)


def _of_one_thing(reading: Reading, words: str, near: tuple[Span, ...]) -> bool:
    """Whether the evidence and the sentences beside it hold a quarter of the longer words."""
    text, sentences = reading.text, reading.sentences
    numbers = {n for span in near if (n := reading.sentence_at(span)) is not None}
    beside = sorted(numbers | {n - 1 for n in numbers} | {n + 1 for n in numbers})
    spans = [sentences[n].span for n in beside if 0 <= n < len(sentences)]
    return shares(words, " ".join(text[span.start : span.end] for span in spans).lower(), 4)


def shares(words: str, told: str, part: int) -> bool:
    """Whether one in ``part`` of the longer words of ``words``, by their stems, stand in ``told``,
    which is in small letters."""
    stems = {m.group()[:_STEM] for m in _LONG_WORD.finditer(words.lower())}
    return part * sum(stem in told for stem in stems) >= len(stems)
