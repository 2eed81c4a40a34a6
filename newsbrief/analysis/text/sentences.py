"""Paragraphs and sentences, as spans of the untouched text.

A sentence may end inside a quoted passage that holds several: “It works. We know.” is two.
It never ends between a quote and the cue that owns it: “Why?” she asked is one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from newsbrief.analysis.lexicon.cues import cue_verbs
from newsbrief.analysis.lexicon.tables import word_set
from newsbrief.analysis.text.marks import places_of
from newsbrief.span import Span

# Never the last word of a sentence, whatever follows: titles and "vs." want a name behind them.
_BOUND = word_set(
    """
    mr mrs ms mx dr prof sen sens rep reps gov govs gen col lt sgt capt cmdr adm maj hon rev
    pres vs messrs supt det insp cpl pvt pfc brig sec st ste mt ft fr sr. no nos art figs fig
    vol e.g i.e cf al ca approx
    """
)
# May end a sentence; then a capitalised opener ("The", "He") tells.
_LOOSE = word_set(
    """
    jr sr jan feb mar apr jun jul aug sep sept oct nov dec inc corp co ltd llc plc bros dept
    est etc ave blvd rd ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich
    minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo r d
    """
)
_OPENERS = word_set(
    """
    the a an he she it they we i you his her its their our my this that these those there here
    but and or so yet if when while as at in on for from with by after before since during
    what who how why where both some many most all one two such not no now then still even
    however meanwhile according more
    """
)
# All double marks alike, so that curly and straight ones split the same way.
_CLOSERS = "\"'“”‟’»›)]」』＂〞〟﹂﹄;"  # a semicolon: that of an entity
_ENTITY = "&(?:quot|[lr]dquo|raquo|#34|#8220|#8221|#187);"
_QUOTING = frozenset(
    (
        *("“", "”", '"', "‟", "＂", "«", "»", "''", "’’", "``", "‘‘"),
        *(f"&{name};" for name in ("quot", "ldquo", "rdquo", "laquo", "raquo")),
        *(f"&#{number};" for number in (34, 8220, 8221, 171, 187)),
    )
)
_STOPS = ".!?…。！？"
_ABOVE = 5  # lines that are looked at for the first one with a letter
_LONGEST_BYLINE = 60  # code points
BULLETS = ("-", "–", "—", "•", "*", "·")


class Sentence(NamedTuple):
    span: Span
    paragraph: int  # 0-based number of the paragraph that holds it


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    # Possessive runs: 200 kB of full stops are read once.
    return (
        re.compile(r"\n[^\S\n]*+(?=\n)\s*+"),
        re.compile(rf"[{_STOPS}]*+(?:[\"'“”‟’»›)\]」』＂〞〟﹂﹄]|{_ENTITY})*"),
    )


def paragraphs(text: str) -> list[Span]:
    """Blocks between blank lines, in order, stripped of surrounding white space."""
    found: list[Span] = []
    start, length = 0, len(text)
    while start < length and text[start].isspace():
        start += 1
    for gap in _patterns()[0].finditer(text, start):
        end, after = gap.span()
        _add_stripped(found, text, start, end)
        start = after
    _add_stripped(found, text, start, length)
    return found


def _add_stripped(found: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append(Span(start, end))


def sentences(text: str, blocks: Sequence[Span] | None = None) -> list[Sentence]:
    """Split ``text`` so that every non-blank character lies in exactly one sentence, in order.

    No sentence crosses a blank line. A line break alone ends one only where the lines are
    headings, list items or unwrapped paragraphs, not where a paragraph is hard-wrapped.
    ``blocks``: :func:`paragraphs` of the text, where the caller has them.
    """
    found = []
    tail = _patterns()[1]
    marks = _Marks(text)
    stops = places_of(text, _STOPS)
    made = tuple.__new__  # by its name a named tuple takes twice the time
    reached = 0
    for number, block in enumerate(paragraphs(text) if blocks is None else blocks):
        line = start = past = block.start
        end = block.end
        width = 0
        before, reached = reached, bisect_left(stops, end, reached)
        ends = stops[before:reached]
        if text.find("\n", start, end) >= 0:  # one paragraph of sixty is broken
            ends = sorted([*ends, *(start + n for n in places_of(text[start:end], "\n"))])
        for mark in ends:
            if mark < past:
                continue
            at = past = mark + 1
            if text[mark] == "\n":
                width = width or _width(text, block)
                broken = _breaks_line(text, line, mark, end, width)
                line = at
                if not broken:
                    continue
                at = mark
                while at > start and text[at - 1].isspace():
                    at -= 1
            else:
                if at < end and text[at] != " " and (closed := tail.match(text, at, end)):
                    at = past = closed.end()
                if at < end and text[at] != " " and not text[at].isspace():
                    at = _unspaced_end(text, mark, at, block.start, marks)
                    if at < 0:
                        continue
                else:
                    # `We won. " Tom`: a mark with a blank on either side follows.
                    if (
                        text[at + 1 : at + 2] in _QUOTING
                        and at + 2 < end
                        and text[at + 2].isspace()
                        and marks.open_before(at + 1, block.start)
                    ):
                        at += 2
                    if not _ends_sentence(text, start, mark, at, end):
                        continue
            if at > start:
                found.append(made(Sentence, (Span(start, at), number)))
            start = at
            while start < end and text[start].isspace():
                start += 1
        if start < end:
            found.append(made(Sentence, (Span(start, end), number)))
    return found


class _Marks:
    """Whether a quotation is open at a place of a paragraph: an odd number of marks before it.

    Asked only where a blank is missing or too many; places that are asked for only grow.
    """

    __slots__ = ("at", "odd", "text")

    def __init__(self, text: str) -> None:
        self.text, self.at, self.odd = text, 0, False

    def open_before(self, at: int, start: int) -> bool:
        """``start``: where the paragraph begins."""
        if self.at < start:
            self.at, self.odd = start, False
        if sum([self.text.count(mark, self.at, at) for mark in _QUOTING]) % 2:
            self.odd = not self.odd
        self.at = at
        return self.odd


def _unspaced_end(text: str, mark: int, at: int, start: int, marks: _Marks) -> int:
    """Where a sentence ends whose stops and closing marks nothing blank follows; -1: it goes on.
    ``start``: where the paragraph begins.

    `“We won.”Tom` ends behind the mark, `said Ruiz.“They` in front of it.
    """
    if text[at] in "‘«" or text[mark] in "。！？":
        return at
    if not text[at].isupper():
        return -1
    begin = text.rfind("&", mark, at) if text[at - 1] == ";" else at - 1
    if begin - 1 > mark and text[begin - 1] == text[begin] in "'’":
        begin -= 1
    if text[begin:at] in _QUOTING:
        return at if marks.open_before(begin, start) else begin
    return at if text[begin] == "’" else -1


def first_line(text: str, sentences: Sequence[Sentence]) -> int:
    """Index of the first sentence with a letter: a rule, a page or a year may stand above it."""
    for number, sentence in enumerate(sentences[:_ABOVE]):
        if any(map(str.isalpha, text[sentence.span.start : sentence.span.end])):
            return number
    return 0


def _width(text: str, block: Span) -> int:
    """Longest line of the block."""
    return max(map(len, text[block.start : block.end].split("\n")))


def _breaks_line(text: str, line: int, end: int, limit: int, width: int) -> bool:
    # 120: nobody wraps wider than that, so such lines are whole paragraphs; a line that ends
    # before 0.6 of the widest was ended on purpose.
    after = end + 1
    while after < limit and text[after].isspace():
        after += 1
    last, before = text[end - 1], text[max(line, end - 2)]
    if (last in _CLOSERS and before == ",") or (last == "," and before in _CLOSERS):
        return False  # “We won,” / said Ruiz.
    if last in _CLOSERS and text[after : after + 1].islower():
        return False
    if width > 120 or end - line < 0.6 * width:
        return True
    if after < limit and text[after] in BULLETS:
        return True
    return text[end - 1] not in ",;:-–—" and is_byline(text, after, limit)


def is_byline(text: str, start: int, end: int) -> bool:
    """Whether a line that ends its block names who wrote it: "Ana Ruiz", "By Ana Ruiz, Harwick"."""
    if not 0 < end - start <= _LONGEST_BYLINE or text.find("\n", start, end) >= 0:
        return False
    words = text[start:end].split()
    by = words[0] in ("By", "by", "BY")
    named = (word[0].isupper() and not word.endswith((".", "!", "?")) for word in words[by:])
    return 2 <= len(words) <= 6 and all(named)


def _ends_sentence(text: str, start: int, mark: int, end: int, limit: int) -> bool:
    if end >= limit:
        return True
    nxt = end + 1
    while nxt < limit and nxt < end + 40 and text[nxt].isspace():
        nxt += 1
    head = text[nxt] if nxt < limit else " "
    if head.islower() or head in ",;:":
        return False
    stopped = text[mark] == "."
    if end - mark > 1 and text[end - 1] in _CLOSERS:
        return not _cue_follows(text, nxt, limit, stopped)
    return not stopped or _stop_ends(text, start, mark, nxt, limit)


def _stop_ends(text: str, start: int, mark: int, nxt: int, limit: int) -> bool:
    """Whether the full stop at ``mark`` ends a sentence rather than an abbreviation."""
    low = mark - 16
    stop = _stop_behind(text[low if low > start else start : mark].rpartition(" ")[2])
    if stop == "end":
        return True
    if stop == "bound":
        return False
    number = text[nxt : nxt + 1].isdigit()
    if stop == "no":
        return not number
    follower = _word_at(text, nxt, limit).lower()
    if stop == "initial" and not number:
        return follower in _OPENERS
    return follower in _OPENERS or text[nxt : nxt + 1] in "“”‟\"‘'"


@lru_cache(maxsize=8192)
def _stop_behind(last: str) -> Literal["end", "bound", "no", "initial", "loose"]:
    """What a full stop is behind these characters, the last before it without a blank."""
    last = last.rsplit(None, 1)[-1] if last and not last[-1].isspace() else ""
    if last == "J":
        return "bound"  # of two initials: nobody's sentence ends so
    word = last.strip("(“”‟\"‘’'[—–").lower().rpartition("-")[2]
    if word in _BOUND:
        return "no" if word == "no" else "bound"
    if len(word) == 1 and word.isalpha():
        return "loose" if word == "i" else "initial"
    if "." in word:  # "U.S." and "a.m." may end a sentence; "£41.2m." does
        return "end" if any(map(str.isdecimal, word)) else "loose"
    return "loose" if word in _LOOSE else "end"


def _word_at(text: str, at: int, limit: int) -> str:
    end = at
    while end < limit and end - at < 24 and (text[end].isalpha() or text[end] in "’'-"):
        end += 1
    return text[at:end]


def _cue_follows(text: str, at: int, limit: int, stopped: bool) -> bool:
    """Whether “?” is followed by "Smith asked": one to three names, then a cue.

    Where the quote ``stopped`` with a full stop, nothing more may follow: “No.” Smith said.
    """
    words = text[at : min(limit, at + 60)].split()[:4]
    if not words or not words[0][0].isupper():
        return False
    verbs = cue_verbs()
    for word in words[1:]:
        cue = verbs.get(word.rstrip(",.:").lower())
        if cue is not None and cue.speech and cue.form in ("past", "s"):
            # "said:" belongs to the quote behind it.
            return word[-1] in ".," if stopped else word[-1] != ":"
        if not word[0].isupper():
            return False
    return False
