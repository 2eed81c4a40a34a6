"""A model's server for tests: OpenAI-compatible, on loopback, with faults by script."""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self

from newsbrief import Settings

KEY = "sk-test-0123456789abcdefSECRET"


@dataclass(frozen=True)
class Answer:
    """One HTTP answer. ``delay`` comes before it, in seconds; ``pause`` before each byte of its
    body, ``head_pause`` before each of a head that has no end. ``cut`` closes the connection after
    so many bytes of the body; 0 sends not even a status, unless the answer is ``chunked``: of no
    length told beforehand. ``parts`` take the place of the body; each is sent as soon as it is
    made, and `DROP` as the last of them breaks off the connection."""

    body: bytes | str | Mapping[str, Any] = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    delay: float = 0.0
    pause: float = 0.0
    head_pause: float = 0.0
    cut: int | None = None
    chunked: bool = False
    parts: Iterable[bytes] | None = None

    @property
    def raw(self) -> bytes:
        if isinstance(self.body, bytes):
            return self.body
        return (self.body if isinstance(self.body, str) else json.dumps(self.body)).encode()


def completion(
    content: str | Mapping[str, Any] | None,
    *,
    finish: str = "stop",
    refusal: str | None = None,
    tool: bool = False,
    **how: Any,
) -> Answer:
    """A chat completion; a dict is sent as its JSON. ``tool`` puts it into a tool call."""
    words = json.dumps(content) if isinstance(content, Mapping) else content
    message: dict[str, Any] = {"role": "assistant", "content": words, "refusal": refusal}
    if tool:
        call = {"id": "c1", "type": "function", "function": {"name": "Brief", "arguments": words}}
        message |= {"content": None, "tool_calls": [call]}
    body = {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1,
        "model": "test-model",
        "choices": [{"index": 0, "message": message, "finish_reason": finish, "logprobs": None}],
        "usage": {
            "prompt_tokens": 100,
            "completion_tokens": 20,
            "total_tokens": 120,
            "prompt_tokens_details": {"cached_tokens": 30},
        },
    }
    return Answer(body, **how)


DROP = b""  # as the last part of an answer


def event(told: Mapping[str, Any] | str) -> bytes:
    """One server-sent event."""
    return f"data: {told if isinstance(told, str) else json.dumps(told)}\n\n".encode()


def delta(words: str | list[Any] | None = None, *, tool: bool = False, **choice: Any) -> bytes:
    """A chunk of a streamed completion with further words, as content or of a tool call."""
    said: dict[str, Any] = {} if words is None else {"content": words}
    if tool and words is not None:
        said = {"tool_calls": [{"index": 0, "function": {"arguments": words}}]}
    choices = [{"index": 0, "delta": said, "finish_reason": None, **choice}]
    return event({"id": "c1", "object": "chat.completion.chunk", "created": 1,
                  "model": "test-model", "choices": choices})  # fmt: skip


def counted() -> bytes:
    """The chunk that tells the usage."""
    usage = {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120}
    return event({"object": "chat.completion.chunk", "choices": [], "usage": usage})


def streaming(parts: Iterable[bytes], **how: Any) -> Answer:
    """An answer of server-sent events."""
    return Answer(parts=parts, headers={"Content-Type": "text/event-stream"}, **how)


def streamed(
    content: str | Mapping[str, Any],
    *,
    piece: int = 7,
    finish: str | None = "stop",
    tool: bool = False,
    usage: bool = True,
    **how: Any,
) -> Answer:
    """`completion`, in chunks of ``piece`` characters."""
    words = json.dumps(content) if isinstance(content, Mapping) else content

    def parts() -> Iterator[bytes]:
        yield delta(role="assistant")
        for at in range(0, len(words), piece):
            yield delta(words[at : at + piece], tool=tool)
        yield delta(finish_reason=finish)
        if usage:
            yield counted()
        yield event("[DONE]")

    return streaming(tuple(parts()), **how)


def failure(status: int, code: str | None = None, message: str = "no", **headers: str) -> Answer:
    """An error as OpenAI words it."""
    told = {"error": {"message": message, "type": code, "code": code, "param": None}}
    return Answer(told, status, {name.replace("_", "-"): value for name, value in headers.items()})


