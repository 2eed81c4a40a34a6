"""When something happened, as the article words it and as the calendar knows it."""

from __future__ import annotations

from datetime import date, datetime

from pydantic import BaseModel, ConfigDict

from newsbrief.analysis.times.atoms import names_a_time
from newsbrief.analysis.times.dates import day_of
from newsbrief.analysis.times.finding import TimeExpression
from newsbrief.analysis.times.resolve import Anchor, Granularity
from newsbrief.sections.item import unchecked
from newsbrief.span import Span


class When(BaseModel):
    """A time. ``start`` and ``end`` are ISO dates or datetimes, inclusive; ``None`` is open or
    unresolved. ``anchor`` says what resolved it: its own words (``absolute``), the article's
    date (``published``), or nothing (``unresolved``); today's date never does. ``text`` names the
    time or, where no words do (`by_tense`), is the verb that tells of news as done."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    text: str
    span: Span
    start: date | datetime | None = None
    end: date | datetime | None = None
    granularity: Granularity = "unknown"
    anchor: Anchor = "unresolved"

    @property
    def by_tense(self) -> bool:
        """Whether no words name it: then it is the day of publication or the one before."""
        start, end = self.start, self.end
        if self.anchor != "published" or not (type(start) is type(end) is date):
            return False
        return (end - start).days == 1 and not names_a_time(self.text)

    def begins_after(self, day: date) -> bool:
        start = self.start
        return start is not None and day_of(start) > day_of(day)

    @classmethod
    def of(cls, time: TimeExpression, text: str) -> When:
        span = time.span.of(text)
        return _when(
            text=span.text,
            span=span,
            start=time.start,
            end=time.end,
            granularity=time.granularity,
            anchor=time.anchor,
        )


_when = unchecked(When)
