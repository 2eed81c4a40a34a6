"""Stretches inside quotation marks, of any language and any balance.

Curly and straight double marks are read alike, by what stands beside them, so that an
article says the same whichever its editor typed. An unbalanced mark costs at most its
paragraph: an opening mark without a partner reaches to the next one or to the end of the
paragraph (the news convention for speech that goes on); a closing mark without a partner is
read only where the paragraph before was left open.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from newsbrief.analysis.patterns import Lazy
from newsbrief.analysis.text.carried import Carried
from newsbrief.analysis.text.marks import places_of
from newsbrief.analysis.text.pairing import (
    DOUBLES,
    ENTITIES,
    TWICE,
    Passage,
    add,
    glyph,
    leans,
    width,
)
from newsbrief.analysis.text.sentences import paragraphs
from newsbrief.analysis.text.singles import SELDOM, SINGLES, pair_seldom, pair_singles
from newsbrief.span import Span

__all__ = ["Passage", "passages"]

_SENTENCE_ENDS = frozenset(".!?…’'") | frozenset(DOUBLES)
_REOPENING = (*DOUBLES, "''", "’’", "‘‘", "``", *(f"&{name};" for name in ("quot", "ldquo")))
_OPENS = {
    "«": "»", "»": "«", "‹": "›", "›": "‹", "「": "」", "『": "』", "﹁": "﹂", "﹃": "﹄",
}  # fmt: skip
_DISTINCT = frozenset(_OPENS) | frozenset(_OPENS.values())
_BACKWARDS = frozenset("»›")  # they may open as well, and open each paragraph that goes on

_DOUBLE, _PAIRED, _SINGLE, _SELDOM = range(4)
_NARROW = (_SINGLE, _SELDOM)
_KIND_OF = (
    dict.fromkeys(f"{DOUBLES}„", _DOUBLE)
    | dict.fromkeys(_DISTINCT, _PAIRED)
    | dict.fromkeys(SINGLES, _SINGLE)
    | dict.fromkeys(SELDOM, _SELDOM)
)
_MARKS = f"{''.join(_KIND_OF)}&"
_APOSTROPHES = frozenset("‘’'‛")
_ENTITY = Lazy(rf"&(?i:{'|'.join(ENTITIES)});")


def passages(text: str, blocks: Sequence[Span] | None = None) -> list[Passage]:
    """Every stretch inside quotation marks, outermost first, in order of its start.

    Nested stretches are listed too. Offsets are code points of ``text``; empty stretches and
    apostrophes are not passages. Linear in the length of ``text``. ``blocks``: its paragraphs,
    where the caller has them.
    """
    found: list[Passage] = []
    kinds = double, distinct, single = Carried(), Carried(), Carried()
    if blocks is None:
        blocks = paragraphs(text)
    marks = _marks(text)
    at = 0
    for number, block in enumerate(blocks):
        if at == len(marks):
            break
        first, end = at, block.end
        while at < len(marks) and marks[at][0] < end:
            at += 1
        if at == first:
            for carried in kinds:
                if carried.closer:
                    carried.pass_over(block)
            continue
        follower = blocks[number + 1].start if number + 1 < len(blocks) else len(text)
        within: tuple[list[int], ...] = ([], [], [], [])
        for mark, kind in marks[first:at]:
            within[kind].append(mark)
        doubles, paired, singles, seldom = within
        pairs: list[Passage] = []
        if doubles:
            pairs = _pair_doubles(text, block, doubles, double, follower)
            found += pairs
        else:
            double.pass_over(block)
        if paired:
            found += _pair_distinct(text, block, paired, distinct)
        else:
            distinct.pass_over(block)
        if singles:
            found += pair_singles(text, block, singles, pairs, single, follower)
        else:
            single.pass_over(block)
        if seldom:
            found += pair_seldom(text, block, sorted(seldom + singles))
    found.sort(key=lambda p: (p.outer.start, -p.outer.end))
    return found


def _marks(text: str) -> list[tuple[int, int]]:
    """Where marks stand that are no apostrophe inside a word, and of which kind each is."""
    found: list[tuple[int, int]] = []
    past = 0
    for at in places_of(text, _MARKS):
        if at < past:
            continue  # the second of two apostrophes
        mark = text[at]
        if mark == "&":
            if ";" in text[at : at + 8] and _ENTITY.match(text, at):
                kind = _KIND_OF[glyph(text, at)]
                found.append((at, _SELDOM if kind == _SINGLE else kind))
            continue
        kind = _KIND_OF[mark]
        if kind in _NARROW:
            after = text[at + 1 : at + 2]
            if after == mark and mark in TWICE:
                kind, past = _DOUBLE, at + 2
            elif (
                mark in _APOSTROPHES
                and after.isalnum()
                and at
                and (text[at - 1].isalnum() or text[at - 1] == "_")
            ):
                continue
        found.append((at, kind))
    return found


def _pair_doubles(
    text: str, block: Span, marks: list[int], carried: Carried, follower: int
) -> list[Passage]:
    pairs: list[Passage] = []
    stack: list[int] = []
    left: list[int] = []
    for number, at in enumerate(marks):
        low = text[at] in "„&" and glyph(text, at) == "„"
        lean = 1 if low else leans(text, at, block)
        if lean == 1 and stack and _is_late_close(text, block, marks, number):
            lean = -1
        opens = lean == 1 or (lean in (0, -2) and not stack)
        if opens:
            stopped = bool(stack) and _follows_stop(text, at, block)
            if stopped and at == marks[-1] and _is_slipped(text, block, at, follower):
                begun = stack.pop()
                opening, end = width(text, begun), at
                while text[end - 1].isspace():
                    end -= 1
                add(pairs, text, begun + opening, end, opening, at + width(text, at) - end)
                continue
            if stopped and not (stack == [block.start] and _reopens(text, follower)):
                left += stack  # a fresh sentence in marks: what stood open is not coming back
                stack = []
            stack.append(at)
        elif stack:
            if (
                len(stack) == 1
                and text[at - 1].isdigit()
                and _is_inches(text, block, marks, number)
            ):
                continue
            begun = stack.pop()
            opening = width(text, begun)
            add(pairs, text, begun + opening, at, opening, width(text, at))
        elif carried.closer and not number:
            carried.close(pairs, text, block, at, width(text, at))
    if not stack and not left:
        carried.end()
        return pairs
    reopens = _reopens(text, follower)
    if reopens and stack == [block.start] and pairs:
        # Speech that goes on in the next paragraph and holds quotations of its own.
        opening = width(text, block.start)
        add(pairs, text, block.start + opening, block.end, opening, 0)
    else:
        left += stack
    _close_open(text, block, left, marks, pairs, reopens)
    if stack:
        carried.leave(text, stack[-1], "”")
    else:
        carried.end()
    return pairs


def _reopens(text: str, follower: int) -> bool:
    """Whether the next paragraph, which begins at ``follower``, opens with a mark."""
    return text.startswith(_REOPENING, follower)


def _is_inches(text: str, block: Span, marks: list[int], number: int) -> bool:
    """Whether another mark than this one, which stands behind a figure, closes what is open:
    `"The ladder is 6" long," she said`."""
    for at in marks[number + 1 : number + 4]:
        if not text[at - 1].isdigit():
            return leans(text, at, block) == -1
    return False


def _follows_stop(text: str, at: int, block: Span) -> bool:
    """Whether the mark at ``at`` begins a new sentence."""
    k = at - 1
    while k >= block.start and at - k < 8 and text[k].isspace():
        k -= 1
    return k >= block.start and text[k] in ".!?…"


# What tells speech from a report: "I", "our".
_OURS = Lazy(r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y|us|me|[Yy]ou|[Yy]our)\b")


def _is_slipped(text: str, block: Span, at: int, follower: int) -> bool:
    """`“We won. ”Lee left early.`: a blank slipped before the closing mark, and no mark closes what
    is then the reporter's."""
    return not (_reopens(text, follower) or _OURS.search(text, at, block.end))


