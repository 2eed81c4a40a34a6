"""The questions about one article, as calls for a backend."""

from __future__ import annotations

import json
from functools import lru_cache
from hashlib import sha256

from pydantic import BaseModel

from newsbrief.analysis.reading import Reading
from newsbrief.answers import Problem, SectionType, answer_model, repair_model
from newsbrief.article import Article
from newsbrief.backends.base import Call, Message
from newsbrief.prompts import Templates
from newsbrief.sections.binding import Ground
from newsbrief.span import Span

MAX_SHOWN = 1_000  # characters of a failed item that are sent back to the model


class Asking:
    """Static instructions first and the article last, so that a provider's prompt cache hits."""

    def __init__(
        self, article: Article, sections: tuple[SectionType, ...], templates: Templates
    ) -> None:
        self.ground = Ground(Reading(article))
        self.sections = sections
        self.fingerprint = _fingerprint(templates, sections)
        self._reading = self.ground.reading
        self._templates = templates
        # Cut from the article's own hash: its author cannot write the token into the text, and the
        # same article always makes the same prompt, so that caches and cassettes hold. 64 bits: a
        # text that holds its own first 32 is found in minutes.
        whole = f"{article.title or ''}\0{article.text}"
        self._token = sha256(whole.encode()).hexdigest()[:16]

    def whole(self, missing: tuple[SectionType, ...] = (), note: str = "") -> Call:
        """For the brief, or for the ``missing`` sections alone; ``note`` stands last."""
        article = self._reading.article
        words = self._templates.render(
            "article.j2",
            {
                "title": " ".join(article.title.split()) if article.title else None,
                "published": article.published,
                "token": self._token,
                "sentences": [
                    (n, self._words(s.span)) for n, s in enumerate(self._reading.sentences, 1)
                ],
                "passages": [
                    (n, self._words(p.outer), self._sentence_number(p.outer))
                    for n, p in enumerate(self._reading.passages, 1)
                ],
            },
        )
        answer = answer_model(missing or self.sections, headline=not missing)
        return self._call(f"{words}\n\n{note}" if note else words, answer)

    def repair(self, problems: list[Problem]) -> Call:
        """For the items that failed, with the reason and the nearest sentences of the article."""
        near = {n for problem in problems for n in self.ground.nearest(problem.words)}
        sentences = [(n, self._words(self._reading.sentences[n - 1].span)) for n in sorted(near)]
        passages = [
            (n, self._words(p.outer))
            for n, p in enumerate(self._reading.passages, 1)
            if self._sentence_number(p.outer) in near
        ]
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
        return self._call(words, repair_model(tuple(dict.fromkeys(p.section for p in problems))))

    def _call(self, words: str, answer: type[BaseModel]) -> Call:
        names = tuple(section.name for section in self.sections)
        instructions = self._templates.static("system.j2", names)
        return Call(
            (
                Message(role="system", content=instructions),
                Message(role="user", content=words),
            ),
            answer,
        )

    def _words(self, span: Span) -> str:
        """On one line, so that no line of the article can pose as a numbered one of the prompt."""
        return " ".join(self._reading.text[span.start : span.end].splitlines())

    def _sentence_number(self, span: Span) -> int | None:
        at = self._reading.sentence_at(span)
        return None if at is None else at + 1


def _clipped(words: str) -> str:
    return words if len(words) <= MAX_SHOWN else f"{words[:MAX_SHOWN]} ..."


@lru_cache(maxsize=64)
def _fingerprint(templates: Templates, sections: tuple[SectionType, ...]) -> str:
    schema = answer_model(sections, headline=True).model_json_schema()
    return templates.fingerprint(
        tuple(section.name for section in sections), json.dumps(schema, sort_keys=True)
    )
