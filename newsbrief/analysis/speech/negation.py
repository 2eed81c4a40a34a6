"""What was not said: "never said that", "failed to say that", "no one said that".

PolNeAR counts six in ten of them as attributions, so the words stay; but their cue holds what
denies them. Where the denial is the source's ("no one"), nobody is left to have said it.
"""

from __future__ import annotations

from newsbrief.analysis.lexicon.tables import word_set
from newsbrief.analysis.speech.sources import Grammar, Source

_NOT = word_set("not never cannot nor neither hardly barely scarcely rarely seldom n’t n't")
_NO = word_set("no none nobody nothing neither nor few no-one noone")
# Before an infinitive they leave what it tells undone: "failed to say", "is unable to confirm".
_UNDONE = word_set(
    """
    yet fail fails failed failing failure refuse refuses refused refusing refusal decline declines
    declined declining neglect neglects neglected neglecting forget forgets forgot forgotten omit
    omits omitted unable unwilling reluctant
    """
)
_NONE = frozenset({"no", "little", "scant"})  # plans, evidence
_WITHOUT = frozenset({"without"})
_SHORT_OF = {"of": ("short", "instead"), "than": ("rather",), "from": ("far",)}
_GIVEN_UP = word_set(
    """
    scrap scraps scrapped scrapping drop drops dropped dropping abandon abandons abandoned
    abandoning shelve shelves shelved shelving cancel cancels cancelled canceled cancelling
    canceling axe axes axed axing ditch ditches ditched ditching withdrew withdraw withdraws
    withdrawn withdrawing reverse reversed reverses reversing
    """
)
_IDIOMS = frozenset({"wonder", "doubt", "doubts", "sooner"})
_REACH = 8  # words of a verb with its auxiliaries and adverbs


def denied_cue(cue: tuple[int, int], grammar: Grammar) -> tuple[int, int]:
    """The words of ``cue`` with the negation before them: "did not say", "without saying"."""
    letters, low = grammar.letters, grammar.words.low
    v, last = cue
    if letters[last] == "A" and low[last] == "not":  # "said not that it failed but that it slept"
        last += 1
    if not v:
        return v, last
    if letters[v - 1] in "PnN" and letters[v] != "n":  # "she said"
        return v, last
    first = v
    denied = False
    floor = v - _REACH if v > _REACH else 0
    i = v - 1
    while i >= floor and letters[i] in "AXMt":
        if letters[i] == "t":
            if low[i - 1] not in _UNDONE:
                break
            denied, first = True, i - 1
            i -= 1
        elif _denies(low[i]):
            denied, first = True, i
        i -= 1
    if denied:
        while first > floor and letters[first - 1] in "XM":
            first -= 1
        return first, last
    before = low[v - 1]
    if before in _WITHOUT:
        return v - 1, last
    if before in _SHORT_OF and v > 1 and low[v - 2] in _SHORT_OF[before]:
        return v - 2, last
    if letters[v] == "n":  # "no plans to", "no further evidence that"
        i = v - 1
        while i >= floor and letters[i] in "ngeN" and low[i] not in _NONE:
            i -= 1
        if i >= 0 and low[i] in _NONE:
            return i, last
    return v, last


def is_nobody(source: Source, cue: int, grammar: Grammar) -> bool:
    """Whether the source is a denial: "no one", "neither man", "not a single witness"; or the
    clause is turned round behind one: "nor did she say"."""
    letters, line, low = grammar.letters, grammar.line, grammar.words.low
    first, last = source.antecedent or (source.first, source.last)
    if low[first] in _NO:
        if source.antecedent:  # not so of "no mention of Lee, who said"
            return last == source.first and "I" not in line[first:last]
        return low[first + 1] not in _IDIOMS
    if first == 0 or low[first] == "only":
        return False
    if low[first - 1] in _NOT:  # but "Lee is not the only one to say"
        return letters[first - 2] not in "XM"
    if letters[first - 1] not in "XM" or not source.last <= cue <= source.last + 3:
        return False
    front = low[max(0, first - 5) : first - 1]
    return "only" not in front and not _NO.union(_NOT).isdisjoint(front)


def is_undone(v: int, grammar: Grammar) -> bool:
    """Whether the plan or promise at word ``v`` was given up: "scrapped plans to build"."""
    letters, low = grammar.letters, grammar.words.low
    i = v - 1
    floor = max(0, v - _REACH)
    while i > floor and letters[i] in "nDHNA0" and low[i] not in _GIVEN_UP:
        i -= 1
    return letters[v] == "n" and low[i] in _GIVEN_UP


def disclaimed(v: int, grammar: Grammar) -> int | None:
    """Where the words begin by which the claim or plan at word ``v`` is said not to be there: of
    "no evidence that it works" and "no plans to go" the clause alone would say the reverse. Not so
    of "no doubt that it works"."""
    if grammar.words.low[v] in _IDIOMS:
        return None
    first = denied_cue((v, v + 1), grammar)[0]
    return first if first < v and grammar.words.low[v + 1] in ("that", "to") else None


def _denies(word: str) -> bool:
    return word in _NOT or word == "no" or word.endswith(("n’t", "n't"))
