"""The sheet Data: a row a figure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from cells import Outcome, as_text
from data_owed import NotOnScale, Owed
from figures import Count, Hidden, Key, Share, Unknown
from instruments import INSTRUMENTS, MULTIPLE, NOT_APPLICABLE, PROTECTED, UNKNOWN, Question, folded
from national import National
from ods_reader import EMPTY, Cell, Row

DATA_COLUMNS = tuple("förbund enkät period indelning grupp fråga frågetext mått antal bas andel anmärkning".split())

Figures = dict[Key, Owed]
"""With the codes of questions as the workbook writes them."""


@cache
def plain(text: str) -> str:
    """A code without the dots of å, ä, ö and with hyphens for spaces."""
    return text.strip().lower().translate(str.maketrans("åäö ", "aao-"))


def described(key: Key) -> str:
    parts = (key.survey, key.period, key.breakdown, key.group, key.question, key.measure)
    return " | ".join(str(part) for part in parts if part != "")


@dataclass(frozen=True)
class DataRow:
    line: int
    forbund: str
    question_text: str
    key: Key
    cells: tuple[Cell, Cell, Cell]
    """antal, bas, andel"""
    remark: str


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
    if not period.isdigit() or row[2].value != float(period):
        return f"Data rad {line}: perioden är {row[2].value!r}"
    key = Key(plain(survey), int(period), breakdown, group, plain(question), measure)
    return DataRow(line, forbund, text, key, (row[8], row[9], row[10]), as_text(row[11]))


def owed_cells(figure: Owed) -> tuple[float | str, float | str, float | str]:
    """antal, bas, andel"""
    match figure:
        case Share():
            return figure.count, figure.base, float(figure.exact)
        case Count():
            return figure.count, NOT_APPLICABLE, NOT_APPLICABLE
        case Hidden():
            return PROTECTED, PROTECTED, PROTECTED
        case NotOnScale():
            return NOT_APPLICABLE, NOT_APPLICABLE, NOT_APPLICABLE
        case National():
            return or_unknown(figure.count), or_unknown(figure.answers), float(figure.share)
        case Unknown():
            return UNKNOWN if figure.count is None else figure.count, UNKNOWN, UNKNOWN


def or_unknown(number: int | None) -> float | str:
    return UNKNOWN if number is None else number


def owed_remark(key: Key, figure: Owed) -> str:
    """What the remark must hold, whatever else it says: why there is no figure, or that groups can overlap."""
    if isinstance(figure, Hidden):
        return PROTECTED
    if isinstance(figure, NotOnScale):
        return NOT_APPLICABLE
    return UNKNOWN if isinstance(figure, Unknown) else "[not " if key.breakdown in MULTIPLE else ""


def agrees(figure: Owed, cells: tuple[Cell, Cell, Cell]) -> bool:
    return tuple(cell.value for cell in cells) == owed_cells(figure)


def wanted(figure: Owed) -> str:
    return " | ".join(map(str, owed_cells(figure)))


def question_of(key: Key) -> Question | None:
    questions = INSTRUMENTS[key.survey].questions
    return next((q for q in questions if plain(q.id) == key.question), None)


def text_difference(row: DataRow) -> str | None:
    question = question_of(row.key)
    if folded(row.question_text) != folded(question.text if question else ""):
        return f"Data rad {row.line}: {described(row.key)}: frågetexten är {row.question_text!r}"
    return None


def compared_data(sheet: list[Row], figures: Figures, forbund: str) -> Outcome:
    read = list(data_rows(sheet))
    outcome = Outcome(0, [row for row in read if isinstance(row, str)])
    seen: set[Key] = set()
    for row in (row for row in read if isinstance(row, DataRow)):
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
        elif owed_remark(row.key, figure) not in row.remark:
            outcome.differences.append(f"{name}: anmärkningen är {row.remark!r}")
        elif problem := text_difference(row):
            outcome.differences.append(problem)
        else:
            outcome.equal += 1
        seen.add(row.key)
    owed = (key for key in figures if key not in seen)
    outcome.differences += [f"Data: {described(key)}: saknas, ska vara {wanted(figures[key])}" for key in owed]
    return outcome


def plain_keys(figures: Figures) -> Figures:
    return {Key(k.survey, k.period, k.breakdown, k.group, plain(k.question), k.measure): f for k, f in figures.items()}
