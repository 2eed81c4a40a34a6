"""The functions that users call."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Generator, Sequence
from datetime import date, datetime
from typing import TypeAlias

from newsbrief.article import Article
from newsbrief.backends.base import Backend
from newsbrief.brief import Brief
from newsbrief.jobs import Job
from newsbrief.sections.base import AnySection
from newsbrief.sections.event import Event
from newsbrief.sections.item import Item
from newsbrief.sections.parties import Stakeholder
from newsbrief.sections.quotes import Quote
from newsbrief.settings import Settings

Streamed: TypeAlias = Stakeholder | Event | Quote | Item | Brief


def summarise(
    article: str | Article,
    *,
    model: str | Backend | None = None,
    sections: Sequence[type[AnySection]] | None = None,
    published: date | datetime | str | None = None,
    settings: Settings | None = None,
) -> Brief:
    """A brief of ``article``, every item of it tied to the characters that support it.

    ``model`` is the name of a model, ``"local:"`` and the path of a GGUF file, ``"extractive"`` for
    the engine without an LLM, or a backend of your own. None means the configured model (see
    `Settings`) or, where none is configured, the extractive engine, with a `NoModelWarning`.
    ``sections`` are the kinds of items wanted, by default `Stakeholders`, `Events` and `Quotes`.
    ``published`` is what relative times ("on Tuesday") are resolved against; without it, and
    without ``article.published``, they stay unresolved.

    Raises `InputError` for an article that cannot be read, `ConfigError` for settings that make no
    sense, `TemplateError` for a broken template, `BackendError` where the model's server gives no
    answer within ``settings.deadline`` seconds, and `AnswerError` where its answer is no brief.
    Works inside a running event loop, but blocks it; there, await `asummarise`.
    """
    job = Job.of(article, model, sections, published, settings)
    if job.backend is None:
        return job.extract()
    from newsbrief.run.drivers import run

    return run(job.plan(job.backend), job.backend, job.settings)


async def asummarise(
    article: str | Article,
    *,
    model: str | Backend | None = None,
    sections: Sequence[type[AnySection]] | None = None,
    published: date | datetime | str | None = None,
    settings: Settings | None = None,
) -> Brief:
    """`summarise`, awaited: the same arguments, result and errors."""
    job = Job.of(article, model, sections, published, settings)
    if job.backend is None:
        return job.extract()
    from newsbrief.run.drivers import arun

    return await arun(job.plan(job.backend), job.backend, job.settings)


def stream(
    article: str | Article,
    *,
    model: str | Backend | None = None,
    sections: Sequence[type[AnySection]] | None = None,
    published: date | datetime | str | None = None,
    settings: Settings | None = None,
) -> Generator[Streamed, None, None]:
    """`summarise`, item by item: each `Stakeholder`, `Event`, `Quote` or `Item` of your own section
    as soon as the model has written it and it holds, and finally the `Brief`, of which all of them
    are part.

    An item comes behind the stakeholders that it refers to, and has the id by which the brief knows
    it; ids of quotes tell the order in which they came, not that of the article. The brief may know
    more of an item than was known when it came: a stakeholder's role, further evidence. Headline
    and summary come with the brief.

    The arguments and errors are those of `summarise`; what is wrong with the arguments is raised at
    once, the rest when the next item is asked for. Where a model fails after its first item, what
    held until then is kept, and `Brief.provenance` says what was lost. The deadline counts the time
    that you take between items, too. To leave early, close the generator
    (``with contextlib.closing(stream(...)) as items:``), which closes the connection.
    """
    job = Job.of(article, model, sections, published, settings)
    if job.backend is None:
        return _extracted(job)
    from newsbrief.plan.live import Live
    from newsbrief.run.streaming import streamed

    live = Live(job.sections)
    return streamed(job.plan(job.backend, live), job.backend, job.settings, live)


def astream(
    article: str | Article,
    *,
    model: str | Backend | None = None,
    sections: Sequence[type[AnySection]] | None = None,
    published: date | datetime | str | None = None,
    settings: Settings | None = None,
) -> AsyncGenerator[Streamed, None]:
    """`stream`, for ``async for``. To leave early, use ``contextlib.aclosing``."""
    job = Job.of(article, model, sections, published, settings)
    if job.backend is None:
        return _aextracted(job)
    from newsbrief.plan.live import Live
    from newsbrief.run.streaming import astreamed

    live = Live(job.sections)
    return astreamed(job.plan(job.backend, live), job.backend, job.settings, live)


def _extracted(job: Job) -> Generator[Streamed, None, None]:
    from newsbrief.plan.live import Live

    brief = job.extract()
    yield from Live(job.sections).rest(brief)
    yield brief


async def _aextracted(job: Job) -> AsyncGenerator[Streamed, None]:
    for told in _extracted(job):
        yield told
