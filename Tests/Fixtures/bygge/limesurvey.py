"""LimeSurvey's CSV: BOM, CRLF, semicolons, every value quoted, a blank line last.

Known from its source: Writer.php and CsvWriter.php under application/helpers/admin/export, and viewHelper.php. The
names of the metadata columns are those of its English text.
"""

from __future__ import annotations

from collections.abc import Callable

from .case import KNOWN_SOURCE, Case
from .folder import Folder
from .svar import ANSWERS, HEADINGS, QUESTIONS

TOOL = "by hand, as LimeSurvey"
METADATA = {
    "id": "Response ID",
    "submitdate": "Date submitted",
    "lastpage": "Last page",
    "startlanguage": "Start language",
    "seed": "Seed",
    "startdate": "Date started",
    "datestamp": "Date last action",
}
ARRAYS = {"Q1": "Hur ofta stämmer följande?", "Q2": "I vilken utsträckning stämmer följande?"}
"""The questions stand in two arrays, one for each scale."""


class Field:
    """One column: code, subquestion's code, text, subquestion's text."""

    def __init__(self, code: str, text: str, subcode: str = "", subtext: str = "") -> None:
        self.code, self.text, self.subcode, self.subtext = code, text, subcode, subtext

    def coded(self) -> str:
        return f"{self.code}[{self.subcode}]" if self.subcode else self.code

    def with_underscore(self) -> str:
        return f"{self.code}_{self.subcode}" if self.subcode else self.code

    def full(self) -> str:
        return f"{self.text} [{self.subtext}]" if self.subtext else self.text

    def full_without_spaces(self) -> str:
        return self.full().replace(" ", "_")

    def abbreviated(self) -> str:
        def short(text: str) -> str:
            return text if len(text) <= 15 else text[:15] + ".. "

        return f"{short(self.text)} [{short(self.subtext)}]".strip() if self.subtext else short(self.text)

    def code_and_text(self) -> str:
        return f"{self.coded()}. {self.full()}"

    def code_and_abbreviated(self) -> str:
        return f"{self.coded()}. {self.abbreviated()}"


def fields(*, arrays: bool = True) -> list[Field]:
    made = [Field(code, text) for code, text in METADATA.items()]
    made += [Field("insats", "Vilken insats arbetar du i?"), Field("kon", "Kön")]
    for question in QUESTIONS:
        if arrays:
            array = "Q1" if question.number <= 4 else "Q2"
            place = question.number if array == "Q1" else question.number - 4
            made.append(Field(array, ARRAYS[array], f"SQ{place:03}", question.text))
        else:
            made.append(Field(question.id, question.text))
    return [*made, Field("synpunkt", HEADINGS["kommentar"])]


COLUMNS = ("-", "inlämnad", "-", "-", "-", "-", "-", "insats", "kön", *(q.id for q in QUESTIONS), "-")
KON_CODES = {"Kvinna": "K", "Man": "M", "Annat": "Annat"}


def records(*, codes: bool) -> list[list[str | None]]:
    """None where the database has no value."""
    made = []
    for number, answer in enumerate(ANSWERS, 1):
        submitted = answer.answered.isoformat(" ")
        # A value that begins with = is masked against being run as a formula.
        comment = "'" + answer.comment if answer.comment.startswith("=") else answer.comment
        given: list[str | None] = list(answer.codes if codes else answer.labels)
        made.append(
            [
                str(100 + number),
                submitted,
                "3",
                "sv",
                str(1_234_567_891 - 7919 * number),
                submitted,
                submitted,
                answer.insats,
                KON_CODES.get(answer.kon, "") if codes else answer.kon,
                *(value or None for value in given),
                comment,
            ]
        )
    return made


def csv(headings: list[str], rows: list[list[str | None]], *, null_is_nothing: bool) -> bytes:
    """`null_is_nothing`: newer versions put nothing between the separators where the database has no value."""

    def quoted(value: str | None) -> str:
        if value is None and null_is_nothing:
            return ""
        return '"' + (value or "").replace('"', '""') + '"'

    lines = [";".join(map(quoted, row)) for row in [headings, *rows]]
    return ("\ufeff" + "".join(line + "\r\n" for line in [*lines, ""])).encode()


def make(folder: Folder) -> list[Case]:
    cases = []

    def save(
        name: str,
        form: Callable[[Field], str],
        traits: str,
        *,
        codes: bool = False,
        arrays: bool = True,
        null_is_nothing: bool = False,
        needs: str = "",
        cells: str = "",
    ) -> None:
        name = f"limesurvey-{name}.csv"
        headings = [form(field) for field in fields(arrays=arrays)]
        folder.path(name).write_bytes(csv(headings, records(codes=codes), null_is_nothing=null_is_nothing))
        cells = "interpreted" if codes else "text"
        cases.append(
            Case(
                name,
                TOOL,
                "LimeSurvey",
                traits,
                KNOWN_SOURCE,
                COLUMNS,
                cells,
                encoding="utf-8-sig",
                separator=";",
                needs=needs,
            )
        )

    mapping = "mapping"
    save("kod-svarstext", Field.coded, "headings Q1[SQ001], answers as texts", needs=mapping)
    save("kod-svarskod", Field.coded, "headings Q1[SQ001], answers as codes", codes=True, needs=mapping)
    save(
        "kod-understreck-svarskod",
        Field.with_underscore,
        "headings Q1_SQ001, answers as codes, null is nothing",
        codes=True,
        null_is_nothing=True,
        needs=mapping,
    )
    save("full-svarstext", Field.full, "headings 'Question [Sub]'")
    save(
        "full-svarskod",
        Field.full,
        "headings 'Question [Sub]', answers as codes, null is nothing",
        codes=True,
        null_is_nothing=True,
    )
    save(
        "full-understreck",
        Field.full_without_spaces,
        "full headings of single questions with _ for spaces",
        arrays=False,
    )
    save(
        "forkortad",
        Field.abbreviated,
        "abbreviated headings (15 characters and '.. '); two pairs of questions have the same heading",
        needs=mapping,
    )
    save(
        "kod-och-forkortad",
        Field.code_and_abbreviated,
        "code and abbreviated text, so that no two are the same",
        needs=mapping,
    )
    save("kod-och-text", Field.code_and_text, "headings 'Q1[SQ001]. Question [Sub]'")
    save(
        "enkla-fragor-kod",
        Field.coded,
        "single questions whose codes are the questionnaire's; kön has the code kon",
        arrays=False,
        codes=True,
        needs=mapping,
    )
    return cases
