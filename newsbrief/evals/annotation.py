"""The layout of gold data of one's own: a folder of JSON files, each the annotation of one article.

A passage is given by its words, and by ``nth`` where they stand more than once: nobody has to count
characters.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
)

from newsbrief.article import Article
from newsbrief.errors import InputError
from newsbrief.evals.running import Case
from newsbrief.evals.texts import read
from newsbrief.sections.event import Status
from newsbrief.sections.parties import PartyKind
from newsbrief.sections.quotes import QuoteKind
from newsbrief.span import Span

_LISTED = BeforeValidator(lambda given: (given,) if isinstance(given, str) else given)


def _with_words(given: str) -> str:
    if not any(map(str.isalnum, given)):
        raise ValueError("it holds no words")
    return given


Words = Annotated[str, AfterValidator(_with_words)]
Several = Annotated[tuple[Words, ...], _LISTED]
OneOrMore = Annotated[Several, Field(min_length=1)]


class _Layout(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class GoldPassage(_Layout):
    """Words of the article between quotation marks, without the marks; several parts where a cue
    splits them. The first part is the ``nth`` of its wording; or ``span`` says where all stand."""

    text: OneOrMore
    nth: Annotated[int, Field(ge=1)] = 1
    span: tuple[int, int] | None = None

    def spans(self, article: str) -> tuple[Span, ...]:
        """Where the parts stand. Raises ``ValueError`` where they do not."""
        if self.span is not None and article[slice(*self.span)] != " ".join(self.text):
            raise ValueError(f"the span {self.span} does not hold {self.text}")
        found, at, nth = [], -1 if self.span is None else self.span[0] - 1, self.nth
        for part in self.text:
            for _ in range(nth):
                at = article.find(part, at + 1)
                if at < 0:
                    raise ValueError(f"the article does not hold {part!r} that often")
            found.append(Span(at, at + len(part)))
            at, nth = found[-1].end - 1, 1
        return tuple(found)


class GoldQuote(GoldPassage):
    """``speaker_any``: names that count as the speaker's; empty where nobody is named. An
    ``optional`` quote may be there."""

    kind: QuoteKind
    speaker_any: Several = ()
    optional: bool = False


class NotSpeech(GoldPassage):
    why: str = ""


class GoldStakeholder(_Layout):
    """``any``: names that count as this party's. ``kind``: one, or those that may be argued for.
    ``role_any``: wordings of the role; empty where the article states none, absent where the role
    is not scored. An ``optional`` party may be there."""

    any: OneOrMore
    kind: Annotated[tuple[PartyKind, ...], _LISTED, Field(min_length=1)]
    role_any: Several | None = None
    optional: bool = False


class GoldEvent(_Layout):
    """``what``: three to six content words. Of the other fields, those given are scored; ``null``
    says that the event has none. A ``where`` may have several wordings."""

    what: Words
    when: str = ""
    start: date | None = None
    end: date | None = None
    where: Several | None = None
    status: Status = "happened"


class Annotation(_Layout):
    """All that a careful reader finds in one article. ``article`` is a path from the file's own
    folder; the first of the ``events`` is what the article is about."""

    article: str
    published: date | None = None
    title: str | None = None
    note: str = ""
    quotes: tuple[GoldQuote, ...] = ()
    not_speech: tuple[NotSpeech, ...] = ()
    stakeholders: tuple[GoldStakeholder, ...] = ()
    never_stakeholders: tuple[str, ...] = ()
    events: tuple[GoldEvent, ...] = ()


def load(folder: Path) -> list[Case[Annotation]]:
    """The annotated articles in ``folder``, by the names of their annotations.

    Raises `InputError` where there are none, or where one does not fit its article.
    """
    found = []
    for file in sorted(folder.glob("*.json")):
        try:
            gold = Annotation.model_validate_json(read(file).removeprefix("\ufeff"))
            text = read(file.parent / gold.article)
            for passage in (*gold.quotes, *gold.not_speech):
                passage.spans(text)
            article = Article(text, gold.title, gold.published)
        except ValidationError as error:
            flaw = error.errors(include_url=False, include_input=False)[0]
            what = flaw["msg"].removeprefix("Value error, ")
            told = [str(file), ".".join(map(str, flaw["loc"])), what]
            raise InputError(": ".join(filter(None, told))) from None
        except ValueError as error:
            raise InputError(f"{file}: {error}") from error
        found.append(Case(file.stem, article, gold))
    if not found:
        raise InputError(f"there is no annotation (*.json) in {folder}")
    return found
