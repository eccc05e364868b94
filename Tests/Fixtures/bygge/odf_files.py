"""OpenDocument spreadsheets from Python: pandas, odfpy and pyexcel."""

from __future__ import annotations

from datetime import date
from itertools import groupby

import pandas
import pyexcel_ods3
from odf import meta, teletype
from odf.number import DateStyle, Day, Month, Text, Year
from odf.office import Annotation
from odf.opendocument import OpenDocumentSpreadsheet
from odf.style import Style, TextProperties
from odf.table import CoveredTableCell, Table, TableCell, TableColumn, TableHeaderRows, TableRow
from odf.text import A, LineBreak, P, Span

from .case import ALIKE as ALIKE_SET
from .case import Case
from .folder import Folder
from .svar import ALIKE, ALIKE_COLUMNS, COLUMNS, HEADINGS, NUMBERED, rows

LAST_COLUMN, LAST_ROW = 16_384, 1_048_576


class Book:
    """A spreadsheet of one sheet, written cell by cell as each trait asks."""

    def __init__(self) -> None:
        self.document = OpenDocumentSpreadsheet()
        self.document.meta.addElement(meta.CreationDate(text="2021-11-08T12:00:00"))
        bold = Style(name="fet", family="text")
        bold.addElement(TextProperties(fontweight="bold"))
        self.document.automaticstyles.addElement(bold)
        self.bold = bold
        written = DateStyle(name="datum")
        for part in (Year(style="long"), Text(text="-"), Month(style="long"), Text(text="-"), Day(style="long")):
            written.addElement(part)
        self.document.automaticstyles.addElement(written)
        self.day = Style(name="dag", family="table-cell", datastylename="datum")
        self.document.automaticstyles.addElement(self.day)
        self.table = Table(name="Svar")
        self.document.spreadsheet.addElement(self.table)

    def cell(self, value: str | date, paragraphs, repeated: int = 1) -> TableCell:
        more = {"numbercolumnsrepeated": str(repeated)} if repeated > 1 else {}
        if value == "":
            return TableCell(**more)
        if isinstance(value, date):
            cell = TableCell(valuetype="date", datevalue=value.isoformat(), stylename=self.day, **more)
            # What the cell shows is not what it holds.
            cell.addElement(P(text=f"{value.day}/{value.month}"))
            return cell
        cell = TableCell(valuetype="string", **more)
        for paragraph in paragraphs(value):
            cell.addElement(paragraph)
        return cell

    def row(self, values, paragraphs, parent=None, repeat: bool = False) -> TableRow:
        """A row. With `repeat` equal neighbours are one cell, and blanks fill the sheet to its edge."""
        row = TableRow()
        if repeat:
            for value, same in groupby(values):
                row.addElement(self.cell(value, paragraphs, len(list(same))))
            row.addElement(self.cell("", paragraphs, LAST_COLUMN - len(values)))
        else:
            for value in values:
                row.addElement(self.cell(value, paragraphs))
        (parent or self.table).addElement(row)
        return row

    def blank_rows(self, count: int) -> None:
        row = TableRow(numberrowsrepeated=str(count))
        row.addElement(TableCell(numbercolumnsrepeated=str(LAST_COLUMN)))
        self.table.addElement(row)


def plain_paragraphs(text: str):
    """A paragraph for each line; runs of spaces as elements."""
    for line in text.split("\n"):
        paragraph = P()
        teletype.addTextToElement(paragraph, line)
        yield paragraph


def one_paragraph(text: str):
    """Lines parted by line-break elements inside one paragraph."""
    paragraph = P()
    for place, line in enumerate(text.split("\n")):
        if place:
            paragraph.addElement(LineBreak())
        teletype.addTextToElement(paragraph, line)
    yield paragraph


def spanned(book: Book):
    """Text split into spans and links, some nested, one in the middle of a word."""

    def paragraphs(text: str):
        for line in text.split("\n"):
            paragraph = P()
            if "@" in line:
                link = A(href=f"mailto:{line}")
                link.addElement(Span(text=line, stylename=book.bold))
                paragraph.addElement(link)
            elif "  " in line or len(line) < 4:
                teletype.addTextToElement(paragraph, line)
            else:
                cut, end = len(line) // 3, len(line) // 2 + 1
                paragraph.addText(line[:cut])
                outer = Span(stylename=book.bold)
                outer.addText(line[cut:end])
                outer.addElement(Span(text=line[end : end + 1], stylename=book.bold))
                paragraph.addElement(outer)
                paragraph.addText(line[end + 1 :])
            yield paragraph

    return paragraphs


