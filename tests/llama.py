"""Stands in for xllamacpp: what it loads is a server of the tests."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

from server import Answer, Request, Server


class Llama:
    """The package: ``started`` holds what it was told, ``running`` counts what is not stopped."""

    def __init__(self, by: Callable[[Request], Answer]) -> None:
        self.by = by
        self.started: list[SimpleNamespace] = []
        self.running = 0

    def CommonParams(self) -> SimpleNamespace:  # noqa: N802  (xllamacpp's name)
        return SimpleNamespace(
            model=SimpleNamespace(), cpuparams=SimpleNamespace(), cpuparams_batch=SimpleNamespace()
        )

    def Server(self, params: SimpleNamespace) -> Running:  # noqa: N802  (likewise)
        self.started.append(params)
        return Running(self)


class Running:
    """As with llama.cpp, it ends with the object."""

    def __init__(self, llama: Llama) -> None:
        self.llama = llama
        self.http = Server(llama.by).__enter__()
        self.listening_address = self.http.url.removesuffix("/v1")
        llama.running += 1

    def handle_metrics(self) -> str:
        return ""

    def __del__(self) -> None:
        self.http.__exit__(None, None, None)
        self.llama.running -= 1
