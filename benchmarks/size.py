"""How large the package is: lines, the largest files, and what stands twice for sync and async.

    python benchmarks/size.py

Lines of code are those that are neither blank, comment nor docstring. A twin is an `async def`
beside a `def` of the same name without its leading `a`, in one file; its lines are counted.
"""

from __future__ import annotations

import ast
import io
import tokenize
from pathlib import Path

PACKAGE = Path(__file__).parent.parent / "newsbrief"
SILENT = {
    tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT,
    tokenize.ENCODING, tokenize.ENDMARKER,
}  # fmt: skip


def code_lines(source: str, tree: ast.Module) -> int:
    lines = {
        number
        for token in tokenize.generate_tokens(io.StringIO(source).readline)
        if token.type not in SILENT
        for number in range(token.start[0], token.end[0] + 1)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            first = node.body[0] if node.body else None
            if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
                lines -= set(range(first.lineno, (first.end_lineno or 0) + 1))
    return len(lines)


def twin_lines(tree: ast.Module) -> int:
    names = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    return sum(
        (node.end_lineno or 0) - node.lineno + 1
        for node in ast.walk(tree)
        if isinstance(node, ast.AsyncFunctionDef) and node.name.removeprefix("a") in names
    )


def main() -> None:
    rows: list[tuple[int, int, int, Path]] = []
    for file in sorted(PACKAGE.rglob("*.py")):
        source = file.read_text(encoding="utf-8")
        tree = ast.parse(source)
        lines = source.count("\n")
        rows.append((lines, code_lines(source, tree), twin_lines(tree), file))
    lexicon = sum(row[0] for row in rows if "lexicon" in row[3].parts)
    total, code, twins = (sum(r[0] for r in rows), sum(r[1] for r in rows), sum(r[2] for r in rows))
    print(f"{len(rows)} files, {total} lines ({lexicon} of them word lists), {code} of code")
    print(f"async beside sync of the same name: {twins} lines")
    for lines, _, _, file in sorted(rows, reverse=True)[:5]:
        print(f"{lines:5}  {file.relative_to(PACKAGE.parent)}")


if __name__ == "__main__":
    main()
