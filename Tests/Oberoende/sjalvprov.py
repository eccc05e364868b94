"""Shows that the second computation finds errors: takes the program's workbook and plants one error at a time.

Errors of protection are planted in all of a workbook at once: a row that is hidden is shown, or one that is shown is hidden,
and the program is given questionnaires that promise something else.

    python3 sjalvprov.py [FOLDERS OF DATA SETS...]

Every error must be found, in the example and in each data set named.
"""

from __future__ import annotations

import os
import random
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from andra_berakningen import checked
from cells import MINUS
from chance import Verdict, is_known_to_be_right
from data_owed import all_data
from data_sheet import DATA_COLUMNS, compared_data, plain, plain_keys
from instruments import NOT_APPLICABLE, PROTECTED, UNKNOWN
from ods_reader import Cell, Row, read_sheets
from promises import instruments_beside, read_promises
from mask import Mask, mask_of
from proof import Proof, periods
from protection import RESPONDENTS
from report import EARLIER_PERIOD, NO_EARLIER, NO_MEASUREMENT, NOT_COMPARABLE, Report, report_of
from survey_folder import read_measurement
from tables_compared import Sheets, compared_tables
from tables_owed import OwedSheets, owed_sheets

PROJECT = Path(__file__).resolve().parents[2]
PROGRAM = Path(os.environ.get("BILAGA_PROGRAM", PROJECT / ".build" / "release" / "bilaga"))
EXAMPLE = PROJECT / "Surveys" / "exempel"
WORDS = (PROTECTED, UNKNOWN, NOT_APPLICABLE, NOT_COMPARABLE, NO_EARLIER, EARLIER_PERIOD, NO_MEASUREMENT)
WORDS += tuple(verdict.value for verdict in Verdict)
COMPARED_IN_DATA = len(DATA_COLUMNS) - 1
"""All columns but the last, whose remarks are words."""

ROWS_OF_A_PERIOD = 60
"""How many rows of a questionnaire and period are hidden or shown wrongly."""
SHOWN, COMPLEMENT_SHOWN, HIDDEN, PROMISED = "visad", "visat komplement", "skyddad", "annat löfte"
OTHER_PROMISES = (
    ("små grupper: slå ihop", "små grupper: dölj"),
    ("slå ihop till: Övriga insatser", "slå ihop till: Andra insatser"),
    ("{ slå ihop till: Övriga insatser }", "dölj"),
    ("minsta grupp: 5", "minsta grupp: 6"),
    ("minsta grupp: 10", "minsta grupp: 8"),
    ("nästan alla: ogynnsam\n", "nästan alla: ingen\n"),
    ("nästan alla: ingen ", "nästan alla: alla "),
    ("nästan alla: alla\n", "nästan alla: ogynnsam\n"),
    ("minsta osäkerhet: 3", "minsta osäkerhet: 2"),
    ("bara totalt: ja", "bara totalt: nej"),
)

Error = tuple[str, Sheets]
"""What was done, and the sheets it was done to."""


def years(data_set: Path) -> list[Path]:
    """Its folders of answers, newest first."""
    return sorted((folder for folder in data_set.iterdir() if folder.name.isdigit()), reverse=True)


def workbook(data_set: Path, path: Path, instruments: Path) -> Sheets:
    folders = years(data_set)
    command = [str(PROGRAM), "rapport", "--ur", *map(str, folders), "--period", folders[0].name]
    command += ["--till", str(path), "--tyst", "--formular", str(instruments)]
    subprocess.run(command, check=True, env=os.environ | {"BILAGA_HEM": str(PROJECT)})
    return read_sheets(path)


# Wrong cells.


def spoiled(cell: Cell, in_data: bool) -> list[Cell]:
    """The cell with wrong contents: what programs read, what is seen, and words and figures in each other's place."""
    if isinstance(cell.value, str):
        others = [word for word in WORDS if word != cell.value] if cell.value in WORDS else [spoiled_text(cell.value)]
        return [*(Cell(other, other) for other in others), Cell(7.0, "7"), Cell(None, "")]
    if cell.value is None:
        return [Cell(7.0, "7"), Cell(PROTECTED, PROTECTED)]
    words = [Cell(PROTECTED, PROTECTED), Cell(None, ""), Cell(cell.text, cell.text)]
    step = 2**-40 if cell.value % 1 or cell.text.endswith("%") else 1
    wrong_value = cell._replace(value=cell.value + step)
    # What is seen in Data follows from the number, which is what programs read.
    sights = [] if in_data else [cell._replace(text=text) for text in wrong_sights(cell)]
    return [wrong_value, *words, *sights]


def wrong_sights(cell: Cell) -> Iterator[str]:
    """A whole number one off, without its sign, with another sign, with another space."""
    for by in (1, -1):
        yield re.sub(r"\d+", lambda number: str(int(number[0]) + by), cell.text, count=1)
    if cell.text[0] in "+" + MINUS:
        yield cell.text[1:]
        yield ("+" if cell.text[0] == MINUS else MINUS) + cell.text[1:]
        yield "-" + cell.text[1:]
    elif cell.text == "0":
        yield "+0"
    if cell.text.endswith("%"):
        yield cell.text.replace("\u00a0", "")


