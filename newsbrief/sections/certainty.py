"""What is told as done, or as sure to come, where its sentences say that it may, or is to.

Of 384 sentences written to mislead, 15 are of this kind and seen, of 312 right ones and of 1,082
headlines and descriptions that people wrote none is (benchmarks/twists.py, benchmarks/prose.py).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsbrief.analysis.events.prose import stem
from newsbrief.analysis.facts.words import Words, bare
from newsbrief.analysis.lexicon.tables import word_set

_IRREGULAR = {
    "sold": "sell", "sent": "send", "met": "meet", "left": "leave", "went": "go", "took": "take",
    "taken": "take", "made": "make", "built": "build", "gave": "give", "given": "give",
    "paid": "pay", "began": "begin", "begun": "begin", "broke": "break", "won": "win",
    "lost": "lose", "held": "hold", "brought": "bring", "bought": "buy", "became": "become",
    "withdrew": "withdraw", "withdrawn": "withdraw", "stole": "steal", "fell": "fall",
    "rose": "rise", "spent": "spend", "ran": "run", "spoke": "speak",
}  # fmt: skip
_OPEN = word_set("may might could")  # it may come to nothing
_SURE = word_set("would will shall")
# Before a "to": the first may come to nothing.
_OPEN_TO = word_set("threaten threatens threatened likely")
_SURE_TO = word_set(
    "plan plans planned planning want wants wanted hope hopes hoped expected intend intends due "
    "set aim aims seek seeks vow vows vowed ready prepared"
)
_CONSIDERING = "considering"
_SIGNS = _OPEN | _SURE | _OPEN_TO | _SURE_TO | {_CONSIDERING}
_MAYBE = _OPEN | _OPEN_TO | {_CONSIDERING}
_PERHAPS = word_set("probably likely possibly perhaps")
_BETWEEN = word_set("be not also soon now then have")
# Free text with any of these does not tell of what is done, or tells who says so.
_HEDGES = word_set(
    "may might could would will shall can likely due ready going about set if unless until should "
    "must think thought try tried tries trying"
)
_HEDGING = (
    "possib", "probab", "perhaps", "plan", "want", "threat", "expect", "consider", "intend", "hop",
    "seek", "aim", "vow", "pledg", "promis", "propos", "offer", "agree", "ask", "urg", "order",
    "call", "refus", "fail", "need", "allow", "prepar", "warn", "believ", "suspect", "suspici",
    "alleg", "accus", "reported", "claim", "fear",
)  # fmt: skip


def overstated(told: Words, own: Words, near: Words) -> str:
    """The verb of ``told`` that tells as done what ``own``, which it rests on, says is to come, or
    as sure to come what that says may; and ``near``, around it, says neither of in other words.
    Empty where there is none."""
    if _SIGNS.isdisjoint(own.parts) or not (ahead := dict(_ahead(own.parts))):
        return ""
    for word in told.bare:
        is_done = (word.endswith("ed") or word in _IRREGULAR) and _base(word) in ahead
        if is_done and not _is_hedged(told) and not _is_told_plainly(_base(word), near):
            return word
    maybe = not _MAYBE.isdisjoint(ahead.values())
    if maybe and "will" in told.parts and _PERHAPS.isdisjoint(told.parts):
        sure = {verb for verb, sign in _ahead(near.parts) if sign not in _MAYBE}
        for verb, sign in _ahead(told.parts):
            if sign == "will" and ahead.get(verb) in _MAYBE and verb not in sure:
                return f"will {verb}"
    return ""


def _ahead(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The stem of each verb that tells of what is to come, and by which word."""
    for at in [n for n, word in enumerate(words) if word in _SIGNS]:
        word, verb = words[at], at + 1
        if word in _OPEN_TO or word in _SURE_TO:
            if words[verb : verb + 1] != ["to"]:
                continue
            verb += 1
        while verb < len(words) and (words[verb] in _BETWEEN or words[verb].endswith("ly")):
            verb += 1
        if verb < len(words) and (found := bare(words[verb])):  # not a lone "..."
            yield stem(found), word


def _is_hedged(told: Words) -> bool:
    if " to be " in told.low or "n't" in told.low or "n’t" in told.low:
        return True
    return not _HEDGES.isdisjoint(told.parts) or any(w.startswith(_HEDGING) for w in told.parts)


def _is_told_plainly(verb: str, near: Words) -> bool:
    """Whether ``near`` has ``verb`` more often than as what is to come."""
    ahead = sum(verb == other for other, _ in _ahead(near.parts))
    return sum(verb == _base(word) for word in near.bare if word) > ahead


def _base(word: str) -> str:
    return stem(_IRREGULAR.get(word, word))
