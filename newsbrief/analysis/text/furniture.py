"""Page furniture: captions, bylines, datelines and links that scraping leaves in the prose."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from newsbrief.analysis.lexicon.tables import word_set
from newsbrief.analysis.patterns import Lazy
from newsbrief.analysis.text.datelines import dateline_end, stamp_end
from newsbrief.span import Span

# Web pages leave these at the head of a sentence.
_FURNITURE = (
    r"Image (?:copyright|caption)|Media caption|Skip Ad|Ad Loading\.{3}|x Embed|x Share|"
    r"Share Tweet|(?:Scroll down|SCROLL DOWN) (?:for|FOR) (?:\w+ )?(?:[Vv]ideos?|VIDEOS?)|"
    r"Read more:?|Video provided by \w+|Story highlights|Close Get email notifications|"
    r"Click to share on [A-Z]\w+(?: \(Opens in new window\))?|"
    r"(?:Getty Images|AP|AFP|EPA|PA|Reuters)(?: \d+)?(?= [A-Z])|"
    r"Get (?:[a-z]+ )?updates directly to your inbox|\+ Subscribe|Thank you for subscribing!|"
    r"Could not subscribe, try again later|Invalid Email|USA TODAY|Advertisement|Buy Photo"
)
_JUNK_HEADS = (
    "Click", "Share", "Follow", "Subscribe", "Sign up", "Read more", "Read:", "Related", "Watch:",
    "Video:", "Photo", "Image", "Getty", "Copyright", "©", "Advertisement", "Scroll", "Tap",
    "Download", "Listen", "Contact", "Email", "Like us", "Updated", "Posted", "Published",
    "Story continues", "Skip", "See also", "ALSO", "MORE", "RELATED", "WATCH", "Thank you for",
    "Could not subscribe", "Have you", "Got a", "Do you",
    "This story", "This article", "This post", "This report", "Editor's Note", "Editor’s Note",
    "Correction:", "An earlier version", "Notes to editors", "Note to editors", "Media contact",
    "Press contact", "Watch the ", "Watch our ", "Story by ", "Video by ", "Words by ",
    "Pictures by ", "Produced by ", "Edited by ", "Join us ", "Take our ",
)  # fmt: skip
# Of these heads nouns of the news, too: "Share prices fell", "Email servers". A link goes on so:
_NOUNS = word_set("Share Photo Image Email Contact")
_OF_A_LINK = word_set(
    "this that these it us me him her them on by via to with your our the copyright caption credit "
    "credits source courtesy"
)
_POINTING = ("below.", "below:", "above.", "here.")  # "Share and comment below."
_JUNK_STARTS = frozenset(head[:2] for head in _JUNK_HEADS)  # most sentences begin otherwise
_TURNS = ("Q: ", "A: ", "Q. ", "A. ")
_LINKS = ("Read more", "Related", "See also", "Watch:")
_LINK_STARTS = frozenset(link[0] for link in _LINKS)
# What is looked for in a whole text, by what several of them share: a search takes 10 µs, for a
# single character 1.
_Shared = tuple[tuple[str, tuple[str, ...]], ...]
# What only those say who made the piece: their names are no news, and what they did no event.
_CREDIT_LINES: _Shared = (
    ("contributed ", ("contributed reporting", "contributed to this report",
                      "contributed to this article", "contributed to this story")),
    ("tory by ", ("Story by ",)),
    ("produced by ", ("Video produced by ", "Podcast produced by ")),
    ("eporting by ", ("dditional reporting by ", "Reporting by ")),
    ("will be back with you", ("will be back with you",)),
    ("over to my colleague", ("over to my colleague",)),
)  # fmt: skip
_JUNK_INSIDE: _Shared = (
    ("(", ("(Photo", "(Image", "(Picture", "(Source", "(Credit", "(File")),
    ("/", ("/Getty", "/AFP", "/Reuters", "http://", "https://")),
    ("pic.twitter", ("pic.twitter",)),
    ("All rights reserved", ("All rights reserved",)),
    ("Editing by", ("Editing by",)),
    ("Getty Images", ("Getty Images",)),
    ("Opens in new window", ("Opens in new window",)),
    *_CREDIT_LINES,
)


_BESIDE_ADDRESS = 6  # words


def _held(text: str, wanted: _Shared) -> list[str]:
    return [words for shared, those in wanted if shared in text for words in those if words in text]


def credits_in(text: str) -> list[str]:
    """The words in ``text`` that tell a line of credits."""
    return _held(text, _CREDIT_LINES)


@cache
def _furniture() -> re.Pattern[str]:
    return re.compile(rf"(?:(?:{_FURNITURE})(?:\s+|$))+")


# None of these in the text, no furniture: saves a search in every sentence.
_FURNITURE_HINTS = (
    "Opens in new", "Getty Images", "Skip Ad", "x Embed", "croll down", "CROLL DOWN", "Image c",
    "Media caption", "Subscribe",
    "Read more", "Story highlights", "Video provided", "Click to share", "Buy Photo", "(@",
)  # fmt: skip


@cache
def _dateline() -> re.Pattern[str]:
    """A dateline, with whatever stands before it: "By A. Writer PARIS, Nov 6 (Reuters) - "."""
    return re.compile(
        r"(?:[^.!?\n]{0,120}?\s)??[A-Z][A-Z'’.-]{2,}(?: [A-Z][A-Z'’.-]+){0,3}"
        r"(?:, [A-Z][\w.'’-]+(?: [\w.'’-]+){0,2})?"
        r"(?:,? (?:\w+\.? \d{1,2}(?:, \d{4})?|\d{1,2} [A-Z]\w+(?: \d{4})?))?"
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
_BY = ("By ", "BY ", "Written by ", "Reporting by ")
_BY_STARTS = frozenset(by[:2] for by in _BY)
_DOUBTFUL = _JUNK_HEADS + _BY
_ABOUT = Lazy(r"About [A-Z][^.:]{2,60}: ")  # who sends out a press release
# Names, and what the writers are: not "By Friday night she had left."
_BYLINE = Lazy(
    r"(?:By|BY|Written by|Reporting by) [A-Z][\w.'’-]+,?(?: (?:[A-Z&][\w.'’&-]*|and|in|for|of|"
    r"the|at|with|to|de|van|von|staff|writer|reporter|correspondent|editor|contributor|columnist|"
    r"political|business|sports?|chief|senior|national|special),?){0,8}$"
)


# What an embedded post leaves: "-- Ann Poe (@annpoe) November 8, 2016".
_SIGNATURE = Lazy(
    r"[^.!?\n]{0,60}\(@\w{1,30}\)(?: on)? (?:[A-Z][a-z]+\.? \d{1,2}|\d{1,2} [A-Z][a-z]+),? \d{4}"
    r"(?: at \d{1,2}:\d\d ?[ap]\.?m\.?(?: [A-Z]{2,4}\b)?)?\s+"
)


@dataclass(slots=True)
class Page:
    """What is known of a whole text before its sentences are read."""

    runs_on: bool  # captions run into the prose: a scraped page without paragraphs
    furniture: bool
    junk: list[str]


def page_of(text: str, sentences: int, paragraphs: int) -> Page:
    """Looks once for what would otherwise be looked for in every sentence."""
    return Page(
        runs_on=sentences > 12 * max(1, paragraphs),
        furniture=any(map(text.__contains__, _FURNITURE_HINTS)),
        junk=_held(text, _JUNK_INSIDE),
    )


def is_junk(masked: str, page: Page) -> bool:
    """Whether the sentence is a link, a credit, a byline or furniture alone."""
    head = masked[:2]
    if head in _JUNK_STARTS and _is_link(masked):
        return True
    if head == "Ab" and _ABOUT.match(masked) is not None:
        return True
    if head in _BY_STARTS and masked.startswith(_BY) and _BYLINE.match(masked) is not None:
        return True
    if page.furniture and _furniture().fullmatch(masked):
        return True
    return bool(page.junk) and any(_is_of_page(masked, part) for part in page.junk)


def _is_of_page(masked: str, part: str) -> bool:
    """Whether ``part`` makes the sentence one of the page; an address beside six other words does
    not: "The pier fell on Sunday, see https://..."."""
    if part not in masked:
        return False
    if not part.startswith("http"):
        return True
    return sum("://" not in word for word in masked.split()) < _BESIDE_ADDRESS


def is_prose(sentence: str) -> bool:
    """Whether it is no part of the page, by how it begins and ends alone: most are not."""
    return sentence[-1] in '."”' and not sentence.startswith(_DOUBTFUL)


def _is_link(masked: str) -> bool:
    if not masked.startswith(_JUNK_HEADS):  # "The", of which the first letters are those of a head
        return False
    for head in filter(masked.startswith, _JUNK_HEADS):
        behind = masked[len(head) :]
        if head[-1].isalpha() and behind[:1].isalpha():
            continue  # "Following the vote", "Shares in Nordfjell fell"
        if head not in _NOUNS or masked.endswith(_POINTING):
            return True
        following = behind.split(" ", 2)[1:2]
        return not following or not following[0].islower() or following[0] in _OF_A_LINK
    return False


def opening(text: str, index: int, span: Span, page: Page) -> int:
    """Where the sentence itself begins, page furniture and a dateline left behind."""
    start, end = span.start, span.end
    start = stamp_end(text, start)
    while start < end - 20 and text[start] in "”’)]…, \"'":
        if text[start] in "\"'" and not text[start + 1].isspace():
            break
        start += 1
    if text[start] in "QA" and start < end - 20 and text.startswith(_TURNS, start):
        start += len(_TURNS[0])
    if text[start] in _LINK_STARTS and text.startswith(_LINKS, start):
        return start  # all of it is the title of another article
    if page.furniture:
        m = _furniture().match(text, start, end)
        if m and m.end() < end - 20:
            start = m.end()
        m = _SIGNATURE.match(text, start, end)
        if m and m.end() < end - 20:
            start = m.end()
    if index < 4:
        stop = min(end, start + 200)
        window = text[start:stop]
        if "-" in window or "–" in window or "—" in window or ":" in window[:40]:
            m = _dateline().match(text, start, stop)
            behind = m.end() if m else dateline_end(text, start, end)
            if behind < end - 20:
                start = behind
    return start


def joints_of_captions(text: str, start: int, end: int, page: Page) -> list[int]:
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
