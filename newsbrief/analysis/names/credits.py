"""Who wrote, pictured or sent out the piece: bylines, credits and press contacts name no party."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from newsbrief.analysis.names.finding import NameMention
from newsbrief.analysis.patterns import Lazy
from newsbrief.analysis.text.furniture import credits_in
from newsbrief.analysis.text.sentences import Sentence
from newsbrief.span import Span

# A byline that says nothing but a name stands this near the top; contacts, this near the end.
_TOP, _END = 600, 800
_SHORT = 140  # a line of contacts; a paragraph is longer
_LINES = 20  # credits of one piece; no text costs more
# "John Carter", "John Carter in Berlin", "John Carter, political editor".
_REST = Lazy(
    r"(?:,? (?:and|&) [A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,2})?"
    r"(?: in [A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+)*)?"
    r"(?:,? (?:[\w-]+ ){0,4}(?i:editor|correspondent|reporter|writer|columnist|journalist)"
    r"(?: (?:in|at|for) [\w ]{2,40})?)?"
)
_CONTACTS = Lazy(
    r"(?i)[ \t]*(?:(?:media|press|news) (?:contacts?|enquir\w+|inquir\w+)|contacts?:|"
    r"for (?:more|further|media|press) (?:information|enquiries|inquiries))\b"
)
# The last three characters before a credited name.
_BEFORE_CREDITED = frozenset(("By ", "BY ", "ht ", "by ", "h: ", "ow "))
_LAST_CREDITED = frozenset(before[1] for before in _BEFORE_CREDITED)
# "By Jane Roe, Tom Vask and Ann Lee"
_BETWEEN = frozenset((" and ", ", ", ", and ", " & "))
_NEAR = 7  # characters; the longest of them has 6
_CREDITS = (
    "Follow ", "copyright ", "Photo by ", "Story by ", "Photograph: ", "Reporting by ",
    "Editing by ",
)  # fmt: skip


def without(
    text: str, sentences: Sequence[Sentence], names: Sequence[NameMention]
) -> list[NameMention]:
    """The names but for those that only say who made the piece."""
    lines = _credit_lines(text, sentences)
    contacts = _contacts(text)
    slashed = "/" in text
    found = []
    credited = 0  # where the last credited name ends
    for name in names:
        span = name.span
        start = span.start
        if start >= contacts:
            break
        # Nine names of ten stand behind a word and a blank.
        marked = text[start - 1] != " " or (
            text[start - 2] in _LAST_CREDITED and text[start - 3 : start] in _BEFORE_CREDITED
        )
        marked = marked or (slashed and text[span.end : span.end + 1] == "/")
        beside = 0 < credited > start - _NEAR and text[credited:start] in _BETWEEN
        if beside or (marked and _is_credit(text, span, sentences)):
            credited = span.end
            continue
        if start < _TOP and name.kind == "person" and _is_byline(text, name):
            continue
        if lines and any(span in line for line in lines):
            continue
        found.append(name)
    return found


def _credit_lines(text: str, sentences: Sequence[Sentence]) -> list[Span]:
    found: list[Span] = []
    for words in credits_in(text):
        at = text.find(words)
        while at >= 0 and len(found) < _LINES:
            n = bisect_right(sentences, at, key=lambda s: s.span.start) - 1
            if n >= 0:
                found.append(sentences[n].span)
            at = text.find(words, at + 1)
    return found


def _contacts(text: str) -> int:
    """Where the press contacts begin that end the text: nothing but short lines come behind."""
    at = max(0, len(text) - _END)
    begins = not at or text[at - 1] == "\n"
    for line in text[at:].split("\n"):
        if begins and _CONTACTS.match(line):
            short = all(len(below) <= _SHORT for below in text[at:].splitlines())
            return at if short else len(text)
        begins = True
        at += len(line) + 1
    return len(text)


def _is_byline(text: str, name: NameMention) -> bool:
    """Whether the name has a line of its own below the headline and the text never comes back to
    its bearer."""
    start, end = name.span.start, name.span.end
    if " " not in name.name or not start or text[start - 1] not in "\n\t ":
        return False
    opens = text.rfind("\n", 0, start) + 1
    above = text[:opens].rstrip()  # a headline, which has no full stop
    if not above or above[-1] == "." or text[opens:start].strip():
        return False
    stop = text.find("\n", end)
    stop = len(text) if stop < 0 else stop
    if stop - end > 80 or _REST.fullmatch(text, end, end + len(text[end:stop].rstrip())) is None:
        return False
    surname = name.name.rpartition(" ")[2]
    return text.find(surname, stop) < 0 and text.find(surname, 0, opens) < 0


_DASH_OR_TICKER = Lazy(r"\) ?[-–—]|: ?[A-Z][A-Z0-9.]{0,7}[),;]")


def _is_credit(text: str, span: Span, sentences: Sequence[Sentence]) -> bool:
    """A reporter's or photographer's name: "By Jane Roe", "(Jane Roe/Agency)"."""
    start, end = span.start, span.end
    last = text[start - 3 : start] if start > 2 else text[:start]
    after = text[end : end + 1]
    if last in ("By ", "BY "):
        opens = text[max(0, start - 5) : start - 3].rstrip(" ")[-1:] in ("", "\n", "|") or (
            _begins(sentences, start - 3)
        )
        after = text[end : end + 5].lstrip()
        return opens and (not after[:1].islower() or after.startswith("and "))
    if after == "/" or last[-1:] == "/":
        opened = text.rfind("(", max(0, start - 60), start)
        return opened >= 0 and text.find(")", opened, start) < 0
    if last[-1:] == "(":  # the agency of a dateline, an exchange: "PARIS (Reuters) —", "(NYSE: X)"
        return _DASH_OR_TICKER.match(text, end, end + 12) is not None
    return last in _BEFORE_CREDITED and text.endswith(_CREDITS, max(0, start - 14), start)


def _begins(sentences: Sequence[Sentence], start: int) -> bool:
    at = bisect_left(sentences, start, key=lambda s: s.span.start)
    return at < len(sentences) and sentences[at].span.start == start
