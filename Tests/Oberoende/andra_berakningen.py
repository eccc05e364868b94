"""Compares every figure of a finished workbook with a second computation from the CSV files.

    python3 andra_berakningen.py WORKBOOK FOLDER [FOLDER...]
    python3 andra_berakningen.py --bunt LISTFILE

A line of LISTFILE is a workbook and its folders, separated by tabs. Prints one line per difference and ends with 1, or
the number of equal figures and ends with 0.
"""

from __future__ import annotations

import math
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from pathlib import Path

from figures import MERGED, TOTAL, Count, Figure, Hidden, Key, Share, Unknown, all_figures, percent, points
from instruments import CLEARLY, INSTRUMENTS, NEGATIVE, NEITHER, POSITIVE, PROTECTED, Question, folded
from ods_reader import EMPTY, Cell, Row, read_sheets
from survey_folder import Measurement, read_measurement

DATA_COLUMNS = tuple("förbund enkät period indelning grupp fråga frågetext mått antal bas andel anmärkning".split())
TABLE_COLUMNS = {"negativt": NEGATIVE, "varkeneller": NEITHER, "positivt": POSITIVE, "klartpositivt": CLEARLY}
CHANGE_COLUMNS = {"förändringpositivt": POSITIVE, "förändringklartpositivt": CLEARLY}
GROUP_COLUMNS = ("insats", "kön", "chefsgrupp", "grupp")

Figures = dict[Key, Figure]


@dataclass
class Outcome:
    equal_in_data: int
    equal_in_tables: int
    differences: list[str]


# The sheet Data.


@cache
def plain(text: str) -> str:
    """A code without the dots of å, ä, ö and with hyphens for spaces."""
    return text.strip().lower().translate(str.maketrans("åäö ", "aao-"))


def described(key: Key) -> str:
    parts = (key.survey, key.period, key.breakdown, key.group, key.question, key.measure)
    return " | ".join(str(part) for part in parts if part != "")


def as_text(cell: Cell) -> str:
    if isinstance(cell.value, float):
        return f"{cell.value:g}"
    return (cell.value or "").strip()


@dataclass(frozen=True)
class DataRow:
    line: int
    forbund: str
    question_text: str
    key: Key
    cells: tuple[Cell, Cell, Cell]
    """antal, bas, andel"""


def data_rows(rows: list[Row]) -> Iterator[DataRow | str]:
    """The rows of the sheet Data, or for one that cannot be read what is wrong with it."""
    start = next((i for i, row in enumerate(rows) if "mått" in [as_text(cell) for cell in row]), None)
    if start is None:
        yield "Data: ingen rubrikrad"
        return
    header = [as_text(cell) for cell in rows[start]]
    if header != list(DATA_COLUMNS):
        yield f"Data: rubrikerna är {header}"
        return
    for line, row in enumerate(rows[start + 1 :], start + 2):
        if any(cell.value is not None for cell in row):
            yield data_row(line, row + [EMPTY] * (len(DATA_COLUMNS) - len(row)))


def data_row(line: int, row: Row) -> DataRow | str:
    forbund, survey, period, breakdown, group, question, text, measure = (as_text(cell) for cell in row[:8])
    if not period.isdigit():
        return f"Data rad {line}: perioden är {period!r}"
    key = Key(plain(survey), int(period), breakdown, group, plain(question), measure)
    return DataRow(line, forbund, text, key, (row[8], row[9], row[10]))


def merged_name(rows: list[DataRow], survey: str, breakdown: str, names: set[str]) -> str | None:
    """What the workbook calls the group of merged groups: the only name in the breakdown that is none of theirs."""
    others = {r.key.group for r in rows if r.key.survey == survey and r.key.breakdown == breakdown} - names
    return others.pop() if len(others) == 1 else None


def renamed_merged(rows: list[DataRow], figures: Figures) -> Figures:
    """The figures with the workbook's own name for a merged group."""
    names = {}
    for key in figures:
        if key.group == MERGED and (key.survey, key.breakdown) not in names:
            own = {k.group for k in figures if (k.survey, k.breakdown) == (key.survey, key.breakdown)}
            names[key.survey, key.breakdown] = merged_name(rows, key.survey, key.breakdown, own) or MERGED
    return {
        Key(k.survey, k.period, k.breakdown, names[k.survey, k.breakdown], k.question, k.measure)
        if k.group == MERGED
        else k: figure
        for k, figure in figures.items()
    }


