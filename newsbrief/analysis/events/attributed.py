"""What of a sentence only says who told of it."""

from __future__ import annotations

from newsbrief.analysis.patterns import Lazy

_TOLD = "said says reported reports announced added wrote tweeted confirmed".split()
_TAIL = Lazy(
    r", (?!(?:which|who|that|and|but|as|where|when|while|though|because|if|after|before)\b)"
    rf"(?:[\w.’'&-]+ ){{1,8}}(?:{'|'.join(_TOLD)}|told [A-Z]\w+)"
    r"(?P<when> (?:on |late |early )?[A-Z]\w+day)?[.!]?$"
)
_TAIL_ENDS = frozenset(word[-3:] for word in (*_TOLD, "day"))
_ACCORDING = Lazy(r",? according to (?:[^,;]{3,80})[.!]?$")
_ACCORDING_FIRST = Lazy(r"According to [^,]{3,80}, (?:wh(?:o|ich|ose) [^,]{3,100}, )?")


def without_attribution(sentence: str) -> tuple[int, int]:
    """The stretch left when "..., Reuters reported." or "According to ..., " is cut away."""
    start, end = 0, len(sentence)
    according = "ccording to " in sentence
    if according and sentence.startswith("According to "):
        m = _ACCORDING_FIRST.match(sentence)
        if m and end - m.end() > 20:
            start = m.end()
    comma = sentence.rfind(", ")
    at = sentence.rfind(" according to ") if according else -1
    if comma > 25 and end - comma < 140:
        last = sentence.rstrip(".!?")[-3:]
        told = last in _TAIL_ENDS or sentence.find(" told ", comma) >= 0
        m = _TAIL.match(sentence, comma) if told else None
        if (m and not m["when"]) or (
            m is None and at == comma + 1 and _ACCORDING.match(sentence, comma)
        ):
            return start, comma
    if at > 30 and _ACCORDING.match(sentence, at):
        return start, at
    return start, end
