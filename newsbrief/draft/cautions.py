"""What a brief warns of once all is there: orders in the text, markup, what was filled in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from newsbrief.analysis.text.markup import markup
from newsbrief.sections.ground import Ground

MAX_ORDERS = 10  # told one by one


def cautions(ground: Ground) -> Iterator[str]:
    """Each in words of its own."""
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
