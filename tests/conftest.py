"""No test reaches the network, the environment's keys, or a client left over from another test."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from hypothesis import settings
from server import Answer, Request, Server

# No test depends on the machine's speed; CI tries the same examples each time, so that a red run is
# the change's own doing. New examples are found at everybody's desk.
settings.register_profile("newsbrief", deadline=None, derandomize="CI" in os.environ)
settings.register_profile("fuzz", deadline=None, max_examples=20_000)
settings.load_profile("newsbrief")

LOOPBACK = ["127.0.0.1", "::1", "localhost"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.get_closest_marker("block_network") is None:
            item.add_marker(pytest.mark.block_network(allowed_hosts=LOOPBACK))


@pytest.fixture(autouse=True)
def no_configuration(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.startswith(("OPENAI_", "NEWSBRIEF_")) or name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)


@pytest.fixture(autouse=True)
def nothing_learnt(monkeypatch: pytest.MonkeyPatch) -> None:
    """A port may be another test's again, and its server of another kind."""
    monkeypatch.setattr("newsbrief.backends.dialect._MEMORIES", {})


@pytest.fixture
def serve() -> Iterator[Callable[..., Server]]:
    """A function that starts a server with the answers it is given, or a function of a request."""
    with ExitStack() as stack:

        def start(*answers: Answer, by: Callable[[Request], Answer] | None = None) -> Server:
            return stack.enter_context(Server(by or answers))

        yield start


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """No waits between tries, where the server asks for none."""
    monkeypatch.setattr("newsbrief.run.retry._BACKOFF", lambda state: 0.0)
