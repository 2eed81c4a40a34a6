"""What a brief warns of once all is there: orders in the text, markup, what was filled in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from newsbrief.analysis.text.language import is_foreign
from newsbrief.analysis.text.markup import markup
from newsbrief.sections.ground import Ground

MAX_ORDERS = 10  # told one by one
_FOREIGN = "the article does not seem to be English, the one language that "
_UNREAD = "the extractive engine reads: names, times and speakers may be missing or wrong"
_UNCHECKED = (
    "is checked in full: quotations and numbers stand in the text, but names, speakers, times and "
    "events rest on the model alone"
)


def cautions(ground: Ground, by_model: bool) -> Iterator[str]:
    """Each in words of its own."""
    if is_foreign(ground.reading.lower):
        yield _FOREIGN + (_UNCHECKED if by_model else _UNREAD)
    orders, text = ground.reading.orders, ground.text
    for order in orders[:MAX_ORDERS]:
        span = order.span.of(text)
        words = " ".join(span.text.split())[:80]
        yield f"the text at {span.start}-{span.end} {order.what} ({words!r}); it is read as news"
    if more := len(orders[MAX_ORDERS:]):
        yield f"{more} more passages of the text do such things"
    if kind := markup(text):
        yield f"the article is {kind}, and its marks were read as words; give its text alone"
    fields = Counter(name for name, _ in ground.completed)
    if told := ", ".join(f"{name} of {count}" for name, count in sorted(fields.items())):
        yield f"left out by the model and taken from the text itself, in the events: {told}"