def no_number(cell: Cell) -> bool:
    """Empty, or a shorthand that says why there is no figure; not the one for protection."""
    text = as_text(cell)
    return not text or (text.startswith("[") and text.endswith("]") and text != PROTECTED)


def agrees(figure: Figure, cells: tuple[Cell, Cell, Cell]) -> bool:
    count, base, share = cells
    match figure:
        case Share():
            return (count.value, base.value, share.value) == (figure.count, figure.base, float(figure.exact))
        case Count():
            return count.value == figure.count and no_number(base) and no_number(share)
        case Hidden():
            return all(as_text(cell) == PROTECTED for cell in cells)
        case Unknown():
            return no_number(share) and (no_number(count) or no_number(base))


def wanted(figure: Figure) -> str:
    match figure:
        case Share():
            return f"{figure.count} av {figure.base}, andel {float(figure.exact)!r}"
        case Count():
            return str(figure.count)
        case Hidden():
            return PROTECTED
        case Unknown():
            return "inget tal"


def question_of(key: Key) -> Question | None:
    questions = INSTRUMENTS[key.survey].questions
    return next((q for q in questions if plain(q.id) == key.question), None)


def text_difference(row: DataRow) -> str | None:
    question = question_of(row.key)
    if folded(row.question_text) != folded(question.text if question else ""):
        return f"Data rad {row.line}: {described(row.key)}: frågetexten är {row.question_text!r}"
    return None


def compared_data(rows: list[DataRow], figures: Figures, forbund: str) -> Outcome:
    outcome = Outcome(0, 0, [])
    seen: set[Key] = set()
    for row in rows:
        name = f"Data rad {row.line}: {described(row.key)}"
        figure = figures.get(row.key)
        if row.key in seen:
            outcome.differences.append(f"{name}: står två gånger")
        elif figure is None:
            outcome.differences.append(f"{name}: ska inte finnas")
        elif not agrees(figure, row.cells):
            shown = " | ".join(as_text(cell) or "tomt" for cell in row.cells)
            outcome.differences.append(f"{name}: {shown}, men ska vara {wanted(figure)}")
        elif row.forbund != forbund:
            outcome.differences.append(f"{name}: förbundet är {row.forbund!r}")
        elif problem := text_difference(row):
            outcome.differences.append(problem)
        else:
            outcome.equal_in_data += 1
        seen.add(row.key)
    owed = (key for key, figure in figures.items() if key not in seen and not is_optional(figure))
    outcome.differences += [f"Data: {described(key)}: saknas, ska vara {wanted(figures[key])}" for key in owed]
    return outcome


def is_optional(figure: Figure) -> bool:
    return isinstance(figure, Unknown) or (isinstance(figure, Hidden) and figure.optional)


# The sheets with tables.


@dataclass(frozen=True)
class Table:
    sheet: str
    survey: str
    breakdown: str
    rows: list[Row]


def tables(sheets: dict[str, list[Row]], figures: Figures) -> Iterator[Table | str]:
    """The sheet of each questionnaire and breakdown, or that it is missing; one with nothing to show need not be."""
    for survey, breakdown in sorted({(key.survey, key.breakdown) for key in figures}):
        sheet = INSTRUMENTS[survey].sheet + ("" if breakdown == "total" else f" per {breakdown}")
        if sheet in sheets:
            yield Table(sheet, survey, breakdown, sheets[sheet])
        elif any(
            isinstance(figures[key], Share) for key in figures if (key.survey, key.breakdown) == (survey, breakdown)
        ):
            yield f"{sheet}: bladet saknas"


def without_notes(text: str) -> str:
    return re.sub(r"\[[^\]]*\]", "", text)


@cache
def without_marks(text: str) -> str:
    """A text without the notes in brackets, folded."""
    return folded(without_notes(text))


@dataclass(frozen=True)
class TableRow:
    name: str
    columns: dict[str, Cell]
    key: Key
    """Group, period and question of the row; the measure is empty."""


