"""Reads every fixture with readers that have nothing to do with Bilaga and compares with the truth.

A fixture that is itself wrong is found here: each format is read by two programs of different descent where there are.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

import msoffcrypto
import openpyxl
import pyreadstat
from lxml import etree
from python_calamine import CalamineWorkbook

from . import marks
from .case import ALIKE as EQUAL
from .case import SEVERAL, TRUTH, Case
from .cell_types import EXTRA_COLUMNS, extra_texts, plain
from .folder import Folder
from .svar import ALIKE, ALIKE_COLUMNS, COLUMNS, INSATSER, QUESTIONS, SEVERAL_INSATSER, insatser, text_rows

Rows = list[list[str]]
KON = {"K": "Kvinna", "M": "Man", "Uppgift saknas": ""}
"""Other words for kön in the fixtures."""


def truth(case: Case) -> list[dict[str, str]]:
    """Each respondent's text in each column."""
    if case.expected == EQUAL:
        return [dict(zip(ALIKE_COLUMNS, (a.insats, a.kon, *a.labels))) for a in ALIKE]
    assert case.expected in (TRUTH, SEVERAL), case
    return [
        dict(zip((*COLUMNS, *EXTRA_COLUMNS), row + extra_texts(number))) for number, row in enumerate(text_rows(), 1)
    ]


def code(question: str, label: str) -> str:
    scale = next(q.scale for q in QUESTIONS if q.id == question)
    return next((number for number, text in scale.items() if text == label), "")


def label_meant(question: str, cell: str) -> str:
    """The label that a cell stands for: itself, with a number in front, or by its code. -9 is no answer."""
    scale = next(q.scale for q in QUESTIONS if q.id == question)
    text = re.sub(r"^\d+[.)]?\s+(?=\D)", "", cell)
    if text.casefold() in (label.casefold() for label in scale.values()):
        return next(label for label in scale.values() if label.casefold() == text.casefold())
    number = re.sub(r"[,.]0+$", "", cell)
    return "" if number in ("", "-9") else scale[number]


def labels_in(cell: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """The known labels in a cell of several. Anything else than separators left over is an error."""
    found = []
    for label in sorted(known, key=len, reverse=True):
        if label in cell:
            found.append(label)
            cell = cell.replace(label, "", 1)
    if cell.strip(" ,;\n"):
        raise ValueError(f"okänt i cellen: {cell!r}")
    return tuple(sorted(found, key=known.index))


def faults(case: Case, rows: Rows, skip: frozenset[str] = frozenset()) -> Iterator[str]:
    """What differs from the truth. `rows` are the rows that hold anything, heading and all."""
    rows = [row for row in rows if any(row)]
    rows = rows[case.preamble + case.headings :]
    expected = truth(case)
    if len(rows) != len(expected):
        yield f"{len(rows)} svar i stället för {len(expected)}"
        return
    options = SEVERAL_INSATSER if case.expected == SEVERAL else INSATSER
    questions = {q.id for q in QUESTIONS}
    for number, (row, wanted) in enumerate(zip(rows, expected), 1):
        if len(row) > len(case.columns) and any(row[len(case.columns) :]):
            yield f"svar {number}: {row[len(case.columns) :]} bortom sista kolumnen"
        row = row + [""] * (len(case.columns) - len(row))
        several = insatser(number) if case.expected == SEVERAL else (wanted["insats"],)
        for column, cell in zip(case.columns, row):
            name, _, form = column.partition("=")
            if name == "-" or name in skip:
                continue
            try:
                if name.startswith("insats:"):
                    option = options[int(name[7:]) - 1]
                    chosen = {"1": True, "Ja": True, option: True, "": False, "0": False, "Nej": False}[cell]
                    good = chosen == (option in several)
                elif name == "insatser":
                    good = labels_in(cell, options) == tuple(o for o in options if o in several)
                elif name in questions and (case.cells == "interpreted" or form):
                    good = label_meant(name, cell) == wanted[name]
                elif name == "kön" and case.cells == "interpreted":
                    good = KON.get(cell, cell) == wanted[name]
                elif name in questions and case.cells == "code":
                    good = cell == code(name, wanted[name])
                else:
                    good = cell == wanted[name]
            except (KeyError, ValueError, StopIteration) as error:
                yield f"svar {number}, {column}: {cell!r} förstås inte ({error})"
                continue
            if not good:
                yield f"svar {number}, {column}: {cell!r} i stället för {wanted.get(name)!r}"


def folded(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.replace("_x000D_", "").casefold())


def heading_faults(case: Case, rows: Rows) -> Iterator[str]:
    """Columns whose headings do not say which question they are, in a file that needs no mapping for it."""
    if case.needs == "mapping":
        return
    rows = [row for row in rows if any(row)][case.preamble : case.preamble + case.headings]
    known = {q.id: (q.text, q.id, f"q{q.number}") for q in QUESTIONS}
    for place, column in enumerate(case.columns):
        if column not in known:
            continue
        cells = [folded(row[place]) for row in rows if place < len(row)]
        text, *names = map(folded, known[column])
        if not any(text in cell or cell in names for cell in cells):
            yield f"kolumn {place + 1} är {column}, men rubriken är {cells}"


def text_of(value: object, *, with_time: bool = False) -> str:
    """A value as every format must give it."""
    match value:
        case None:
            return ""
        case bool():
            return "TRUE" if value else "FALSE"
        case int() | float():
            return plain(float(value))
        case datetime():
            value = (value + timedelta(milliseconds=1)).replace(microsecond=0)
            return value.isoformat(" ") if with_time or value.time() != time() else value.date().isoformat()
        case date():
            return value.isoformat()
        case time():
            moment = datetime.combine(date(2000, 1, 1), value) + timedelta(milliseconds=1)
            return moment.time().replace(microsecond=0).isoformat()
        case timedelta():
            seconds = round(value.total_seconds())
            return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
        case _:
            return str(value).replace("\r\n", "\n").strip(" \t\n\u00a0")


def with_openpyxl(path: Path, case: Case) -> Rows:
    book = openpyxl.load_workbook(io.BytesIO(path.read_bytes()), data_only=True)
    return [[text_of(cell.value) for cell in row] for row in book[case.sheet].iter_rows()]


def with_calamine(path: Path, case: Case) -> Rows:
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(path.read_bytes())).get_sheet_by_name(case.sheet)
    return [[text_of(value) for value in row] for row in sheet.to_python(skip_empty_area=False)]


