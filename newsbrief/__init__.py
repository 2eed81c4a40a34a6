"""newsbrief turns a news article into a structured brief, tied to the article's own characters.

    >>> from newsbrief import summarise
    >>> brief = summarise(text, published="2023-05-30")

Names are imported when they are first used: ``import newsbrief`` alone loads neither pydantic nor
openai, instructor or jinja2.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from newsbrief.version import __version__ as __version__

if TYPE_CHECKING:
    from newsbrief.api import astream as astream
    from newsbrief.api import asummarise as asummarise
    from newsbrief.api import stream as stream
    from newsbrief.api import summarise as summarise
    from newsbrief.article import Article as Article
    from newsbrief.backends.base import Backend as Backend
    from newsbrief.backends.base import Call as Call
    from newsbrief.backends.base import Reply as Reply
    from newsbrief.backends.fake import FakeBackend as FakeBackend
    from newsbrief.backends.local import LocalBackend as LocalBackend
    from newsbrief.brief import Brief as Brief
    from newsbrief.brief import Provenance as Provenance
    from newsbrief.errors import (
        AnswerError as AnswerError,
    )
    from newsbrief.errors import (
        AuthenticationFailed as AuthenticationFailed,
    )
    from newsbrief.errors import (
        BackendError as BackendError,
    )
    from newsbrief.errors import (
        BudgetExceeded as BudgetExceeded,
    )
    from newsbrief.errors import (
        ConfigError as ConfigError,
    )
    from newsbrief.errors import (
        InputError as InputError,
    )
    from newsbrief.errors import (
        NewsbriefError as NewsbriefError,
    )
    from newsbrief.errors import (
        NoConnection as NoConnection,
    )
    from newsbrief.errors import (
        NoModelWarning as NoModelWarning,
    )
    from newsbrief.errors import (
        QuotaExhausted as QuotaExhausted,
    )
    from newsbrief.errors import (
        RateLimited as RateLimited,
    )
    from newsbrief.errors import (
        Refused as Refused,
    )
    from newsbrief.errors import (
        RequestRefused as RequestRefused,
    )
    from newsbrief.errors import (
        TemplateError as TemplateError,
    )
    from newsbrief.errors import (
        TooLong as TooLong,
    )
    from newsbrief.errors import (
        UnknownModel as UnknownModel,
    )
    from newsbrief.errors import (
        Unreachable as Unreachable,
    )
    from newsbrief.errors import (
        Unrepairable as Unrepairable,
    )
    from newsbrief.grounding import Match as Match
    from newsbrief.grounding import locate as locate
    from newsbrief.ledger import Attempt as Attempt
    from newsbrief.ledger import Dropped as Dropped
    from newsbrief.ledger import Usage as Usage
    from newsbrief.sections.base import Section as Section
    from newsbrief.sections.event import Event as Event
    from newsbrief.sections.events import Events as Events
    from newsbrief.sections.ground import Ground as Ground
    from newsbrief.sections.item import Item as Item
    from newsbrief.sections.parties import Stakeholder as Stakeholder
    from newsbrief.sections.quotes import Quote as Quote
    from newsbrief.sections.quotes import Quotes as Quotes
    from newsbrief.sections.stakeholders import Stakeholders as Stakeholders
    from newsbrief.sections.summary import (
        Summary as Summary,
    )
    from newsbrief.sections.summary import (
        SummarySentence as SummarySentence,
    )
    from newsbrief.sections.summary import (
        SummarySentences as SummarySentences,
    )
    from newsbrief.sections.ungrounded import Ungrounded as Ungrounded
    from newsbrief.sections.when import When as When
    from newsbrief.settings import Settings as Settings
    from newsbrief.span import Span as Span

_HOMES = {
    "api": "astream asummarise stream summarise",
    "article": "Article",
    "backends.base": "Backend Call Reply",
    "backends.fake": "FakeBackend",
    "backends.local": "LocalBackend",
    "brief": "Brief Provenance",
    "errors": (
        "AnswerError AuthenticationFailed BackendError BudgetExceeded ConfigError InputError "
        "NewsbriefError NoConnection NoModelWarning QuotaExhausted RateLimited Refused "
        "RequestRefused TemplateError TooLong UnknownModel Unreachable Unrepairable"
    ),
    "grounding": "Match locate",
    "ledger": "Attempt Dropped Usage",
    "sections.base": "Section",
    "sections.ground": "Ground",
    "sections.events": "Event Events",
    "sections.item": "Item",
    "sections.parties": "Stakeholder",
    "sections.quotes": "Quote Quotes",
    "sections.stakeholders": "Stakeholders",
    "sections.summary": "Summary SummarySentence SummarySentences",
    "sections.ungrounded": "Ungrounded",
    "sections.when": "When",
    "settings": "Settings",
    "span": "Span",
}
_HOME = {name: home for home, names in _HOMES.items() for name in names.split()}

__all__ = sorted([*_HOME, "__version__"])  # noqa: PLE0605  (derived: one list of names, not two)


if not TYPE_CHECKING:  # else a misspelt name would pass the type check as an object

    def __getattr__(name: str) -> object:
        if name not in _HOME:
            raise AttributeError(f"module 'newsbrief' has no attribute {name!r}")
        value: object = getattr(import_module(f"newsbrief.{_HOME[name]}"), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return list(__all__)
