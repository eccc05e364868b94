"""Shows that the second computation finds errors: makes a small workbook of its own, then plants one error at a time.

    python3 sjalvprov.py [FOLDERS OF DATA SETS...]

Every error must be found, in the example and in each data set named.
"""

from __future__ import annotations

import random
import re
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from xml.sax.saxutils import escape

import andra_berakningen
from andra_berakningen import shown_share
from figures import Count, Figure, Hidden, Key, Share, Unknown, all_figures, percent, points
from instruments import CLEARLY, INSTRUMENTS, NEGATIVE, NEITHER, POSITIVE, PROTECTED
from ods_reader import Cell, Row, read_sheets
from survey_folder import Measurement, read_measurement

EXAMPLE = Path(__file__).resolve().parents[2] / "Surveys" / "exempel"
NAMESPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
)
TABLE_HEADER = (
    "Fråga",
    "År",
    "Antal svar",
    "Negativt",
    "Varken eller",
    "Positivt",
    "(Klart positivt)",
    "Förändring positivt",
    "Förändring klart positivt",
)


@dataclass(frozen=True)
class Percentage:
    share: Share


@dataclass(frozen=True)
class Change:
    exact: Fraction


Content = str | int | float | Percentage | Change | None
Sheet = list[list[Content]]
Workbook = dict[str, Sheet]
Sheets = dict[str, list[Row]]

SIGNS = tuple("0123456789+\u2212")
COMPARED_IN_DATA = len(andra_berakningen.DATA_COLUMNS) - 1
"""All columns but the last, whose remarks are words."""


def cell_xml(content: Content) -> str:
    match content:
        case None:
            return "<table:table-cell/>"
        case str():
            return f'<table:table-cell office:value-type="string"><text:p>{escape(content)}</text:p></table:table-cell>'
        case Percentage():
            share = content.share.exact
            return (
                f'<table:table-cell office:value-type="percentage" office:value="{shown_share(share)!r}">'
                f"<text:p>{percent(share)}\u00a0%</text:p></table:table-cell>"
            )
        case Change():
            shown = points(content.exact)
            sign = "" if shown == 0 else "+" if shown > 0 else "\u2212"
            return (
                f'<table:table-cell office:value-type="float" office:value="{shown}">'
                f"<text:p>{sign}{abs(shown)}</text:p></table:table-cell>"
            )
        case _:
            return (
                f'<table:table-cell office:value-type="float" office:value="{content!r}">'
                f"<text:p>{content}</text:p></table:table-cell>"
            )


def row_xml(row: list[Content]) -> str:
    """A row where equal neighbours are folded into one repeated cell."""
    cells: list[tuple[str, int]] = []
    for xml in map(cell_xml, row):
        if cells and cells[-1][0] == xml:
            cells[-1] = (xml, cells[-1][1] + 1)
        else:
            cells.append((xml, 1))
    repeated = (
        xml.replace("<table:table-cell", f'<table:table-cell table:number-columns-repeated="{n}"', 1) if n > 1 else xml
        for xml, n in cells
    )
    return "<table:table-row>" + "".join(repeated) + "</table:table-row>"


