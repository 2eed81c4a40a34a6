"""The source of a cue: what stands left or right of the verb, or the subject it takes over."""

from __future__ import annotations

from collections.abc import Sequence

from newsbrief.analysis.lexicon.cues import cue_verbs
from newsbrief.analysis.lexicon.tables import word_set
from newsbrief.analysis.speech.clauses import main_subject, parted_subject
from newsbrief.analysis.speech.sources import Grammar, Source
from newsbrief.analysis.speech.unnamed import gender_of
from newsbrief.analysis.speech.words import Unit

# Things that bear words: of "a sign saying" the sign is the source, not who holds it.
BEARERS = word_set(
    """
    sign signs hat hats shirt shirts t-shirt t-shirts banner banners poster posters placard
    placards sticker stickers button buttons caption captions billboard billboards inscription
    plaque flag flags graffiti badge cap caps
    """
)
# Before somebody who is said to speak: "with Lee saying", "a video of Lee saying".
_RECORDS = word_set(
    "footage video videos audio tape tapes clip clips recording recordings account accounts"
)
_WITNESSED = word_set(
    "with recalled recalls recalling remembered remembers heard hears hearing caught quoted "
    "quotes quoting showed shows showing filmed recorded"
)
NAMING = frozenset({"dub", "name", "title", "label", "brand", "style", "bill", "tag", "term"})
BE = word_set(
    "is are was were be been being isn’t aren’t wasn’t weren’t isn't aren't wasn't weren't"
)


# What shares, talks and rows do when somebody says something.
_BEFALLS = word_set(
    "fell fall rose rise came come comes erupted followed follows dropped drop jumped jump slid "
    "slide slipped slip tumbled surged surge sank plunged climbed gained lost stalled collapsed"
)
_BACKS = frozenset({"back", "support"})
_LEADS = word_set(
    "led lead leads leading prompted prompt prompts prompting forced force forces forcing caused "
    "cause causes causing drove drives driving compelled spurred inspired "
    "require requires required requiring"
)
_MADE = 10  # words from such a verb to the one that it brings about
_THEREUPON = frozenset({"after", "as", "when", "because", "once"})
_OPENS = 4  # words at the start of a sentence: "But shortly after saying"
_QUOTED = 12  # words from "quoted" to "as saying"
_AS_SAYING = ["as", "saying"]
_THINKS = word_set(
    "think believe hope expect fear worry remember dispute describe praise criticise criticize "
    "express blame defend welcome accuse dismiss reject love like want wish know feel"
)
_WHERE = 25  # words between "where" and the cue
# With a source behind them they end what the one before said: "Lee said ..., but Hill called".
_CONTRASTS = frozenset("but and yet while whereas although though with".split())


def as_saying(v: int, unit: Unit, low: Sequence[str]) -> int | None:
    """The row of the "as saying" behind the "quoted" at word ``v``."""
    stop = min(unit.last - 1, v + _QUOTED)
    return next((k for k in range(v + 2, stop) if low[k : k + 2] == _AS_SAYING), None)


