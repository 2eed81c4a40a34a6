"""Free text: what it states, the article must say too."""

from __future__ import annotations

from newsbrief.analysis.patterns import Lazy
from newsbrief.analysis.reading import Reading
from newsbrief.grounding import locate
from newsbrief.span import Span

# A pronoun's name stands at most four sentences before it in 97 % of 967 cases in PolNeAR.
_BEFORE, _BEHIND = 4, 1
_STEM = 5  # characters: "resigned" and "resignation" are one
_PHRASE = 3  # words; one or two in marks are a name or a "term", not what somebody said
_MARKED = Lazy(
    r"[“\"„«‘'](?<!\w.)(?:(?<=[“\"„«])([^“”\"„«»]+)[”\"“»]|(?<=‘)([^‘]+?)’(?!\w)|(?<=')([^']+)'(?!\w))"
)
ELSEWHERE = "the sentences that it points at do not say so"


def flaw(reading: Reading, words: str, near: tuple[Span, ...]) -> str:
    """Why the article does not bear ``words`` out, which are said to rest on the sentences of
    ``near`` (on the whole article, where it is empty). Empty where nothing speaks against them.

    Checked are the numbers, dates and names (`newsbrief.analysis.facts`), what stands in quotation
    marks, and whether the sentences speak of the same thing at all.
    """
    for marked in _MARKED.finditer(words):
        said = marked[marked.lastindex or 0].rstrip(",. ")
        if said.count(" ") >= _PHRASE - 1 and not _is_said(reading, said):
            return f"the article does not hold the words in quotation marks: {said}"
    if not near:
        lack = reading.held.lack(words)
        return f"the article does not hold this {lack.kind}: {lack.words}" if lack else ""
    numbers = [n for span in near if (n := reading.sentence_at(span)) is not None]
    first, last = min(numbers), max(numbers)
    if lack := reading.held.lack(words, *_stretch(reading, first - _BEFORE, last + _BEHIND)):
        if lack.elsewhere:
            return f"{ELSEWHERE}: {lack.words}"
        return f"the article does not hold this {lack.kind}: {lack.words}"
    beside = _stretch(reading, first - 1, last + 1)
    return "" if shares(words, reading.lower, 4, *beside) else ELSEWHERE


def _is_said(reading: Reading, words: str) -> bool:
    """Whether the article or its title holds ``words``, typography and capitals aside."""
    title = reading.article.title or ""
    return any(
        locate(text, sought)
        for text, sought in (
            (reading.text, words),
            (reading.lower, words.lower()),
            (title.lower(), words.lower()),
        )
    )


def _stretch(reading: Reading, first: int, last: int) -> tuple[int, int]:
    """Where sentence ``first`` begins and sentence ``last`` ends, as far as there are any."""
    sentences = reading.sentences
    last = min(last, len(sentences) - 1)
    return sentences[max(0, first)].span.start, sentences[last].span.end


def shares(words: str, told: str, part: int, start: int = 0, end: int | None = None) -> bool:
    """Whether one in ``part`` of the longer words of ``words``, by their stems, stand in that range
    of ``told``, which is in small letters. Rounded up; so do no words at all."""
    stems = {word[:_STEM] for word in words.lower().split() if len(word) > _STEM}
    missing = -(-len(stems) // part)
    for stem in stems:
        if missing <= 0:
            break
        missing -= told.find(stem, start, end) >= 0
    return missing <= 0
