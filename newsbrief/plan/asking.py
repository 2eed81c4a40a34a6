"""The questions about one article, as calls for a backend."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256

from newsbrief.analysis.reading import Reading
from newsbrief.article import Article
from newsbrief.backends.base import Call, Message
from newsbrief.draft.answers import (
    Problem,
    SectionType,
    answer_model,
    repair_model,
    resting,
    room,
)
from newsbrief.prompts import Templates
from newsbrief.sections.ground import Ground
from newsbrief.span import Span
from newsbrief.wire import Grounding, groundings

MAX_SHOWN = 1_000  # characters of a failed item that are sent back to the model


@dataclass(frozen=True, slots=True)
class View:
    """What a question shows of the article: indexes of sentences and passages, by which template,
    which takes ``more`` variables; and whether it asks for the headline."""

    sentences: Sequence[int]
    passages: Sequence[int]
    template: str = "article.j2"
    headline: bool = True
    more: Mapping[str, object] = field(default_factory=dict)


class Asking:
    """Static instructions first and the article last, so that a provider's prompt cache hits."""

    def __init__(
        self, article: Article, sections: tuple[SectionType, ...], templates: Templates
    ) -> None:
        self.ground = Ground(Reading(article))
        self.sections = sections
        _fingerprint(templates, sections, long=False)  # names a template that cannot be read
        self._every = sections
        self._repairing = templates.static("repair_system.j2", _names(sections))
        self._reading = self.ground.reading
        self._view = View(range(len(self._reading.sentences)), range(len(self._reading.statements)))
        self._templates = templates
        # Cut from the article's own hash: its author cannot write the token into the text, and the
        # same article always makes the same prompt, so that caches and cassettes hold. 64 bits: a
        # text that holds its own first 32 is found in minutes.
        whole = f"{article.title or ''}\0{article.text}"
        self._token = sha256(whole.encode()).hexdigest()[:16]

    def showing(
        self, view: View, sections: tuple[SectionType, ...], further: Iterable[int] = ()
    ) -> Asking:
        """One that asks for ``sections`` of what ``view`` shows, and takes pointers at that alone
        and at ``further`` sentences. The instructions stay those of the whole brief, so that a
        provider's prompt cache hits."""
        other = copy(self)
        other._view, other.sections = view, sections
        other.ground = self.ground.showing(
            {n + 1 for n in (*further, *view.sentences)}, view.passages
        )
        return other

    @property
    def opening(self) -> tuple[Message, ...]:
        """What stands before the article, the same for every article: the instructions, and an
        example of how they are followed."""
        return _opening(self._templates, self._every)

    def fingerprint(self, long: bool) -> str:
        """Of the templates and the schema; ``long``: of an article that is asked for in parts."""
        return _fingerprint(self._templates, self.sections, long)

    def whole(self, missing: tuple[SectionType, ...] = (), note: str = "") -> Call:
        """For the brief, or for the ``missing`` sections alone; ``note`` stands last."""
        view = self._view
        words = self.shown()
        asked, headline = missing or self.sections, view.headline and not missing
        answer = answer_model(asked, headline, len(view.passages), resting(len(view.sentences)))
        return Call((*self.opening, _user(f"{words}\n\n{note}" if note else words)), answer)

    def shown(self) -> str:
        """The article, as the question shows it."""
        article, view = self._reading.article, self._view
        return self._templates.render(
            view.template,
            {
                "title": " ".join(article.title.split()) if article.title else None,
                "published": article.published,
                "token": self._token,
                "sentences": [self.numbered(n) for n in view.sentences],
                "passages": self._passages(),
                **view.more,
            },
        )

    def repair(self, problems: list[Problem]) -> Call:
        """For the items that failed, with the reason and the nearest sentences of the article."""
        near = {n for problem in problems for n in self.ground.nearest(problem.words)}
        sentences = [self.numbered(n - 1) for n in sorted(near)]
        points = any(_points(problem.section) for problem in problems)
        passages = [one for one in self._passages() if points and one[2] in near]
        words = self._templates.render(
            "repair.j2",
            {
                "problems": [
                    {
                        "section": p.section.name,
                        "given": _clipped(p.shown),
                        "reason": p.reason,
                    }
                    for p in problems
                ],
                "sentences": sentences,
                "passages": passages,
                "token": self._token,
            },
        )
        asked = Counter(problem.section for problem in problems)
        rooms = tuple((section, room(count)) for section, count in asked.items())
        return Call((_system(self._repairing), _user(words)), repair_model(rooms))

    def numbered(self, sentence: int) -> tuple[int, str]:
        """The number and the words of the sentence of this index."""
        return sentence + 1, self._words(self._reading.sentences[sentence].span)

    def _passages(self) -> list[tuple[int, str, int | None]]:
        """Of the passages that are shown: its number, its words with their marks, and the number of
        its sentence."""
        spans = (self._reading.statements[n].outer for n in self._view.passages)
        found = ((span, self._reading.sentence_at(span)) for span in spans)
        return [
            (number, self._words(span), None if at is None else at + 1)
            for number, (span, at) in enumerate(found, 1)
        ]

    def _words(self, span: Span) -> str:
        """On one line, so that no line of the article can pose as a numbered one of the prompt."""
        return " ".join(self._reading.text[span.start : span.end].splitlines())


@lru_cache(maxsize=64)
def _opening(templates: Templates, sections: tuple[SectionType, ...]) -> tuple[Message, ...]:
    """Models write as they are shown. Told in words alone, one of 0.5 billion parameters indented
    its JSON, a sixth of its tokens. Shown it without any space, it lost its way: names became
    whole sentences. Shown items of every section, it copied what they hold."""
    names = _names(sections)
    instructions = _system(templates.static("system.j2", names))
    text = templates.render("example.j2", {})
    answer = templates.data("example.j2", "answer")
    if not text or not isinstance(answer, Mapping):
        return (instructions,)
    question = Asking(Article(text), sections, templates).shown()
    told = {key: answer[key] for key in ("headline", *names) if key in answer}
    words = json.dumps(told, ensure_ascii=False)
    return instructions, _user(question), Message(role="assistant", content=words)


def _names(sections: tuple[SectionType, ...]) -> tuple[str, ...]:
    return tuple(section.name for section in sections)


def _system(words: str) -> Message:
    return Message(role="system", content=words)


def _user(words: str) -> Message:
    return Message(role="user", content=words)


def _points(section: SectionType) -> bool:
    """Whether a correction of its items may point at a passage."""
    return not section.each_passage and Grounding.PASSAGE in groundings(section.wire).values()


def _clipped(words: str) -> str:
    return words if len(words) <= MAX_SHOWN else f"{words[:MAX_SHOWN]} ..."


@lru_cache(maxsize=64)
def _fingerprint(templates: Templates, sections: tuple[SectionType, ...], long: bool) -> str:
    schema = answer_model(sections, headline=True).model_json_schema()
    return templates.fingerprint(
        tuple(section.name for section in sections), json.dumps(schema, sort_keys=True), long
    )
