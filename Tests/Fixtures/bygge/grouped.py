"""Lines above the heading, and a row of groups over it, as Webropol and others are said to have. All inferred: no
specification of these exports is public.
"""

from __future__ import annotations

from openpyxl import Workbook

from .case import INFERRED, Case
from .folder import Folder, csv_bytes
from .openpyxl_files import save
from .svar import ANSWERS, HEADINGS, INSATSER, QUESTIONS, email

TOOL = "by hand, as Webropol may"
GROUPS = {1: "Hur ofta stämmer följande?", 5: "I vilken utsträckning stämmer följande?"}
PREAMBLE = (
    ["Indikatorenkät för personal i insatser"],
    ["Utskriven", "2021-11-08 12:00"],
    ["Antal svar", str(len(ANSWERS))],
)
COLUMNS = ("-", "inlämnad", "epost", "insats", "kön", *(q.id for q in QUESTIONS), "kommentar")


def headings() -> tuple[list[str], list[str]]:
    """The row of groups, where each group stands only over its first question, and the row of questions."""
    groups = ["", "", "", "Om dig", "", *(GROUPS.get(q.number, "") for q in QUESTIONS), "Till sist"]
    questions = ["Nr", "Svarstid", "E-post", "Verksamhet", "Kön", *(q.text for q in QUESTIONS), HEADINGS["kommentar"]]
    return groups, questions


def answer_rows() -> list[list[str]]:
    return [
        [str(n), a.answered.isoformat(" "), email(n), a.insats, a.kon, *a.labels, a.comment]
        for n, a in enumerate(ANSWERS, 1)
    ]


def option_rows() -> tuple[list[str], list[str], list[list[str]]]:
    """The question of insats stands over its options, one column each; nobody has chosen more than one."""
    groups, questions = headings()
    groups[3:4] = ["Vilken insats arbetar du i?", *[""] * (len(INSATSER) - 1)]
    questions[3:4] = list(INSATSER)
    rows = answer_rows()
    for row in rows:
        row[3:4] = [("1" if row[3] == option else "0") if row[3] else "" for option in INSATSER]
    # No question stands over kön.
    groups[3 + len(INSATSER)] = "Om dig"
    return groups, questions, rows


def make(folder: Folder) -> list[Case]:
    cases = []

    def text(
        name: str, rows: list[list[str]], traits: str, *, preamble: int, headings: int, columns=COLUMNS, **more
    ) -> None:
        folder.path(name).write_bytes(csv_bytes(rows, **more))
        cases.append(
            Case(
                name,
                TOOL,
                "two heading rows" if headings == 2 else "preamble",
                traits,
                INFERRED,
                columns,
                encoding=more.get("encoding", "utf-8-sig"),
                separator=";",
                preamble=preamble,
                headings=headings,
            )
        )

    groups, questions = headings()
    text(
        "inledande-rader.csv",
        [*PREAMBLE, [], questions, *answer_rows()],
        "three lines and a blank one above the heading",
        preamble=3,
        headings=1,
    )
    text(
        "grupprad.csv",
        [groups, questions, *answer_rows()],
        "groups over the questions, each over its first only",
        preamble=0,
        headings=2,
    )
    text(
        "inledande-rader-och-grupprad.csv",
        [*PREAMBLE, [], groups, questions, *answer_rows()],
        "lines above, then groups over the questions; Windows-1252",
        preamble=3,
        headings=2,
        encoding="cp1252",
    )
    options = tuple(f"insats:{place}" for place in range(1, len(INSATSER) + 1))
    columns = (*COLUMNS[:3], *options, *COLUMNS[4:])
    above, below, rows = option_rows()
    text(
        "grupprad-med-alternativ.csv",
        [above, below, *rows],
        "a question over its options, one column each with 1 or 0",
        preamble=0,
        headings=2,
        columns=columns,
    )

    book = Workbook()
    sheet = book.active
    sheet.title = "Rådata"
    for row in [*PREAMBLE, [], groups, questions, *answer_rows()]:
        sheet.append([value or None for value in row])
    top = len(PREAMBLE) + 2
    starts = [place for place, group in enumerate(groups, 1) if group] + [len(groups) + 1]
    for first, after in zip(starts, starts[1:]):
        if after - first > 1:
            sheet.merge_cells(start_row=top, start_column=first, end_row=top, end_column=after - 1)
    for cell in (cell for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)):
        cell.data_type = "s"
    name = "inledande-rader-och-grupprad.xlsx"
    save(book, folder.path(name))
    cases.append(
        Case(
            name,
            "openpyxl, as Webropol may",
            "two heading rows",
            "lines above, then groups in merged cells",
            INFERRED,
            COLUMNS,
            sheet="Rådata",
            preamble=3,
            headings=2,
        )
    )
    return cases
