"""Are workbooks read back as what was put into them, by two readers that know nothing of each other?

    python3 aterlast.py FOLDER

For each N.json in the folder there is an N.ods. The JSON is a list of [sheet name, rows]; a cell is null, a text, a number as
a text that Python's float takes (["n", "0x1p3"]), a day (["d", "2024-02-29"]) or a link's text (["l", "..."]). Ends with 1 and
the first differences.

calamine 0.9.1 is known to leave out tabs, and line breaks inside links; odfpy has to find everything.
"""

from __future__ import annotations

import datetime
import json
import sys
from pathlib import Path

import python_calamine
from odf import opendocument, table, teletype
from odf.namespaces import OFFICENS, TABLENS
from odf.text import P


def for_odfpy(cell):
    match cell:
        case ["n", number]:
            return float.fromhex(number)
        case ["d", day]:
            return datetime.date.fromisoformat(day)
        case ["l", text]:
            return text
        case None:
            return ""
        case text:
            return text


def for_calamine(cell):
    match cell:
        case ["l", text]:
            return text.replace("\t", "").replace("\n", "")
        case str():
            return cell.replace("\t", "")
        case _:
            return for_odfpy(cell)


def by_odfpy(path: Path):
    document = opendocument.load(str(path))
    for sheet in document.getElementsByType(table.Table):
        rows = []
        for row in sheet.getElementsByType(table.TableRow):
            rows.append([odfpy_cell(cell) for cell in row.getElementsByType(table.TableCell)])
        yield sheet.getAttribute("name"), rows


def odfpy_cell(cell):
    match cell.getAttrNS(OFFICENS, "value-type"):
        case "float" | "percentage":
            return float(cell.getAttrNS(OFFICENS, "value"))
        case "date":
            return datetime.date.fromisoformat(cell.getAttrNS(OFFICENS, "date-value"))
        case _:
            return "\n".join(teletype.extractText(p) for p in cell.getElementsByType(P))


def by_calamine(path: Path):
    workbook = python_calamine.CalamineWorkbook.from_path(str(path))
    for name in workbook.sheet_names:
        sheet = workbook.get_sheet_by_name(name)
        yield name, [[calamine_cell(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]


def calamine_cell(cell):
    if isinstance(cell, datetime.datetime):
        return cell.date()
    return cell if isinstance(cell, (str, datetime.date)) else float(cell)


def trimmed(rows):
    """Without empty cells at the end of rows, and empty rows at the end."""
    rows = [list(row) for row in rows]
    for row in rows:
        while row and row[-1] == "":
            row.pop()
    while rows and not rows[-1]:
        rows.pop()
    return rows


def main(folder: Path) -> int:
    wrong = 0
    cells = 0
    for description in sorted(folder.glob("*.json")):
        described = json.loads(description.read_text(encoding="utf-8"))
        cells += sum(len(row) for _, rows in described for row in rows)
        for reader, expected in ((by_odfpy, for_odfpy), (by_calamine, for_calamine)):
            wanted = [(name, trimmed([[expected(cell) for cell in row] for row in rows])) for name, rows in described]
            found = [(name, trimmed(rows)) for name, rows in reader(description.with_suffix(".ods"))]
            if [name for name, _ in found] != [name for name, _ in wanted]:
                print(f"{reader.__name__} {description.stem}: sheets {[name for name, _ in found]}")
                wrong += 1
            for (name, have), (_, want) in zip(found, wanted):
                if have == want:
                    continue
                wrong += 1
                if len(have) != len(want):
                    print(f"{reader.__name__} {description.stem} {name}: {len(have)} rows, not {len(want)}")
                for number, (a, b) in enumerate(zip(have, want), 1):
                    if a != b:
                        print(f"{reader.__name__} {description.stem} {name} row {number}: {a!r}, not {b!r}")
                        break
    print(f"{cells} cells")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