def table_rows(table: Table, figures: Figures) -> Iterator[TableRow | str]:
    """The rows of questions. A group is named in a column of its own or in a line above its rows."""
    own_keys = (key for key in figures if (key.survey, key.breakdown) == (table.survey, table.breakdown))
    groups = {without_marks(key.group): key.group for key in own_keys}
    questions = INSTRUMENTS[table.survey].questions
    texts = {folded(number + q.text): plain(q.id) for q in questions for number in ("", str(q.number))}
    header: list[str] = []
    group = TOTAL if table.breakdown == "total" else ""
    for line, row in enumerate(table.rows, 1):
        if {"Fråga", "År"} <= {without_notes(as_text(cell)).strip() for cell in row}:
            header = [without_marks(as_text(cell)) for cell in row]
            continue
        if row:
            group = groups.get(without_marks(as_text(row[0])), group)
        columns = dict(zip(header, row + [EMPTY] * len(header)))
        question = texts.get(without_marks(as_text(columns.get("fråga", EMPTY))))
        if question is None:
            continue
        named = next((as_text(columns[name]) for name in GROUP_COLUMNS if name in columns), group)
        own = groups.get(without_marks(named))
        period = as_text(columns["år"])
        if own is None or not period.isdigit():
            yield f"{table.sheet} rad {line}: grupp {named!r} och år {period!r} går inte att tyda"
        else:
            key = Key(table.survey, int(period), table.breakdown, own, question, "")
            yield TableRow(f"{table.sheet} rad {line}: {described(key)}", columns, key)


def measured(key: Key, measure: str) -> Key:
    return Key(key.survey, key.period, key.breakdown, key.group, key.question, measure)


def wanted_percent(figure: Figure) -> str:
    return str(percent(figure.exact)) if isinstance(figure, Share) else PROTECTED


def shown_percent(cell: Cell) -> str:
    """The whole per cent a reader sees, or the shorthand."""
    number = re.fullmatch(r"(-?\d+)\s*%?", cell.text.strip())
    return number[1] if number else cell.text.strip()


def shown_share(share: Fraction) -> float:
    """The ratio, or the number next above it where 100 times the ratio would be rounded down in binary: 0.575."""
    exact = float(share)
    return exact if math.floor(100 * exact + 0.5) == percent(share) else math.nextafter(exact, 1)


def shown_points(cell: Cell) -> int | None:
    """The change a reader sees, None where the cell says something else than a number."""
    number = re.fullmatch(r"([+\u2212±-]?)\s*(\d+)(?:\s*(?:pe|procentenheter|%))?", cell.text.strip())
    if number is None:
        return None
    return -int(number[2]) if number[1] in ("\u2212", "-") else int(number[2])


def sign_is_right(cell: Cell) -> bool:
    """A change that is not nothing has a plus or a true minus sign."""
    return not shown_points(cell) or cell.text.strip()[0] in "+\u2212"


def exact_change(figures: Figures, key: Key, periods: list[int]) -> Fraction | None:
    """The change since the period before; None where there is none, or either figure is hidden."""
    before = max((period for period in periods if period < key.period), default=0)
    earlier = Key(key.survey, before, key.breakdown, key.group, key.question, key.measure)
    now, then = figures.get(key), figures.get(earlier)
    return now.exact - then.exact if isinstance(now, Share) and isinstance(then, Share) else None


def row_differences(row: TableRow, figures: Figures, periods: list[int]) -> Iterator[str | None]:
    """One item a figure of the row: what is wrong with it, or None."""
    if measured(row.key, POSITIVE) not in figures:
        yield f"{row.name}: ska inte finnas"
        return
    figure = figures[measured(row.key, POSITIVE)]
    base = str(figure.base) if isinstance(figure, Share) else PROTECTED
    yield differing(row, "antalsvar", as_text(row.columns.get("antalsvar", EMPTY)), base)
    for column, measure in TABLE_COLUMNS.items():
        figure = figures[measured(row.key, measure)]
        cell = row.columns.get(column, EMPTY)
        yield differing(row, column, shown_percent(cell), wanted_percent(figure))
        if isinstance(figure, Share) and cell.value != shown_share(figure.exact):
            yield f"{row.name}: {column}: talet är {cell.value!r}, men ska vara {shown_share(figure.exact)!r}"
    for column, measure in CHANGE_COLUMNS.items():
        if column in row.columns:
            cell = row.columns[column]
            change = exact_change(figures, measured(row.key, measure), periods)
            yield change_difference(row, column, cell, change)


