"""Chunks: a long text cut at its paragraphs, as ranges of its sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence


def chunks(
    paragraphs: Sequence[int], sizes: Sequence[int], limit: int, of: range | None = None
) -> list[range]:
    """Sentences ``of`` a text (all, where it is None) in runs of at most ``limit``, in order.

    ``paragraphs`` and ``sizes`` hold the paragraph's number and the size of each sentence. A run
    ends where a paragraph ends; within one only where the paragraph alone is larger than ``limit``,
    and it holds more than ``limit`` only where it is a single sentence. Runs are of about the same
    size. Linear in the number of sentences.
    """
    of = range(len(sizes)) if of is None else of
    total = sum(sizes[n] for n in of)
    even = total / max(1, -(-total // limit))  # else the last run is a stump
    found: list[range] = []
    start, held = of.start, 0
    for block in _blocks(paragraphs, sizes, limit, of):
        size = sum(sizes[n] for n in block)
        if held and (held >= even or held + size > limit):
            found.append(range(start, block.start))
            start, held = block.start, 0
        held += size
    return [*found, range(start, of.stop)] if of else []


def before(chunk: range, paragraphs: Sequence[int], sizes: Sequence[int], limit: int) -> range:
    """The sentences right before ``chunk``, as far as the end of the last two paragraphs and
    ``limit`` reach."""
    start, held = chunk.start, 0
    while (
        start
        and held + sizes[start - 1] <= limit
        and paragraphs[chunk.start - 1] - paragraphs[start - 1] < 2
    ):
        start -= 1
        held += sizes[start]
    return range(start, chunk.start)


def _blocks(
    paragraphs: Sequence[int], sizes: Sequence[int], limit: int, of: range
) -> Iterator[range]:
    """The paragraphs; of one that is larger than ``limit``, its sentences."""
    start = of.start
    for n in of:
        if n + 1 == of.stop or paragraphs[n + 1] != paragraphs[n]:
            block = range(start, n + 1)
            start = n + 1
            if sum(sizes[m] for m in block) <= limit:
                yield block
            else:
                yield from (range(m, m + 1) for m in block)