@dataclass(frozen=True)
class Request:
    """What the server was asked: ``body`` is the JSON of it."""

    path: str
    headers: Mapping[str, str]
    body: dict[str, Any]

    @property
    def system(self) -> str:
        return str(self.body["messages"][0]["content"])

    @property
    def user(self) -> str:
        return str(self.body["messages"][-1]["content"])


def _lower(headers: Message) -> dict[str, str]:
    return {name.lower(): value for name, value in headers.items()}


class _Listening(ThreadingHTTPServer):
    request_queue_size = 128  # of connections not yet taken; 5 by default, and the sixth is reset

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exception(), OSError):  # the client has gone
            super().handle_error(request, client_address)


_ports: set[int] = set()


def _listening(handler: type[BaseHTTPRequestHandler]) -> _Listening:
    """At a port that this process has not used: newsbrief keeps its client, and what it has learnt
    of the server, by the address."""
    while (http := _Listening(("127.0.0.1", 0), handler)).server_port in _ports:
        http.server_close()
    _ports.add(http.server_port)
    return http


class Server:
    """Gives ``answers`` in order, and then 418, which nobody tries again; or what a function makes
    of each request."""

    def __init__(self, answers: Sequence[Answer] | Callable[[Request], Answer]) -> None:
        self.requests: list[Request] = []
        self._answers = answers
        self._lock = threading.Lock()
        self._closing = threading.Event()
        self._http = _listening(self._handler())
        self._http.daemon_threads = True
        self._thread = threading.Thread(
            target=self._http.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True
        )

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._http.server_port}/v1"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._closing.set()
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()

    def _next(self, request: Request) -> Answer:
        with self._lock:
            self.requests.append(request)
            if callable(self._answers):
                return self._answers(request)
            if len(self.requests) > len(self._answers):
                return failure(418, "script_at_its_end")
            return self._answers[len(self.requests) - 1]

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        server = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                answer = server._next(Request(self.path, _lower(self.headers), json.loads(body)))
                if answer.delay and server._closing.wait(answer.delay):
                    return
                try:
                    self._send(answer)
                except OSError:  # the client has gone
                    self.close_connection = True

            def _send(self, answer: Answer) -> None:
                if answer.cut == 0 and not answer.chunked:
                    self.close_connection = True
                    return
                if answer.head_pause:
                    self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Endless: ")
                    while not server._closing.wait(answer.head_pause):
                        self.wfile.write(b"e")
                    return
                self.send_response(answer.status)
                headers = {"Content-Type": "application/json", **answer.headers}
                for name, value in headers.items():
                    self.send_header(name, value)
                if answer.parts is not None:
                    self.send_header("Transfer-Encoding", "chunked")
                    self.end_headers()
                    self._send_parts(answer.parts)
                    return
                if answer.chunked:
                    self.send_header("Transfer-Encoding", "chunked")
                    self.end_headers()
                    self._send_chunks(answer)
                    return
                self.send_header("Content-Length", str(len(answer.raw)))
                self.end_headers()
                if answer.pause:
                    for at in range(len(answer.raw)):
                        if server._closing.wait(answer.pause):
                            return
                        self.wfile.write(answer.raw[at : at + 1])
                else:
                    self.wfile.write(answer.raw[: answer.cut])
                self.close_connection = self.close_connection or answer.cut is not None

            def _send_chunks(self, answer: Answer) -> None:
                body = answer.raw[: answer.cut]
                for at in range(0, len(body), 50):
                    chunk = body[at : at + 50]
                    self.wfile.write(b"%x\r\n%s\r\n" % (len(chunk), chunk))
                if answer.cut is None:
                    self.wfile.write(b"0\r\n\r\n")
                else:
                    self.close_connection = True

            def _send_parts(self, parts: Iterable[bytes]) -> None:
                for part in parts:
                    if part == DROP:
                        self.close_connection = True
                        return
                    self.wfile.write(b"%x\r\n%s\r\n" % (len(part), part))
                self.wfile.write(b"0\r\n\r\n")

            def log_message(self, *args: object) -> None:
                pass

        return Handler


def at(server: Server, **other: Any) -> Settings:
    """Settings for a model at ``server``."""
    return Settings(**{"model": "test-model", "base_url": server.url, "api_key": KEY, **other})
