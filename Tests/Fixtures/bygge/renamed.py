"""Good files under a wrong name. The content decides what a file is."""

from __future__ import annotations

from .case import Case
from .folder import Folder

RENAMED = (
    ("ods-som.csv", "libreoffice.ods", "ods", "svar", "", ""),
    ("xlsx-som.ods", "openpyxl.xlsx", "xlsx", "Svar", "", ""),
    ("csv-som.xlsx", "libreoffice-utf8.csv", "csv", "", "utf-8", ";"),
    ("csv-som.xls", "libreoffice-utf8-tabb.csv", "csv", "", "utf-8", "\t"),
    ("zsav-som.sav", "pspp.zsav", "zsav", "", "", ""),
)


def make(folder: Folder) -> list[Case]:
    cases = []
    for name, source, format, sheet, encoding, separator in RENAMED:
        folder.path(name).write_bytes(folder.path(source).read_bytes())
        cases.append(
            Case(
                name,
                "renamed by hand",
                "wrong name",
                f"{source} under another name",
                format=format,
                sheet=sheet,
                encoding=encoding,
                separator=separator,
                headings=2 if format == "zsav" else 1,
            )
        )
    return cases
