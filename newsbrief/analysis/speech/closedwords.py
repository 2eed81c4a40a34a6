"""The words of the closed classes, each with its letter (see wordclass.py)."""

from __future__ import annotations

from functools import cache

from newsbrief.analysis.lexicon.cues import cue_verbs
from newsbrief.analysis.speech.words import QUOTE

_CLOSED = {
    "D": "the a an this any no every each either neither such more much other",
    "H": "his her its their my our your whose",
    "P": "he she they we i it you",
    "O": "him them me us himself herself themselves itself myself ourselves everyone everybody "
    "someone somebody nobody anyone anybody one others another both these those some many several "
    "most few all",
    "I": "of in on at by for with from about against during into through over under between among "
    "amid toward towards within without despite across behind beyond near around upon via per "
    "off up down out like unlike alongside throughout inside outside above below concerning "
    "regarding versus besides ahead",
    "t": "to",
    "C": "and or but nor yet &",
    "S": "because if when while although though as since until before after unless whether than "
    "so whereas once where how why what lest",
    "W": "who which whom",
    "h": "that",
    "X": "is are was were be been being am has have had having does did do doing 's isn’t aren’t "
    "wasn’t weren’t hasn’t haven’t hadn’t doesn’t didn’t don’t isn't aren't wasn't weren't hasn't "
    "haven't hadn't doesn't didn't don't got gets get getting",
    "M": "will would can could may might must shall should won’t wouldn’t can’t cannot couldn’t "
    "shouldn’t mustn’t won't wouldn't can't couldn't shouldn't ought",
    "A": "not also then later never now just only even still already again once recently "
    "repeatedly often always sometimes earlier instead too ever n’t n't soon further rather "
    "perhaps maybe however meanwhile thus therefore there here today tonight yesterday tomorrow "
    "afterward afterwards simply first back long well almost quite very away ago yet moreover "
    "furthermore onstage aloud nevertheless nonetheless likewise otherwise hence",
    "T": "monday tuesday wednesday thursday friday saturday sunday january february march april "
    "june july august september october november december jan feb aug sept oct nov dec week "
    "month year weekend morning afternoon evening night mid-week weeks months years days hours "
    "minutes noon midnight",
    "v": "went came gave took made put began kept left won lost ran held met led became grew sat "
    "stood brought bought built caught drew drove fell flew paid rose sent sold "
    "spent taught threw wore broke fought goes comes gives takes makes puts keeps leaves wins "
    "loses runs holds meets leads becomes brings draws drives falls pays sends stands go come give "
    "take make keep become bring let lets used uses use done gone given taken turns "
    "moved turned wept slept swept crept stole struck sank fled withdrew overcame forbade "
    "undertook shook woke hid ate drank swung stuck clung flung knelt leapt bent shrank froze "
    "withheld died",
    "e": "drawn thrown worn grown flown born driven stolen frozen hidden woven beaten shaken eaten",
}  # fmt: skip


@cache
def closed() -> dict[str, str]:
    table = {word: letter for letter, words in _CLOSED.items() for word in words.split()}
    for word, cue in cue_verbs().items():
        table.setdefault(word, "v" if cue.particles else "V")
    for pronoun in ("he", "she", "it", "they", "we", "i", "you"):
        for tail in ("s", "re", "m", "ve", "d", "ll"):
            table[f"{pronoun}’{tail}"] = table[f"{pronoun}'{tail}"] = "P"
    table.update({"“": '"', "”": '"', "‟": '"', "‘": "'", "’": "'"})
    table.update({"—": "-", "–": "-", "―": "-", "-": "-", QUOTE: "Q"})
    return table