ODF = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
}


def odf(name: str) -> str:
    prefix, _, local = name.partition(":")
    return f"{{{ODF[prefix]}}}{local}"


def paragraph_text(element: etree._Element) -> str:
    """White space as the standard has it: runs are one space, the rest are elements."""

    def parts(node: etree._Element) -> Iterator[str]:
        if node.text:
            yield re.sub(r"[ \t\r\n]+", " ", node.text)
        for child in node:
            if child.tag == odf("text:s"):
                yield "\u0001" * int(child.get(odf("text:c"), "1"))
            elif child.tag == odf("text:tab"):
                yield "\t"
            elif child.tag == odf("text:line-break"):
                yield "\n"
            elif child.tag != odf("office:annotation"):
                yield from parts(child)
            if child.tail:
                yield re.sub(r"[ \t\r\n]+", " ", child.tail)

    return re.sub(r"  +", " ", "".join(parts(element))).strip(" ").replace("\u0001", " ")


def odf_cell(cell: etree._Element) -> str:
    kind = cell.get(odf("office:value-type"))
    if kind == "date":
        return text_of(datetime.fromisoformat(cell.get(odf("office:date-value"))))
    if kind == "time":
        hours, minutes, seconds = re.fullmatch(
            r"PT(\d+)H(\d+)M(\d+(?:\.\d+)?)S", cell.get(odf("office:time-value"))
        ).groups()
        return text_of(timedelta(hours=int(hours), minutes=int(minutes), seconds=float(seconds)))
    if kind == "boolean":
        return cell.get(odf("office:boolean-value")).upper()
    shown = "\n".join(paragraph_text(p) for p in cell.findall(odf("text:p")))
    if kind in ("float", "percentage") and not shown.startswith("#"):
        return plain(float(cell.get(odf("office:value"))))
    # LibreOffice gives an error an empty string-value; what it shows is the error's name.
    return text_of(cell.get(odf("office:string-value")) or shown)


