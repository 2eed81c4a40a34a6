"""Who says it where the subject does not: "was told by Lee", "quoted Lee as saying"."""

from __future__ import annotations

from newsbrief.analysis.lexicon.cues import cue_verbs
from newsbrief.analysis.lexicon.tables import word_set
from newsbrief.analysis.speech.cuesources import BE, as_saying
from newsbrief.analysis.speech.negation import denied_cue
from newsbrief.analysis.speech.sources import Grammar, Source
from newsbrief.analysis.speech.words import Unit

_DENYING = word_set("deny denies denied denying")
# With a negation before them the words are not the source's: not so of "did not mince words".
_SAYING = frozenset({"say", "call", "claim", "state", "write"})
_OWN_WORDS = frozenset({"as", "of"})
_ACCUSING = word_set("accuse accuses accused accusing suspect suspects suspected suspecting")
_WORDS = word_set(
    "response reply answer reaction retort message comment comments words advice verdict "
    "explanation"
)
_TO_WHOM = frozenset({"tell", "ask", "advise", "inform", "remind", "warn", "assure"})


def speaker(
    source: Source, cue: tuple[int, int] | None, row: int, unit: Unit, grammar: Grammar
) -> Source | None:
    """``source``, unless it is shown not to speak: then who is, or None. ``row`` is the quote's."""
    if cue is None or grammar.letters[cue[0]] not in "Vg":
        if (owner := _owner(source, grammar)) is not None:
            return owner
        passive = _passive_between(source.last, row, grammar)
        return source if passive is None else _agent(passive, row, unit, grammar)
    v, low = cue[0], grammar.words.low
    if low[v] == "saying" and v > unit.first + 1 and low[v - 1] in _OWN_WORDS:
        return _quoted(v, source, unit, grammar)
    if low[v - 1] in _DENYING:
        return None
    verb = cue_verbs().get(low[v])
    if verb is None:
        return source
    if verb.lemma == "quote" and (saying := as_saying(v, unit, low)):
        return grammar.after(v + 1, saying)
    if verb.lemma in _SAYING and denied_cue(cue, grammar)[0] < v:
        return None
    told = verb.lemma in _TO_WHOM and verb.form != "ing" and _is_passive(v, unit.first, grammar)
    return _agent(v, row, unit, grammar) if told else source


def _owner(source: Source, grammar: Grammar) -> Source | None:
    """Whose words they are: of "Lee's response" Lee, of "her reply" she."""
    low = grammar.words.low
    if low[source.last - 1] not in _WORDS:
        return None
    for k in range(source.first, source.last - 1):
        if low[k].endswith(("'s", "’s")) or grammar.letters[k] == "H":
            return Source(source.first, k + 1)
    return None


def _quoted(v: int, source: Source, unit: Unit, grammar: Grammar) -> Source | None:
    """Of "Lee was quoted as saying" Lee, of "Hill quoted Lee as saying" Lee as well."""
    low = grammar.words.low
    for u in range(v - 2, unit.first, -1):
        if grammar.letters[u] not in "Vve":
            continue
        if low[v - 1] == "of" and low[u] not in _ACCUSING:  # "made a point of saying"
            return source
        if _is_passive(u, unit.first, grammar):
            return grammar.subject(u, unit.first)
        told = grammar.after(u + 1, v - 1)
        return told if told and told.last <= v - 1 else source
    return source


def _is_passive(verb: int, first: int, grammar: Grammar) -> bool:
    i = verb - 1
    while i > first and grammar.letters[i] == "A":
        i -= 1
    return grammar.words.low[i] in BE


def _passive_between(start: int, row: int, grammar: Grammar) -> int | None:
    """The first verb between the source and the quote, where it is a passive one."""
    for i in range(start, row):
        if grammar.letters[i] in "Vve":
            return i if i > start and _is_passive(i, start, grammar) else None
        if grammar.letters[i] not in "XA":
            return None
    return None


def _agent(verb: int, row: int, unit: Unit, grammar: Grammar) -> Source | None:
    """Whoever stands behind "by", after the verb or after the quote."""
    low = grammar.words.low
    for at in (verb + 1, row + 1):
        if at < unit.last and low[at] == "by":
            return grammar.after(at + 1, unit.last)
    return None
