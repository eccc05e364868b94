"""Plain text files as Excel and people leave them: separators, codes beside labels, numbers before answers, dates."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from .case import INFERRED, KNOWN_CODE, Case
from .folder import Folder, csv_bytes
from .svar import ANSWERS, COLUMNS, HEADINGS, NUMBERED, QUESTIONS, Question, text_rows

TOOL = "by hand, as Excel or people"
MONTHS = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)
DATE_FORMS: dict[str, Callable[[datetime], str]] = {
    "Svarsdatum": lambda t: f"{t.day} {MONTHS[t.month - 1]} {t.year}",
    "Påbörjad": lambda t: t.strftime("%Y-%m-%d %H.%M"),
    "Avslutad": lambda t: f"{t.day}/{t.month}/{t.year}",
    "Sparad": lambda t: t.isoformat(),
    "Sparad UTC": lambda t: t.isoformat() + "Z",
    "Läst": lambda t: f"den {t.day} {MONTHS[t.month - 1][:3]} {t.year} kl. {t:%H.%M}",
    "Kort": lambda t: t.strftime("%y%m%d"),
}
"""Headings and how each writes a date. All are metadata that is left out."""


def questions_only(codes: bool = False) -> list[list[str]]:
    """Insats, kön and the answers."""
    return [[a.insats, a.kon, *(a.codes if codes else a.labels)] for a in ANSWERS]


def answers_as(form: Callable[[Question, str], str]) -> list[list[str]]:
    rows = text_rows()
    for row, answer in zip(rows, ANSWERS):
        for place, (question, code) in enumerate(zip(QUESTIONS, answer.codes), COLUMNS.index("tid")):
            row[place] = form(question, code) if code else ""
    return rows


def ordinal(question: Question, code: str) -> str:
    """The place of the option on the form, from 1 for the most positive: not its code."""
    place = list(question.scale).index(code) + 1
    return f"{place}. {question.scale[code]}"


def make(folder: Folder) -> list[Case]:
    cases = []
    plain = [HEADINGS[column] for column in COLUMNS]
    numbered = [NUMBERED[column] for column in COLUMNS]

    def save(
        name: str,
        rows: list[list[str]],
        layout: str,
        traits: str,
        *,
        columns=COLUMNS,
        cells: str = "text",
        encoding: str = "utf-8-sig",
        separator: str = ";",
        first_line: str = "",
        known: str = INFERRED,
        **more,
    ) -> None:
        data = csv_bytes(rows, encoding=encoding, separator=separator, **more)
        if first_line:
            bare = data.removeprefix(b"\xef\xbb\xbf")
            data = data[: len(data) - len(bare)] + f"{first_line}\r\n".encode() + bare
        folder.path(name).write_bytes(data)
        cases.append(Case(name, TOOL, layout, traits, known, columns, cells, encoding=encoding, separator=separator))

    text = [plain, *text_rows()]
    save(
        "excel-windows1252.csv",
        text,
        "plain",
        "continental Excel: semicolons, Windows-1252",
        encoding="cp1252",
        known=KNOWN_CODE,
    )
    save("excel-csv-utf8.csv", text, "plain", "Excel's 'CSV UTF-8': BOM and semicolons")
    save(
        "excel-unicode-text.txt",
        text,
        "plain",
        "Excel's 'Unicode text': UTF-16 and tabs",
        encoding="utf-16",
        separator="\t",
    )
    save("sep-rad.csv", text, "sep= line", "first line sep=;", first_line="sep=;", known=KNOWN_CODE)
    save(
        "sep-rad-windows1252.csv",
        text,
        "sep= line",
        "first line sep=; in Windows-1252",
        first_line="sep=;",
        encoding="cp1252",
    )
    save(
        "sep-rad-komma.csv",
        text,
        "sep= line",
        "first line sep=, and semicolons within texts",
        first_line="sep=,",
        separator=",",
        known=KNOWN_CODE,
    )
    save(
        "tomma-kolumner-sist.csv",
        [row + [""] * 5 for row in text] + [[""] * 21] * 3,
        "plain",
        "Excel's used range was larger: empty columns and rows of separators last",
        columns=(*COLUMNS, *["-"] * 5),
    )

    codes, labels = questions_only(codes=True), questions_only()
    background = ["Insats", "Kön"]

    def beside(
        heading: Callable[[Question], tuple[str, str]], name: str, traits: str, *, code_first: bool = True
    ) -> None:
        rows = [background + [part for q in QUESTIONS for part in heading(q)]]
        for code_row, label_row in zip(codes, labels):
            pairs = zip(code_row[2:], label_row[2:])
            rows.append(label_row[:2] + [part for pair in pairs for part in (pair if code_first else pair[::-1])])
        columns = ("insats", "kön", *(part for q in QUESTIONS for part in (q.id, f"{q.id}=too")))
        save(name, rows, "codes and labels", traits, columns=columns, cells="interpreted")

    beside(lambda q: (f"Q{q.number}", f"Q{q.number} (text)"), "kod-och-text-q1.csv", "columns Q1 and Q1 (text)")
    beside(lambda q: (q.text, q.text), "kod-och-text-samma-rubrik.csv", "the same heading twice, code then label")
    beside(
        lambda q: (q.text, f"{q.text} (kod)"),
        "text-och-kod.csv",
        "the question, then the question with (kod)",
        code_first=False,
    )
    block = [background + [q.text for q in QUESTIONS] + [f"{q.text} [kod]" for q in QUESTIONS]]
    block += [label_row + code_row[2:] for label_row, code_row in zip(labels, codes)]
    save(
        "text-och-kod-i-block.csv",
        block,
        "codes and labels",
        "all labels, then all codes, the headings with [kod]",
        columns=("insats", "kön", *(q.id for q in QUESTIONS), *(f"{q.id}=too" for q in QUESTIONS)),
        cells="interpreted",
    )

    save("koder.csv", [numbered, *text_rows(codes=True)], "codes", "answers as codes", cells="code")
    save(
        "siffra-fore-svar.csv",
        [plain, *answers_as(lambda q, code: f"{code}. {q.scale[code]}")],
        "numbered answers",
        "the code before the answer: '3. Delvis'",
        cells="interpreted",
    )
    save(
        "ordningstal-fore-svar.csv",
        [plain, *answers_as(ordinal)],
        "numbered answers",
        "the option's place before the answer: '3. Till stor del', whose code is 4",
        cells="interpreted",
    )
    save(
        "siffra-parentes-fore-svar.csv",
        [plain, *answers_as(lambda q, code: f"{code}) {q.scale[code]}")],
        "numbered answers",
        "'3) Delvis'",
        cells="interpreted",
    )
    save(
        "decimalkomma-koder.csv",
        [numbered, *answers_as(lambda q, code: f"{code},0")],
        "codes",
        "codes with decimal comma: '5,0'",
        cells="interpreted",
        known=KNOWN_CODE,
    )
    save(
        "decimalpunkt-koder.csv",
        [numbered, *answers_as(lambda q, code: f"{code}.0")],
        "codes",
        "codes with decimal point: '5.0'",
        cells="interpreted",
        separator=",",
    )

    dated = [[*DATE_FORMS, *plain[1:]]]
    dated += [[*(form(a.answered) for form in DATE_FORMS.values()), *row[1:]] for a, row in zip(ANSWERS, text_rows())]
    save(
        "datumformer.csv",
        dated,
        "plain",
        "one date column for each Swedish and ISO form",
        columns=(*["-"] * len(DATE_FORMS), *COLUMNS[1:]),
    )
    return cases
