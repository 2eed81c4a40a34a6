"""Whether words of the article may name somebody at all."""

from __future__ import annotations

from newsbrief.analysis.patterns import Lazy
from newsbrief.analysis.speech.wordsigns import letter

_WORD = Lazy(r"[^\W_]+(?:['’.&-][^\W_]+)*|[,;:.!?()\"“”]")
# A noun phrase, by the letters of `newsbrief.analysis.speech.wordclass`: "the", "his" or "two" may
# open it; nouns, names and adjectives make it up to its head; more may follow behind a preposition,
# a comma, "and" or "who". No determiner stands amid it ("hit the pier"), no verb before its head
# ("resigned on Monday").
_PHRASE = Lazy(
    r"(?!e[IAt])A*(?:[DHO0]+[A0ngeNTVv.]*[ngeN0Vv]|[ngeN0][A0ngeNT.]*(?<!T)|O(?=I))(?:[ItCWSh,(eg-].*)?"
)


def may_name(words: str) -> bool:
    """Whether ``words`` are a noun phrase: "a campaign spokesman", "police in Harwick"; not "He",
    "Monday", "said so"."""
    letters = "".join(letter(word) for word in _WORD.findall(words))
    return _PHRASE.fullmatch(letters) is not None
