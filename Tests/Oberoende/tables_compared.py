"""The sheets of a workbook beside what they should be: order, lines above the tables, and every row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from cells import Content, Outcome, problem, shown
from ods_reader import EMPTY, Cell, Row

from report import OwedTable
from tables_owed import OwedSheets

Sheets = dict[str, list[Row]]
RowKey = tuple[str, ...]
COVER_HEADINGS = ("Värt att läsa", "Om siffrorna")


def compared_tables(sheets: Sheets, owed: OwedSheets, unchanged: Sheets | None = None) -> Outcome:
    """Sheets that are the very rows of `unchanged` are not compared again."""
    known = unchanged or {}
    found = [*order_problems(sheets, owed.order), *cover_problems(sheets, owed.cover)]
    for table in owed.tables:
        if table.sheet in sheets and sheets[table.sheet] is not known.get(table.sheet):
            found += table_problems(sheets[table.sheet], table)
    return Outcome(found.count(None), [item for item in found if item])


# Each function below gives an item a figure: what is wrong with it, or None.


def order_problems(sheets: Sheets, owed: list[str]) -> Iterator[str | None]:
    yield from (f"{name}: bladet saknas" for name in owed if name not in sheets)
    yield from (f"{name}: bladet ska inte finnas" for name in sheets if name not in owed)
    yield difference("bladens ordning", list(sheets), owed)
    listed = [row[0].text for row in after_empty_row(sheets.get("Innehåll", []))]
    yield difference("Innehåll: bladen", listed[1:], owed[2:])


def difference(name: str, found: list[str], owed: list[str]) -> str | None:
    return None if found == owed else f"{name}: {', '.join(found)}, men ska vara {', '.join(owed)}"


def after_empty_row(rows: list[Row]) -> list[Row]:
    return [row for row in rows[next((i for i, row in enumerate(rows) if not row), len(rows)) :] if row]


def cover_problems(sheets: Sheets, owed: list[str]) -> Iterator[str | None]:
    lines = [row[0].text for row in sheets.get("Omslag", []) if row]
    start = lines.index("Svar per respondentgrupp") + 1 if "Svar per respondentgrupp" in lines else len(lines)
    sentences = takewhile(lambda line: line not in COVER_HEADINGS, lines[start:])
    yield from line_problems("Omslag", list(sentences), owed)


def line_problems(sheet: str, lines: list[str], owed: list[str]) -> Iterator[str | None]:
    for place, line in enumerate(owed):
        found = lines[place] if place < len(lines) else ""
        yield None if found == line else f"{sheet}: raden {found!r} ska vara {line!r}"
    yield from (f"{sheet}: raden {line!r} ska inte finnas" for line in lines[len(owed) :])


def table_problems(rows: list[Row], table: OwedTable) -> Iterator[str | None]:
    start = next((i for i, row in enumerate(rows) if [cell.text for cell in row] == table.header), None)
    if start is None:
        yield f"{table.sheet}: ingen rubrikrad {table.header}"
        return
    above = [row[0].text if row else "" for row in rows[:start]]
    yield from line_problems(table.sheet, above[:1], [table.title])
    if table.lines:
        yield from lead_problems(table, above[1:])
    for line in table.said:
        yield None if line in " ".join(above) else f"{table.sheet}: före tabellen saknas {line!r}"
    yield from row_problems(table, start + 2, list(takewhile(bool, rows[start + 1 :])))
    yield from (
        f"{table.sheet} rad {line}: ska inte finnas efter tabellen"
        for line, row in enumerate(rows[start + 1 :], start + 2)
        if len(row) > 1 and any(not earlier for earlier in rows[start + 1 : line - 1])
    )


def lead_problems(table: OwedTable, above: list[str]) -> Iterator[str | None]:
    """A line that is longer than the table is wide goes on in the next row."""
    end = next((i for i, line in enumerate(above) if line.startswith("Källa: bladet Källor")), len(above))
    text = " ".join(above[:end])
    for line in table.lines:
        if text.startswith(line):
            text = text[len(line) :].lstrip(" ")
            yield None
        else:
            yield f"{table.sheet}: före tabellen står {text[: len(line) + 20]!r}, men där ska stå {line!r}"
            return
    if text:
        yield f"{table.sheet}: före tabellen står {text!r} för mycket"


def row_problems(table: OwedTable, first_line: int, rows: list[Row]) -> Iterator[str | None]:
    owed = {tuple(shown(row[column]) for column in table.keys): row for row in table.rows}
    seen: list[RowKey] = []
    for line, row in enumerate(rows, first_line):
        padded = [without_marks(cell) for cell in row + [EMPTY] * (len(table.header) - len(row))]
        key = tuple(padded[column].text for column in table.keys)
        name = f"{table.sheet} rad {line}: {' | '.join(key)}"
        if key not in owed:
            yield f"{name}: ska inte finnas"
        elif key in seen:
            yield f"{name}: står två gånger"
        else:
            yield from cell_problems(name, table, padded, owed[key])
        seen.append(key)
    yield from (f"{table.sheet}: {' | '.join(key)}: raden saknas" for key in owed if key not in seen)
    known = [key for key in dict.fromkeys(seen) if key in owed]
    if known != [key for key in owed if key in seen]:
        yield f"{table.sheet}: raderna står i fel ordning"


def cell_problems(name: str, table: OwedTable, cells: list[Cell], owed: list[Content]) -> Iterator[str | None]:
    for column, heading in enumerate(table.header):
        if column in table.marks:
            if not re.fullmatch(r"ingen|\[not \d+\]( \[not \d+\])*", cells[column].text):
                yield f"{name}: {heading}: {cells[column].text!r} är inga noter"
            continue
        wrong = problem(cells[column], owed[column])
        if wrong:
            yield f"{name}: {heading}: {wrong}"
        elif column not in table.keys:
            yield None
    if len(cells) > len(table.header):
        yield f"{name}: fler celler än rubriker"


def without_marks(cell: Cell) -> Cell:
    """Without the marks of notes after a text."""
    if not isinstance(cell.value, str):
        return cell
    return Cell(re.sub(r"( \[not \d+\])+$", "", cell.value), re.sub(r"( \[not \d+\])+$", "", cell.text))
