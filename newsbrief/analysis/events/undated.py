"""The day of news that names no day at all: that of publication, or the one before.

What a lead tells as done is news, and news is of today or of yesterday. This holds for a lead that
says what the headline says. Of the 88 such leads in PolNeAR train that do name their day, 77 name
one of these two; of the 43 in PolNeAR and Giveme5W1H that are dated here, 37 were found to be of
these days. Not here, as right too seldom: leads that say something else than the headline (9 of
19), the present ("seeks", 2 of 7) and the progressive ("is planning", 7 of 10).
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from newsbrief.analysis.events.finite import is_participle
from newsbrief.analysis.events.prose import content_words
from newsbrief.analysis.events.status import status_of
from newsbrief.analysis.events.verbs import (
    DEEDS,
    ENDS_BY_ITSELF,
    NOT_PAST,
    PAST,
    is_regular_past,
)
from newsbrief.analysis.lexicon.cues import cue_verbs, prepositions
from newsbrief.analysis.patterns import Lazy
from newsbrief.analysis.times.finding import TimeExpression
from newsbrief.span import Span


class _Word(NamedTuple):
    word: str
    start: int
    mark: str  # the character behind it, which may be a comma


_HAVE, _WERE, _ARE = ("has", "have"), ("was", "were"), ("is", "are")
_AUXILIARY = (*_HAVE, *_WERE, *_ARE)
_RESULTS = frozenset("dead missing injured wounded hurt homeless trapped".split())
#: What lasts, what is wanted, and what says nothing without its object: no day is its day.
LASTING = frozenset(
    """
