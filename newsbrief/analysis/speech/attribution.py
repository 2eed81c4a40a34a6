"""Who said what: content with its source and its cue; and passages that nobody says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from newsbrief.span import Span

Kind = Literal["direct", "partial", "indirect"]
_PRONOUNS = frozenset(
    "i you he she it we they who which that this these those one some other others many both "
    "all q a".split()  # "Q: Why did you leave?"
)

_BODIES = frozenset({"WHO", "IT"})


@dataclass(slots=True)
class Attribution:
    """Content with its source: the mention by the cue, and the mention it resolves to."""

    spans: tuple[Span, ...]
    kind: Kind
    speaker: Span | None
    referent: Span | None
    cue: Span | None

    def source(self, text: str) -> Span | None:
        """The mention that names the source; None where there is none but a pronoun, and nothing
        says for whom it stands."""
        source = self.speaker if self.referent is None else self.referent
        if source is None:
            return None
        words = text[source.start : source.end]
        return None if words not in _BODIES and words.lower() in _PRONOUNS else source


class Unspoken(NamedTuple):
    """A quoted passage that nobody is shown to say."""

    span: Span
    reason: str
