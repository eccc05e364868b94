"""openpyxl: the workbooks that Python programs write."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from .case import Case
from .folder import Folder
from .svar import ANSWERS, COLUMNS, HEADINGS, NUMBERED, QUESTIONS, rows

TOOL = "openpyxl"
GROUPS = (
    ("Om dig", ("insats", "kön")),
    ("Samverkan", ("tid", "planering", "lyssnar", "tillfora")),
    ("Arbetssätt", ("erfarenheter", "rutiner", "strukturer", "synsatt", "arbetssatt")),
    ("Jämställdhet", ("jamstalldhet", "larande")),
)
"""The questions as a tool groups them on its pages."""


class Package(zipfile.ZipFile):
    """A package whose members are as old as the clock says, not as the temporary files that openpyxl writes first."""

    def write(self, filename, arcname=None, *_) -> None:
        self.writestr(arcname, Path(filename).read_bytes())


def save(book: Workbook, path: Path) -> None:
    book.properties.creator = "Exempel"
    ExcelWriter(book, Package(path, "w", zipfile.ZIP_DEFLATED)).save()


def fill(
    sheet: Worksheet,
    headings: dict[str, str] = HEADINGS,
    *,
    codes: bool = False,
    as_numbers: bool = True,
    day: str = "yyyy-mm-dd",
) -> None:
    """The plain sheet below what the sheet already has. A text that starts with = stays a text."""
    start = sheet.max_row if sheet.max_row > 1 or sheet["A1"].value is not None else 0
    columns = list(COLUMNS)
    for place, column in enumerate(columns, 1):
        sheet.cell(start + 1, place, headings[column])
    for down, row in enumerate(rows(codes), start + 2):
        for place, value in enumerate(row, 1):
            if value == "":
                continue
            if codes and columns[place - 1] in {q.id for q in QUESTIONS} and as_numbers:
                value = int(value)
            cell = sheet.cell(down, place)
            if isinstance(value, str) and value.startswith("="):
                cell.value, cell.data_type = value, "s"
            else:
                cell.value = value
            if isinstance(value, date):
                cell.number_format = day


def plain() -> Workbook:
    book = Workbook()
    book.active.title = "Svar"
    fill(book.active)
    return book


def rich_text() -> Workbook:
    """Headings and answers in several runs, some with a space at the seam.

    A text with two spaces in a row keeps one run: of several LibreOffice makes one space.
    """
    book = Workbook()
    sheet = book.active
    sheet.title = "Svar"
    fill(sheet)
    bold, red = InlineFont(b=True), InlineFont(color="FFC00000", i=True)
    for row in sheet.iter_rows():
        for cell in row:
            if isinstance(cell.value, str) and len(cell.value) > 3 and cell.data_type == "s":
                if "  " in cell.value:
                    continue
                cut = cell.value.find(" ") + 1 or len(cell.value) // 2
                first, rest = cell.value[:cut], cell.value[cut:]
                style = bold if cell.row == 1 else red
                cell.value = CellRichText(TextBlock(style, first), rest) if rest else cell.value
    return book


def merged_headings() -> Workbook:
    """A title, then a row of groups over merged cells, then the questions."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Svar"
    sheet["A1"] = "Indikatorenkät för personal i insatser 2021"
    sheet["A1"].font = Font(b=True, sz=14)
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(COLUMNS))
    for group, members in GROUPS:
        first, last = COLUMNS.index(members[0]) + 1, COLUMNS.index(members[-1]) + 1
        sheet.cell(3, first, group)
        sheet.merge_cells(start_row=3, start_column=first, end_row=3, end_column=last)
    fill(sheet)
    return book


def several_sheets() -> Workbook:
    """Notes first, then the answers, then a hidden sheet of lists."""
    book = Workbook()
    notes = book.active
    notes.title = "Läs detta först"
    for line in (
        "Exporten gjordes 2021-11-08.",
        "Bladet Svar har en rad för varje svarande.",
        "Tomma celler betyder att frågan inte besvarades.",
    ):
        notes.append([line])
    fill(book.create_sheet("Svar"), NUMBERED)
    lists = book.create_sheet("Listor")
    lists.append(["Kod", "Text"])
    for code, label in QUESTIONS[0].scale.items():
        lists.append([int(code), label])
    lists.sheet_state = "hidden"
    return book


