"""The plan of a long article: one wide round over its parts, their merger, a last question."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import chain, zip_longest

from newsbrief.draft.answers import SectionType
from newsbrief.draft.draft import HEADLINES, Draft
from newsbrief.errors import AnswerError, BackendError, TooLong
from newsbrief.plan.asking import Asking
from newsbrief.plan.live import Live
from newsbrief.plan.parts import Parts
from newsbrief.plan.rounds import Failure, Plan, together
from newsbrief.sections.base import Section
from newsbrief.sections.item import Item
from newsbrief.span import Span

Ask = Callable[[Asking, Draft], Plan[None]]  # asks, holds the answer against the text, repairs


def in_parts(
    parts: Parts, cut: list[range], draft: Draft, ask: Ask, live: Live | None
) -> Plan[None]:
    """Fills ``draft`` by asking for each part of ``cut``, and then for headline and summary.

    Each part is repaired for itself: so a repair shows a model no more than a few sentences of one
    part, a broken answer costs no other part its repair, and cost grows as the text does. Raises
    the first error where no part was answered; else what a part lost is recorded.

    ``live`` hears the first part, which is asked for ahead of the others, as it is written, and
    theirs when all are read: but for sections of which a brief takes the most newsworthy alone.
    """
    read: list[tuple[range, Draft]] = []
    failed: list[Failure] = []
    limited = {section.name for section in draft.sections if _limited(section)}
    rounds = [cut[:1], cut[1:]] if live else [cut]
    while rounds:
        cut = rounds.pop(0)
        askings = [parts.part(chunk) for chunk in cut]
        drafts = [Draft(asking.ground, asking.sections) for asking in askings]
        if live and not read:
            drafts[0].numbers = draft.numbers
            live.follow(drafts[0], limited)
            live.listening = len(cut) == 1
        plans = [ask(*both) for both in zip(askings, drafts, strict=True)]
        try:
            outcomes = yield from together(plans)
        except BackendError as error:
            if not read:
                raise
            outcomes = [error, *(BackendError(str(error)) for _ in cut[1:])]
        halves: list[range] = []
        for chunk, part, outcome in zip(cut, drafts, outcomes, strict=True):
            draft.usage += part.usage
            if outcome is None:
                draft.attempts += part.attempts
                read.append((chunk, part))
                continue
            draft.attempts += outcome.attempts
            if isinstance(outcome, TooLong) and (pieces := parts.halves(chunk)):
                halves += pieces
            else:
                failed.append(outcome)
                _uncovered(draft, parts.span(chunk), outcome)
        if halves:
            rounds[:0] = [halves[:1], halves[1:]] if live and not read else [halves]
    if not read:
        failed[0].attempts = tuple(draft.attempts)
        raise failed[0]
    if live:
        live.follow(draft, limited)
    _merge(draft, [part for _, part in sorted(read, key=lambda one: one[0].start)])
    yield from _close(parts, draft, ask)
    for section in draft.sections[1:]:
        if _limited(section):
            _choose(draft, section)


def _uncovered(draft: Draft, span: Span, error: Failure) -> None:
    draft.uncovered.append(span)
    draft.ground.warnings.append(
        f"the model did not read the characters {span.start:,} to {span.end:,} ({error}); what is "
        "told of them comes from the text itself"
    )


def _merge(draft: Draft, parts: list[Draft]) -> None:
    for section in draft.sections:
        lists = [part.items(section) for part in parts]
        together = chain.from_iterable(zip_longest(*lists) if _limited(section) else lists)
        draft.hold(section, (item for item in together if item is not None))
        draft.hold(section, section.combine(tuple(draft.items(section))))


def _limited(section: SectionType) -> bool:
    """Whether a brief has but the most newsworthy items of ``section``: each part's first, then
    each part's second. The limit that every section has guards against endless answers alone."""
    return section.most < Section.most


def _close(parts: Parts, draft: Draft, ask: Ask) -> Plan[None]:
    """Headline and summary; from the text itself, where they cannot be had."""
    summary = draft.sections[0]
    items = chain.from_iterable(draft.items(section) for section in draft.sections)
    asking = parts.closing(span for item in items for span in _evidence(item))
    last = Draft(asking.ground, asking.sections)
    draft.hold(summary, ())
    try:
        yield from ask(asking, last)
    except (BackendError, AnswerError) as error:
        draft.attempts += error.attempts
        draft.ground.warnings.append(
            f"the model was not asked, or did not tell, what it all comes to ({error}); the "
            "summary is made of sentences of the article"
        )
        draft.extract(summary)
    else:
        draft.attempts += last.attempts
        draft.hold(HEADLINES, last.items(HEADLINES))
        draft.hold(summary, last.items(summary))
    draft.usage += last.usage


def _choose(draft: Draft, section: SectionType) -> None:
    """Keeps the items that the summary rests on, then the others, as many as a brief takes."""
    told = {span for item in draft.items(draft.sections[0]) for span in _evidence(item)}
    ranked = sorted(draft.items(section), key=lambda item: told.isdisjoint(_evidence(item)))
    for item in ranked[section.most :]:
        reason = f"only the {section.most} most newsworthy are taken"
        draft.ground.lose(section.name, section.line(item), reason)
    draft.hold(section, ranked[: section.most])


def _evidence(item: Item) -> Iterable[Span]:
    evidence: Iterable[Span] = getattr(item, "evidence", ())
    return evidence
