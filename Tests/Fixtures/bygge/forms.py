"""Microsoft Forms and Google Forms.

Known from public code that reads such files: Microsoft's English headings, line breaks in the questions, m/d/yy, the
extra columns of a quiz, `anonymous`; Google's first column Timestamp or Tidstämpel. Inferred: Microsoft's Swedish
headings, the name of its sheet, the table, no-break spaces; Google's written form of time, quotes and line ends.
"""

from __future__ import annotations

from openpyxl import Workbook
from openpyxl.worksheet.table import Table

from .case import INFERRED, KNOWN_CODE, Case
from .folder import Folder, csv_bytes
from .openpyxl_files import save
from .svar import ANSWERS, HEADINGS, QUESTIONS

MICROSOFT, GOOGLE = "Microsoft Forms", "Google Forms"
ENGLISH = ("ID", "Start time", "Completion time", "Email", "Name")
SWEDISH = ("ID", "Starttid", "Slutförandetid", "E-post", "Namn")
ANSWER_COLUMNS = ("insats", "kön", *(q.id for q in QUESTIONS), "kommentar")
COLUMNS = ("-", "-", "inlämnad", "-", "-", *ANSWER_COLUMNS)
GRID = {1: "Hur ofta stämmer följande?", 5: "I vilken utsträckning stämmer följande?"}
"""The heading of each grid, by the number of its first question."""


CARRIAGE_RETURN = "_x000D_"
"""How a spreadsheet writes the character (ECMA-376, ST_Xstring)."""


def broken(text: str, line_break: str = "\n") -> str:
    """A question as it was typed: on two lines, with a no-break space after it."""
    words = text.split(" ")
    middle = len(words) // 2
    return " ".join(words[:middle]) + line_break + " ".join(words[middle:]) + "\u00a0"


def answers(number: int) -> list[str]:
    answer = ANSWERS[number - 1]
    return [answer.insats, answer.kon, *answer.labels, answer.comment]


def microsoft_headings(metadata: tuple[str, ...], *, escaped: bool = False) -> list[str]:
    """Every other question is broken; with `escaped` one of them as Windows does it."""
    questions = [broken(q.text) if q.number % 2 else q.text for q in QUESTIONS]
    if escaped:
        questions[4] = broken(QUESTIONS[4].text, CARRIAGE_RETURN + "\n")
    return [*metadata, "Vilken insats arbetar du i?", "Är du ...", *questions, HEADINGS["kommentar"]]


def microsoft_book(metadata: tuple[str, ...], *, quiz: bool = False) -> Workbook:
    book = Workbook()
    sheet = book.active
    sheet.title = "Form1"
    headings = microsoft_headings(metadata, escaped=not quiz)
    if quiz:
        first = len(metadata) + 2
        headings = [*headings[:5], "Total points", "Quiz feedback", *headings[5:]]
        at = first + 2
        tripled = [
            form
            for text in headings[at : at + len(QUESTIONS)]
            for form in (text, f"Points - {text}", f"Feedback - {text}")
        ]
        headings = [*headings[:at], *tripled, *headings[at + len(QUESTIONS) :]]
    for place, heading in enumerate(headings, 1):
        sheet.cell(1, place, heading)
    for number, answer in enumerate(ANSWERS, 1):
        given = answers(number)
        if quiz:
            given = [None, None, *given[:2], *(part for value in given[2:-1] for part in (value, 0, None)), given[-1]]
        begun = answer.answered.replace(second=0)
        for place, value in enumerate([number, begun, answer.answered, "anonymous", None, *given], 1):
            if value in (None, ""):
                continue
            cell = sheet.cell(number + 1, place)
            cell.value = value
            if place in (2, 3):
                cell.number_format = "m/d/yy h:mm" if place == 2 else "m/d/yy h:mm:ss"
            elif isinstance(value, str):
                cell.data_type = "s"
    if not quiz:
        last = sheet.cell(len(ANSWERS) + 1, len(headings)).coordinate
        sheet.add_table(Table(displayName="Table1", ref=f"A1:{last}"))
    return book


