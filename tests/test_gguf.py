"""The header of a GGUF file: what is wrong with a file is said before llama.cpp is asked."""

from __future__ import annotations

import re
import struct
from pathlib import Path

import pytest
from gguf_files import CHAT, DATA, TENSORS, gguf
from hypothesis import given
from hypothesis import strategies as st

from newsbrief import ConfigError
from newsbrief.backends.gguf import trained_context

WHOLE = gguf()


def read(folder: Path, content: bytes) -> int:
    path = folder / "model.gguf"
    path.write_bytes(content)
    return trained_context(path)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("gguf")


@pytest.mark.parametrize("version", [2, 3])
def test_a_chat_model_tells_its_context(tmp_path: Path, version: int) -> None:
    assert read(tmp_path, gguf(version=version)) == 2048


@given(cut=st.integers(0, len(WHOLE) - 1))
def test_a_file_cut_off_anywhere_is_a_config_error(folder: Path, cut: int) -> None:
    with pytest.raises(ConfigError, match="no GGUF file" if cut < 4 else "damaged"):
        read(folder, WHOLE[:cut])


@given(st.data())
def test_whatever_stands_in_the_header_it_is_read_or_a_config_error(
    folder: Path, data: st.DataObject
) -> None:
    content = bytearray(WHOLE)
    for at in data.draw(st.lists(st.integers(4, len(WHOLE) - 1), min_size=1, max_size=8)):
        content[at] = data.draw(st.integers(0, 255))
    try:
        outcome = str(read(folder, bytes(content)))
    except ConfigError as error:
        outcome = str(error)
    assert re.search(r"^[1-9]\d*$|damaged|no chat model", outcome)


@given(st.binary(max_size=200))
def test_rubbish_behind_the_magic_is_damage(folder: Path, rubbish: bytes) -> None:
    with pytest.raises(ConfigError, match="damaged"):
        read(folder, b"GGUF" + rubbish)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "no GGUF file"),
        (b"<!DOCTYPE html><title>Sign in</title>", "no GGUF file"),
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:0\n", "pointer of Git LFS"),
        (gguf(version=1), "of GGUF version 1"),
        (gguf(order=">"), "of GGUF version 50331648"),
        (gguf(data=0), "it has 640 of its 1,256 bytes"),
        (gguf(tensors=()), "it holds no tensors"),
        (gguf(tensors=((2, (33,)),)), "of a size that cannot be"),
        (gguf(tensors=((0, (1,) * 5),)), "a count of 5 in its header"),
        (gguf({**CHAT, "general.alignment": 0}), "its alignment is none"),
        (gguf({**CHAT, "llama.context_length": 0}), "the length of its context"),
        (gguf({**CHAT, "general.architecture": "qwen2"}), "the length of its context"),
        (gguf({k: v for k, v in CHAT.items() if "template" not in k}), "it has no chat template"),
        (gguf({**CHAT, "general.type": "mmproj"}), "of the type 'mmproj'"),
        (WHOLE[:16] + b"\xff" * 8 + WHOLE[24:], "a count of 18,446,744,073,709,551,615"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, content: bytes, words: str) -> None:
    with pytest.raises(ConfigError) as raised:
        read(tmp_path, content)
    assert words in str(raised.value)
    assert str(tmp_path / "model.gguf") in str(raised.value)


def test_a_type_of_tensor_of_which_nothing_is_known_is_left_to_llama_cpp(tmp_path: Path) -> None:
    known, unknown = (struct.pack("<QQIQ", *TENSORS[-1][1], kind, DATA - 72) for kind in (2, 99))
    assert WHOLE.count(known) == 1
    assert read(tmp_path, WHOLE.replace(known, unknown)) == 2048


def test_a_slip_in_the_path_gets_a_suggestion(tmp_path: Path) -> None:
    model = tmp_path / "llama-3.2-1b-instruct.gguf"
    model.write_bytes(WHOLE)
    with pytest.raises(ConfigError, match=re.escape(f"did you mean {str(model)!r}?")):
        trained_context(tmp_path / "llama3.2-1b-instruct.gguf")
    with pytest.raises(ConfigError, match=r"is a folder; .*, such as llama-3\.2-1b-instruct\.gguf"):
        trained_context(tmp_path)
    with pytest.raises(ConfigError, match="there is no file"):
        trained_context(tmp_path / "nowhere" / "model.gguf")
    with pytest.raises(ConfigError, match="cannot be read"):
        trained_context(tmp_path / "a\0b.gguf")