def spoiled_text(text: str) -> str:
    """The first number in a text one higher, or the text with a letter more."""
    spoilt = re.sub(r"\d+", lambda number: str(int(number[0]) + 1), text, count=1)
    return spoilt if spoilt != text else text + "x"


def kind(cell: Cell) -> str:
    """Cells of a kind are spoiled in the same ways."""
    if isinstance(cell.value, str):
        return cell.value if cell.value in WORDS else "text"
    return "tomt" if cell.value is None else cell.text[:1] if cell.text[:1] in "+0" + MINUS else cell.text[-1:]


def with_row(sheets: Sheets, name: str, line: int, rows: list[Row]) -> Sheets:
    """Other rows in the place of one."""
    return sheets | {name: [*sheets[name][:line], *rows, *sheets[name][line + 1 :]]}


def cell_errors(
    sheets: Sheets, name: str, lines: list[int], columns: Iterable[int], rng: random.Random
) -> Iterator[Error]:
    """In each column, each kind of cell that it has."""
    rows = sheets[name]
    for column in columns:
        kinds: dict[str, list[int]] = {}
        for line in lines:
            kinds.setdefault(kind(rows[line][column]), []).append(line)
        for own, having in kinds.items():
            line = rng.choice(having)
            for wrong in spoiled(rows[line][column], in_data=name == "Data"):
                row = [*rows[line][:column], wrong, *rows[line][column + 1 :]]
                what = f"{name} rad {line + 1} kolumn {column + 1} ({own}): {wrong}"
                yield what, with_row(sheets, name, line, [row])


# Wrong rows and sheets.


def row_errors(sheets: Sheets, name: str, lines: list[int], rng: random.Random) -> Iterator[Error]:
    line = rng.choice(lines)
    row = sheets[name][line]
    yield f"{name}: rad {line + 1} borta", with_row(sheets, name, line, [])
    yield f"{name}: rad {line + 1} dubbel", with_row(sheets, name, line, [row, row])
    if name != "Data" and len(lines) > 1:
        first = rng.choice(lines[:-1])
        rows = list(sheets[name])
        rows[first], rows[first + 1] = rows[first + 1], rows[first]
        yield f"{name}: rad {first + 1} och nästa i fel ordning", sheets | {name: rows}


def line_errors(sheets: Sheets, name: str, lines: list[int]) -> Iterator[Error]:
    """In the lines of text that say figures."""
    for line in lines:
        cell = sheets[name][line][0]
        wrong = spoiled_text(cell.text)
        yield f"{name} rad {line + 1}: {wrong}", with_row(sheets, name, line, [[Cell(wrong, wrong)]])
        yield f"{name} rad {line + 1} borta", with_row(sheets, name, line, [])
        for word in (PROTECTED, UNKNOWN):
            wrong = re.sub(r"\d+ svar", word, cell.text, count=1)
            if wrong != cell.text:
                yield f"{name} rad {line + 1}: {wrong}", with_row(sheets, name, line, [[Cell(wrong, wrong)]])


def sheet_errors(sheets: Sheets) -> Iterator[Error]:
    names = list(sheets)
    for place, name in enumerate(names):
        yield f"{name}: bladet borta", {other: rows for other, rows in sheets.items() if other != name}
        yield f"{name}: bladet heter fel", {f"{n}x" if n == name else n: rows for n, rows in sheets.items()}
        if place:
            order = [*names[: place - 1], name, names[place - 1], *names[place + 1 :]]
            yield f"{name}: bladet i fel ordning", {other: sheets[other] for other in order}
    yield "ett blad för mycket", sheets | {"Blad 1": []}


def text_lines(rows: list[Row], start: str, end: tuple[str, ...]) -> list[int]:
    """The rows from one that begins so, to the next that begins with any of the others."""
    texts = [row[0].text if row else "" for row in rows]
    first = next(i for i, text in enumerate(texts) if text.startswith(start))
    return list(range(first + 1, next(i for i in range(first + 1, len(texts)) if texts[i].startswith(end))))


def errors(sheets: Sheets, owed: OwedSheets, rng: random.Random) -> Iterator[Error]:
    """The sheets with one error each."""
    yield from sheet_errors(sheets)
    yield from line_errors(sheets, "Omslag", text_lines(sheets["Omslag"], "Svar per", ("Värt att", "Om siffrorna")))
    yield from row_errors(sheets, "Innehåll", list(range(4, len(sheets["Innehåll"]))), rng)
    for table in owed.tables:
        rows = sheets[table.sheet]
        header = next(i for i, row in enumerate(rows) if [cell.text for cell in row] == table.header)
        lines = list(range(header + 1, header + 1 + len(table.rows)))
        yield from cell_errors(sheets, table.sheet, [header], range(len(table.header)), rng)
        yield from line_errors(sheets, table.sheet, [0])
        if table.lines:
            yield from line_errors(sheets, table.sheet, text_lines(rows, table.title, ("Källa:",)))
        if lines:
            # Which notes there are is not compared.
            columns = [column for column in range(len(table.header)) if column not in table.marks]
            yield from cell_errors(sheets, table.sheet, lines, columns, rng)
            yield from row_errors(sheets, table.sheet, lines, rng)
    rows = sheets["Data"]
    lines = list(range(4, len(rows)))
    yield from cell_errors(sheets, "Data", lines, range(COMPARED_IN_DATA), rng)
    yield from row_errors(sheets, "Data", lines, rng)


