"""XlsxWriter: shared strings or, in constant memory, inline ones; every type of cell with cached values."""

from __future__ import annotations

from datetime import datetime

import xlsxwriter
from xlsxwriter.utility import xl_range

from .case import Case
from .cell_types import ERRORS, EXTRA_COLUMNS, EXTRA_HEADINGS, extra_values
from .folder import Folder
from .svar import ANSWERS, COLUMNS, HEADINGS, NUMBERED, QUESTIONS, rows

TOOL = "XlsxWriter"
CREATED = datetime(2021, 11, 8, 12)


# The formats hold letters of dates where there is no date: in colours and in quotes.
FORMATS = {
    "day": "yyyy-mm-dd", "share": "0 %", "clock": "hh:mm:ss", "both": "d/m/yyyy hh:mm:ss", "one": '0.0" medel"',
    "red": "[Red]0;[Blue]-0",
}  # fmt: skip


def write(path, *, options: dict | None = None, types: bool = False, chart: bool = False) -> None:
    book = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False, **(options or {})})
    book.set_properties({"author": "Exempel", "created": CREATED})
    chartsheet = book.add_chartsheet("Diagram") if chart else None
    sheet = book.add_worksheet("Svar")
    formats = {name: book.add_format({"num_format": form}) for name, form in FORMATS.items()}
    titles = [HEADINGS[column] for column in COLUMNS]
    for place, title in enumerate([*titles, *(EXTRA_HEADINGS if types else ())]):
        sheet.write_string(0, place, title)
    first, last = COLUMNS.index("tid"), COLUMNS.index("larande")
    for down, (row, answer) in enumerate(zip(rows(), ANSWERS), 1):
        for place, value in enumerate(row):
            if isinstance(value, str):
                if value:
                    sheet.write_string(down, place, value)
            else:
                sheet.write_datetime(down, place, datetime.combine(value, datetime.min.time()), formats["day"])
        if types:
            share, complete, count, clock, submitted, mean = extra_values(answer)
            at = len(row)
            answers = xl_range(down, first, down, last)
            sheet.write_number(down, at, share, formats["share"])
            sheet.write_boolean(down, at + 1, complete)
            sheet.write_formula(down, at + 2, f"=COUNTA({answers})", formats["red"], count)
            sheet.write_datetime(down, at + 3, clock, formats["clock"])
            sheet.write_datetime(down, at + 4, submitted, formats["both"])
            if mean is not None:
                sheet.write_number(down, at + 5, mean, formats["one"])
            if error := ERRORS.get(down):
                sheet.write_formula(down, at + 6, {"#N/A": "=NA()", "#DIV/0!": "=1/0"}[error], None, error)
    if chartsheet:
        drawn = book.add_chart({"type": "column"})
        drawn.add_series({"values": ["Svar", 1, 3, 5, 3]})
        chartsheet.set_chart(drawn)
    book.close()


def write_formulas(path) -> None:
    """Every answer is a formula that looks the code up on another sheet, with its cached text or number."""
    book = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"author": "Exempel", "created": CREATED})
    sheet, codes = book.add_worksheet("Svar"), book.add_worksheet("Koder")
    day = book.add_format({"num_format": "[$-41D]d mmmm yyyy;@"})
    for place, column in enumerate(COLUMNS):
        sheet.write_string(0, place, NUMBERED[column])
        codes.write_string(0, place, NUMBERED[column])
    for down, (row, answer) in enumerate(zip(rows(), ANSWERS), 1):
        for place, value in enumerate(row):
            if not isinstance(value, str):
                serial = (value - datetime(1899, 12, 30).date()).days
                sheet.write_formula(down, place, f"={serial - 1}+1", day, serial)
            elif COLUMNS[place] in {q.id for q in QUESTIONS}:
                code = answer.codes[place - COLUMNS.index("tid")]
                if code:
                    codes.write_number(down, place, int(code))
                cell = f"Koder!{xl_range(down, place, down, place)}"
                scale = QUESTIONS[place - COLUMNS.index("tid")].scale
                choices = ",".join(f'"{scale.get(str(number), "")}"' for number in range(1, 10))
                sheet.write_formula(down, place, f'=IF({cell}="","",CHOOSE({cell},{choices}))', None, value)
            elif value:
                sheet.write_string(down, place, value)
    book.close()


def make(folder: Folder) -> list[Case]:
    cases = []

    def case(name: str, traits: str, **more) -> str:
        cases.append(Case(name, TOOL, more.pop("layout", "plain"), traits, sheet="Svar", **more))
        return str(folder.path(name))

    write(case("xlsxwriter.xlsx", "shared strings"))
    write(
        case("xlsxwriter-konstant-minne.xlsx", "constant memory: strings in the cells (inlineStr)"),
        options={"constant_memory": True},
    )
    write(case("xlsxwriter-datum-1904.xlsx", "dates counted from 1904"), options={"date_1904": True})
    write(
        case(
            "xlsxwriter-celltyper.xlsx",
            "percentages, booleans, formulas with cached values, times, dates with time, decimals, errors",
            layout="cell types",
            columns=(*COLUMNS, *EXTRA_COLUMNS),
        ),
        types=True,
    )
    write(case("xlsxwriter-diagramblad.xlsx", "the first sheet is a chart"), chart=True)
    write_formulas(
        case(
            "xlsxwriter-formler.xlsx",
            "every answer and date is a formula with its cached value; no answer is a number without content",
        )
    )
    return cases
