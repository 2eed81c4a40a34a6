"""Speech that a paragraph leaves open and a later one closes, without a mark in between.

An opening and a closing mark that both lack their partner belong together where they stand near
and nothing between them tells of a speaker; otherwise what lies between is kept, but in doubt.
"""

from __future__ import annotations

from newsbrief.analysis.patterns import Lazy
from newsbrief.analysis.text.pairing import Passage
from newsbrief.span import Span

_NEAR = 3  # paragraphs between the one that opens and the one that closes
_FAR = 12  # beyond so many, two marks that lack their partners have nothing to do with each other
# Of a speaker, or of somebody by the full name.
_TELLS = Lazy(r"\b(?:said|says|told|added|asked|according)\b|\A[A-Z][\w’'-]+ [A-Z][\w’'-]+")
_SPEECH_ENDS = frozenset(".,!?…—–-。！？、")


class Carried:
    """Whether one kind of marks was left open, and what came since."""

    __slots__ = ("begun", "closer", "led", "since")

    def __init__(self) -> None:
        self.closer = ""  # the mark that would end it; "" where nothing is open
        self.begun: Passage | None = None  # its first part, where a partner has yet to prove it
        self.led = False  # a cue stood before it
        self.since: list[Span] = []  # paragraphs without such marks

    def end(self) -> None:
        """After a paragraph that leaves nothing open."""
        self.closer, self.begun = "", None
        if self.since:
            self.since = []

    def leave(self, text: str, at: int, closer: str, begun: Passage | None = None) -> None:
        """After a paragraph that leaves open the mark at ``at``, which ``closer`` ends."""
        self.closer, self.begun = closer, begun
        self.led = text[max(0, at - 2) : at].rstrip()[-1:] in tuple(":,")
        if self.since:
            self.since = []

    def pass_over(self, block: Span) -> None:
        """After a paragraph without such marks."""
        if self.closer:
            self.since.append(block)
            if len(self.since) > _FAR:
                self.end()

    def close(self, found: list[Passage], text: str, block: Span, at: int, closing: int) -> None:
        """Add what stands between, where the first mark of ``block``, at ``at``, ends it."""
        last = Span(block.start, at)
        if not at - block.start or text[block.start : at].isspace():
            return
        apart = bool(self.since)
        if apart and text[at - 1] not in _SPEECH_ENDS and not text[at - 1].isalpha():
            return  # inches
        parts = [*self.since, last]
        doubtful = (
            apart
            and (
                len(self.since) > _NEAR
                or (self.led and text[at - 1] == ",")  # a cue before, and another behind
                or any(_TELLS.search(text[p.start : p.end]) for p in parts)
            )
        )
        if self.begun:
            found.append(self.begun._replace(doubtful=doubtful))
        found += (Passage(part, part, False, doubtful) for part in self.since)
        found.append(Passage(last, Span(block.start, at + closing), True, doubtful))
