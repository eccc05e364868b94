"""Files that are no answers, or that cannot be read: each must be refused with what to do instead."""

from __future__ import annotations

import gzip
import html
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pyreadstat
import xlwt
from docx import Document
from msoffcrypto.format.ooxml import OOXMLFile
from PIL import Image

from . import libreoffice
from .case import BY_HAND, REAL, REFUSED, Case
from .folder import Folder, csv_bytes
from .openpyxl_files import plain, save
from .pyreadstat_files import frame
from .svar import COLUMNS, HEADINGS, text_rows

HAND = "by hand"
ANSWERS = [[HEADINGS[column] for column in COLUMNS], *text_rows()]
OTHER_HEADINGS = ("Datum", "Skola", "Årskurs", "Jag trivs i skolan", "Maten är god", "Jag känner mig trygg")


class Refusal(NamedTuple):
    name: str
    data: bytes
    tool: str
    reason: str
    traits: str


def zipped(parts: dict[str, str | bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return written.getvalue()


def clear_workbook(folder: Folder) -> Path:
    path = folder.scratch / "oppen.xlsx"
    save(plain(), path)
    return path


def short_sheet(folder: Folder) -> Path:
    """The first three columns, for formats that take much room."""
    path = folder.scratch / "kort.csv"
    path.write_bytes(csv_bytes((row[:3] for row in ANSWERS), encoding="utf-8"))
    return path


def locked(folder: Folder) -> Iterator[Refusal]:
    """Behind the password hemligt. They hold random numbers."""
    base = libreoffice.base_ods(folder)
    for name, filter, reason in (("losenord.ods", "calc8", "password"), ("losenord.xls", "MS Excel 97", "old")):
        path = folder.scratch / name
        libreoffice.save_with_password(folder, base, path, filter)
        yield Refusal(name, path.read_bytes(), "LibreOffice", reason, "behind the password hemligt")
    written = io.BytesIO()
    with clear_workbook(folder).open("rb") as file:
        OOXMLFile(file).encrypt("hemligt", written)
    yield Refusal("losenord.xlsx", written.getvalue(), "msoffcrypto-tool", "password", "behind the password hemligt")


def old_spreadsheets(folder: Folder) -> Iterator[Refusal]:
    old = libreoffice.convert(folder, libreoffice.base_ods(folder), "xls", filter="MS Excel 97").read_bytes()
    yield Refusal("gammal.xls", old, "LibreOffice", "old", "Excel 97-2003")
    yield Refusal("gammal-som.xlsx", old, "LibreOffice", "old", "an .xls that was renamed .xlsx")
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("Svar")
    for down, row in enumerate(ANSWERS):
        for place, value in enumerate(row):
            sheet.write(down, place, value)
    written = io.BytesIO()
    book.save(written)
    yield Refusal("gammal-xlwt.xls", written.getvalue(), "xlwt", "old", "Excel 97-2003")


def other_spreadsheets(folder: Folder) -> Iterator[Refusal]:
    rows = "".join("<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in row) + "</tr>\n" for row in ANSWERS)
    page = f"<html><head><meta charset='utf-8'></head><body><table>\n{rows}</table></body></html>\n"
    yield Refusal("html-som.xls", page.encode(), HAND, "other", "an HTML table named .xls, as some web tools give")

    columns = libreoffice.import_filter([libreoffice.TEXT] * 3)
    flat = libreoffice.convert(folder, short_sheet(folder), "fods", infilter=columns).read_bytes()
    yield Refusal("platt.fods", flat, "LibreOffice", "other", "flat OpenDocument: one XML file, three columns only")

    types = (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="bin" '
        'ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/></Types>'
    )
    binary = {
        "[Content_Types].xml": types,
        "xl/workbook.bin": bytes.fromhex("830100990100"),
        "xl/worksheets/sheet1.bin": bytes.fromhex("810100910100820100"),
    }
    yield Refusal("binar.xlsb", zipped(binary), HAND, "other", "the parts of a binary workbook, without content")

    written = folder.scratch / "svar.gnumeric"
    folder.run("ssconvert", "--export-type=Gnumeric_XmlIO:sax:0", clear_workbook(folder), written)
    packed = gzip.compress(written.read_bytes(), mtime=0)
    yield Refusal("gnumeric.gnumeric", packed, "Gnumeric", "other", "Gnumeric's own format, XML in gzip")


def other_statistics(folder: Folder) -> Iterator[Refusal]:
    stata, portable = folder.scratch / "stata.dta", folder.scratch / "portabel.por"
    pyreadstat.write_dta(frame(), str(stata))
    yield Refusal("stata.dta", stata.read_bytes(), "pyreadstat", "other", "Stata")
    folder.run("pspp-convert", folder.path("pspp.sav"), portable)
    yield Refusal("portabel.por", portable.read_bytes(), "PSPP", "other", "SPSS portable")


def no_tables(folder: Folder) -> Iterator[Refusal]:
    report = libreoffice.convert(folder, short_sheet(folder), "pdf", filter="calc_pdf_Export").read_bytes()
    yield Refusal("rapport.pdf", report, "LibreOffice", "other", "a report")

    document = Document()
    document.add_paragraph("Här finns inga svar.")
    written = io.BytesIO()
    document.save(written)
    # Only what makes it a document: the library's template brings 40 kB of styles.
    kept = ("[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/_rels/document.xml.rels")
    with zipfile.ZipFile(written) as package:
        parts: dict[str, str | bytes] = {name: package.read(name) for name in kept}
    yield Refusal("dokument.docx", zipped(parts), "python-docx", "other", "a document: a zip with other parts")

    picture = io.BytesIO()
    Image.new("RGB", (16, 16), (190, 30, 45)).save(picture, "JPEG")
    yield Refusal("bild.jpg", picture.getvalue(), "Pillow", "other", "a picture")

    archive = zipped({"läs mig.txt": "Svaren finns i mappen.\n", "svar/personal.csv": csv_bytes(ANSWERS)})
    yield Refusal("arkiv.zip", archive, HAND, "other", "an archive with a file of answers in it")


def no_answers(_: Folder) -> Iterator[Refusal]:
    yield Refusal("tom.csv", b"", HAND, "empty", "no byte at all")
    blank = b"\xef\xbb\xbf \r\n\r\n ; ;\r\n"
    yield Refusal("bara-mellanslag.csv", blank, HAND, "empty", "a BOM, white space and separators")
    yield Refusal("bara-rubriker.csv", csv_bytes(ANSWERS[:1]), HAND, "empty", "headings without any answer")


def not_understood(_: Folder) -> Iterator[Refusal]:
    bars = csv_bytes(ANSWERS, separator="|")
    yield Refusal("fel-skiljetecken.csv", bars, HAND, "one column", "parted by |, which is none of the separators")
    lines = [["Personalen svarade så här:"], ["Det har varit ett bra år."], ["Vi vill ha mer tid."]]
    yield Refusal("en-kolumn.csv", csv_bytes(lines), HAND, "one column", "a text without any separator")
    other = [OTHER_HEADINGS, *(["2021-10-04", "Norra skolan", str(4 + n % 3), "4", "2", "3"] for n in range(8))]
    yield Refusal("annan-enkat.csv", csv_bytes(other), HAND, "no questionnaire", "answers to another questionnaire")


KINDS = (locked, old_spreadsheets, other_spreadsheets, other_statistics, no_tables, no_answers, not_understood)


def make(folder: Folder) -> list[Case]:
    cases = []
    for kind in KINDS:
        for name, data, tool, reason, traits in kind(folder):
            file = f"vagras/{name}"
            folder.path(file).write_bytes(data)
            known = BY_HAND if tool == HAND else REAL
            more = {"expected": REFUSED, "reason": reason, "stable": kind is not locked}
            cases.append(Case(file, tool, "refused", traits, known, (), **more))
    return cases
