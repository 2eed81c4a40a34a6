"""Connections to a model's server: cheap to open, bounded in time, closed with their loop."""

from __future__ import annotations

import asyncio
import ssl
import weakref
from collections.abc import AsyncIterator, Mapping
from contextlib import suppress
from functools import cache, partial
from socket import SHUT_RDWR, socket
from time import monotonic
from typing import Any, TypeVar

import httpx2
import openai

from newsbrief.costs import OPENAI
from newsbrief.errors import ConfigError

ClientT = TypeVar("ClientT", openai.OpenAI, openai.AsyncOpenAI)
_END = "newsbrief.end"
_LATE = "the answer is not whole in time"
_OPENED = ("connect_tcp.complete", "connect_unix_socket.complete", "start_tls.complete")


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

    def note(self, stream: Any) -> None:
        """Takes note of a connection that was opened."""
        self._sockets = [one for one in self._sockets if one.fileno() >= 0]
        self._sockets.append(stream.get_extra_info("socket"))

    async def watch(self, request: httpx2.Request) -> None:
        request.extensions["trace"] = self._opened

    async def _opened(self, event: str, info: Mapping[str, Any]) -> None:
        if event.endswith(_OPENED):
            self.note(info["return_value"])


def blocking(base_url: str | None, key: str, inside: Inside | None = None) -> openai.OpenAI:
    """A client whose answers are whole within the time-out of the request."""
    try:
        http = openai.DefaultHttpxClient(
            verify=_certificates(),
            trust_env=inside is None,
            event_hooks={"request": [partial(_begin, inside=inside)]},
        )
    except (ImportError, OSError, ValueError) as error:  # a SOCKS proxy takes a package of its own
        told = str(error) or type(error).__name__
        raise ConfigError(
            f"the environment names a proxy or certificates that cannot be used ({told}); check "
            "HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and SSL_CERT_FILE"
        ) from error
    client = _settled(
        openai.OpenAI(base_url=base_url or OPENAI, api_key=key, max_retries=0, http_client=http)
    )
    return inside.own(client) if inside else client


def _settled(client: ClientT) -> ClientT:
    """``client`` without the headers that the client makes of empty variables."""
    client.organization = client.organization or None
    client.project = client.project or None
    return client


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
            event_hooks={"request": [inside.watch]} if inside else None,
        )
        async with openai.AsyncOpenAI(
            base_url=self._base_url or OPENAI, api_key=self._key, max_retries=0, http_client=http
        ) as client:
            yield _settled(client)


class _Timed:
    """Has each exchange over ``stream`` done in the time-out of its request, and the first one by
    ``end``, for to connect took time, too. httpx2 bounds the wait for each piece alone, so that a
    server which sends a byte now and then would hold us for ever."""

    def __init__(self, stream: Any, end: float) -> None:
        self._read, self._write, self._start_tls = stream.read, stream.write, stream.start_tls
        self._end = end
        self._answering = False
        stream.read, stream.write, stream.start_tls = self.read, self.write, self.start_tls

    def write(self, buffer: bytes, timeout: float) -> None:
        if self._answering:  # a further exchange begins
            self._answering, self._end = False, monotonic() + timeout
        self._write(buffer, self._left())

    def read(self, max_bytes: int, timeout: float) -> bytes:
        self._answering = True
        piece: bytes = self._read(max_bytes, self._left())
        return piece

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None, timeout: float
    ) -> object:
        return self._start_tls(ssl_context, server_hostname, self._left())

    def _left(self) -> float:
        if (left := self._end - monotonic()) > 0:
            return left
        raise httpx2.ReadTimeout(_LATE)


def _begin(request: httpx2.Request, inside: Inside | None) -> None:
    """Has ``request``, and what it may be redirected to, answered in its time-out."""
    now, bounds = monotonic(), request.extensions["timeout"]
    end: float = request.extensions.setdefault(_END, now + bounds["read"])
    if end <= now:
        raise httpx2.ReadTimeout(_LATE)
    request.extensions["timeout"] = dict.fromkeys(bounds, end - now)

    def opened(event: str, info: Mapping[str, Any]) -> None:
        if event.endswith(_OPENED):
            _Timed(info["return_value"], end)
            if inside:
                inside.note(info["return_value"])

    request.extensions["trace"] = opened