def google_rows(first: str, headings: list[str], time: str) -> list[list[str]]:
    return [
        [first, *headings],
        *([a.answered.strftime(time), *answers(number)] for number, a in enumerate(ANSWERS, 1)),
    ]


def make(folder: Folder) -> list[Case]:
    cases = []

    def book(name: str, made: Workbook, traits: str, known: str, columns=COLUMNS) -> None:
        save(made, folder.path(name))
        cases.append(Case(name, f"openpyxl, as {MICROSOFT}", MICROSOFT, traits, known, columns, sheet="Form1"))

    def text(
        name: str, rows, tool: str, traits: str, known: str, *, columns, encoding: str, separator: str, **more
    ) -> None:
        folder.path(name).write_bytes(csv_bytes(rows, encoding=encoding, separator=separator, **more))
        cases.append(
            Case(name, f"by hand, as {tool}", tool, traits, known, columns, encoding=encoding, separator=separator)
        )

    tripled = tuple(part for q in QUESTIONS for part in (q.id, "-", "-"))
    book(
        "msforms-engelska.xlsx",
        microsoft_book(ENGLISH),
        "metadata columns, line breaks (one with _x000D_) and no-break spaces in headings, a table",
        KNOWN_CODE,
    )
    book("msforms-svenska.xlsx", microsoft_book(SWEDISH), "Swedish metadata columns", INFERRED)
    book(
        "msforms-prov.xlsx",
        microsoft_book(ENGLISH, quiz=True),
        "a quiz: Points and Feedback columns after each question, with the question in their headings",
        KNOWN_CODE,
        ("-", "-", "inlämnad", "-", "-", "-", "-", "insats", "kön", *tripled, "kommentar"),
    )
    rows = [microsoft_headings(SWEDISH)]
    for number, answer in enumerate(ANSWERS, 1):
        rows.append(
            [
                str(number),
                f"{answer.answered:%Y-%m-%d %H:%M}",
                f"{answer.answered:%Y-%m-%d %H:%M}",
                "anonymous",
                "",
                *answers(number),
            ]
        )
    text(
        "msforms-svenska-windows1252.csv",
        rows,
        MICROSOFT,
        "saved as CSV by a Swedish Excel: Windows-1252, semicolons",
        INFERRED,
        columns=("-", "-", "-", "-", "-", *ANSWER_COLUMNS),
        encoding="cp1252",
        separator=";",
    )

    plain = ["Insats", "Kön", *(q.text for q in QUESTIONS), HEADINGS["kommentar"]]
    grid = list(plain)
    for q in QUESTIONS:
        grid[q.number + 1] = f"{GRID[1 if q.number < 5 else 5]} [{q.text}]"
    own, sheet = "%Y/%m/%d %-I:%M:%S %p GMT+2", "%Y-%m-%d %H:%M:%S"
    options = {"encoding": "utf-8", "separator": ","}
    text(
        "google-formular.csv",
        google_rows("Tidstämpel", plain, own),
        GOOGLE,
        "downloaded from the form: every value quoted",
        KNOWN_CODE,
        columns=("-", *ANSWER_COLUMNS),
        quote_all=True,
        line_end="\n",
        **options,
    )
    text(
        "google-formular-rutnat.csv",
        google_rows("Tidstämpel", grid, own),
        GOOGLE,
        "grid headings 'Question [Row]'",
        INFERRED,
        columns=("-", *ANSWER_COLUMNS),
        quote_all=True,
        line_end="\n",
        **options,
    )
    text(
        "google-kalkylark-engelska.csv",
        google_rows("Timestamp", plain, sheet),
        GOOGLE,
        "downloaded from the sheet",
        KNOWN_CODE,
        columns=("inlämnad", *ANSWER_COLUMNS),
        **options,
    )
    return cases
