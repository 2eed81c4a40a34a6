"""Which sentences tell the story, and in which words: furniture aside, content words compared."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from newsbrief.analysis.names import is_heading
from newsbrief.analysis.patterns import Lazy
from newsbrief.analysis.sentences import Sentence
from newsbrief.analysis.status import first_verb
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
# Web pages leave these at the head of a sentence.
_FURNITURE = (
    r"Image (?:copyright|caption)|Media caption|Skip Ad|Ad Loading\.{3}|x Embed|x Share|"
    r"Share Tweet|"
    r"Read more:?|Video provided by \w+|Story highlights|Close Get email notifications|"
    r"Click to share on [A-Z]\w+(?: \(Opens in new window\))?|"
    r"(?:Getty Images|AP|AFP|EPA|PA|Reuters)(?: \d+)?(?= [A-Z])|"
    r"Get politics updates directly to your inbox|\+ Subscribe|Thank you for subscribing!|"
    r"Could not subscribe, try again later|Invalid Email|USA TODAY|Advertisement|Buy Photo"
)
_JUNK_HEADS = (
    "Click", "Share", "Follow", "Subscribe", "Sign up", "Read more", "Read:", "Related", "Watch:",
    "Video:", "Photo", "Image", "Getty", "Copyright", "©", "Advertisement", "Scroll", "Tap",
    "Download", "Listen", "Contact", "Email", "Like us", "Updated", "Posted", "Published",
    "Story continues", "Skip", "See also", "ALSO", "MORE", "RELATED", "WATCH", "Thank you for",
    "Could not subscribe", "Have you", "Got a", "Do you",
    "This story", "This article", "This post", "This report",
)  # fmt: skip
_LINKS = ("Read more", "Related", "See also", "Watch:")
_JUNK_INSIDE = (
    "(Photo", "(Image", "(Picture", "(Source", "(Credit", "(File", "/Getty", "/AFP", "/Reuters",
    "pic.twitter", "http://", "https://", "All rights reserved", "contributed to this report",
    "(Reporting by", "Editing by", "Getty Images", "Opens in new window",
)  # fmt: skip


@cache
def _furniture() -> re.Pattern[str]:
    return re.compile(rf"(?:(?:{_FURNITURE})(?:\s+|$))+")


# None of these in the text, no furniture: saves a search in every sentence.
_FURNITURE_HINTS = (
    "Opens in new", "Getty Images", "Skip Ad", "x Embed", "Image c", "Media caption", "Subscribe",
    "Read more", "Story highlights", "Video provided", "Click to share", "Buy Photo",
)  # fmt: skip


@cache
def _dateline() -> re.Pattern[str]:
    """A dateline, with whatever stands before it: "By A. Writer PARIS, Nov 6 (Reuters) - "."""
    return re.compile(
        r"(?:[^.!?\n]{0,120}?\s)??[A-Z][A-Z'’.-]{2,}(?: [A-Z][A-Z'’.-]+){0,3}"
        r"(?:, [A-Z][\w.'’-]+(?: [\w.'’-]+){0,2})?(?:,? \w+\.? \d{1,2}(?:, \d{4})?)?"
        r"(?: \([\w/ ]{2,40}\))?(?:\s?(?:--|[–—])\s?|\s-\s)"
        r"|\([\w/ ]{2,24}\)(?:\s?(?:--|[–—])\s?|\s-\s)"
    )


@cache
def _glue() -> re.Pattern[str]:
    """ "... leave the scene A bomber has": an article in capitals where no sentence ended."""
    return re.compile(
        r"\b([a-z]+|\d+|[A-Z][\w-]+)[\"”)]? (?=(?:An?|The|He|She|They|It|This|These|His|Her|More"
        r"|At|In|But) [a-z]{2})((?:[A-Z]))"
    )


# "vitamin A deficiency": the letter belongs to the word before it.
_LETTERED = frozenset(
    "vitamin hepatitis grade type plan team group serie influenza class category level list "
    "section part schedule in of the and to".split()
)
_BYLINE = Lazy(r"(?:By|BY|Written by|Reporting by) [A-Z][\w.'’-]+(?: [\w.'’&,-]+){0,8}$")
_WORD = Lazy(r"[^\W_]+(?:[-'’][^\W_]+)*")
_MARK = Lazy(r"[“”\"]|\n\s*?\n")
_ENDS = ".!?”\"’')…»"
MOSTLY_SPEECH = 0.6  # share inside marks above which a sentence is a quote and little else
_LONGEST = 1500  # code points; nobody writes a longer sentence, so this is a table or a log
_LONGEST_QUOTE = 800  # code points; a mark with no partner nearer than that is a stray one
_ASIDE = frozenset(
    "I we you We You my our your My Our Your me us I'm I’m I've I’ve we're we’re we've "
    "we’ve you're you’re We're We’re".split()
)


class _Stems(dict[str, str]):
    """Words already stemmed, the empty string for one without meaning of its own."""

    def __missing__(self, word: str) -> str:
        if len(self) > 50_000:
            self.clear()
        found = "" if word in _STOP or len(word) < 2 else stem(word)
        self[word] = found
        return found


_STEMS = _Stems()
_EMPTY = frozenset(("",))


def stem(word: str) -> str:
    """A crude common form, enough to see that "declined" and "declines" are one word."""
    for tail in ("'s", "’s", "ing", "ed", "es", "s"):
        if word.endswith(tail) and len(word) - len(tail) > 3:
            return word[: -len(tail)].rstrip("e")
    return word.rstrip("e") if len(word) > 4 else word


def content_words(text: str) -> frozenset[str]:
    """The stems that carry meaning."""
    return frozenset(map(_STEMS.__getitem__, _WORD.findall(text.lower()))) - _EMPTY


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
    aside: bool  # speaks as "I" or "you", or asks
    verb: Literal["says", "acts"] | None  # what its first finite verb does

    def of(self, text: str) -> str:
        return text[self.span.start : self.span.end]


def read_prose(text: str, sentences: Sequence[Sentence]) -> list[Told]:
    """The sentences, in order; several rows for one that captions run into.

    Linear in the length of ``text``.
    """
    sizes = Counter(s.paragraph for s in sentences)
    page = _Page(
        speech=_speech(text),
        # Only scraped pages without paragraphs run their captions into the prose.
        runs_on=len(sentences) > 12 * max(1, len(sizes)),
        furniture=any(part in text for part in _FURNITURE_HINTS),
        junk=tuple(part for part in _JUNK_INSIDE if part in text),
        pointed=any(text[s.span.end - 1] in _ENDS for s in sentences),
    )
    found: list[Told] = []
    k = 0
    for n, s in enumerate(sentences):
        while k < len(page.speech) and page.speech[k][1] <= s.span.start:
            k += 1
        start, end = _start(text, n, s.span, page), s.span.end
        for cut in [*_glued(text, start, end, page), end]:
            span = Span(start, start + len(text[start:cut].rstrip()))
            masked = _masked(text, span.start, span.end, page.speech, k)
            found.append(_told(text, n, span, masked, sizes[s.paragraph] == 1, cut < end, page))
            start = cut
    return found


@dataclass(frozen=True, slots=True)
class _Page:
    """What is known of the whole text before its sentences are read."""

    speech: list[tuple[int, int]]
    runs_on: bool
    furniture: bool
    junk: tuple[str, ...]
    pointed: bool  # its sentences end in points, so a line that does not is no sentence


def title_line(text: str, sentences: Sequence[Sentence]) -> bool:
    """Whether the first sentence stands alone in its paragraph and does not end like one."""
    if len(sentences) < 2 or sentences[1].paragraph == sentences[0].paragraph:
        return False
    first, second = sentences[0].span, sentences[1].span
    line = text[first.start : first.end]
    if not 3 < len(line) <= 160 or "\n" in line or line[-1] in ",;:":
        return False
    if line[-1] not in '.”"' or is_heading(text, first.start, first.end):
        return True
    # Some outlets close their headlines with a point: short, and the lead says it again.
    again = content_words(line) & content_words(text[second.start : second.start + 1000])
    return len(line) <= 110 and len(again) >= 2


def _speech(text: str) -> list[tuple[int, int]]:
    """Where quotation marks enclose words. Rough on purpose: it only keeps speech from counting."""
    found: list[tuple[int, int]] = []
    opened: int | None = None
    for m in _MARK.finditer(text):
        mark = m.group()
        if opened is not None and m.start() - opened > _LONGEST_QUOTE:
            opened = None
        if mark == "“" or (mark == '"' and opened is None):
            opened = m.start() if opened is None else opened
        elif opened is not None:
            found.append((opened, m.start() if mark[0] == "\n" else m.end()))
            opened = None
    return found


def _masked(text: str, start: int, end: int, speech: list[tuple[int, int]], k: int) -> str:
    if k >= len(speech) or speech[k][0] >= end:
        return text[start:end]
    parts, at = [], start
    while k < len(speech) and speech[k][0] < end:
        left, right = max(at, speech[k][0]), min(end, speech[k][1])
        if right > left:
            parts += [text[at:left], "\0" * (right - left)]
            at = right
        k += 1
    return "".join([*parts, text[at:end]])


def _start(text: str, index: int, span: Span, page: _Page) -> int:
    """Where the sentence itself begins, page furniture and a dateline left behind."""
    start, end = span.start, span.end
    while start < end - 20 and text[start] in "”’)]…, ":
        start += 1
    if text.startswith(_LINKS, start):
        return start  # all of it is the title of another article
    m = _furniture().match(text, start, end) if page.furniture else None
    if m and m.end() < end - 20:
        start = m.end()
    if index < 4 and any(dash in text[start : start + 200] for dash in ("--", "-", "–", "—")):
        m = _dateline().match(text, start, min(end, start + 200))
        if m and m.end() < end - 20:
            start = m.end()
    return start


def _glued(text: str, start: int, end: int, page: _Page) -> list[int]:
    """Where sentences begin that a caption without a full stop runs into."""
    if not page.runs_on and not page.furniture:
        return []
    found = []
    for m in _glue().finditer(text, start, end) if page.runs_on else ():
        if end - m.end() > 40 and m.end() - start > 20 and m[1].lower() not in _LETTERED:
            found.append(m.start(2))
            start = m.start(2)
    links = text.startswith(_LINKS, start)
    for m in _furniture().finditer(text, start, end) if page.furniture and not links else ():
        found += [m.start(), m.end()]
    return sorted(n for n in set(found) if n < end)


def _told(
    text: str, index: int, span: Span, masked: str, alone: bool, cut: bool, page: _Page
) -> Told:
    start, end = span.start, span.end
    plain = masked.replace("\0", "") if "\0" in masked else masked
    words = masked.split()
    last = text[end - 1]
    heading = (alone or last not in '.!?”"') and is_heading(text, start, end)
    furniture = (
        heading
        or end - start > _LONGEST
        or not (cut or not page.pointed or last in _ENDS)
        or masked.startswith(_JUNK_HEADS)
        or any(part in masked for part in page.junk)
        or _BYLINE.match(masked) is not None
    )
    quoted = 1 - len(plain) / max(1, end - start)
    usable = not furniture and end - start > 25 and plain.count(" ") > 3
    return Told(
        index=index,
        span=span,
        masked=masked,
        quoted=quoted,
        words=content_words(text[start:end]) if usable and quoted <= MOSTLY_SPEECH else _NONE,
        furniture=furniture,
        usable=usable,
        aside="?" in masked or not _ASIDE.isdisjoint(words),
        verb=first_verb(words) if usable else None,
    )


_NONE: frozenset[str] = frozenset()
