"""The words of an article outside its quoted passages, each passage standing as one word.

Grammar around a cue reads ``Q , she said , Q`` whatever the quotes hold.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from newsbrief.analysis.text.datelines import FOREMOST, dateline_end, stamp_end
from newsbrief.analysis.text.passages import Passage
from newsbrief.analysis.text.sentences import Sentence
from newsbrief.analysis.text.tokens import Tokens
from newsbrief.analysis.text.tokens import tokens as read_tokens

_BEYOND = 1 << 62  # behind any text
QUOTE = "\0\0"  # stands for a whole passage; no word holds two characters of this kind


@dataclass(slots=True)  # made in 0.6 and read in 0.3 of a named tuple's instructions
class Unit:
    """A run of words that reads as one sentence, its quoted passages included."""

    first: int  # index of its first word
    last: int  # one past its last word
    paragraph: int


@dataclass(slots=True)
class Words:
    """Parallel columns, one row a word; offsets in code points of the article."""

    text: list[str]
    low: list[str]
    start: array[int]
    passage: dict[int, int]  # row -> number of the passage that it stands for
    closes: dict[int, int]  # row -> where that passage ends, its marks included
    units: list[Unit]

    def end(self, row: int) -> int:
        return self.closes.get(row) or self.start[row] + len(self.text[row])


class _Lower(dict[str, str]):
    """Words in small letters: most of an article's were seen before, and share one hash and one
    place in memory. `str.lower` is 0.3 % of a brief faster, and takes four times a text's size."""

    def __missing__(self, word: str) -> str:
        if len(self) > 50_000:
            self.clear()
        low = self[word] = word.lower()
        return low


_lower = _Lower().__getitem__


def read_words(
    text: str, tokens: Tokens, sentences: Sequence[Sentence], passages: Sequence[Passage]
) -> Words:
    """Rows for ``text``; ``passages`` are the outermost ones, in order, not overlapping."""
    words = Words([], [], array("I"), {}, {}, [])
    at = 0
    for number, (_, outer, _, _) in enumerate(passages):
        _add(text, tokens, words, at, outer.start)
        row = len(words.start)
        words.passage[row], words.closes[row] = number, outer.end
        words.text.append(QUOTE)
        words.start.append(outer.start)
        at = outer.end
    _add(text, tokens, words, at, len(text))
    words.low = list(map(_lower, words.text))
    starts, last = [*words.start, _BEYOND], 0
    for number, (start, end, paragraph) in enumerate(_merged(sentences, passages)):
        begin = stamp_end(text, start) if text[start].isdigit() else start  # not "- Ann Lee"
        if number < FOREMOST:
            begin = dateline_end(text, begin, end)
        first = last if starts[last] >= begin else bisect_left(starts, begin, last)
        last = bisect_left(starts, end, first)
        if last > first:
            words.units.append(Unit(first, last, paragraph))
    return words


def _merged(
    sentences: Sequence[Sentence], passages: Sequence[Passage]
) -> list[tuple[int, int, int]]:
    """Sentence bounds, joined where the break between two lies inside a passage."""
    found: list[tuple[int, int, int]] = []
    outer = iter([passage.outer for passage in passages])
    opens = closes = -1  # the first passage that ends behind where the sentence starts
    for span, paragraph in sentences:
        start = span.start
        while closes <= start:
            reached = next(outer, None)
            opens, closes = (_BEYOND, _BEYOND) if reached is None else (reached.start, reached.end)
        if opens < start and found and found[-1][2] == paragraph:
            found[-1] = (found[-1][0], span.end, paragraph)
        else:
            found.append((start, span.end, paragraph))
    return found


def _add(text: str, tokens: Tokens, words: Words, start: int, end: int) -> None:
    rows = tokens.between(start, end)
    if rows is None:  # a mark within a word: "O'Neill'said"
        tokens = read_tokens(text, start, end)
        rows = 0, len(tokens.start)
    first, last = rows
    words.text += tokens.text[first:last]
    words.start += tokens.start[first:last]