class CueSources:
    """Finds the source of each cue once; the quotes of an article and its reports share them."""

    def __init__(self, grammar: Grammar) -> None:
        self.g = grammar
        self.letters, self.line = grammar.letters, grammar.line
        self.low = grammar.words.low
        self.verbs = cue_verbs()
        self.known: dict[int, Source | None] = {}  # by the cue's word

    def source(self, v: int, unit: Unit) -> Source | None:
        """The source of the cue at word ``v``, from what stands left and right of it."""
        if v in self.known:
            return self.known[v]
        found = self.known[v] = self._find(v, unit)
        return found

    def _find(self, v: int, unit: Unit) -> Source | None:
        letters, line, low = self.letters, self.line, self.low
        cue = self.verbs[low[v]]
        if cue.lemma == "quote" and (saying := self.saying(v, unit)):
            return self.g.after(v + 1, saying)
        if cue.form in ("past", "done"):
            agent = v + 1
            if agent < unit.last:
                agent += low[agent] == "as"  # "dubbed “a joke” by fans"
                agent += letters[agent] == "Q"
            if agent < unit.last and low[agent] == "by":
                return self.g.after(agent + 1, unit.last)
        if letters[v - 1] == "P" and v > unit.first and cue.form != "ing":  # "she said"
            return Source(v - 1, v)
        if cue.form in ("past", "done") and self._passive(v, unit):
            return None
        if v == unit.first:
            if cue.form == "ing":
                return self.g.unit_subject(unit)
            return self.g.after(v + 1, unit.last) if cue.speech and cue.form == "past" else None
        before = letters[v - 1]
        if before in "DHI" and cue.form != "ing":
            return None
        if cue.form == "ing" or before == "t":
            if low[v] == "saying" and low[v - 1] == "as":
                quoted = next((u for u in range(v - 2, unit.first, -1) if low[u] == "quoted"), v)
                if quoted < v and self._passive(quoted, unit):
                    return self.g.subject(quoted, unit.first)
            if before == "n" and low[v - 1] in BEARERS:
                return self.g.subject(v, unit.first, plain=True)
            if before in "nNO0)" and (found := self._accompanying(v, unit)):
                return found
            if before in "nN" and (found := self._told_of(v, unit)):
                return found
            if before == "t" and (found := self._made(v, unit)):
                return found
            if before == "X" or (before == "A" and letters[v - 2] == "X"):
                return self.g.subject(v, unit.first)
            return self._same_subject(v, unit)
        i = v - 1
        while i > unit.first and letters[i] in "AXMT":
            i -= 1
        if letters[i] == "I" and i < v - 1 and "T" in line[i + 1 : v]:
            i -= 1  # "and on Monday announced"
        if letters[i] in "Ct":  # "Lee is understood to have told"
            return self._same_subject(v, unit)
        told_of = "o" in cue.frames and not cue.speech  # "“in May,” described the plan as Q"
        if not told_of and (before == "Q" or (before == "," and letters[v - 2] == "Q")):
            inverted = self.g.after(v + 1, unit.last)
            if not inverted or not self.g.verb_follows(inverted.last, unit.last):
                return inverted
        found = self.g.subject(v, unit.first)
        if found is None and letters[i] == "," and "s" in cue.frames:
            found = parted_subject(v, i, unit, self.g)
            if found is not None:
                return found
        if before != "," or not cue.speech or cue.lemma in ("tell", "ask"):
            return found
        aside = found is not None and self.g.starts_clause(found.first, unit.first)
        if aside and found is not None:  # "the race will be tight, said Lee": no "tight"
            between = line[found.last : v].replace("tX", "t")
            aside = "W" in between or not ("X" in between or "M" in between)
        if not aside:
            inverted = self.g.after(v + 1, unit.last)
            if inverted and not self.g.verb_follows(inverted.last, unit.last):
                return inverted
        return found

    def saying(self, v: int, unit: Unit) -> int | None:
        """The "as" of "the BBC quoted Lee as saying"; none of "Lee was quoted as saying"."""
        return None if self._passive(v, unit) else as_saying(v, unit, self.low)

    def _passive(self, v: int, unit: Unit) -> bool:
        """ "was named": whoever is named does not speak."""
        i = v - 1
        while i > unit.first and self.letters[i] == "A":
            i -= 1
        if i >= unit.first and self.letters[i] in ",-n":
            return self.verbs[self.low[v]].lemma in NAMING and self.letters[v + 1] == "Q"
        return i >= unit.first and self.low[i] in BE

    def _same_subject(self, v: int, unit: Unit) -> Source | None:
        """The subject that ", adding" or "and said" takes over from the clause before."""
        letters, line = self.letters, self.line
        for u in range(v - 1, max(unit.first, v - 8) - 1, -1):
            if letters[u] == "V" and self.verbs[self.low[u]].speech:
                found = self.source(u, unit)
                if found is not None:
                    return found
        found = self._place_subject(v, unit) or self.g.unit_subject(unit, v)
        if found is not None and line[v - 1] == ",":
            found = self._causer(found, v) or found
        if found is None and letters[v - 1] in "SI" and v < unit.first + _OPENS:
            found = main_subject(v, unit, self.g)
        if found is None:
            who = line.rfind("W", max(unit.first, v - 60), v)
            found = self.g.subject(who + 1, unit.first) if who >= 0 else None
        return found

    def _place_subject(self, v: int, unit: Unit) -> Source | None:
        """Who is at the place that "where" tells of: "the hall where fans sat, chanting"."""
        where = v - 2
        floor = max(unit.first, v - _WHERE)
        if "where" not in self.low[floor:where]:
            return None
        while where > floor and self.low[where] != "where":
            where -= 1
        if where <= floor or "," in self.line[where : v - 1] or "Q" in self.line[where:v]:
            return None
        found = self.g.after(where + 1, v)
        return found if found and self.g.verb_follows(found.last, v) else None

    def _causer(self, thing: Source, v: int) -> Source | None:
        """Who speaks in "Shares fell after the firm cut its forecast, citing costs": no share."""
        verb = thing.last
        while verb < v and self.letters[verb] in "AX":
            verb += 1
        if verb >= v or self.low[verb] not in _BEFALLS or self.letters[thing.first] == "P":
            return None
        for k in range(verb + 1, min(v, verb + _WHERE)):
            if self.low[k] in _THEREUPON:
                found = self.g.after(k + 1, v)
                return found if found and self.g.verb_follows(found.last, v) else None
        return None

    def _told_of(self, v: int, unit: Unit) -> Source | None:
        """Whom the participle at word ``v`` tells of: "groups backing Lee", "aides denying it"."""
        backs = self.verbs[self.low[v]].lemma in _BACKS
        noun = self.low[v - 1]
        if self.verbs[self.low[v]].form != "ing" or not (
            backs or gender_of(noun.removesuffix("s")) is not None
        ):
            return None
        found = self.g.subject(v, unit.first, plain=True)
        if found is None or found.first <= unit.first:
            return None
        if self.letters[found.first - 1] == "W" and found.first + 1 < found.last:
            found.first += 1  # "emails, which included | aides suggesting"
        for k in range(found.last - 1, found.first - 2, -1):
            if self.letters[k] in "It" and self.low[k] != "of":  # "$10 to | a group backing Lee"
                return Source(k + 1, found.last) if backs else None
        return found

    def _made(self, v: int, unit: Unit) -> Source | None:
        """Whom something leads to speak: "the row led fans to demand it", "forced Lee to admit"."""
        for u in range(v - 2, max(unit.first, v - _MADE) - 1, -1):
            if self.letters[u] in ",;CQ":
                return None
            if self.low[u] in _LEADS:
                found = self.g.after(u + 1, v)
                return found if found and found.last == v - 1 else None
        return None

    def _accompanying(self, v: int, unit: Unit) -> Source | None:
        """The subject of its own that "saying" has behind "with": "with Ann Lee saying"."""
        for opener in range(v - 2, max(unit.first, v - 9) - 1, -1):
            word = self.low[opener]
            if word in _WITNESSED or (word == "of" and self.low[opener - 1] in _RECORDS):
                found = self.g.subject(v, opener + 1, plain=True)
                return found if found and found.first == opener + 1 else None
        return None

    def main(self, unit: Unit) -> Source | None:
        for v in range(unit.first, min(unit.last, unit.first + 60)):
            if self.letters[v] != "V":
                continue
            cue = self.verbs[self.low[v]]
            if cue.speech and (cue.frames or cue.form != "ing"):  # no "face beaming from a wall"
                source = self.source(v, unit)
                if source is not None:
                    return source
        return None

    def thinks(self, unit: Unit) -> Source | None:
        """Who has a view in a sentence that tells of no speech: "Hill wants it. “I do.”"."""
        for v in range(unit.first, min(unit.last, unit.first + 60)):
            if self.letters[v] == "V" and self.verbs[self.low[v]].lemma in _THINKS:
                source = self.source(v, unit)
                if source is not None:
                    return source
        return None

    def ends_aside(self, v: int, source: Source) -> bool:
        """Whether the cue ends a relative clause: "those who complained were Q"."""
        k = v + 1
        while self.letters[k] == "A" and self.low[k] != "there":
            k += 1
        return self.letters[source.first] in "Wh" and self.letters[k] in "XM"

    def outer(self, v: int, source: Source, unit: Unit) -> tuple[Source, tuple[int, int]] | None:
        """Of "Smith said he believes" and "Smith said fans have shown": Smith.

        A speech cue with a named source keeps the quote; any other gives way to the speech
        cue whose content holds it.
        """
        letters, low = self.letters, self.low
        pronoun = letters[source.first] == "P"
        if (self.verbs[low[v]].speech and not pronoun) or self._contrasts(source, unit):
            return None
        if low[unit.first] == "when" and letters[source.first - 1] == ",":
            return None  # "When Lee asked why, she said"
        best = None
        floor, behind = max(unit.first, v - 60), min(v, source.first)
        if letters[v - 1] == "t" and not self.verbs[low[v]].speech:  # "said she wanted to see Q"
            behind = v
        if "V" not in self.line[floor:behind]:
            return None
        for u in range(behind - 1, floor - 1, -1):
            if letters[u] in ";W":
                break
            if letters[u] != "V" or not self.verbs[low[u]].speech or self.verbs[low[u]].particles:
                continue
            if "s" not in self.verbs[low[u]].frames:
                continue
            if "N" in self.line[source.first : source.last] and "Q" in self.line[u:behind]:
                continue  # "Lee said it was a “joke”, Hill called it “dire”"
            if self.verbs[low[u]].form == "ing" and "," in self.line[u:behind]:
                continue  # "In a note announcing it, Lee described"
            found = self.source(u, unit)
            if found is not None and letters[found.first] == letters[source.first] == "W":
                continue  # "Those who rebuked Lee include Hill, who called"
            if found is not None and low[found.first - 1] != "by":  # "Asked by Lee, she said"
                best = (found, (u, u + 1))
                if letters[found.first] != "P":
                    return best
        return best

    def _contrasts(self, source: Source, unit: Unit) -> bool:
        """Whether the source begins a clause against the one before: "Lee said ..., but Hill"."""
        k = source.first - 1
        while k > unit.first and self.letters[k] == "A":
            k -= 1
        if self.low[source.first] in ("i", "we"):  # "Lee said, and I quote, Q"
            return False
        return k > unit.first and self.low[k] in _CONTRASTS and self.letters[k - 1] in ",;-"
