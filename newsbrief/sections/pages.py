"""What a page has around its story and a model takes for part of it: datelines, links, bylines."""

from __future__ import annotations

from newsbrief.analysis.reading import Reading
from newsbrief.sections.ungrounded import Final
from newsbrief.span import Span


def without_front(prose: str, evidence: tuple[Span, ...], reading: Reading) -> str:
    """``prose`` without what stands in front of its sentence: "Photo KUNDUZ, Afghanistan -- ".

    Raises `Final` where ``evidence`` is no more than parts of the page.
    """
    numbers = [n for span in evidence if (n := reading.sentence_at(span)) is not None]
    if numbers and all(map(reading.is_furniture, numbers)):
        raise Final("it rests on a part of the page, not on the story")
    for number in numbers:
        start, begins = reading.sentences[number].span.start, reading.begins(number)
        front = reading.text[start:begins].strip()
        if front and prose.startswith(front) and len(prose) > len(front):
            return prose[len(front) :].lstrip()
    return prose
