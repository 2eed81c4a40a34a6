"""The functions that users call."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from newsbrief.article import Article
from newsbrief.backends.base import Backend
from newsbrief.brief import Brief
from newsbrief.jobs import Job
from newsbrief.sections.base import AnySection
from newsbrief.settings import Settings


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
    from newsbrief.run import run

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
    from newsbrief.run import arun

    return await arun(job.plan(job.backend), job.backend, job.settings)
