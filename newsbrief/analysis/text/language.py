"""Whether a text is English, the one language that the analysis reads."""

from __future__ import annotations

from newsbrief.analysis.lexicon.tables import word_set

# Words that no other language of these letters has among its common ones: a tenth of the words of
# English news and more, and none of those of German, French, Dutch, Spanish, Polish or Danish.
_ENGLISH = word_set(
    "the and with from were has said says his who after it that as which their they been this he "
    "she not by will would have"
)
# Common words of German, French, Spanish, Portuguese, Italian, Dutch, Polish and Swedish, none of
# them English: of their news a fifth of the words and more.
_FOREIGN = word_set(
    "der die das und den dem des ein eine im mit von zu auf ist nicht sich auch nach bei sagte le "
    "la les du une et est dans pour que qui sur pas au aux par el los las del y por con un una se "
    "para su al lo como da do os um uma em il di che della per non gli nel de een het van en op te "
    "dat zijn niet w z na się nie jest och att det som för på till av"
)
_LOOKED_AT, _ONE_IN = 1_200, 25  # characters of the beginning; words
_FEWEST = 40  # words that tell a language for certain by what they lack
_FEWEST_FOREIGN, _FOREIGN_IN = 10, 6  # words, and that are of another one
_OTHER_SCRIPT = 1.4  # bytes a character; English has 1.00 to 1.04, Greek 1.8, Chinese 2.9


def is_english(lower: str) -> bool:
    """Whether a text, in small letters, begins in English."""
    words = lower[:_LOOKED_AT].split()
    return _are_english(words, sum(map(_ENGLISH.__contains__, words)))


def is_foreign(lower: str) -> bool:
    """Whether it is certainly not; of a few words in Latin letters nobody can tell."""
    begin = lower[:_LOOKED_AT]
    if len(begin.encode("utf-8", "replace")) > _OTHER_SCRIPT * len(begin):
        return True
    words = begin.split()
    foreign, known = (sum(map(of.__contains__, words)) for of in (_FOREIGN, _ENGLISH))
    # "Will" is English, and German, too.
    if len(words) >= _FEWEST_FOREIGN and foreign * _FOREIGN_IN >= max(len(words), 12 * known):
        return True
    return not _are_english(words, known) and _with_letters(words) >= _FEWEST


def _are_english(words: list[str], known: int) -> bool:
    return known * _ONE_IN >= len(words) or known * _ONE_IN >= _with_letters(words)


def is_unspaced(letter: str) -> bool:
    """Whether it is of Chinese or Japanese, which put no blanks between words."""
    return "\u3040" <= letter <= "\u9fff"


def _with_letters(words: list[str]) -> int:
    """How many are words, not the stars of a rule or the figures of a table."""
    return sum(word != word.upper() for word in words)
