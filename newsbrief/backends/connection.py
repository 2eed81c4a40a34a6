"""Connections to a model's server: cheap to open, bounded in time, closed with their loop."""

from __future__ import annotations

import asyncio
import ssl
import weakref
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import suppress
from functools import cache
from socket import SHUT_RDWR, socket
from time import monotonic
from typing import Any

import httpx2
import openai

_END = "newsbrief.end"


@cache
def _certificates() -> ssl.SSLContext:
    """Loaded once per process: this takes 45 ms of CPU, and a client without it 0.3 ms."""
    return httpx2.create_ssl_context()


class Inside:
    """The connections to a server inside this process. No proxy of the environment is asked on the
    way; and they can be cut, for such a server waits for its clients before it ends, and a client
    that holds up the end of the process would wait for the server."""

    def __init__(self) -> None:
        self._sockets: list[socket] = []
        self._clients = weakref.WeakSet[openai.OpenAI]()

    def own(self, client: openai.OpenAI) -> openai.OpenAI:
        self._clients.add(client)
        return client

    def close(self) -> None:
        """Closes the clients, once the server has no more use for them."""
        for client in self._clients:
            client.close()

    def cut(self) -> None:
        for one in self._sockets:
            with suppress(OSError):  # closed, or not connected any more
                one.shutdown(SHUT_RDWR)

    def watch(self, request: httpx2.Request) -> None:
        request.extensions["trace"] = self._note

    async def awatch(self, request: httpx2.Request) -> None:
        request.extensions["trace"] = self._anote

    def _note(self, event: str, info: Mapping[str, Any]) -> None:
        if event == "connection.connect_tcp.complete":
            self._sockets = [one for one in self._sockets if one.fileno() >= 0]
            self._sockets.append(info["return_value"].get_extra_info("socket"))

    async def _anote(self, event: str, info: Mapping[str, Any]) -> None:
        self._note(event, info)


def blocking(base_url: str | None, key: str, inside: Inside | None = None) -> openai.OpenAI:
    """A client whose answers are whole within the time-out of the request."""
    http = openai.DefaultHttpxClient(
        verify=_certificates(),
        trust_env=inside is None,
        event_hooks={
            "request": [_begin, inside.watch] if inside else [_begin],
            "response": [_bound],
        },
    )
    client = openai.OpenAI(base_url=base_url, api_key=key, max_retries=0, http_client=http)
    return inside.own(client) if inside else client


class Awaiting:
    """The awaiting clients for one server, one for each event loop: a connection belongs to the
    loop that opened it. It is closed when the loop shuts down its asynchronous generators, as
    `asyncio.run` does at its end."""

    def __init__(self, base_url: str | None, key: str, inside: Inside | None = None) -> None:
        self._base_url = base_url
        self._key = key
        self._inside = inside
        self._open: dict[
            asyncio.AbstractEventLoop, tuple[openai.AsyncOpenAI, AsyncIterator[openai.AsyncOpenAI]]
        ] = {}

    async def client(self) -> openai.AsyncOpenAI:
        """The client of the running loop."""
        loop = asyncio.get_running_loop()
        if loop not in self._open:
            for gone in [other for other in self._open if other.is_closed()]:
                del self._open[gone]
            lifetime = self._lifetime()
            self._open[loop] = (await anext(lifetime), lifetime)
        return self._open[loop][0]

    async def _lifetime(self) -> AsyncIterator[openai.AsyncOpenAI]:
        inside = self._inside
        http = openai.DefaultAsyncHttpxClient(
            verify=_certificates(),
            trust_env=inside is None,
            event_hooks={"request": [inside.awatch]} if inside else None,
        )
        async with openai.AsyncOpenAI(
            base_url=self._base_url, api_key=self._key, max_retries=0, http_client=http
        ) as client:
            yield client


class _Bounded(httpx2.SyncByteStream):
    """A body that must be whole by ``end``. httpx2 bounds the wait for each piece alone, so that a
    server which sends a byte now and then would hold us for ever."""

    def __init__(self, stream: httpx2.SyncByteStream, end: float) -> None:
        self._stream = stream
        self._end = end

    def __iter__(self) -> Iterator[bytes]:
        for piece in self._stream:
            if monotonic() > self._end:
                raise httpx2.ReadTimeout("the answer is not whole in time")
            yield piece

    def __getattr__(self, name: str) -> object:
        return getattr(self._stream, name)

    def close(self) -> None:
        self._stream.close()


def _begin(request: httpx2.Request) -> None:
    request.extensions[_END] = monotonic() + request.extensions["timeout"]["read"]


def _bound(response: httpx2.Response) -> None:
    assert isinstance(response.stream, httpx2.SyncByteStream)
    response.stream = _Bounded(response.stream, response.request.extensions[_END])
