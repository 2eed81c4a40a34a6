"""What the article says that somebody is: a role, a body that they belong to, beside their name."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import attrgetter

from newsbrief.analysis.patterns import Lazy
from newsbrief.span import Span

# "mayor Ana Ruiz", "the mayor, Ana Ruiz"; "Ana Ruiz, who was named mayor", "Ruiz is the mayor"
_BEFORE_NAME = Lazy(r"[\s,]*(?:(?:Mr|Mrs|Ms|Dr)\.? )?")
_BEHIND_NAME = Lazy(
    r"['’s]*\W*(?:(?:who|is|was|has|been|were|are|the|an?|its|their|his|her|named|appointed|elected|"
    r"as|former|then|now|country['’]s|city['’]s|company['’]s|\w+-year-old)\W+){0,5}"
)
_ROLE_GAP = 40  # characters, at most
# "China's Commerce Minister Wang", "Ruiz, the head of the council": nothing but the role between.
_BODY_GAP = 80
# A former minister is no minister: what says so belongs to the role, a word or two before it.
_QUALIFIED = Lazy(
    r"\b(?:[Ff]ormer|[Ee]x|[Aa]cting|[Dd]eputy|[Ii]nterim|[Oo]utgoing|[Ii]ncoming|[Vv]ice|[Tt]hen(?=-)|"
    r"[Aa]ssistant|[Dd]esignate|[Oo]ne-time|[Oo]nce)[ -](?:[\w’'-]+ ){0,2}\Z"
)
_BETWEEN = frozenset(
    "the a an s of for at in from with its their his her our new former then acting deputy vice "
    "chief senior who is was leads heads runs led headed mr mrs ms dr".split()
)
_BREAK = Lazy(r"[;:!?\n]|(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bMrs)\.")
_WORD = Lazy(r"\w+")
_start = attrgetter("start")


def beside(mentions: Sequence[Span], words: str) -> list[tuple[int, int]]:
    """The ranges in which ``words`` would stand as a role or a body of one of ``mentions``, which
    are in order; no two overlap."""
    reach = len(words) + _BODY_GAP
    near: list[tuple[int, int]] = []
    for mention in mentions:
        start, end = max(0, mention.start - reach), mention.end + reach
        if near and start <= near[-1][1]:
            start = near.pop()[0]
        near.append((start, end))
    return near


def role(
    text: str, said: Iterable[Span], mentions: Sequence[Span], known: Callable[[], str | None]
) -> Span | None:
    """The first of ``said`` that stands as a role right before or behind one of ``mentions``, or
    within the role that ``known`` finds, which stands there: it is seldom asked. Or one that is of
    the words for somebody without a name: "a campaign spokesman"."""
    for place in said:
        whole = _whole(place, mentions)  # "Bishop" is no role of Bill Bishop
        if whole and text[max(place.start, whole.start + 1) : place.end].islower():
            return place
        for before, start, end in _beside(place, mentions, _ROLE_GAP):
            pattern = _BEFORE_NAME if before else _BEHIND_NAME
            if pattern.fullmatch(text, start, end):
                return _qualified(text, place)
            opening, office = text[place.start : place.end].partition(" ")[0], known() or ""
            if opening in office.split() and _only(text[start:end], office):
                return _qualified(text, place)
    return None


def _qualified(text: str, place: Span) -> Span:
    found = _QUALIFIED.search(text[max(0, place.start - _ROLE_GAP) : place.start])
    return Span(place.start - len(found[0]), place.end) if found else place


def body(text: str, said: Iterable[Span], mentions: Sequence[Span], role: str) -> Span | None:
    """The first of ``said`` that stands as the body of one of ``mentions``, in the same noun
    phrase: between them is nothing but words of the ``role``. Or "a spokesman for Ann Lee", "a
    Trade Bank spokesman"."""
    for place in said:
        if whole := _whole(place, mentions):
            before, behind = text[whole.start + 1 : place.start], text[place.end : whole.end]
            if before.islower() or (not before and behind.islower()):
                return place
        for _, start, end in _beside(place, mentions, _BODY_GAP):
            if _only(text[start:end], role):
                return place
    return None


def _only(words: str, role: str) -> bool:
    """Whether ``words`` are of one noun phrase, and none but those of ``role``."""
    further = set(_WORD.findall(words.lower())) - _BETWEEN
    return not _BREAK.search(words) and further.issubset(_WORD.findall(role.lower()))


def _whole(place: Span, mentions: Sequence[Span]) -> Span | None:
    """The mention that ``place`` is a part of."""
    at = bisect_right(mentions, place.start, key=_start) - 1
    return mentions[at] if at >= 0 and place in mentions[at] else None


def _beside(place: Span, mentions: Sequence[Span], most: int) -> Iterator[tuple[bool, int, int]]:
    """Whether ``place`` stands before the mention, and the range between, where that has at
    ``most`` so many characters: for the mention behind it, and the one before it. ``mentions`` are
    in order."""
    at = bisect_left(mentions, place.end, key=_start)
    if at < len(mentions) and mentions[at].start - place.end <= most:
        yield True, place.end, mentions[at].start
    if at and 0 <= place.start - (end := mentions[at - 1].end) <= most:
        yield False, end, place.start
