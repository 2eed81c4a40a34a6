"""Free text: what it states, the article must say too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsbrief.analysis.facts import amounts, negation
from newsbrief.analysis.facts.words import bare, words_of
from newsbrief.analysis.lexicon.tables import word_set
from newsbrief.analysis.patterns import Lazy
from newsbrief.analysis.reading import Reading
from newsbrief.analysis.text.passages import passages
from newsbrief.grounding import locate
from newsbrief.grounding.marks import DOUBLES, SINGLES
from newsbrief.sections.twists import twisted
from newsbrief.span import Span

# A pronoun's name stands at most four sentences before it in 97 % of 967 cases in PolNeAR.
_BEFORE, _BEHIND = 4, 1
_STEM = 5  # characters: "resigned" and "resignation" are one
_EMPTY = word_set(
    "about after again also because been before being between could does doing during each from "
    "have having here into just like made make more most much must only other over said same says "
    "should since some such than that their them then there these they this those under until very "
    "were what when where which while will with without would your"
)
_LONGEST = 15  # characters a word on average; where there are more, they are no words
_LAST_SPACED = "\u2e7f"  # behind it begin the scripts of East Asia
_PHRASE = 2  # words; one in marks is a name or a "term", not what somebody said
_OPENING = f"{DOUBLES}「『"
# An apostrophe within a word is no mark. A pattern that begins with one class is searched for at a
# tenth of the cost.
_MARK = Lazy(rf"[{_OPENING}{SINGLES}](?:(?<=[{_OPENING}])|(?<!\w.))")
ELSEWHERE = "the sentences that it points at do not say so"


_JOINERS = "\u200c\u200d"  # Persian and Hindi are written with them
_ADDRESSES = ("://", "www.", "<")


def plain(words: str) -> str:
    """``words`` in one line, without what no reader sees: control characters, marks that turn the
    direction of what follows, spaces of no width but those that join or part letters."""
    if words.isprintable():
        return words
    kept = [
        char if char.isprintable() or char in _JOINERS else " " * char.isspace() for char in words
    ]
    return " ".join("".join(kept).split())


def flaw(reading: Reading, words: str, near: tuple[Span, ...]) -> str:
    """Why the article does not bear ``words`` out, which are said to rest on the sentences of
    ``near`` (on the whole article, where it is empty). Empty where nothing speaks against them.

    Checked are the numbers, dates, names and negations (`newsbrief.analysis.facts`), what stands in
    quotation marks, and whether the sentences speak of the same thing at all.
    """
    if foreign := _address(words, reading.text):
        return f"the article does not hold this: {foreign}"
    for said in quoted(words):
        if not _is_said(reading, said):
            return f"the article does not hold the words in quotation marks: {said}"
    if not near:
        if lack := reading.held.lack(words):
            return f"the article does not hold this {lack.kind}: {lack.words}"
        if not reading.held.english:
            return ""
        if other := amounts.turned(words, reading.text, 0, len(reading.text)):
            return f"the article does not hold this amount: {other}"
        denied = _denied(reading, words.lower())
        return f"the article does not deny this: {denied}" if denied else ""
    first = reading.sentence_at(near[0]) or 0
    last = first if len(near) == 1 else reading.sentence_at(near[-1]) or 0
    start, end = around(reading, first, last)
    if lack := reading.held.lack(words, start, end):
        if lack.elsewhere:
            return f"{ELSEWHERE}: {lack.words}"
        return f"the article does not hold this {lack.kind}: {lack.words}"
    beside = reading.sentences[max(0, first - 1)].span.start  # and one sentence behind
    if not shares(words, reading.lower, 4, beside, end):
        return ELSEWHERE
    if not reading.held.english:
        return ""
    if other := twisted(reading, words, near, (beside, end)):
        return f"{ELSEWHERE}: {other}"
    pointed = near[0].start, near[-1].end
    turned = negation.turned(words.lower(), reading.lower, beside, end, pointed)
    return f"{ELSEWHERE}: {turned}" if turned else ""


def _address(words: str, text: str) -> str:
    """The first web address or tag of ``words`` that ``text`` does not hold."""
    for sign in _ADDRESSES:
        if sign in words:
            for chunk in words.split():
                if sign in chunk and bare(chunk) not in text:
                    return chunk
    return ""


def _denied(reading: Reading, words: str) -> str:
    """What ``words`` deny and neither the article nor its title does."""
    title = (reading.article.title or "").lower()
    denied = negation.denied(words, reading.lower, 0, len(reading.lower))
    return denied if not title or negation.denied(words, title, 0, len(title)) else ""


def quoted(words: str) -> Iterator[str]:
    """What ``words`` have in quotation marks, but for a name or a "term"."""
    for passage in passages(words) if _MARK.search(words) else ():
        said = words[passage.span.start : passage.span.end].rstrip(",. ")
        if len(said.split()) >= _PHRASE:
            yield said


def is_said(text: str, words: str) -> bool:
    """Whether ``text`` holds ``words``, typography and capitals aside."""
    return bool(locate(text, words) or locate(text.lower(), words.lower()))


def _is_said(reading: Reading, words: str) -> bool:
    """Whether the article or its title holds ``words``, typography and capitals aside."""
    return is_said(reading.text, words) or is_said(reading.article.title or "", words)


def around(reading: Reading, first: int, last: int, behind: int = _BEHIND) -> tuple[int, int]:
    """The range of sentences ``first`` to ``last`` and those in which their pronouns find names, as
    far as there are any."""
    sentences = reading.sentences
    last = min(last + behind, len(sentences) - 1)
    return sentences[max(0, first - _BEFORE)].span.start, sentences[last].span.end


class _Stems(dict[str, str]):
    """The stem of each word between spaces that says something; empty for one that does not."""

    def __missing__(self, raw: str) -> str:
        if len(self) > 50_000:
            self.clear()
        word = bare(raw)
        stem = self[raw] = word[:_STEM] if len(word) > 3 and word not in _EMPTY else ""
        return stem


_STEMS = _Stems()


def shares(words: str, told: str, part: int, start: int = 0, end: int | None = None) -> bool:
    """Whether one in ``part`` of the words of ``words`` that say something (rounded up, one at
    least) stands in that range of ``told``, by its stem. ``told`` is in small letters. Of a script
    that puts no spaces between words, half of the letters must stand there."""
    given = words_of(words.lower())
    stems = set(map(_STEMS.__getitem__, given))
    stems.discard("")
    missing = max(1, -(-len(stems) // part))
    for stem in stems:
        missing -= told.find(stem, start, end) >= 0
        if not missing:
            return True
    return _is_unspaced(words, given) and _shares_characters(words, told)


def _is_unspaced(words: str, given: Sequence[str]) -> bool:
    """Whether most of ``words`` is in a script that puts no spaces between them."""
    letters = [char for char in words if char.isalpha()]
    spaced = sum(char.isascii() for char in letters)
    long = _LONGEST * len(given) < len(words) or max(words) > _LAST_SPACED
    return long and 2 * spaced < len(letters)


def _shares_characters(words: str, told: str) -> bool:
    """Whether half of the letters of ``words`` stand in ``told``."""
    letters = {char for char in words if char.isalpha()}
    return 2 * sum(map(told.__contains__, letters)) >= len(letters)
