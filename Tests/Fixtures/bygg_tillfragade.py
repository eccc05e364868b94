"""Makes Tests/Fixtures/tillfragade anew: files of those who were asked, by openpyxl and LibreOffice.

    VENV/bin/python3 Tests/Fixtures/bygg_tillfragade.py

Needs openpyxl and LibreOffice (soffice). Every name and number in the files is made up.
"""

from __future__ import annotations

import datetime
import subprocess
import tempfile
from pathlib import Path

import openpyxl

FOLDER = Path(__file__).resolve().parent / "tillfragade"
ANSWERED = {0, 7, 30, 31}


def people() -> list[list[object]]:
    """Forty people: 21 in MIA, 19 in Ön, ten of them men; four answered."""
    rows: list[list[object]] = []
    for place in range(40):
        is_man = place < 6 or 21 <= place < 25
        rows.append([
            f"Person {place}",
            f"19800101-{place:04}",
            "MIA" if place < 21 else "Ön",
            "Man" if is_man else "Kvinna",
            datetime.date(2021, 10, 4),
            place in ANSWERED,
        ])
    return rows


def register(path: Path) -> None:
    """A sheet about the file first, then a row a person under a title; whether they answered is a truth value."""
    book = openpyxl.Workbook()
    book.active.title = "Om filen"
    book.active.append(["Registreringsfil, konstruerad"])
    sheet = book.create_sheet("Register")
    sheet.append(["Utskick hösten 2021"])
    sheet.append([])
    sheet.append(["Namn", "Personnummer", "Insats", "Kön", "Utskickad", "Svarat"])
    for row in people():
        sheet.append(row)
    book.save(path)


def groups(path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["Insats", "Kön", "Antal"])
    for row in [["MIA", "Kvinna", 15], ["MIA", "Man", 6], ["Ön", "Kvinna", 15], ["Ön", "Man", 4]]:
        book.active.append(row)
    book.save(path)


def as_ods(path: Path) -> None:
    with tempfile.TemporaryDirectory() as profile:
        command = [
            "soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "ods", "--outdir",
            str(FOLDER), str(path),
        ]
        subprocess.run(command, check=True, capture_output=True)


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    register(FOLDER / "registreringsfil.xlsx")
    as_ods(FOLDER / "registreringsfil.xlsx")
    with tempfile.TemporaryDirectory() as scratch:
        groups(Path(scratch) / "tillfragade-insats-kon.xlsx")
        as_ods(Path(scratch) / "tillfragade-insats-kon.xlsx")


if __name__ == "__main__":
    main()
