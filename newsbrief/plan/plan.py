"""The plan of a brief: what to ask, check, ask again, and assemble. It never waits.

A plan is a generator. It yields a round of independent calls, is sent their outcomes in the same
order (the reply, or the `BackendError` of a call that got none), and finally returns its result;
`newsbrief.run` drives it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from time import perf_counter
from typing import Literal

from newsbrief.article import Article
from newsbrief.backends.base import Reply
from newsbrief.brief import Brief, Engine
from newsbrief.draft.answers import MAX_REPAIRED, Given, Problem, SectionType, given, listed, loose
from newsbrief.draft.draft import HEADLINES, Draft
from newsbrief.errors import AnswerError, BackendError, BudgetExceeded, TooLong, Unrepairable
from newsbrief.extractive import extract
from newsbrief.ledger import Attempt
from newsbrief.plan.asking import Asking
from newsbrief.plan.live import Live
from newsbrief.plan.long import in_parts
from newsbrief.plan.parts import Parts
from newsbrief.plan.rounds import Plan, answered
from newsbrief.prompts import Templates
from newsbrief.wire import WireItem

# Questions for the whole brief, before its summary alone is asked for. In the mix of faults of
# benchmarks/faults.py, 1 article in 1,000 met two answers of no use in a row.
WHOLE_TRIES = 2
# Questions for the sections that an answer lacks. In that mix, one in 20 is broken or cut off: with
# one question 3 briefs of 1,000 lacked items, with two it is 1 in 8,000.
REST_TRIES = 2


def brief_plan(
    article: Article,
    sections: tuple[SectionType, ...],
    templates: Templates,
    engine: Engine,
    model: str,
    repairs: int,
    context: int,
    live: Live | None = None,
) -> Plan[Brief]:
    """Asks for the whole brief once; then, narrowly and at most ``repairs`` times, for the items
    that do not hold. Returns the brief of all that holds, with a record of what does not. What does
    not fit ``context`` tokens, or the model, is asked for in parts. ``live`` is shown the items as
    they are taken.

    Raises `Unrepairable` where no answer could be read.
    """
    started = perf_counter()
    asking = Asking(article, sections, templates)
    draft = Draft(asking.ground, sections)
    parts = Parts(asking, context)
    cut = parts.cut()
    prompt = asking.fingerprint(long=len(cut) > 1)

    ask = partial(_ask, repairs=repairs, live=live)
    if len(cut) == 1:
        if live:
            live.follow(draft)
            live.listening = True
        try:
            yield from ask(asking, draft)
        except TooLong as error:
            cut = parts.halves(parts.all)
            if not cut:
                raise
            if live:
                live.leave()
            prompt = asking.fingerprint(long=True)
            draft.attempts = list(error.attempts)
    if len(cut) > 1:
        yield from in_parts(parts, cut, draft, ask, live)
    if not draft.items(sections[0]):
        draft.extract(sections[0])
        draft.ground.warnings.append(
            "the model gave no sentence of a summary that holds; these are the article's own"
        )
    for section in sections:
        if added := draft.settle(section):
            draft.ground.warnings.append(
                f"left out by the model and taken from the text itself: {added} of the "
                f"{section.name}"
            )
    return draft.brief(engine, model, prompt, perf_counter() - started)


def _ask(asking: Asking, draft: Draft, repairs: int, live: Live | None) -> Plan[None]:
    """What is asked of one text: the whole brief, then what does not hold of it. What never does is
    dropped."""
    problems = yield from _whole(asking, draft)
    if live:
        live.listening = False
    for _ in range(repairs):
        if not problems:
            break
        problems = yield from _repair(asking, draft, problems)
    for problem in problems:
        draft.drop(problem)


def with_fallback(
    plan: Plan[Brief], article: Article, sections: tuple[SectionType, ...]
) -> Plan[Brief]:
    """``plan`` or, where the model fails, the extractive brief, which says so."""
    try:
        return (yield from plan)
    except (BackendError, AnswerError) as error:
        failure = f"the model failed ({error}), so the extractive engine wrote this brief"
        return extract(
            article,
            sections,
            warnings=(failure,),
            attempts=error.attempts,
            usage=error.usage,
            cost=error.cost,
        )


def _whole(asking: Asking, draft: Draft) -> Plan[list[Problem]]:
    """The whole brief or, after `WHOLE_TRIES` answers of no use, first its summary and then what is
    left; returns the items that do not hold."""
    note = ""
    everything: tuple[SectionType, ...] = ()
    for alone in [*[everything] * WHOLE_TRIES, asking.sections[:1]]:
        try:
            reply = yield from answered(asking.whole(alone, note))
        except BackendError as error:
            error.attempts = (*draft.attempts, *error.attempts)
            raise
        raw, cut = _held(reply, draft)
        if any(section.name in raw for section in asking.sections):
            return (yield from _rest(asking, draft, raw, cut))
        note = _again(reply)
    raise Unrepairable(
        f"the model gave no brief in {WHOLE_TRIES + 1} answers; the last one: {reply.detail}",
        attempts=tuple(draft.attempts),
        usage=draft.usage,
    )


def _rest(
    asking: Asking, draft: Draft, raw: Mapping[str, object], cut: bool
) -> Plan[list[Problem]]:
    """Takes what an answer holds, and asks for the sections that it lacks alone; at most
    `REST_TRIES` times, where those answers lack some too. Returns the items that do not hold."""
    problems = _take(draft, asking.sections, raw, cut)
    missing = _missing(asking.sections, raw, cut)
    note = ""
    for _ in range(REST_TRIES):
        if not missing:
            break
        draft.asked_again.update(section.name for section in missing)
        try:
            reply = yield from answered(asking.whole(missing, note))
        except BackendError as error:
            _record(draft, error)
            draft.ground.warnings.append(f"the model's answer may lack {_listed(missing)}: {error}")
            return problems
        raw, cut = _held(reply, draft)
        problems += _take(draft, missing, raw, cut)
        missing = _missing(missing, raw, cut)
        note = _again(reply)
    if missing:
        names = _listed(missing)
        draft.ground.warnings.append(f"the model's answer may lack {names}: {reply.detail}")
    return problems


def _missing(
    sections: tuple[SectionType, ...], raw: Mapping[str, object], cut: bool
) -> tuple[SectionType, ...]:
    """Those of ``sections`` that an answer lacks; where it was ``cut`` off, also the one that it
    broke off in, whose list may lack items."""
    last = list(raw)[-1] if cut and raw else None
    return tuple(
        s
        for s in sections
        if (held := listed(s, raw.get(s.name))) is None or (s.name == last and len(held) < s.most)
    )


def _take(
    draft: Draft, sections: tuple[SectionType, ...], raw: Mapping[str, object], cut: bool
) -> list[Problem]:
    """Takes the items of an answer; returns those that do not hold, but for the one that it broke
    off in, where it was ``cut`` off."""
    problems = [p for s in sections for p in draft.take(s, given(s, raw.get(s.name)))]
    if isinstance(headline := raw.get("headline"), str) and headline.strip():
        problems += draft.take(HEADLINES, given(HEADLINES, [{"text": headline}]))
    last = [*raw.values()][-1] if cut and raw else None
    if isinstance(last, list) and last:
        problems = [p for p in problems if p.kind != "schema" or p.given is not last[-1]]
    return problems


def _repair(asking: Asking, draft: Draft, problems: list[Problem]) -> Plan[list[Problem]]:
    """Asks once more for the items that failed, once for those that are the same; returns those
    that still do."""
    alike = {(p.section, p.shown): p for p in problems}
    asked = [*alike.values()][:MAX_REPAIRED]
    formal = all(p.kind == "schema" for p in asked)
    draft.attempts.append(Attempt("schema" if formal else "grounding", _counted(asked)))
    try:
        reply = yield from answered(asking.repair(asked))
    except BackendError as error:
        _record(draft, error)
        if isinstance(error, BudgetExceeded):
            told = f"{_counted(problems)}: not asked for again, for {error}"
            draft.ground.warnings.append(told)
        return problems
    raw, _ = _held(reply, draft)
    settled: set[int] = set()
    for section in dict.fromkeys(p.section for p in asked):
        for number, one in _corrections(raw.get(section.name), section):
            if (
                number not in settled
                and 1 <= number <= len(asked)
                and asked[number - 1].section is section
                and draft.take_one(section, one) is None
            ):
                settled.add(number)
    mended = {(asked[n - 1].section, asked[n - 1].shown) for n in settled}
    return [p for p in problems if (p.section, p.shown) not in mended]


def _held(reply: Reply, draft: Draft) -> tuple[Mapping[str, object], bool]:
    """What ``reply`` holds, whether or not it is of the form asked for; and whether it was cut off.
    ``draft`` takes account of it."""
    draft.account(reply)
    if reply.value is not None:
        return dict(reply.value), False
    kind: Literal["transport", "schema"] = "transport" if reply.flaw == "interrupted" else "schema"
    draft.attempts.append(Attempt(kind, reply.detail))
    raw = loose(reply) or draft.heard()
    return (raw.found, reply.flaw == "truncated" or not raw.whole) if raw else ({}, True)


def _again(reply: Reply) -> str:
    return f"Your last answer was of no use: {reply.detail}. Answer with the JSON object alone."


def _record(draft: Draft, error: BackendError) -> None:
    """The tries that ended in ``error``; a limit may have ended it before the first."""
    if error.attempts or isinstance(error, BudgetExceeded):
        draft.attempts += error.attempts
    else:
        draft.attempts.append(Attempt("transport", str(error)))


def _corrections(raw: object, section: SectionType) -> list[tuple[int, Given]]:
    """(number of the item corrected, correction), of a reply's list for ``section``."""
    found = []
    for one in raw if isinstance(raw, list) else ():
        if not isinstance(one, dict | WireItem):
            continue
        fields = dict(one)
        number = fields.pop("item", None)
        if isinstance(number, int):
            found += [(number, correction) for correction in given(section, [fields])]
    return found


def _listed(sections: tuple[SectionType, ...]) -> str:
    return ", ".join(section.name for section in sections)


def _counted(problems: list[Problem]) -> str:
    reasons: dict[str, int] = {}
    for problem in problems:
        reason = f"{problem.section.name}: {problem.reason}"
        reasons[reason] = reasons.get(reason, 0) + 1
    return "; ".join(f"{n} x {reason}" if n > 1 else reason for reason, n in reasons.items())
