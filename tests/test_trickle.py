"""Items of a JSON object that is still being written, against `json` for the whole of it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief.plan.trickle import Listed, Trickle

HARD = 'ab"\\{}[],:\n é😀'
LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text(HARD, max_size=6)
)
VALUES: st.SearchStrategy[Any] = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(HARD, max_size=3), inner, max_size=3)
    ),
    max_leaves=8,
)
OBJECTS = st.dictionaries(
    st.text(HARD, max_size=3), VALUES | st.lists(VALUES, max_size=4), max_size=4
)


def fed(words: str, cuts: Sequence[int]) -> list[Listed]:
    trickle = Trickle()
    bounds = pairwise([0, *sorted(cuts), len(words)])
    return [told for start, end in bounds for told in trickle.feed(words[start:end])]


@given(OBJECTS, st.sampled_from([None, 2]), st.booleans(), st.data())
def test_all_items_of_all_lists_and_objects(
    whole: dict[str, Any], indent: int | None, ascii: bool, data: st.DataObject
) -> None:
    written = json.dumps(whole, indent=indent, ensure_ascii=ascii)
    words = f'Sure:\n```json\n{written}\n``` {{"more": [1]}}'
    cuts = data.draw(st.lists(st.integers(0, len(words)), max_size=10))
    expected = [
        (name, number, key, item)
        for name, value in whole.items()
        if isinstance(value, list | dict)
        for number, (key, item) in enumerate(
            value.items() if isinstance(value, dict) else ((None, item) for item in value)
        )
    ]
    for cutting in ([], cuts, range(len(words))):
        told = fed(words, cutting)
        read = [(one.name, one.number, one.key, json.loads(one.words)) for one in told]
        assert read == expected


@given(st.text('{}[]",:\\ a1', max_size=60), st.data())
def test_what_is_no_json_does_no_harm_however_it_is_cut(words: str, data: st.DataObject) -> None:
    cuts = data.draw(st.lists(st.integers(0, len(words)), max_size=10))
    assert fed(words, cuts) == fed(words, []) == fed(words, range(len(words)))


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ('{"a": [{"b": 1}', ['{"b": 1}']),
        ('{"a": [{"b": [1]}, {"b": 2', ['{"b": [1]}']),
        ('{"a": [1', []),  # it may become 12
        ('{"a": [1,', ["1"]),
        ('{"a": ["}]", ', ['"}]"']),
        ('{"a": {"b": "c"', []),  # nothing says that the value ends here
        ('{"a": {"b": "c",', ['"c"']),
        ('{"a": {"b": "c", "d": [1, 2]', ['"c"', "[1, 2]"]),
    ],
)
def test_an_item_is_told_as_soon_as_it_is_whole(words: str, told: list[str]) -> None:
    assert [one.words for one in fed(words, [])] == told