# Wrong protection.


def rows_protected_wrongly(report: Report, mask: Mask, rng: random.Random) -> Iterator[tuple[str, list[str]]]:
    """What was done, and what is said of it."""
    for tables in periods(report):
        proof = Proof(tables, mask)
        rows = [
            (table, group, question)
            for table in tables
            for group in table.division.groups
            for question in (RESPONDENTS, *table.division.total.rows)
        ]
        # There are few complements: all of them.
        complements = [
            row for row in rows if row[1] in proof.hidden(row[0], row[2]) - proof.item(row[0], row[2]).always
        ]
        for table, group, question in [*complements, *rng.sample(rows, min(len(rows), ROWS_OF_A_PERIOD))]:
            key = table.row_key(group, question)
            key = key._replace(question=plain(question))
            is_hidden = group in proof.hidden(table, question)
            nested = {breakdown for breakdown, _ in proof.nested_rows(question)}
            if not is_hidden and table.division.breakdown in nested:
                # More may be hidden for what lies inside the groups: not always the fewest.
                continue
            wrong = Proof(tables, Mask(mask.rows | {key: not is_hidden}))
            found = [problem for problem in wrong.problems() if problem]
            always = proof.item(table, question).always
            kind = HIDDEN if not is_hidden else SHOWN if group in always else COMPLEMENT_SHOWN
            yield f"{kind}: {' | '.join(map(str, key))}", found


def other_promises(instruments: Path, folder: Path) -> Iterator[tuple[str, Path]]:
    """Questionnaires that promise something else, and what."""
    for number, (old, new) in enumerate(OTHER_PROMISES):
        place = folder / f"formular-{number}"
        place.mkdir()
        for file in instruments.glob("*.yaml"):
            (place / file.name).write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
        yield f"{old} blev {new}".replace("\n", ""), place


@dataclass
class Probed:
    planted: int
    missed: list[str]
    of_protection: Counter[str]
    """How many errors of each kind."""


def probe(data_set: Path, folder: Path) -> Probed:
    """How many errors were planted, and those not found."""
    measurements = [read_measurement(folder) for folder in years(data_set)]
    instruments = instruments_beside(data_set)
    promises = read_promises(instruments)
    sheets = workbook(data_set, folder / "prov.ods", instruments)
    mask = mask_of(sheets["Data"])
    report = report_of(measurements, promises, None, mask.hides)
    owed, figures = owed_sheets(report), plain_keys(all_data(report))

    def is_accepted(candidate: Sheets) -> bool:
        """Compares what was changed; a sheet that is the very same has been found right before."""
        if compared_tables(candidate, owed, unchanged=sheets).differences:
            return False
        data = candidate.get("Data", [])
        return data is sheets["Data"] or not compared_data(data, figures, measurements[0].forbund).differences

    right = {name: list(rows) for name, rows in sheets.items()}
    is_right = is_accepted(right) and not checked(sheets, measurements, promises)[0].differences
    probed = Probed(0, [] if is_right else [f"{data_set}: en riktig arbetsbok godtas inte"], Counter())
    rng = random.Random(data_set.name)
    for name, wrong in errors(sheets, owed, rng):
        probed.planted += 1
        probed.missed += [f"{data_set}: {name}"] if is_accepted(wrong) else []
    for name, found in rows_protected_wrongly(report, mask, rng):
        probed.planted += 1
        probed.of_protection[name.partition(":")[0]] += 1
        probed.missed += [] if found else [f"{data_set}: {name}"]
    with tempfile.TemporaryDirectory() as place:
        for name, other in other_promises(instruments, Path(place)):
            wrong = workbook(data_set, folder / "annat.ods", other)
            if wrong["Data"] == sheets["Data"]:
                # Nobody here is concerned.
                continue
            probed.planted += 1
            probed.of_protection[PROMISED] += 1
            probed.missed += [] if checked(wrong, measurements, promises)[0].differences else [f"{data_set}: {name}"]
    return probed


def main(data_sets: list[str]) -> int:
    planted, missed, kinds = 0, is_known_to_be_right(), Counter[str]()
    with tempfile.TemporaryDirectory() as folder:
        for data_set in [EXAMPLE, *map(Path, data_sets)]:
            probed = probe(data_set, Path(folder))
            planted += probed.planted
            missed += probed.missed
            kinds += probed.of_protection
    kinds_owed = (SHOWN, COMPLEMENT_SHOWN, HIDDEN, PROMISED)
    missed += [f"inget fel av slaget {kind} planterat" for kind in kinds_owed if not kinds[kind]]
    print(*missed, f"{planted} fel planterade, {len(missed)} inte som de ska", sep="\n")
    print(f"varav i skyddet: {', '.join(f'{kind} {number}' for kind, number in sorted(kinds.items()))}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
