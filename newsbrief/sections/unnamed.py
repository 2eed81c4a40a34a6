"""The parties without a name, called again: "the poll" for "a poll of 400 voters"."""

from __future__ import annotations

from newsbrief.analysis.names import described

_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_DETERMINERS = _DEFINITE | {"a", "an", "another", "one", "some"}


class Unnamed:
    """Which party the words of a source mean that is no name: the one told in those words before,
    or where they begin with a definite article, the only one told by their noun and by all that
    they say of it ("the Marlow poll" is no "poll of 400 voters")."""

    def __init__(self) -> None:
        self._by_words: dict[str, int] = {}
        self._by_noun: dict[str, list[tuple[frozenset[str], int]]] = {}

    def add(self, words: str, party: int) -> None:
        self._by_words.setdefault(words.casefold(), party)
        noun, said = _told(words)
        self._by_noun.setdefault(noun, []).append((said, party))

    def known(self, words: str) -> int | None:
        """The number of the party; None where it was not told before, or may be one of two."""
        at = self._by_words.get(words.casefold())
        if at is not None:
            return at
        first, _, rest = words.partition(" ")
        if first.lower() not in _DEFINITE:
            return None
        noun, said = _told(words)
        if not rest.lower().endswith(noun):
            return None
        found = {party for told, party in self._by_noun.get(noun, ()) if said <= told}
        return found.pop() if len(found) == 1 else None


def _told(words: str) -> tuple[str, frozenset[str]]:
    """The noun, and what stands before it, in small letters."""
    noun, before = described.head(words)
    return noun.lower(), frozenset(before.lower().split()) - _DETERMINERS