def with_odf_xml(path: Path, case: Case) -> Rows:
    """Bare XML. Repeats are expanded only up to what holds anything."""
    with zipfile.ZipFile(path) as package:
        tree = etree.fromstring(package.read("content.xml"))
    tables = {table.get(odf("table:name")): table for table in tree.iter(odf("table:table"))}
    table = tables[case.sheet]
    rows: Rows = []
    for row in table.iter(odf("table:table-row")):
        cells: list[str] = []
        for cell in row:
            if cell.tag in (odf("table:table-cell"), odf("table:covered-table-cell")):
                text = odf_cell(cell)
                count = int(cell.get(odf("table:number-columns-repeated"), "1"))
                cells += [text] * (count if text else min(count, 100))
        while cells and not cells[-1]:
            cells.pop()
        rows += [cells] * (int(row.get(odf("table:number-rows-repeated"), "1")) if cells else 1)
    return rows


def with_csv(path: Path, case: Case) -> Rows:
    text = path.read_bytes().decode(case.encoding).removeprefix("\ufeff")
    if text.startswith("sep="):
        text = text.partition("\n")[2]
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=case.separator, strict=True)
    return [[text_of(cell) for cell in row] for row in rows]


def spss_headings(names: list[str], labels: list[str | None]) -> Rows:
    return [names, [label or "-" for label in labels]]


def with_pyreadstat(path: Path, case: Case) -> Rows:
    frame, described = pyreadstat.read_sav(str(path), user_missing=True)
    labels = described.variable_value_labels
    rows = spss_headings(described.column_names, described.column_labels)
    for _, values in frame.iterrows():
        row = []
        for name, value in values.items():
            value = None if value != value else value
            row.append(text_of(labels.get(name, {}).get(value, value)))
        rows.append(row)
    return rows


def with_pspp(path: Path, case: Case, folder: Folder) -> Rows:
    """PSPP's own reader, which shares nothing with pyreadstat's."""
    out = folder.scratch / "pspp.csv"
    folder.run("pspp-convert", "--output-format=csv", "--labels", path, out)
    with out.open(encoding="utf-8", newline="") as file:
        names, *values = csv.reader(file)
    day = re.compile(r"(\d\d)/(\d\d)/(\d{4})")

    def text(cell: str) -> str:
        return day.sub(r"\3-\1-\2", cell) if day.fullmatch(cell) else text_of("" if cell == " " else cell)

    return [*spss_headings(names, names), *([text(cell) for cell in row] for row in values)]


def readings(path: Path, case: Case, folder: Folder) -> Iterator[tuple[str, Rows, frozenset[str]]]:
    """Each reader's name, what it read, and the columns that it is known to read otherwise."""
    nothing: frozenset[str] = frozenset()
    match case.suffix:
        case "xlsx":
            yield "openpyxl", with_openpyxl(path, case), nothing
            yield "calamine", with_calamine(path, case), frozenset({"fel"})
        case "ods":
            yield "XML", with_odf_xml(path, case), nothing
            if case.tool == "Gnumeric":
                return  # calamine stops at the white space between Gnumeric's cells
            yield "calamine", with_calamine(path, case), frozenset({"fel", "kommentar"})
        case "sav" | "zsav":
            yield "pyreadstat", with_pyreadstat(path, case), nothing
            yield "PSPP", with_pspp(path, case, folder), nothing
        case "csv" | "txt":
            yield "csv", with_csv(path, case), nothing
        case _:
            raise ValueError(path)


def is_locked(path: Path) -> bool:
    """Whether a file needs a password, by other means than a guess from its name."""
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as package:
            manifest = "META-INF/manifest.xml"
            return manifest in package.namelist() and b"encryption-data" in package.read(manifest)
    with path.open("rb") as file:
        return msoffcrypto.OfficeFile(file).is_encrypted()


def check(case: Case, folder: Folder) -> list[str]:
    """What is wrong with a fixture; for one that is to be refused, only whether it is there and locked."""
    path = folder.target / case.file
    if not path.is_file():
        return ["filen saknas"]
    if case.is_refused:
        locked = case.reason != "password" or is_locked(path)
        return [*marks.faults(case.file, path), *([] if locked else ["filen har inget lösenord"])]
    found = list(marks.faults(case.file, path))
    try:
        for reader, rows, skip in readings(path, case, folder):
            if not found and reader != "PSPP":
                found += [f"{reader}: {fault}" for fault in heading_faults(case, rows)]
            found += [f"{reader}: {fault}" for fault in faults(case, rows, skip)]
    except Exception as error:  # whatever a reader says of a file that it cannot read
        found.append(f"kan inte läsas: {error!r}")
    return found
