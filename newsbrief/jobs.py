"""From the arguments of a call to the article, the sections and the backend that it means."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple, Self, cast

from pydantic.errors import PydanticUndefinedAnnotation, PydanticUserError

from newsbrief.article import Article
from newsbrief.backends.base import Backend
from newsbrief.brief import Brief
from newsbrief.configure import HOW, backend_for
from newsbrief.errors import ConfigError, NoModelWarning
from newsbrief.extractive import extract
from newsbrief.sections.base import AnySection, Section, overrides
from newsbrief.sections.events import Events
from newsbrief.sections.item import Item, unchecked
from newsbrief.sections.quotes import Quotes
from newsbrief.sections.stakeholders import Stakeholders
from newsbrief.sections.summary import SummarySentences
from newsbrief.settings import Settings
from newsbrief.wire import WireItem, has_no_strict_form

if TYPE_CHECKING:
    from newsbrief.draft.answers import SectionType
    from newsbrief.plan.live import Live
    from newsbrief.plan.rounds import Plan

DEFAULT_SECTIONS: tuple[type[AnySection], ...] = (Stakeholders, Events, Quotes)
_OWN_SECTIONS: tuple[type[AnySection], ...] = (SummarySentences, *DEFAULT_SECTIONS)
_LOCAL_DEADLINE = 900.0  # seconds; without a GPU, a model of 7 billion parameters needs minutes
_NO_MODEL = f"no model is configured, so the extractive engine wrote this brief; {HOW}"
_ENGINES = ("openai", "local", "fake")
# A section's name is a key of the answer, where one is the headline; and its template has that
# name, in a folder that comes before newsbrief's own.
_TAKEN = frozenset(
    {"headline", "article", "closing", "example", "part", "repair", "repair_system", "system"}
)


class Job(NamedTuple):
    """One brief to be made. ``backend`` None stands for the extractive engine."""

    article: Article
    sections: tuple[SectionType, ...]
    backend: Backend | None
    settings: Settings
    warnings: tuple[str, ...] = ()

    @classmethod
    def of(
        cls,
        article: str | Article,
        model: str | Backend | None,
        sections: Sequence[type[AnySection]] | None,
        published: date | datetime | str | None,
        settings: Settings | None,
    ) -> Self:
        """Raises `InputError` and `ConfigError`; warns with `NoModelWarning`."""
        if not isinstance(article, Article):
            article = Article(article, published=published)
        elif published is not None:
            article = article.dated(published)
        chosen = _chosen(DEFAULT_SECTIONS if sections is None else sections)
        if settings is not None and not isinstance(settings, Settings):
            raise ConfigError(f"settings= takes Settings(...), not {type(settings).__name__}")
        settings = settings or unchecked(Settings)()
        if model is not None and not isinstance(model, str):
            _check_backend(model)
            return cls(article, chosen, model, _patient(settings, model))
        resolved = settings.resolved(model)
        backend = backend_for(resolved)
        if backend is None and resolved.model is None:
            warnings.warn(_NO_MODEL, NoModelWarning, stacklevel=3)
            return cls(article, chosen, None, resolved, (_NO_MODEL,))
        return cls(article, chosen, backend, _patient(resolved, backend))

    def extract(self) -> Brief:
        return extract(self.article, self.sections, warnings=self.warnings)

    def plan(self, backend: Backend, live: Live | None = None) -> Plan[Brief]:
        """The plan of an LLM's brief; with the fallback, where the settings allow it. ``live`` is
        shown the items as they are taken."""
        from newsbrief.plan.budget import metered
        from newsbrief.plan.plan import brief_plan, with_fallback
        from newsbrief.prompts import templates

        plan = brief_plan(
            self.article,
            self.sections,
            templates(self.settings.prompts),
            backend.engine,
            backend.model,
            self.settings.repairs,
            self.settings.context,
            live,
        )
        plan = metered(plan, backend, self.settings)
        if self.settings.fallback is None:
            return plan
        return with_fallback(plan, self.article, self.sections)


def _patient(settings: Settings, backend: Backend | None) -> Settings:
    """``settings`` with more time for a local model, where they do not say how much: a request that
    was given up and sent again would only start anew."""
    if backend is None or backend.engine != "local":
        return settings
    given = settings.model_fields_set
    deadline = settings.deadline if "deadline" in given else _LOCAL_DEADLINE
    timeout = settings.timeout if "timeout" in given else deadline
    return settings.model_copy(update={"deadline": deadline, "timeout": timeout})


def _check_backend(model: Backend) -> None:
    if isinstance(model, type):
        raise ConfigError(f"model={model.__name__} is a class; give an instance of it")
    for name in ("engine", "model", "send"):
        if not hasattr(model, name):
            kind = type(model).__name__
            raise ConfigError(
                f"model= takes a name or a Backend, not {kind}, which has no {name!r}"
            )
    if model.engine not in _ENGINES:  # a brief that names another one could not be read again
        kind, known = type(model).__name__, ", ".join(_ENGINES)
        raise ConfigError(f"{kind}.engine is {model.engine!r}; it must be one of {known}")


def _no_section(given: object) -> str:
    """That ``given`` is none, and which class was meant: by 'quotes', or by its item `Quote`."""
    for section in DEFAULT_SECTIONS:
        if given in (section.name, section.item) or type(given) is section:
            shown = getattr(given, "__name__", repr(given))
            return f"sections= takes classes: write {section.__name__}, not {shown}"
    return f"{given!r} is no Section; sections= takes Section subclasses"


def _check(section: type) -> None:
    if not issubclass(section, Section):
        raise ConfigError(_no_section(section))
    for field, kind in (("wire", WireItem), ("item", Item)):
        given = getattr(section, field, None)
        if not (isinstance(given, type) and issubclass(given, kind)):
            raise ConfigError(f"{section.__name__}.{field} must be a subclass of {kind.__name__}")
    name = getattr(section, "name", None)
    if not isinstance(name, str) or not name.isidentifier() or name in _TAKEN:
        raise ConfigError(
            f"{section.__name__}.name must be an identifier, like 'claims', and none of "
            f"{', '.join(sorted(_TAKEN))}"
        )
    if name.startswith("_") or hasattr(WireItem, name):  # a field of the answer bears it
        raise ConfigError(
            f"{section.__name__}.name must not begin with '_', nor be what pydantic's models have "
            f"already; {name!r} is"
        )
    for own in _OWN_SECTIONS:
        if name == own.name and not issubclass(section.item, own.item):
            raise ConfigError(
                f"{section.__name__}.name is {name!r}, and those of a brief are of the class "
                f"{own.item.__name__}, not {section.item.__name__}; take another name"
            )
    _check_fields(section)


def _check_fields(section: type[Section[Any, Any]]) -> None:
    wire, item = section.wire.model_fields, section.item.model_fields
    if "item" in wire:
        raise ConfigError(f"{section.wire.__name__}: a field called 'item' is newsbrief's own")
    for name, field in wire.items():
        if not field.is_required():  # strict structured output takes no defaults
            raise ConfigError(
                f"{section.wire.__name__}.{name} has a default; what may lack is written "
                f"as `{name}: ... | None`, without one"
            )
        if has_no_strict_form(field.annotation):
            raise ConfigError(
                f"{section.wire.__name__}.{name} is a tuple, a set or a dict, which strict "
                "structured output does not know; write a list"
            )
    lacking = ", ".join(sorted(wire.keys() - item.keys()))
    if lacking and not overrides(section, "bind"):
        raise ConfigError(
            f"{section.item.__name__} lacks {lacking} of {section.wire.__name__}; add what lacks, "
            f"or write {section.__name__}.bind"
        )
    if section not in DEFAULT_SECTIONS:  # a flaw of a user's model shows before anything is asked
        for model in (section.wire, section.item):
            try:
                model.model_rebuild()
            except (PydanticUserError, PydanticUndefinedAnnotation) as error:
                raise ConfigError(f"{model.__name__} is no model that holds: {error}") from error


def _chosen(sections: Sequence[type[AnySection]]) -> tuple[SectionType, ...]:
    """The summary first; then the stakeholders, which other items refer to; then as given."""
    if isinstance(sections, str) or not isinstance(sections, Sequence):
        raise ConfigError("sections= takes a list of Section subclasses, such as [Events, Quotes]")
    for section in sections:
        if not isinstance(section, type):
            raise ConfigError(_no_section(section))
    return _ordered(tuple(sections))


@lru_cache(maxsize=64)
def _ordered(sections: tuple[type[AnySection], ...]) -> tuple[SectionType, ...]:
    for section in sections:
        _check(section)
    names = ["summary", *(s.name for s in sections if s is not SummarySentences)]
    if double := {name for name in names if names.count(name) > 1}:
        raise ConfigError(f"two sections are called {sorted(double)[0]!r}; rename one")
    rest = [s for s in sections if s not in (SummarySentences, Stakeholders)]
    first = [SummarySentences, *([Stakeholders] if Stakeholders in sections else [])]
    return cast("tuple[SectionType, ...]", (*first, *rest))