def summary_first() -> Workbook:
    """A visible summary with the questions downwards, and the answers on a sheet after it."""
    book = Workbook()
    summary = book.active
    summary.title = "Sammanställning"
    summary.append(["Fråga", *QUESTIONS[0].scale.values(), "Svar"])
    for place, question in enumerate(QUESTIONS):
        given = [answer.codes[place] for answer in ANSWERS]
        summary.append([question.text, *(given.count(code) for code in question.scale), sum(map(bool, given))])
    fill(book.create_sheet("Svar"))
    return book


def two_answer_sheets() -> Workbook:
    """Two sheets with the same headings. Only the user knows which one to read."""
    book = Workbook()
    older = book.active
    older.title = "Höst 2020"
    fill(older)
    older.delete_rows(4, 8)
    fill(book.create_sheet("Höst 2021"))
    return book


def hidden_answers() -> Workbook:
    """An older, hidden sheet with the same headings lies before the one that shows."""
    book = two_answer_sheets()
    book["Höst 2020"].sheet_state = "veryHidden"
    book.active = 1
    return book


def dates_1904() -> Workbook:
    """The date system of Excel for the Mac before 2011: day 0 is 1 January 1904."""
    book = Workbook()
    book.epoch = CALENDAR_MAC_1904
    book.active.title = "Svar"
    fill(book.active)
    return book


def blank_rows() -> Workbook:
    """Blank rows above the heading, between answers and below, some with a formatted but empty cell."""
    book = plain()
    sheet = book.active
    sheet.insert_rows(9, 2)
    sheet.insert_rows(4)
    sheet.insert_rows(1, 2)
    sheet.insert_cols(1)
    sheet.cell(6, 3).font = Font(b=True)
    sheet.cell(40, 4).font = Font(b=True)
    return book


def codes_as_numbers() -> Workbook:
    """The date format is number 14 of those that need no declaration."""
    book = Workbook()
    book.active.title = "Svar"
    fill(book.active, NUMBERED, codes=True, day="mm-dd-yy")
    return book


def codes_as_text() -> Workbook:
    book = Workbook()
    book.active.title = "Svar"
    fill(book.active, NUMBERED, codes=True, as_numbers=False)
    return book


def make(folder: Folder) -> list[Case]:
    cases = []

    def case(name: str, book: Workbook, traits: str, *, layout: str = "plain", **more) -> None:
        save(book, folder.path(name))
        cases.append(Case(name, TOOL, layout, traits, **({"sheet": "Svar"} | more)))

    case("openpyxl.xlsx", plain(), "one sheet, real dates, strings in the cells (inlineStr)")
    case("openpyxl-rik-text.xlsx", rich_text(), "rich text: a cell's text is split into runs")
    case(
        "openpyxl-sammanslagna-rubriker.xlsx",
        merged_headings(),
        "a title over the whole sheet, a blank row, groups in merged cells above the questions",
        layout="two heading rows",
        preamble=1,
        headings=2,
    )
    case(
        "openpyxl-flera-blad.xlsx",
        several_sheets(),
        "notes on the first sheet, a hidden sheet last, numbered questions",
    )
    case("openpyxl-sammanstallning-forst.xlsx", summary_first(), "the first sheet sums up the same questions")
    case(
        "openpyxl-tva-svarsblad.xlsx",
        two_answer_sheets(),
        "two sheets that are both answers",
        sheet="Höst 2021",
        needs="sheet",
    )
    case(
        "openpyxl-dolt-svarsblad.xlsx",
        hidden_answers(),
        "an older sheet of answers is hidden (veryHidden)",
        sheet="Höst 2021",
    )
    case("openpyxl-datum-1904.xlsx", dates_1904(), "dates counted from 1904")
    case(
        "openpyxl-tomma-rader.xlsx",
        blank_rows(),
        "blank rows before, among and after the answers and a blank column, some with formatting only",
        columns=("-", *COLUMNS),
    )
    case(
        "openpyxl-koder.xlsx",
        codes_as_numbers(),
        "codes as numbers, dates in the built-in format 14",
        layout="codes",
        cells="code",
    )
    case("openpyxl-koder-som-text.xlsx", codes_as_text(), "codes as text", layout="codes", cells="code")
    return cases
