"""A gate: floors that the figures must not fall below.

A TOML file with a table for each group of figures, and in it a floor for each figure.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path

from newsbrief.errors import ConfigError
from newsbrief.evals.tally import Figure
from newsbrief.slips import neighbour


def read(file: Path) -> dict[str, float]:
    """The floors in ``file`` by the full names of their figures.

    Raises `ConfigError` where it holds none, or anything else.
    """
    try:
        tables = tomllib.loads(file.read_bytes().decode("utf-8"))
    except OSError as error:
        hint = neighbour(file) if isinstance(error, FileNotFoundError) else ""
        told = f"cannot read the gate {file}: {error.strerror or error}{hint}"
        raise ConfigError(told) from error
    except ValueError as error:  # of TOML or of UTF-8
        raise ConfigError(f"the gate {file} is not TOML: {error}") from error
    floors = {}
    for group, table in tables.items():
        for name, floor in table.items() if isinstance(table, dict) else [("", None)]:
            if (
                isinstance(floor, bool)
                or not isinstance(floor, (int, float))
                or not 0 <= floor <= 1
            ):
                raise ConfigError(
                    f"the gate {file}: {group} must be a table of floors from 0 to 1, "
                    "like recall = 0.9"
                )
            floors[f"{group}.{name}"] = float(floor)
    if not floors:
        raise ConfigError(f"the gate {file} holds no floors")
    return floors


def check(file: Path) -> None:
    """Raises `ConfigError` where no gate can be written to ``file``: before the run, which may take
    an hour, and not after."""
    if file.is_dir():
        raise ConfigError(f"cannot write the gate {file}: it is a folder")
    if not file.parent.is_dir():
        raise ConfigError(f"cannot write the gate {file}: there is no folder {file.parent}")


def write(file: Path, figures: Mapping[str, Figure], about: str) -> None:
    """The ``figures`` as floors; ``about`` says in one line where they come from.

    Raises `ConfigError` where ``file`` cannot be written, or there is no figure to write.
    """
    if all(figure.value is None for figure in figures.values()):
        raise ConfigError(f"the gate {file} is not written: nothing was there to be counted")
    lines, before = [f"# Floors of: {' '.join(about.split())}"], ""
    for name, figure in figures.items():
        group, _, last = name.partition(".")
        if figure.value is not None:
            lines += [f"\n[{group}]"] if group != before else []
            lines.append(f"{last} = {figure.value:.3f}")
            before = group
    try:
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    except OSError as error:
        raise ConfigError(f"cannot write the gate {file}: {error.strerror or error}") from error


def fallen(floors: Mapping[str, float], figures: Mapping[str, Figure]) -> Iterator[str]:
    """One line for each figure below its floor, or that is not there at all."""
    for name, floor in floors.items():
        if name not in figures:
            near = get_close_matches(name, figures, 1)
            hint = f"; did you mean {near[0]}?" if near else ""
            yield f"{name} has a floor, but there is no such figure{hint}"
        elif (value := figures[name].value) is None:
            yield f"{name} has the floor {floor:.3f}, but nothing was there to be counted"
        elif value < floor:
            yield f"{name} fell to {value:.3f}, below its floor of {floor:.3f}"
