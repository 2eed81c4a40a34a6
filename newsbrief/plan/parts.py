"""The parts that a long article is asked for in, and the question that closes them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from newsbrief.cached import cached_property
from newsbrief.chunks import before, chunks
from newsbrief.errors import ConfigError
from newsbrief.plan.asking import Asking, View
from newsbrief.sections.summary import SummarySentences
from newsbrief.span import Span
from newsbrief.wire import Grounding, groundings

# Of UTF-8, for each token. The prompts of our recordings have 3.7 to 4.4; what that leaves is for
# the schema, where a server shows it to the model, and for languages whose tokens are shorter.
BYTES_PER_TOKEN = 3
LEAST_ROOM = 1_000  # bytes of an article: a paragraph or two
MAX_NAMES = 20  # of those who were named before a part
_FRAME = 600  # bytes: the words of part.j2 and article.j2 themselves, with all their marks
_SENTENCE, _PASSAGE = 8, 16  # bytes of "[123] " and of "q12 in [123]: "
_LEAD = 3  # sentences, always shown in the end


class Parts:
    """What is shown of an article at once. Sizes are bytes of a question, without instructions.

    ``context`` is in tokens; the question takes half of it, and leaves the other to the answer.
    Raises `ConfigError` where that has no room for a paragraph, and the article needs more.
    """

    def __init__(self, asking: Asking, context: int) -> None:
        self._asking = asking
        self._reading = asking.ground.reading
        title = self._reading.article.title or ""
        opening = sum(len(message["content"].encode()) for message in asking.opening)
        fixed = opening + len(title.encode()) + _FRAME
        self.room = context // 2 * BYTES_PER_TOKEN - fixed
        if self.room < LEAST_ROOM and self.size(self.all) > self.room:
            least = 2 * (fixed + LEAST_ROOM) // BYTES_PER_TOKEN + 2
            raise ConfigError(
                f"the instructions leave no room for an article; Settings(context={context}) must "
                f"be at least {least}"
            )

    @property
    def all(self) -> range:
        return range(len(self._reading.sentences))

    def cut(self) -> list[range]:
        """The runs of sentences that the article is asked for in: one, where it is short."""
        if self._bound <= self.room or self.size(self.all) <= self.room:
            return [self.all]
        # A fifth of the room is for what is shown before a part.
        return chunks(self._paragraphs, self._sizes, self.room * 4 // 5)

    def halves(self, chunk: range) -> list[range]:
        """``chunk``, which was too long for the model, in two or three; nothing, where it is so
        short that something else must be wrong. Later questions are no longer than these."""
        size = self.size(chunk)
        if size < LEAST_ROOM or len(chunk) == 1:
            return []
        self.room = min(self.room, max(LEAST_ROOM, size // 2))
        return chunks(self._paragraphs, self._sizes, size // 2, chunk)

    def size(self, sentences: Iterable[int]) -> int:
        return sum(self._sizes[n] for n in sentences)

    def span(self, chunk: range) -> Span:
        """From the first character of ``chunk`` to its last."""
        return Span(self._start(chunk.start), self._reading.sentences[chunk[-1]].span.end).of(
            self._reading.text
        )

    def part(self, chunk: range) -> Asking:
        """Asks for what ``chunk`` holds. The sentences before it are shown, and can be pointed at;
        so are the full names of those that it goes on about."""
        earlier = before(chunk, self._paragraphs, self._sizes, self.room // 10)
        sections = self._asking.sections
        if any(Grounding.SENTENCES in groundings(s.wire).values() for s in sections[1:]):
            sections = sections[1:]  # their evidence tells what the summary must tell
        shown = {
            "keys": [section.name for section in sections],
            "names": self._named_before(chunk),
            "earlier": [self._asking.numbered(n) for n in earlier],
        }
        view = View(chunk, self._passages_of(chunk), "part.j2", False, shown)
        return self._asking.showing(view, sections, further=earlier)

    def closing(self, important: Iterable[Span]) -> Asking:
        """Asks for the headline and the summary, by the sentences of ``important`` spans, as many
        as there is room for: the first ones first, after the lead and the text's own summary."""
        reading = self._reading
        starts = (reading.sentence_at(span) for span in important)
        wanted = (*self.all[:_LEAD], *reading.summary, *(n for n in starts if n is not None))
        chosen: set[int] = set()
        held = 0
        for n in dict.fromkeys(wanted):
            if held + self._sizes[n] <= self.room:
                chosen.add(n)
                held += self._sizes[n]
        view = View(
            sorted(chosen), (), "closing.j2", more={"keys": ["headline", SummarySentences.name]}
        )
        return self._asking.showing(view, self._asking.sections[:1])

    @property
    def _bound(self) -> int:
        """The size of all sentences or somewhat more: no two hold the same characters, and none of
        these has more than four bytes. It spares most articles the sizes."""
        reading = self._reading
        shown = len(reading.text) + sum(len(passage.outer) for passage in reading.statements)
        frames = _SENTENCE * len(reading.sentences) + _PASSAGE * len(reading.statements)
        return 4 * shown + frames

    @cached_property
    def _paragraphs(self) -> list[int]:
        return [sentence.paragraph for sentence in self._reading.sentences]

    @cached_property
    def _sizes(self) -> list[int]:
        """Of each sentence, with the passages that begin in it, which are shown twice."""
        text = self._reading.text
        sizes = [
            len(text[s.span.start : s.span.end].encode()) + _SENTENCE
            for s in self._reading.sentences
        ]
        for passage in self._reading.statements:
            at = self._reading.sentence_at(passage.outer)
            words = text[passage.outer.start : passage.outer.end]
            sizes[at or 0] += len(words.encode()) + _PASSAGE
        return sizes

    def _start(self, sentence: int) -> int:
        """Where the sentence of this index begins; one too many stands for the end of the text."""
        known = self._reading.sentences
        return known[sentence].span.start if sentence < len(known) else len(self._reading.text)

    def _passages_of(self, chunk: range) -> range:
        first, last = (
            bisect_left(self._reading.statements, self._start(n), key=lambda p: p.outer.start)
            for n in (chunk.start, chunk.stop)
        )
        return range(first, last)

    def _named_before(self, chunk: range) -> list[str]:
        """Those named before ``chunk`` that it names too, in other words; and the three that were
        named last, of whom its "he said" may speak."""
        start, end = self._start(chunk.start), self._start(chunk.stop)
        again: list[str] = []
        last: list[tuple[int, str]] = []
        for entity in self._reading.entities:
            at = bisect_left(entity.mentions, start, key=lambda mention: mention.start)
            if not at:
                continue
            name = " ".join(entity.name.split())
            if entity.kind == "person":
                last.append((entity.mentions[at - 1].start, name))
            named = at < len(entity.mentions) and entity.mentions[at].start < end
            if named and self._reading.text.find(entity.name, start, end) < 0:
                again.append(name)
        recent = [name for _, name in sorted(last)[-3:]]
        return list(dict.fromkeys((*recent, *again)))[:MAX_NAMES]
