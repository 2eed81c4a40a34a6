"""Which sentences tell the story, and in which words: furniture aside, content words compared."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import compress, islice
from operator import itemgetter
from typing import Literal

from newsbrief.analysis.events.finite import POSSIBLE, first_verb, tells
from newsbrief.analysis.events.short import is_short, tells_by_itself
from newsbrief.analysis.names.finding import is_heading
from newsbrief.analysis.patterns import Lazy
from newsbrief.analysis.text.furniture import Page, is_junk, joints_of_captions, opening, page_of
from newsbrief.analysis.text.passages import Passage, passages
from newsbrief.analysis.text.sentences import Sentence, first_line, is_byline
from newsbrief.span import Span

_STOP = frozenset(
    "a an the of to in on at by for and or but with from as is was were are be been being "
    "has have had having that this these those it its he she they we you i his her their "
    "our your my him them us me who whom whose which what when where why how not no nor "
    "so if then than there here after before into out over up down off about against "
    "between during under again more most other some such only own same too very will "
    "would can could may might must shall should do does did doing said says say told "
    "also just because while s t ll re ve d m mr mrs ms one two new first last year years "
    "day days week weeks month months time according".split()
)
_WORD = Lazy(r"[^\W_]+(?:[-'’][^\W_]+)*")
_BULLET = "• "  # before the points that open a live blog, whole sentences without an end
_MORE = ("Read more", "READ MORE", "Read More")  # behind the title of another article
_ENDS = ".!?”\"’')…»"
MOSTLY_SPEECH = 0.6  # share inside marks above which a sentence is a quote and little else
_LONGEST = 1500  # code points; nobody writes a longer sentence, so this is a table or a log
_LONGEST_QUOTE = 800  # code points; a mark with no partner nearer than that is a stray one
_ASIDE = frozenset(
    "I we you We You my our your My Our Your me us I'm I’m I've I’ve we're we’re we've "
    "we’ve you're you’re We're We’re".split()
)


class _Stems(dict[str, str]):
    """The stem of what stands between two spaces, or none; of most of it, the article before had
    them. Of "bread/butter", which has two, `_SEVERAL`."""

    def __missing__(self, chunk: str) -> str:
        if len(self) > 50_000:
            self.clear()
        low = chunk.lower().strip(_BESIDE)
        if low.isalnum():  # nine of ten: no pattern is asked
            found = "" if len(low) < 2 or low in _STOP else sys.intern(stem(low))
        else:
            stems = _stems(chunk)
            found = _SEVERAL if len(stems) > 1 else "".join(stems)
        self[chunk] = found
        return found


_SEVERAL = " "
_BESIDE = ",.:;?!()[]-–—…\"“”'‘’"
_stem_of = _Stems().__getitem__


def stem(word: str) -> str:
    """A crude common form, enough to see that "declined" and "declines" are one word."""
    size, last = len(word), word[-1]
    if size < 5:
        return word[:-1] if size == 4 and last == "s" and word[-2] not in "sui" else word  # "bars"
    if last == "s":
        word = word[:-2] if size > 5 and word[-2] in "'e" else word[:-1]
    elif last == "d" and size > 5 and word[-2] == "e":
        word = word[:-2]
    elif last == "g" and size > 6 and word.endswith("ing"):
        word = word[:-3]
    return word.rstrip("e")


def content_words(text: str) -> frozenset[str]:
    """The stems that carry meaning."""
    return _content(text.replace("\0", " ").split())


def _content(chunks: list[str]) -> frozenset[str]:
    found = frozenset(filter(None, map(_stem_of, chunks)))
    if _SEVERAL in found:
        joined = (chunk for chunk in chunks if _stem_of(chunk) == _SEVERAL)
        return found.union(*map(_stems, joined)).difference((_SEVERAL, ""))
    return found


def _stems(chunk: str) -> list[str]:
    """Each is one object for all chunks, so that sets of them compare no letters."""
    words = _WORD.findall(chunk.lower().replace("’", "'"))
    return [sys.intern(stem(word)) for word in words if len(word) > 1 and word not in _STOP]


@dataclass(slots=True, eq=False)
class Told:
    """One sentence that may tell of something."""

    index: int
    span: Span  # without a dateline or page furniture in front
    masked: str  # its characters, those inside quotation marks blanked
    quoted: float  # share of the characters inside quotation marks
    words: frozenset[str]
    furniture: bool  # a heading, byline, caption or part of the page
    usable: bool  # neither furniture nor a fragment
    aside: bool  # speaks as "I" or "you", or asks; of a usable one
    verb: Literal["says", "acts"] | None  # what the first finite verb of a usable one does
    modal: bool  # holds "may", "should" or the like; of a usable one
    torn: bool  # begins or ends inside quotation marks that the next or the last one shares
    title: bool = False  # the headline, where the text opens with it

    @property
    def quotes(self) -> bool:
        """Whether it begins with what somebody says, and goes on to tell who says it."""
        return self.verb == "says" and self.masked[0] == "\0"

    @property
    def asks(self) -> bool:
        return self.masked.rstrip("\0 ").endswith("?")

    def hides(self, at: int) -> bool:
        """Whether offset ``at`` of the article lies inside quotation marks."""
        return self.masked[at - self.span.start] == "\0"

    def of(self, text: str) -> str:
        return text[self.span.start : self.span.end]


def read_prose(
    text: str,
    sentences: Sequence[Sentence],
    quoted: Sequence[Passage] | None = None,
    page: Page | None = None,
) -> list[Told]:
    """The sentences, in order; several rows for one that captions run into.

    ``quoted`` is ``passages(text)``, and ``page`` what ``page_of`` tells, where the caller has them
    already. Linear in the length of ``text``.
    """
    sizes = Counter(map(itemgetter(1), sentences))  # of the paragraphs
    alone = {paragraph for paragraph, size in sizes.items() if size == 1}
    page = page or page_of(text, len(sentences), len(sizes))
    pointed = any(text[s.span.end - 1] in _ENDS for s in sentences)
    speech = _speech(text, passages(text) if quoted is None else quoted)
    found: list[Told] = []
    k = 0
    top = first_line(text, sentences)
    captions = page.runs_on or page.furniture
    for n, (whole, paragraph) in enumerate(sentences):
        while k < len(speech) and speech[k][1] <= whole.start:
            k += 1
        start, end = opening(text, n - top, whole, page), whole.end
        for cut in (*joints_of_captions(text, start, end, page), end) if captions else (end,):
            stop = start + len(text[start:cut].rstrip()) if text[cut - 1].isspace() else cut
            if stop == start:  # two parts of the page, and nothing in between
                continue
            point = text[start - 2 : start] == _BULLET and tells(text[start:stop].split())
            span = whole if start == whole.start and stop == end else Span(start, stop)
            masked, torn = text[start:stop], False
            if k < len(speech) and speech[k][0] < stop:
                masked, torn = _masked(text, start, stop, speech, k)
            ended = cut < end or not pointed or point or text[stop - 1] in _ENDS
            furniture = (
                n < top
                or not ended
                or (text[stop - 1] not in _ENDS and text.startswith(_MORE, stop + 1))
                or stop - start > _LONGEST
                or is_junk(masked, page)
                or _is_quoted_line(text, start, stop)
                or (
                    (paragraph in alone or text[stop - 1] not in '.!?”"')
                    and is_heading(text, start, stop)
                )
            )
            found.append(_told(text, n, span, masked, furniture, torn))
            start = cut
    title = title_line(text, sentences)
    if title is not None:
        for t in found:
            t.title = t.index == title
    return found


def _is_quoted_line(text: str, start: int, stop: int) -> bool:
    """Whether it is a heading, in single marks as British papers set what it quotes: a line of its
    own without a point, "'The roof came off like a lid'"."""
    return (
        text[start] in "‘'"
        and text[stop - 1] in "’'"
        and text[stop - 2].isalnum()
        and text[start - 1 : start] in ("", "\n")
        and text[stop : stop + 1] in ("", "\n", "\r")
    )


def title_line(text: str, sentences: Sequence[Sentence]) -> int | None:
    """Index of the first line, if it stands alone in its paragraph and does not end like a
    sentence."""
    top = first_line(text, sentences)
    below = top + 1
    if below < len(sentences) and sentences[below].paragraph == sentences[top].paragraph:
        under = sentences[below].span
        below += is_byline(text, under.start, under.end)
    if len(sentences) <= below or sentences[below].paragraph == sentences[top].paragraph:
        return None
    first, second = sentences[top].span, sentences[below].span
    line = text[first.start : first.end]
    if not 3 < len(line) <= 160 or "\n" in line or line[-1] in ",;:":
        return None
    if line[-1] not in '.”"' or is_heading(text, first.start, first.end):
        return top
    # Some outlets close their headlines with a point: short, and the lead says it again.
    if len(line) > 110:
        return None
    lead = text[second.start : second.start + 1000]
    return top if len(content_words(line) & content_words(lead)) >= 2 else None


def _speech(text: str, quoted: Sequence[Passage]) -> list[tuple[int, int]]:
    """Where quotation marks enclose words, marks included. A stray mark encloses none, nor does a
    single one, which may be an apostrophe, unless a point or a comma stands before it, or the
    article has more of them than double ones: there they are the marks of speech."""
    near = [p for p in quoted if len(p.outer) <= _LONGEST_QUOTE]
    single = [_is_single(text, p) for p in near]
    british = 2 * sum(p.closed for p in compress(near, single)) > len(near)
    found: list[tuple[int, int]] = []
    for p, alone in zip(near, single, strict=True):
        if alone and not (p.closed and (british or text[p.span.end - 1] in ".,!?")):
            continue
        if not found or p.outer.start >= found[-1][1]:
            found.append((p.outer.start, p.outer.end))
    return found


def _is_single(text: str, p: Passage) -> bool:
    return text[p.outer.start] in "'‘" and p.span.start - p.outer.start == 1


def _masked(
    text: str, start: int, end: int, speech: list[tuple[int, int]], k: int
) -> tuple[str, bool]:
    """What stands there, speech blanked, and whether a passage of it lies half outside."""
    parts: list[str] = []
    at, torn = start, False
    for first, last in islice(speech, k, None):
        if first >= end:
            break
        left, right = (first if first > at else at), (last if last < end else end)
        if right > left:
            parts += text[at:left], "\0" * (right - left)
            at = right
            torn = torn or left > first or right < last
    return "".join([*parts, text[at:end]]), torn


def _told(text: str, index: int, span: Span, masked: str, furniture: bool, torn: bool) -> Told:
    start, end = span.start, span.end
    length, hidden = end - start, "\0" in masked
    quoted = 1 - (length - masked.count("\0")) / length if hidden else 0.0
    if furniture or (is_short(masked) and (hidden or not tells_by_itself(masked))):
        return Told(index, span, masked, quoted, _NONE, furniture, False, False, None, False, torn)
    words = chunks = masked.split()
    if quoted > MOSTLY_SPEECH:
        content = _NONE
    else:
        if hidden:
            chunks = text[start:end].replace("\0", " ").split()
        content = _content(chunks)
    aside = "?" in masked or not _ASIDE.isdisjoint(words)
    verb, modal = first_verb(words), not POSSIBLE.isdisjoint(words)
    return Told(index, span, masked, quoted, content, furniture, True, aside, verb, modal, torn)


_NONE: frozenset[str] = frozenset()