def change_difference(row: TableRow, column: str, cell: Cell, change: Fraction | None) -> str | None:
    if change is None:
        return differing(row, column, str(shown_points(cell)), str(None))
    if not sign_is_right(cell):
        return f"{row.name}: {column}: fel tecken i {cell.text!r}"
    if cell.value != points(change):
        return f"{row.name}: {column}: talet är {cell.value!r}, men ska vara {points(change)!r}"
    return differing(row, column, str(shown_points(cell)), str(points(change)))


def differing(row: TableRow, column: str, shown: str, owed: str) -> str | None:
    return None if shown == owed else f"{row.name}: {column}: visar {shown}, men ska visa {owed}"


def compared_tables(sheets: dict[str, list[Row]], figures: Figures) -> Outcome:
    outcome = Outcome(0, 0, [])
    periods = sorted({key.period for key in figures})
    seen: set[Key] = set()
    for table in tables(sheets, figures):
        for row in [table] if isinstance(table, str) else table_rows(table, figures):
            if isinstance(row, str):
                outcome.differences.append(row)
                continue
            if row.key in seen:
                outcome.differences.append(f"{row.name}: står två gånger")
            seen.add(row.key)
            found = list(row_differences(row, figures, periods))
            outcome.equal_in_tables += found.count(None)
            outcome.differences += [difference for difference in found if difference]
    outcome.differences += missing_rows(sheets, figures, seen)
    return outcome


def missing_rows(sheets: dict[str, list[Row]], figures: Figures, seen: set[Key]) -> Iterator[str]:
    present = {(t.survey, t.breakdown) for t in tables(sheets, figures) if isinstance(t, Table)}
    for key, figure in figures.items():
        owed = key.measure == POSITIVE and not is_optional(figure) and (key.survey, key.breakdown) in present
        if owed and measured(key, "") not in seen:
            yield f"tabellen {INSTRUMENTS[key.survey].sheet}: {described(measured(key, ''))}: raden saknas"


# The whole.


def plain_keys(figures: Figures) -> Figures:
    return {Key(k.survey, k.period, k.breakdown, k.group, plain(k.question), k.measure): f for k, f in figures.items()}


def compare(workbook: Path, measurements: list[Measurement]) -> Outcome:
    return compared(read_sheets(workbook), plain_keys(all_figures(measurements)), measurements[0].forbund)


def compared(sheets: dict[str, list[Row]], figures: Figures, forbund: str) -> Outcome:
    read = list(data_rows(sheets.get("Data", [])))
    rows = [row for row in read if isinstance(row, DataRow)]
    figures = renamed_merged(rows, figures)
    data = compared_data(rows, figures, forbund)
    in_tables = compared_tables(sheets, figures)
    unreadable = [row for row in read if isinstance(row, str)]
    return Outcome(data.equal_in_data, in_tables.equal_in_tables, unreadable + data.differences + in_tables.differences)


def jobs(arguments: list[str]) -> list[tuple[Path, list[Path]]]:
    lines = [arguments]
    if arguments[0] == "--bunt":
        lines = [line.split("\t") for line in Path(arguments[1]).read_text(encoding="utf-8").splitlines() if line]
    return [(Path(line[0]), [Path(folder) for folder in line[1:]]) for line in lines]


def main(arguments: list[str]) -> int:
    if len(arguments) < 2:
        print(__doc__, file=sys.stderr)
        return 64
    data = in_tables = differing_count = 0
    for workbook, folders in jobs(arguments):
        outcome = compare(workbook, [read_measurement(folder) for folder in folders])
        data += outcome.equal_in_data
        in_tables += outcome.equal_in_tables
        differing_count += len(outcome.differences)
        for difference in outcome.differences:
            print(f"{workbook}: {difference}")
    if differing_count == 0:
        print(f"{data + in_tables} figurer lika ({data} i Data, {in_tables} i tabellerna)")
    return 1 if differing_count else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
