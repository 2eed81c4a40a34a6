"""Whether a text is English, the one language that the analysis reads."""

from __future__ import annotations

from newsbrief.analysis.lexicon.tables import word_set

# Words that no other language of these letters has among its common ones: a tenth of the words of
# English news and more, and none of those of German, French, Dutch, Spanish, Polish or Danish.
_ENGLISH = word_set(
    "the and with from were has said says his who after it that as which their they been this he "
    "she not by will would have"
)
_LOOKED_AT, _ONE_IN = 1_200, 25  # characters of the beginning; words
_FEWEST = 40  # words that tell a language for certain
_OTHER_SCRIPT = 1.4  # bytes a character; English has 1.00 to 1.04, Greek 1.8, Chinese 2.9


def is_english(lower: str) -> bool:
    """Whether a text, in small letters, begins in English."""
    words = lower[:_LOOKED_AT].split()
    known = len([*filter(_ENGLISH.__contains__, words)]) * _ONE_IN
    return known >= len(words) or known >= _with_letters(words)


def is_foreign(lower: str) -> bool:
    """Whether it is certainly not; of fewer than forty words in Latin letters nobody can tell."""
    begin = lower[:_LOOKED_AT]
    if len(begin.encode("utf-8", "replace")) > _OTHER_SCRIPT * len(begin):
        return True
    return not is_english(lower) and _with_letters(begin.split()) >= _FEWEST


def _with_letters(words: list[str]) -> int:
    """How many are words, not the stars of a rule or the figures of a table."""
    return sum(word != word.upper() for word in words)
