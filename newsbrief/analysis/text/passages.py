"""Stretches inside quotation marks, of any language and any balance.

Curly and straight double marks are read alike, by what stands beside them, so that an
article says the same whichever its editor typed. An unbalanced mark costs at most its
paragraph: an opening mark without a partner reaches to the next one or to the end of the
paragraph (the news convention for speech that goes on); a closing mark without a partner is
read only where the paragraph before was left open.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from newsbrief.analysis.lexicon.tables import word_set
from newsbrief.analysis.patterns import Lazy
from newsbrief.analysis.text.sentences import paragraphs
from newsbrief.span import Span

_PLAIN = '“”"‟'
_SENTENCE_ENDS = frozenset(".!?…’'") | frozenset(_PLAIN)
_REOPENING = (*_PLAIN, "''", "’’", "‘‘", "``")
_SINGLE = "‘’'‛"
_OPENS = {"«": "»", "»": "«", "‹": "›", "›": "‹", "「": "」", "『": "』", "„": "„", "‚": "‚"}
_BEFORE_OPEN = frozenset("([{—–-/:‘'“”‟\"„«‹¡¿…")
_AFTER_CLOSE = frozenset(".,;:!?)]}—–-/…’'“”‟\"»›")
# Words that begin with an apostrophe, not with a quote.
_CLIPPED = word_set(
    """
    em tis twas til till cause cos n bout round neath nuff ere ll s t re ve d m
    """
)


class Passage(NamedTuple):
    """``span`` lies inside the marks, ``outer`` holds them too; ``closed``: the end was marked."""

    span: Span
    outer: Span
    closed: bool


# Two apostrophes are how news wires of old typed a double mark; one inside a word is no mark.
# All first characters in one class: the scan takes a third of the time.
_MARKS = Lazy(
    r"[“”\"‟‘’'‛«»‹›「」『』„‚`](?!(?<=\w[‘’'‛])[^\W_])(?:(?<=')'|(?<=’)’|(?<=‘)‘|(?<=`)`)?"
)


def passages(text: str, blocks: Sequence[Span] | None = None) -> list[Passage]:
    """Every stretch inside quotation marks, outermost first, in order of its start.

    Nested stretches are listed too. Offsets are code points of ``text``; empty stretches and
    apostrophes are not passages. Linear in the length of ``text``. ``blocks``: its paragraphs,
    where the caller has them.
    """
    found: list[Passage] = []
    carried = False
    if blocks is None:
        blocks = paragraphs(text)
    marks = [m.span() for m in _MARKS.finditer(text)]
    at = 0
    for number, block in enumerate(blocks):
        if at == len(marks) or marks[at][0] >= block.end:
            carried = False
            continue
        first = at
        while at < len(marks) and marks[at][0] < block.end:
            at += 1
        within = [
            mark for mark in marks[first:at] if mark[1] - mark[0] == 2 or text[mark[0]] != "`"
        ]
        if within:
            follower = blocks[number + 1].start if number + 1 < len(blocks) else len(text)
            reopens = text.startswith(_REOPENING, follower)
            carried = _read_block(text, block, within, carried, reopens, found)
        else:
            carried = False
    found.sort(key=lambda p: (p.outer.start, -p.outer.end))
    return found


def _read_block(
    text: str,
    block: Span,
    marks: list[tuple[int, int]],
    carried: bool,
    reopens: bool,
    found: list[Passage],
) -> bool:
    """Add the block's passages; whether its last double mark was left open.

    ``carried``: the block before was left open; ``reopens``: the next begins with a mark.
    """
    doubles = [at for at, end in marks if end - at == 2 or text[at] in '“”"‟„']
    pairs, left_open = _pair_doubles(text, block, doubles, carried, reopens)
    found.extend(pairs)
    others = [at for at, _ in marks if text[at] in "«»‹›「」『』"]
    if others:
        found.extend(_pair_distinct(text, block, others))
    singles = [at for at, end in marks if end - at == 1 and text[at] in _SINGLE]
    if singles:
        found.extend(_pair_singles(text, block, singles, pairs))
    return left_open


def _width(text: str, at: int) -> int:
    """Characters of the double mark at ``at``: two where it is typed as two single ones."""
    return 2 if text[at] in "‘’'`" else 1


def _leans(text: str, at: int, block: Span) -> int:
    """+1 where the neighbours make the mark an opening one, -1 a closing one, 0 unclear."""
    past = at + _width(text, at)
    before = text[at - 1] if at > block.start else " "
    after = text[past] if past < block.end else " "
    if before.isspace() and after in ",;:":
        return -1  # tokenised: `" We won ", she said`
    if before.isspace() != after.isspace():
        return 1 if before.isspace() else -1
    if before.isspace():
        return 0
    if after.isalnum() and before in _BEFORE_OPEN:
        return 1
    if after in _AFTER_CLOSE and (before.isalnum() or before not in _BEFORE_OPEN):
        return -1
    if before.isalnum() and after.isalnum():
        return 0
    if before in ".,!?…" and after.isalnum():
        return -2  # a lost space after the closing mark, if one is open
    return 0


def _pair_doubles(
    text: str, block: Span, marks: list[int], carried: bool, reopens: bool
) -> tuple[list[Passage], bool]:
    pairs: list[Passage] = []
    stack: list[int] = []
    left: list[int] = []
    seen = False
    for at in marks:
        lean = 1 if text[at] == "„" else _leans(text, at, block)
        if lean == 1 and stack and _is_late_close(text, at, block):
            lean = -1
        opens = lean == 1 or (lean in (0, -2) and not stack)
        if opens:
            if (
                stack
                and _follows_stop(text, at, block)
                and not (reopens and stack == [block.start])
            ):
                left += stack  # a fresh sentence in marks: what stood open is not coming back
                stack = []
            stack.append(at)
        elif stack:
            begun = stack.pop()
            opening = _width(text, begun)
            _add(pairs, text, begun + opening, at, opening, _width(text, at))
        elif carried and not seen:
            _add(pairs, text, block.start, at, 0, _width(text, at))
        seen = True
    if reopens and stack == [block.start] and pairs:
        # Speech that goes on in the next paragraph and holds quotations of its own.
        opening = _width(text, block.start)
        _add(pairs, text, block.start + opening, block.end, opening, 0)
    else:
        left += stack
    _close_open(text, block, left, marks, pairs, reopens)
    return pairs, bool(stack)


def _follows_stop(text: str, at: int, block: Span) -> bool:
    """Whether the mark at ``at`` begins a new sentence."""
    k = at - 1
    while k >= block.start and at - k < 8 and text[k].isspace():
        k -= 1
    return k >= block.start and text[k] in ".!?…"


def _is_late_close(text: str, at: int, block: Span) -> bool:
    """`“Hello, ”she said`: a blank slipped in before the closing mark."""
    past = at + _width(text, at)
    return (
        at - 2 >= block.start
        and text[at - 2] in ",.?!"
        and past < block.end
        and text[past].islower()
    )


# A speaker of up to seven words and what they did: "..., a woman in the queue told our reporter".
_SPOKEN = Lazy(r",(?=\s(?:[\w'’.-]+\s){0,7}?(?:said|says|told|added)\b)")


def _close_open(
    text: str,
    block: Span,
    stack: list[int],
    marks: list[int],
    pairs: list[Passage],
    reopens: bool,
) -> None:
    """Give each opening mark left over the text up to the next mark, or to its line's end; or to
    the comma before a speaker, where the closing mark was forgotten there."""
    if not stack:
        return
    following = dict(pairwise(marks))
    for at in stack:
        end = following.get(at, block.end)
        line = text.find("\n", at, end)
        if line >= 0 and text[line - 1] in _SENTENCE_ENDS:
            end = line
        forgotten = None if reopens else _SPOKEN.search(text, at, end)
        opening = _width(text, at)
        _add(pairs, text, at + opening, forgotten.end() if forgotten else end, opening, 0)


def _add(pairs: list[Passage], text: str, start: int, end: int, opening: int, closing: int) -> None:
    """Add the passage between marks of ``opening`` and ``closing`` characters (0: unmarked)."""
    if not closing:
        while end > start and text[end - 1].isspace():
            end -= 1
    if end > start and not text[start:end].isspace():
        outer = Span(start - opening, end + closing)
        pairs.append(Passage(Span(start, end), outer, closing > 0))


def _pair_distinct(text: str, block: Span, marks: list[int]) -> Iterator[Passage]:
    """Guillemets and corner brackets, whichever way round the house style turns them."""
    stack: list[int] = []
    pairs: list[Passage] = []
    for at in marks:
        mark = text[at]
        if stack and _OPENS.get(text[stack[-1]]) == mark:
            _add(pairs, text, stack.pop() + 1, at, 1, 1)
        elif mark in "«‹「『" or (mark in "»›" and _leans(text, at, block) == 1):
            stack.append(at)
    _close_open(text, block, stack, marks, pairs, False)
    return iter(pairs)


def _pair_singles(
    text: str, block: Span, marks: list[int], doubles: list[Passage]
) -> Iterator[Passage]:
    """Single marks, told from apostrophes; a pair never straddles a double mark."""
    edges = sorted(e for p in doubles for e in (p.outer.start, p.outer.end - 1))
    room, k = 0, 0
    opened: tuple[int, int] | None = None
    doubtful = -1
    pairs: list[Passage] = []
    rooms = _rooms(doubles)
    for at in marks:
        while k < len(edges) and edges[k] < at:
            room = rooms[edges[k]]
            k += 1
        kind = _single_kind(text, at, block)
        if opened is not None and opened[1] != room and kind:
            if doubtful >= 0 and room != opened[1]:
                _add(pairs, text, opened[0] + 1, doubtful, 1, 1)
                opened, doubtful = None, -1
            elif room > opened[1]:
                continue
        if kind == 1:
            if opened is not None and doubtful >= 0:
                _add(pairs, text, opened[0] + 1, doubtful, 1, 1)
            opened, doubtful = (at, room), -1
        elif kind and opened is not None and room == opened[1]:
            if kind == -2:
                doubtful = at if doubtful < 0 else doubtful
                continue
            _add(pairs, text, opened[0] + 1, at, 1, 1)
            opened, doubtful = None, -1
    if opened is not None and doubtful >= 0:
        _add(pairs, text, opened[0] + 1, doubtful, 1, 1)
    return iter(pairs)


def _rooms(doubles: list[Passage]) -> dict[int, int]:
    """For each double mark, the number of the passage that holds what follows it (0: none)."""
    after: dict[int, int] = {}
    stack: list[tuple[int, int]] = []
    for number, p in enumerate(sorted(doubles, key=lambda p: p.outer), 1):
        while stack and stack[-1][1] <= p.outer.start:
            stack.pop()
        after[p.outer.start] = number
        after.setdefault(p.outer.end - 1, stack[-1][0] if stack else 0)
        stack.append((number, p.outer.end))
    return after


def _single_kind(text: str, at: int, block: Span) -> int:
    """+1 opening, -1 closing, -2 closing or a plural possessive, 0 an apostrophe."""
    before = text[at - 1] if at > block.start else " "
    after = text[at + 1] if at + 1 < block.end else " "
    if (before.isspace() or before in _BEFORE_OPEN) and not after.isspace():
        if text[at] == "’" and not before.isspace():
            return -1 if after in _AFTER_CLOSE else 0
        if text[at] == "’" or after in ".,;:!?)":
            return 0
        end = at + 1
        while end < block.end and end - at < 8 and text[end].isalnum():
            end += 1
        word = text[at + 1 : end].lower()
        if word in _CLIPPED or (word[:2].isdigit() and word[2:] in ("s", "")):
            return 0
        return 1
    if text[at] == "‘" or after.isalnum() or before.isspace():
        return 0
    return -2 if before == "s" and after.isspace() else -1