def written(workbook: Workbook, path: Path) -> Path:
    sheets = "".join(
        f'<table:table table:name="{name}">{"".join(map(row_xml, rows))}</table:table>'
        for name, rows in workbook.items()
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {NAMESPACES} office:version="1.3">'
        f"<office:body><office:spreadsheet>{sheets}</office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("content.xml", content)
    return path


def data_cells(figure: Figure) -> list[Content]:
    match figure:
        case Share():
            return [figure.count, figure.base, float(figure.exact)]
        case Count():
            return [figure.count, None, None]
        case Hidden():
            return [PROTECTED] * 3
        case Unknown():
            return ["[uppgift saknas]"] * 3


def data_sheet(forbund: str, figures: dict[Key, Figure]) -> Sheet:
    rows: Sheet = [["Data"], list(andra_berakningen.DATA_COLUMNS)]
    for key, figure in figures.items():
        question = next((q for q in INSTRUMENTS[key.survey].questions if q.id == key.question), None)
        names = [forbund, key.survey, str(key.period), key.breakdown, key.group, key.question]
        rows.append([*names, question.text if question else "", key.measure, *data_cells(figure), ""])
    return rows


def change(figures: dict[Key, Figure], key: Key, measure: str) -> Change | str:
    now = figures.get(andra_berakningen.measured(key, measure))
    before = Key(key.survey, key.period - 1, key.breakdown, key.group, key.question, measure)
    then = figures.get(before)
    if not isinstance(now, Share) or not isinstance(then, Share):
        return "[ej jämförbar]"
    return Change(now.exact - then.exact)


def table_sheets(figures: dict[Key, Figure]) -> Workbook:
    """A sheet per questionnaire and breakdown; the groups stand in a column of their own or in a line above."""
    sheets: Workbook = {}
    group = ""
    for key in (k for k in figures if k.measure == POSITIVE):
        instrument = INSTRUMENTS[key.survey]
        total = key.breakdown == "total"
        rows = sheets.setdefault(instrument.sheet + ("" if total else f" per {key.breakdown}"), [["Rubrik"]])
        in_column = key.breakdown == "insats"
        if len(rows) == 1:
            rows.append([*(["Insats"] if in_column else []), *TABLE_HEADER])
        if not total and not in_column and key.group != group:
            rows.append([key.group])
        group = key.group
        shares = [figures[andra_berakningen.measured(key, m)] for m in (NEGATIVE, NEITHER, POSITIVE, CLEARLY)]
        question = next(q for q in instrument.questions if q.id == key.question)
        own = figures[key]
        rows.append(
            [
                *([key.group] if in_column else []),
                f"{question.number}. {question.text} [not 1]",
                str(key.period),
                own.base if isinstance(own, Share) else PROTECTED,
                *(Percentage(share) if isinstance(share, Share) else PROTECTED for share in shares),
                change(figures, key, POSITIVE),
                change(figures, key, CLEARLY),
            ]
        )
    return sheets


def workbook_of(measurements: list[Measurement]) -> Workbook:
    figures = all_figures(measurements)
    return table_sheets(figures) | {"Data": data_sheet(measurements[0].forbund, figures)}


# The errors, planted in what has been read back.


def spoiled(cell: Cell) -> list[Cell]:
    """The cell with a wrong content: its number, and then what is seen of it, on their own."""
    if isinstance(cell.value, str):
        return [Cell(spoiled_text(cell.value), spoiled_text(cell.value))]
    if cell.value is None:
        return [Cell(7.0, "7")]
    if cell.text.endswith("%") or cell.value % 1:
        return [cell._replace(value=cell.value + 2**-40), cell._replace(text=spoiled_text(cell.text))]
    return [Cell(cell.value + 1, cell.text)]


def spoiled_text(text: str) -> str:
    """The first number in a text one higher, or the text with a letter more."""
    return re.sub(r"\d+", lambda number: str(int(number[0]) + 1), text, count=1) if text[:1] in SIGNS else text + "x"


def errors(sheets: Sheets, rng: random.Random) -> Iterator[tuple[str, Sheets]]:
    """The sheets with one error each: a cell spoiled, a row lost or doubled, a sheet lost."""
    for name, rows in sheets.items():
        owed = [i for i, row in enumerate(rows) if is_owed(row)]
        if not owed:
            continue
        for column in range(COMPARED_IN_DATA if name == "Data" else len(rows[owed[0]])):
            line = rng.choice(owed)
            wrong_cells = spoiled(rows[line][column]) if says_something(rows[line][column]) else []
            for cell in wrong_cells[:1] if name == "Data" else wrong_cells:
                row = [*rows[line][:column], cell, *rows[line][column + 1 :]]
                wrong = [*rows[:line], row, *rows[line + 1 :]]
                yield f"{name} rad {line + 1} kolumn {column + 1}", sheets | {name: wrong}
        line = rng.choice(owed)
        yield f"{name}: rad {line + 1} borta", sheets | {name: rows[:line] + rows[line + 1 :]}
        yield f"{name}: rad {line + 1} dubbel", sheets | {name: rows[:line] + rows[line:][:1] + rows[line:]}
        yield f"{name}: bladet borta", {other: own for other, own in sheets.items() if other != name}


def is_owed(row: Row) -> bool:
    """Rows that must be there whatever else: those that hold a share."""
    return any(isinstance(cell.value, float) and (cell.text.endswith("%") or cell.value % 1) for cell in row)


def says_something(cell: Cell) -> bool:
    """Not the words for a change that there is none of, which may be put in another way."""
    return cell.value != "[ej jämförbar]"


def probe(data_set: Path, path: Path) -> tuple[int, list[str]]:
    """How many errors were planted, and those not found."""
    measurements = [read_measurement(data_set / period) for period in ("2021", "2020")]
    sheets = read_sheets(written(workbook_of(measurements), path))
    figures = andra_berakningen.plain_keys(all_figures(measurements))

    def is_accepted(candidate: Sheets) -> bool:
        return not andra_berakningen.compared(candidate, figures, measurements[0].forbund).differences

    planted = list(errors(sheets, random.Random(data_set.name)))
    missed = [f"{data_set}: {name}" for name, wrong in planted if is_accepted(wrong)]
    return len(planted), missed + ([] if is_accepted(sheets) else [f"{data_set}: en riktig arbetsbok godtas inte"])


def main(data_sets: list[str]) -> int:
    planted, missed = 0, []
    with tempfile.TemporaryDirectory() as folder:
        for data_set in [EXAMPLE, *map(Path, data_sets)]:
            count, names = probe(data_set, Path(folder) / "prov.ods")
            planted += count
            missed += names
    print(*missed, f"{planted} fel planterade, {len(missed)} inte som de ska", sep="\n")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
