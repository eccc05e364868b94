"""What each fixture is and what must come of it: a row of the table export/fixturer.csv."""

from __future__ import annotations

from dataclasses import dataclass

from .svar import COLUMNS

REAL = "written by the tool itself"
KNOWN_SOURCE = "layout known from the tool's source code"
KNOWN_CODE = "layout known from public code that reads such files"
INFERRED = "layout inferred"
BY_HAND = "made by hand"

TRUTH, ALIKE, SEVERAL, REFUSED = "sanning", "sanning-lika", "sanning-flerval", "refused"


@dataclass(frozen=True)
class Case:
    """A file and what it holds.

    `columns` names each column of the sheet in order: a column of the truth, the same with `=too` where it repeats a
    column in another form, `insats:N` for a column that stands for the insats of place N, or `-` for any other.
    A column whose cell holds every insats of a respondent is `insatser`.

    `cells` says what the named columns hold: `text` as in the truth's texts to the letter, `code` the same with codes
    in the questions, `interpreted` what means the same only when it is interpreted.
    """

    file: str
    tool: str
    layout: str
    traits: str
    known: str = REAL
    columns: tuple[str, ...] = COLUMNS
    cells: str = "text"
    format: str = ""
    """What the file is, where its name says otherwise."""
    sheet: str = ""
    encoding: str = ""
    """Of a text file, in Python's name."""
    separator: str = ""
    preamble: int = 0
    """Rows that hold anything above the heading."""
    headings: int = 1
    needs: str = ""
    """What the user must add before the answers can be read: a `mapping` of columns, or which `sheet`."""
    expected: str = TRUTH
    reason: str = ""
    """Why the file is refused, in one word."""
    stable: bool = True
    """False where the tool draws random numbers, so that each run gives other bytes."""

    @property
    def suffix(self) -> str:
        """The ending that the file's content should have."""
        return self.format or self.file.rpartition(".")[2]

    @property
    def is_refused(self) -> bool:
        return self.expected == REFUSED


FIELDS = (
    "file", "tool", "layout", "format", "sheet", "encoding", "separator", "preamble", "headings", "columns", "cells",
    "needs", "expected", "reason", "stable", "known", "traits",
)  # fmt: skip
_NUMBERS = ("preamble", "headings")


def to_row(case: Case) -> list[str]:
    row = []
    for field in FIELDS:
        value = getattr(case, field)
        if field == "columns":
            value = "" if case.is_refused else " ".join(value)
        elif field == "separator":
            value = "tab" if value == "\t" else value
        elif field == "stable":
            value = "yes" if value else "no"
        row.append(str(value))
    return row


def from_row(row: dict[str, str]) -> Case:
    values: dict[str, object] = dict(row)
    values |= {name: int(row[name]) for name in _NUMBERS}
    values["columns"] = tuple(row["columns"].split())
    values["separator"] = "\t" if row["separator"] == "tab" else row["separator"]
    values["stable"] = row["stable"] == "yes"
    return Case(**values)  # type: ignore[arg-type]
