"""Quoted passages that nobody says: titles, nicknames, terms at arm's length, markup."""

from __future__ import annotations

from newsbrief.analysis.lexicon.tables import word_set
from newsbrief.analysis.patterns import Lazy
from newsbrief.analysis.speech.sources import Grammar
from newsbrief.analysis.speech.wordclass import is_possessive
from newsbrief.analysis.speech.words import Unit
from newsbrief.analysis.text.language import is_unspaced

MARKUP = "markup"
TITLE = "title of a work or name"
NICKNAME = "nickname"
SCARE = "words at arm's length, no source"
TERM = "so-called"
STRAY = "no words"
HEADING = "heading"
REPEATED = "headline: quoted again below"
UNCLOSED = "between an opening mark and a closing one far below: it may be the reporter's"
PULLED = "pull quote: the article's own words set apart"

_WORD = r"\w[\w’'-]*+"
_WORDS = Lazy(_WORD)
_ALONE = Lazy(rf"\W*+{_WORD}\W*+")  # one word
_SAID = frozenset(",.?!")
_OF_A_THING = frozenset({"AX", ",e", ",W"})
_SHORT = 8  # words that a heading or a title at arm's length may have
_LONG = Lazy(rf"(?:\W*+{_WORD}){{{_SHORT + 1}}}")  # told apart at a third of the time of its words
_SMALL = word_set(
    """
    a an the of in on at by for to and or but nor with from as vs v de la is it
    """
)
_WORKS = word_set(
    """
    show program programme book film movie song album play series podcast documentary musical
    novel article essay column painting magazine episode video game poem ballad anthem sitcom
    drama comedy memoir exhibition actor actress star host co-host anchor theme soundtrack
    theory syndrome effect segment hit single project initiative campaign panel bestseller
    entitled titled called named dubbed
    """
)
_SHOUTS = word_set(
    """
    chant chants cry cries call calls shout shouts chanting crying yells
    """
)
_REPEATING = word_set("is are was were been called dubbed described branded labelled labeled")
_NAMING = word_set(
    """
    entitled titled named dubbed nicknamed codenamed known billed
    """
)


def why_unspoken(
    grammar: Grammar, row: int, unit: Unit, content: str, how: str, single: bool
) -> str:
    """The reason why the passage at word ``row`` is no speech, or ''.

    ``how`` is the way its source was found; "" where none was; ``single``: in single marks.
    """
    if not content[:1].isalnum() and _WORDS.search(content) is None:
        return STRAY
    letters, low = grammar.letters, grammar.words.low
    before = low[row - 1] if row > unit.first else ""
    if before == "=" or content[0] == ">":  # an attribute's value, or the text behind it
        return MARKUP
    if before == "so-called" or (before == "called" and low[max(row - 2, 0)] == "so"):
        return TERM
    if _between_names(letters, row, unit) and _count(content) <= 3 and content[-1] != ",":
        return NICKNAME
    opens = row == unit.first or letters[row - 1] in ",:.;-Q"
    named = opens and row - 2 >= unit.first and low[row - 2] in _WORKS  # "his book, “Big Fish,”"
    subject = (
        how == "pure"
        and row + 1 < unit.last
        and content[-1].isalnum()
        and (letters[row + 1] in "MXv(" or grammar.line[row + 1 : row + 3] in _OF_A_THING)
    )  # "“The Well” will open in May", behind somebody's words; "“Sea Star”, moored at Hale, sank"
    owned_beside = (
        how == "colon"
        or (how == "pure" and not subject)
        or (how in ("post", "inverted") and opens and not named)
    )
    if (
        not owned_beside
        and "!" not in content
        and _is_title(content)
        and _names_a_work(grammar, row, unit)
    ):
        return TITLE
    if (subject or how in ("", "subject", "shared")) and _count(content) <= 3:
        return "" if _is_said_unspaced(grammar, row, content) else SCARE
    if how != "pure":
        return ""
    if not (single or content.isupper() or _ALONE.fullmatch(content)):
        return ""
    if _count(content) > _SHORT:
        return ""
    told = content.rstrip()[-1:] in _SAID or letters[row + 1] == ","  # »Ja», sade Ruiz.
    return HEADING if not told and _stands_alone(grammar, row, unit) else ""


def _count(content: str) -> int:
    """How many words there are, as far as it matters: one more than a heading has stand for all."""
    return _SHORT + 1 if _LONG.match(content) else len(_WORDS.findall(content))


def _is_said_unspaced(grammar: Grammar, row: int, content: str) -> bool:
    """Whether Chinese or Japanese words are a sentence, or told as speech: behind a colon, before
    the Japanese particle of what is said. There are no blanks by which to count their words."""
    if not is_unspaced(content[0]):
        return False
    text, start, end = grammar.text, grammar.words.start[row], grammar.words.end(row)
    if content[-1] in "。！？" or text.startswith(("と", "って"), end):
        return True
    return text[max(0, start - 2) : start].rstrip()[-1:] in ("：", ":")


def _stands_alone(grammar: Grammar, row: int, unit: Unit) -> bool:
    """Whether the passage is all that its paragraph or line holds."""
    text, words = grammar.text, grammar.words
    before = text[max(0, words.start[row] - 1) : words.start[row]]
    after = text[words.end(unit.last - 1) : words.end(unit.last - 1) + 1]
    return before in ("", "\n") and after in ("", "\n")


def _between_names(letters: list[str], row: int, unit: Unit) -> bool:
    """Juan “Cha Cha” Lopez."""
    return (
        unit.first < row < unit.last - 1
        and letters[row - 1] == "N"
        and letters[row + 1] == "N"
        and (row + 2 >= unit.last or letters[row + 2] in "NVXv,.T(bM")
    )


def _is_title(content: str) -> bool:
    """Two words or more, each that counts with a capital, or "The" and one: “The Revenant”."""
    counting = int(content.startswith("The "))
    for found in _WORDS.finditer(content):
        word = found[0]
        if word.lower() not in _SMALL:
            if not (word[0].isupper() or word[0].isdigit()):
                return False
            counting += 1
    return counting >= 2


def _names_a_work(grammar: Grammar, row: int, unit: Unit) -> bool:
    """Whether a title may stand here: in a noun's place rather than behind a cue of speech."""
    letters, low = grammar.letters, grammar.words.low
    if grammar.is_heading(unit):
        return False
    if row == unit.first:
        return True
    before = letters[row - 1]
    word = low[row - 1]
    if word in _NAMING or word in _WORKS:
        return True
    if row - 2 >= unit.first and low[row - 2] in _SHOUTS:
        return False
    if before in "nv" and letters[row - 2] == "t":  # "to remove “Both Sides Now”"
        return True
    if before in "IDHtC" or is_possessive(word):
        return True
    if before in ",(X" and row - 2 >= unit.first and low[row - 2] in _WORKS:
        return True  # "her first film, “Long Night”", "her first film was “Long Night”"
    if row + 1 < unit.last and low[row + 1] in _WORKS:
        return True
    if row + 2 < unit.last and low[row + 1] == "by" and letters[row + 2] == "N":
        return before != "," and word not in _REPEATING  # "read “Moby Dick” by Herman Melville"
    return before == "V" and word in ("told", "saw", "watched", "tells")