def headings(names: dict[str, str] = HEADINGS) -> list[str]:
    return [names[column] for column in COLUMNS]


def odfpy_plain() -> Book:
    book = Book()
    for row in [headings(), *rows()]:
        book.row(row, plain_paragraphs)
    return book


def odfpy_spans() -> Book:
    book = Book()
    for row in [headings(), *rows()]:
        book.row(row, spanned(book))
    return book


def odfpy_repeated() -> Book:
    """Header rows in their element, equal cells folded, blank rows folded between and after, padded to the edges."""
    book = Book()
    book.table.addElement(TableColumn(numbercolumnsrepeated=str(LAST_COLUMN)))
    header = TableHeaderRows()
    book.table.addElement(header)
    book.row(headings(NUMBERED), one_paragraph, header, repeat=True)
    answers = rows()
    for row in answers[:6]:
        book.row(row, one_paragraph, repeat=True)
    book.blank_rows(3)
    for row in answers[6:]:
        book.row(row, one_paragraph, repeat=True)
    book.blank_rows(LAST_ROW - 1 - len(answers) - 3)
    return book


def odfpy_repeated_rows() -> Book:
    """Equal rows, cells and all, are one row that is repeated."""
    book = Book()
    book.row([HEADINGS[column] for column in ALIKE_COLUMNS], plain_paragraphs, repeat=True)
    for answer, same in groupby(ALIKE):
        row = book.row([answer.insats, answer.kon, *answer.labels], plain_paragraphs, repeat=True)
        row.setAttribute("numberrowsrepeated", str(len(list(same))))
    book.blank_rows(LAST_ROW - 1 - len(ALIKE))
    return book


def odfpy_annotated() -> Book:
    """Comments on cells, and a title over covered cells. A comment's text is no part of the cell's."""
    book = Book()
    title = TableRow()
    cell = TableCell(valuetype="string", numbercolumnsspanned=str(len(COLUMNS)), numberrowsspanned="1")
    cell.addElement(P(text="Indikatorenkät för personal i insatser 2021"))
    title.addElement(cell)
    title.addElement(CoveredTableCell(numbercolumnsrepeated=str(len(COLUMNS) - 1)))
    book.table.addElement(title)
    for number, row in enumerate([headings(), *rows()]):
        made = book.row(row, plain_paragraphs)
        if number in (0, 3, 8):
            note = Annotation()
            note.addElement(P(text="Rättat efter samtal; stod tidigare Aldrig."))
            answer = made.childNodes[5]
            answer.insertBefore(note, answer.firstChild)
    return book


def pandas_frame() -> pandas.DataFrame:
    frame = pandas.DataFrame(rows(), columns=headings())
    return frame.replace("", None)


def make(folder: Folder) -> list[Case]:
    cases = []

    def case(name: str, tool: str, traits: str, **more) -> str:
        cases.append(Case(name, tool, more.pop("layout", "plain"), traits, **({"sheet": "Svar"} | more)))
        return str(folder.path(name))

    pandas_frame().to_excel(
        case(
            "pandas-odfpy.ods",
            "pandas with odfpy",
            "row numbers in a first column without heading; "
            "the text also in office:string-value, which keeps the spaces",
            columns=("-", *COLUMNS),
        ),
        engine="odf",
        sheet_name="Svar",
    )
    odfpy_plain().document.save(
        case("odfpy.ods", "odfpy", "what a date cell shows is not what it holds; several paragraphs")
    )
    odfpy_spans().document.save(case("odfpy-formaterad-text.ods", "odfpy", "text split into text:span and text:a"))
    odfpy_repeated().document.save(
        case(
            "odfpy-upprepade-celler.ods",
            "odfpy",
            "equal cells and blank rows repeated, to the edges of the sheet too; table-header-rows, line-break",
        )
    )
    odfpy_annotated().document.save(
        case("odfpy-kommentarer.ods", "odfpy", "annotations on cells, a title over covered cells", preamble=1)
    )
    odfpy_repeated_rows().document.save(
        case(
            "odfpy-upprepade-rader.ods",
            "odfpy",
            "equal rows are one with number-rows-repeated, answers and all",
            columns=ALIKE_COLUMNS,
            expected=ALIKE_SET,
        )
    )
    pyexcel_ods3.save_data(
        case("pyexcel-ods3.ods", "pyexcel-ods3", "written with ezodf"), {"Svar": [headings(), *rows()]}
    )
    return cases
