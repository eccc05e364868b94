"""Whether other programs read a workbook as it was written: the sheet Data by calamine, odfpy, LibreOffice and Gnumeric.

    python3 lasare.py WORKBOOK FOLDER-OF-CSV [GNUMERIC-CSV]

The folder holds the sheets as LibreOffice wrote them, one NAME-SHEET.csv each; the other file is Data as Gnumeric has it. Prints the number of equal cells a reader, or
the first differences and ends with 1.
"""

from __future__ import annotations

import csv
import sys
from itertools import zip_longest
from pathlib import Path

import python_calamine
from odf import opendocument, table, teletype
from odf.namespaces import OFFICENS, TABLENS

from ods_reader import read_sheets

Value = float | str


def plain(rows: list[list[Value | None]]) -> list[list[Value]]:
    """Rows without empty cells at their end, and numbers as numbers."""
    result = []
    for row in rows:
        cells: list[Value] = ["" if cell is None else cell if isinstance(cell, str) else float(cell) for cell in row]
        while cells and cells[-1] == "":
            cells.pop()
        result.append(cells)
    return result


def by_calamine(workbook: Path, sheet: str) -> list[list[Value]]:
    return plain(python_calamine.CalamineWorkbook.from_path(str(workbook)).get_sheet_by_name(sheet).to_python())


def by_odfpy(workbook: Path, sheet: str) -> list[list[Value]]:
    document = opendocument.load(str(workbook))
    found = next(t for t in document.getElementsByType(table.Table) if t.getAttribute("name") == sheet)
    rows = []
    for row in found.getElementsByType(table.TableRow):
        cells: list[Value | None] = []
        for cell in row.getElementsByType(table.TableCell):
            repeats = int(cell.getAttrNS(TABLENS, "number-columns-repeated") or 1)
            number = cell.getAttrNS(OFFICENS, "value")
            cells += [float(number) if number else teletype.extractText(cell)] * repeats
        rows.append(cells)
    return plain(rows)


def by_libreoffice(folder: Path, workbook: Path, sheet: str, expected: list[list[Value]]) -> list[list[Value]]:
    """As shown; a number that is equal to its fifteen digits is taken for the one it shows."""
    return by_csv(folder / f"{workbook.stem}-{sheet}.csv", expected)


def by_csv(path: Path, expected: list[list[Value]]) -> list[list[Value]]:
    with open(path, encoding="utf-8", newline="") as file:
        rows = plain([list(row) for row in csv.reader(file)])
    pairs = zip_longest(rows, expected, fillvalue=[])
    return plain([[as_number(*cells) for cells in zip_longest(*pair, fillvalue="")] for pair in pairs])


def as_number(cell: Value, wanted: Value) -> Value:
    if isinstance(wanted, str) or not isinstance(cell, str):
        return cell
    try:
        number = float(cell.replace(",", "."))
    except ValueError:
        return cell
    return wanted if abs(number - wanted) <= 1e-14 * max(1, abs(wanted)) else number


def differences(reader: str, found: list[list], expected: list[list]) -> int:
    if len(found) != len(expected):
        print(f"{reader}: {len(found)} rader, men ska vara {len(expected)}")
        return 1
    wrong = [(n, a, b) for n, (a, b) in enumerate(zip(found, expected), 1) if a != b]
    for number, have, want in wrong[:5]:
        print(f"{reader}, rad {number}: {have}, men ska vara {want}")
    if not wrong:
        print(f"{reader}: {sum(len(row) for row in expected)} celler lika")
    return len(wrong)


def main(workbook: Path, folder: Path, gnumeric: Path | None = None) -> int:
    expected = plain([[cell.value for cell in row] for row in read_sheets(workbook)["Data"]])
    wrong = differences("calamine", by_calamine(workbook, "Data"), expected)
    wrong += differences("odfpy", by_odfpy(workbook, "Data"), expected)
    wrong += differences("LibreOffice", by_libreoffice(folder, workbook, "Data", expected), expected)
    if gnumeric is not None:
        wrong += differences("Gnumeric", by_csv(gnumeric, expected), expected)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:4])))
