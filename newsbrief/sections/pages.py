"""What a page has around its story and a model takes for part of it: datelines, links, bylines."""

from __future__ import annotations

from newsbrief.analysis.reading import Reading
from newsbrief.sections.ungrounded import Final
from newsbrief.span import Span

_COPIED = 12  # characters; who words a sentence anew does not begin with as many of its own


def of_the_story(prose: str, evidence: tuple[Span, ...], reading: Reading) -> str:
    """``prose`` without what a page has in front of its sentence: "Photo KUNDUZ, Afghanistan -- ".

    Raises `Final` where ``evidence`` is no more than parts of the page.
    """
    numbers = [n for span in evidence if (n := reading.sentence_at(span)) is not None]
    if numbers and all(map(reading.is_furniture, numbers)):
        raise Final("it rests on a part of the page, not on the story")
    for number in numbers:
        start = reading.sentences[number].span.start
        if not prose.startswith(reading.text[start : start + _COPIED]):
            continue
        front = reading.text[start : reading.begins(number)].strip()
        if front and prose.startswith(front) and len(prose) > len(front):
            return prose[len(front) :].lstrip()
    return prose