became become remained seemed appeared wanted needed knew known thought believed felt hoped used
kept lived meant owned lay stood sat looked loved liked hated feared tried struggled grew grown
served worked spent existed consisted belonged contained deserved depended included involved heard
supposed expected tended required linked based concerned worried made managed got gotten
""".split()
)
_HABITS = frozenset(
    "always long often repeatedly frequently never already regularly usually rarely seldom "
    "sometimes consistently traditionally historically generally largely mostly".split()
)
_BETWEEN = frozenset("now also just then even again been".split())
_INNER = frozenset(
    "who whom whose which what where how why when while after before since if because although "
    "though until once whether".split()
)
_RELATIVE = frozenset(("who", "whose"))
_FIRST_INNER = _INNER | {"as", "that"}
_JOINS = frozenset(("and", "but", "then"))
_PREPOSITIONS = frozenset("by in at on during after for from with of as to about".split())
_ALSO_PARTICIPLES = frozenset(
    "sold told found held built sent shot struck caught bought taught brought paid".split()
)
_CLOSING = frozenset(",.;:")
_WORD = Lazy(r"[\w’'.-]*\w|\0+")
_NEGATED = ("n't", "n’t")
# "Ann Lee, who was born in Oslo, died", "Ann Lee, the teacher turned mayor, has died".
ASIDE = Lazy(
    r", (?:who|which|whose|where)\b[^,]*,"
    r"|, (?:the|an?|his|her|its|once) [^,]*,(?= (?:has|have|had|was|were|is|are|died)\b)"
)
_PARTS = Lazy(r"[:;] |, (?:and|but|as) ")
_FEWEST = 3  # content words of a headline that tell what the news is
_SAID_AGAIN = 0.5  # share of them that the lead must have


@lru_cache(maxsize=8)
def _told_by(title: str) -> tuple[frozenset[str], ...]:
    """The content words of a headline and of its parts, where they are enough to tell of news."""
    parts = (title, *_PARTS.sub("\n", title).split("\n"))
    return tuple(words for words in map(_kin, map(content_words, parts)) if len(words) >= _FEWEST)


def says_again(title: str, words: frozenset[str]) -> bool:
    """Whether a sentence of these content words says what the headline, or a part of it, says."""
    said = _kin(words)
    return any(len(told & said) >= _SAID_AGAIN * len(told) for told in _told_by(title))


def _kin(words: frozenset[str]) -> frozenset[str]:
    return frozenset(DEEDS.get(word, word) for word in words)


def of_these_days(masked: str, offset: int, published: date) -> TimeExpression | None:
    """The two days, in the words that carry the tense: those of ``masked``, which begins at
    ``offset`` of its article. ``None`` where it does not tell of a deed as done."""
    words = tensed(masked)
    if words is None:
        return None
    start, end = words
    status = status_of(masked, None, open_ended=False)
    accuses = status == "alleged" and masked[start:end].endswith("accused")
    if status not in ("happened", "ongoing") and not accuses:
        return None
    day = timedelta(days=1)
    if published - date.min < day:
        return None
    span = Span(offset + start, offset + end)
    return TimeExpression(span, published - day, published, "day", "published")


def tensed(masked: str) -> tuple[int, int] | None:
    """Where the words of a main clause stand that tell of a deed as done: "has won", "was shot",
    "announced", "are dead"; a state before it ("were ahead, but lost") is passed over."""
    if ", " in masked:
        masked = ASIDE.sub(lambda m: ", " + "\0" * (len(m[0]) - 2), masked)
    words = [_Word(m[0], m.start(), masked[m.end() : m.end() + 1]) for m in _WORD.finditer(masked)]
    before, state = "", False
    inner = 0  # verbs of relative clauses that are still to come: "A man who stole it has"
    passed = False
    for n, (word, start, mark) in enumerate(words):
        if word.lower() in (_INNER if n else _FIRST_INNER):
            if n and word in _RELATIVE:
                inner, passed = inner + 1, True
            elif not _after(words, n).endswith("ing"):  # "after losing" has no verb of its own
                return None
        elif inner and _is_verb(word, before):
            inner -= 1
        elif word in _AUXILIARY:
            end = _group(words, n)
            if end:
                return start, end
            if word not in _WERE:
                return None
            state = True
        elif word in NOT_PAST or word.endswith(_NEGATED):
            return None
        elif word == "had":
            state = True
        elif not passed and mark not in _CLOSING and _is_past(word, before):
            if word in LASTING:
                return None
            if not (_hangs_on(words, n) or (state and before not in _JOINS)):
                return start, start + len(word)
        before = word
    return None


def _is_verb(word: str, before: str) -> bool:
    return word in _AUXILIARY or word in NOT_PAST or word == "had" or _is_past(word, before)


def _is_past(word: str, before: str) -> bool:
    regular = is_regular_past(word, before) and before not in _PREPOSITIONS  # "an aide to failed"
    return regular or word in PAST


def _group(words: list[_Word], at: int) -> int:
    """Where the verb ends that the auxiliary at ``at`` opens; 0 if it is none of a deed done."""
    opener = words[at].word
    for word, start, _ in islice(words, at + 1, None):
        if word in _HABITS:
            return 0
        if word in _BETWEEN or word.endswith("ly"):
            continue
        done = opener not in _ARE and is_participle(word) and word not in LASTING
        return start + len(word) if done or word in _RESULTS else 0
    return 0


def _after(words: list[_Word], at: int) -> str:
    return words[at + 1].word if at + 1 < len(words) else ""


def _hangs_on(words: list[_Word], at: int) -> bool:
    """Whether a participle belongs to the noun before it: "the bars sold in Britain have"."""
    word, behind = words[at].word, _after(words, at)
    if behind not in _PREPOSITIONS or not (word.endswith("ed") or word in _ALSO_PARTICIPLES):
        return False
    cue = cue_verbs().get(word)
    if word in ENDS_BY_ITSELF or (
        cue and (cue.speech or behind in prepositions().get(cue.lemma, ()))
    ):
        return False  # "called for", "died in"
    return behind == "by" or any(
        word in _AUXILIARY or word in PAST or is_regular_past(word, "")
        for word, _, _ in islice(words, at + 2, None)
    )
