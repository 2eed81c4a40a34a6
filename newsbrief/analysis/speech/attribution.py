"""Who said what: every quoted passage with its source and cue, and reported speech."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from newsbrief.analysis.text.sentences import Sentence
from newsbrief.span import Span

if TYPE_CHECKING:
    from newsbrief.analysis.names.finding import NameMention
    from newsbrief.analysis.text.passages import Passage
    from newsbrief.analysis.text.tokens import Tokens

Kind = Literal["direct", "partial", "indirect"]
_PRONOUNS = frozenset(
    "i you he she it we they who which that this these those one some other others many both "
    "all".split()
)


class Attribution(NamedTuple):
    """Content with its source: the mention by the cue, and the mention it resolves to."""

    spans: tuple[Span, ...]
    kind: Kind
    speaker: Span | None
    referent: Span | None
    cue: Span | None

    def source(self, text: str) -> Span | None:
        """The mention that names the source; None where there is none but a pronoun, and nothing
        says for whom it stands."""
        source = self.referent or self.speaker
        if source and text[source.start : source.end].lower() in _PRONOUNS:
            return None
        return source


class Unspoken(NamedTuple):
    """A quoted passage that nobody is shown to say."""

    span: Span
    reason: str


def attributions(
    text: str,
    sentences: Sequence[Sentence],
    names: Sequence[NameMention] | None = None,
    passages: Sequence[Passage] | None = None,
    tokens: Tokens | None = None,
) -> tuple[list[Attribution], list[Unspoken]]:
    """Every quotation and reported statement of ``text``, and the passages that are none.

    Spans are code points of ``text``, quotation marks not included. Every passage of
    ``passages.passages(text)`` is in exactly one of the two lists; a quote split by its cue is
    one attribution of two spans. Both lists are ordered by position. ``names``, ``passages``
    and ``tokens`` are read from the text where the caller does not have them yet.
    """
    from newsbrief.analysis.speech.readers import read_speech

    return read_speech(text, sentences, names, passages, tokens)
