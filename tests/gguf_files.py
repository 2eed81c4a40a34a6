"""GGUF files for tests, written by the layout in ggml's docs/gguf.md."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from pathlib import Path

U32, F32, BOOL, STRING, ARRAY = 4, 6, 7, 8, 9  # types of metadata
CHAT: Mapping[str, object] = {
    "general.architecture": "llama",
    "general.type": "model",
    "llama.context_length": 2048,
    "llama.rope.freq_base": 10_000.0,
    "tokenizer.ggml.add_bos_token": False,
    "tokenizer.ggml.tokens": ["the", "mayor", "é"],
    "tokenizer.ggml.token_type": [1, 1, 1],
    "tokenizer.chat_template": "{% for message in messages %}{{ message.content }}{% endfor %}",
}
TENSORS = ((1, (64, 4)), (0, (8,)), (2, (64, 2)))  # (type, dimensions): F16, F32, Q4_0
DATA = 512 + 32 + 72  # bytes that these need: 2 an element, 4 an element, 18 for 32 elements


def gguf(
    metadata: Mapping[str, object] = CHAT,
    tensors: Sequence[tuple[int, tuple[int, ...]]] = TENSORS,
    data: int = DATA,
    version: int = 3,
    order: str = "<",
) -> bytes:
    """A file with these metadata and tensors, and ``data`` bytes of zeros for the latter."""

    def number(code: str, value: float) -> bytes:
        return struct.pack(order + code, value)

    def words(text: str) -> bytes:
        return number("Q", len(text.encode())) + text.encode()

    def value(given: object) -> bytes:
        """Type and value."""
        if isinstance(given, bool):
            return number("I", BOOL) + number("?", given)
        if isinstance(given, int):
            return number("I", U32) + number("I", given)
        if isinstance(given, float):
            return number("I", F32) + number("f", given)
        if isinstance(given, str):
            return number("I", STRING) + words(given)
        assert isinstance(given, list)
        kind = STRING if isinstance(given[0], str) else U32
        head = number("I", ARRAY) + number("I", kind) + number("Q", len(given))
        return head + b"".join(value(one)[4:] for one in given)

    made = b"GGUF" + number("I", version) + number("Q", len(tensors)) + number("Q", len(metadata))
    for name, given in metadata.items():
        made += words(name) + value(given)
    offset = 0
    for at, (kind, dimensions) in enumerate(tensors):
        made += words(f"blk.{at}.weight") + number("I", len(dimensions))
        made += b"".join(number("Q", size) for size in dimensions)
        made += number("I", kind) + number("Q", offset)
        offset += -(-_size(kind, dimensions) // 32) * 32
    return made + b"\0" * (-len(made) % 32 + data)


def _size(kind: int, dimensions: tuple[int, ...]) -> int:
    elements = 1
    for size in dimensions:
        elements *= size
    return {0: elements * 4, 1: elements * 2, 2: elements // 32 * 18}[kind]


def chat_model(folder: Path, name: str = "chat.gguf", context: int = 2048) -> Path:
    """A file whose header is that of a chat model."""
    path = folder / name
    path.write_bytes(gguf({**CHAT, "llama.context_length": context}))
    return path