def _is_late_close(text: str, block: Span, marks: list[int], number: int) -> bool:
    """`“Hello, ”she said`: a blank slipped in before the closing mark. Where the next mark closes,
    this one opened: `“He told us, “wait” and left,” she said`."""
    at = marks[number]
    past = at + width(text, at)
    return (
        at - 2 >= block.start
        and text[at - 2] in ",.?!"
        and past < block.end
        and text[past].islower()
        and not (number + 1 < len(marks) and leans(text, marks[number + 1], block) == -1)
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
        opening = width(text, at)
        add(pairs, text, at + opening, forgotten.end() if forgotten else end, opening, 0)


def _pair_distinct(text: str, block: Span, marks: list[int], carried: Carried) -> list[Passage]:
    """Guillemets and corner brackets, whichever way round the house style turns them."""
    stack: list[tuple[int, str]] = []  # the marks open, and what ends each
    pairs: list[Passage] = []
    for at in marks:
        mark = glyph(text, at)
        if stack and (
            stack[-1][1] == mark
            or (mark == "»" == glyph(text, stack[-1][0]) and leans(text, at, block) == -1)
        ):
            begun = stack.pop()[0]
            opening = width(text, begun)
            add(pairs, text, begun + opening, at, opening, width(text, at))
        elif mark == carried.closer and at == marks[0]:
            if at > block.start:
                carried.close(pairs, text, block, at, width(text, at))
            else:  # French and Spanish open with it each paragraph that goes on
                stack.append((at, mark))
        elif mark in "«‹「『﹁﹃" or (mark in _BACKWARDS and leans(text, at, block) == 1):
            stack.append((at, _OPENS[mark]))
    if stack:
        carried.leave(text, *stack[-1])
    else:
        carried.end()
    _close_open(text, block, [at for at, _ in stack], marks, pairs, False)
    return pairs
