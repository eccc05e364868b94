"""Makes Tests/Fixtures/slinga anew: one set of answers to a medarbetarenkät, as several tools and layouts write it.

    VENV/bin/python3 Tests/Fixtures/bygg_slinga.py [FOLDER]

Needs the packages of requirements.txt and LibreOffice (soffice). `rader.csv` is the plainest, and what the others must
come out as.
"""

from __future__ import annotations

import csv
import io
import subprocess
import sys
import tempfile
from datetime import datetime
from pathlib import Path

import openpyxl
import pandas
import pyreadstat

HERE = Path(__file__).resolve().parent
INSATSER = ["HälsoSam", "Lyra", "MIA"]
QUESTIONS = {
    "stod": "Till stöd och hjälp i mitt arbete",
    "samverkan": "Bidrar till bättre samverkan mellan myndigheter",
    "steg": "Bidrar till att deltagarna gör en stegförflyttning närmare arbete",
}
FRUKOST = "Vad tycker du om förbundets frukostmöten?"
SCALE = {"H": "I hög utsträckning", "D": "Delvis", "L": "I låg utsträckning", "N": "Inte alls", "K": "Kan inte bedöma"}
CODES = {"H": 4, "D": 3, "L": 2, "N": 1, "K": 9}
# Employer, breakfast, and by insats the answers to the three questions.
PEOPLE: list[tuple[str, str, dict[str, str]]] = [
    ("Kommunen", "Bra", {"HälsoSam": "HDK", "MIA": "DDL"}),
    ("Regionen", "Har inte deltagit", {"Lyra": "NKH"}),
    ("Arbetsförmedlingen", "Mycket bra", {"HälsoSam": "HHH", "Lyra": "DLD", "MIA": "KKK"}),
    ("Försäkringskassan", "Bra", {}),
    ("Kommunen", "Dåliga", {"MIA": "LHD"}),
    ("Kommunen", "Har inte deltagit", {}),
]


def rows() -> list[list[object]]:
    made: list[list[object]] = [["Svarsid", "Arbetsgivare", "Insats", *QUESTIONS.values(), FRUKOST]]
    for number, (employer, breakfast, blocks) in enumerate(PEOPLE, 101):
        for insats, block in (blocks or {"Ingen av dem": ""}).items():
            made.append([number, employer, insats, *(SCALE.get(code, "") for code in block.ljust(3)), breakfast])
    return made


def columns() -> list[list[object]]:
    """Two heading rows: the insats over its questions."""
    made: list[list[object]] = [
        ["", *("Vilka insatser känner du till?", "", "", ""), *(c for i in INSATSER for c in (i, "", "")), "Övrigt"],
        ["Arbetsgivare", *INSATSER, "Ingen av dem", *list(QUESTIONS.values()) * 3, FRUKOST],
    ]
    for employer, breakfast, blocks in PEOPLE:
        known = [1 if insats in blocks else 0 for insats in INSATSER] + [0 if blocks else 1]
        cells = [SCALE.get(code, "") for insats in INSATSER for code in blocks.get(insats, "").ljust(3)]
        made.append([employer, *known, *cells, breakfast])
    return made


def workbook(path: Path, cells: list[list[object]], merged: bool) -> None:
    book = openpyxl.Workbook()
    book.properties.created = book.properties.modified = datetime(2021, 11, 8, 12)
    sheet = book.active
    sheet.title = "Svar"
    for row in cells:
        sheet.append([None if cell == "" else cell for cell in row])
    if merged:
        sheet.merge_cells("B1:E1")
        for first in ("F1:H1", "I1:K1", "L1:N1"):
            sheet.merge_cells(first)
    book.save(path)


def libreoffice(source: Path, folder: Path) -> None:
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "ods", "--outdir",
             str(folder), str(source)], check=True, capture_output=True,
        )  # fmt: skip


def spss(path: Path) -> None:
    """As LimeSurvey names and labels the subquestions of an array for each insats."""
    data: dict[str, list[object]] = {"arbetsgivare": [employer for employer, _, _ in PEOPLE]}
    labels = ["Arbetsgivare"]
    ascii_names = {"HälsoSam": "HALSOSAM", "Lyra": "LYRA", "MIA": "MIA"}
    for insats in INSATSER:
        for place, (code, text) in enumerate(QUESTIONS.items()):
            name = f"{ascii_names[insats]}_{code}"
            data[name] = [float(CODES[b[insats][place]]) if insats in b else None for _, _, b in PEOPLE]
            labels.append(f"[{text}] {insats}")
    data["frukost"] = [breakfast for _, breakfast, _ in PEOPLE]
    labels.append(FRUKOST)
    values = {float(CODES[code]): text for code, text in SCALE.items()}
    frame = pandas.DataFrame(data)
    pyreadstat.write_sav(
        frame, str(path), column_labels=labels,
        variable_value_labels={name: values for name in frame.columns if "_" in name},
    )  # fmt: skip


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "slinga"
    folder.mkdir(parents=True, exist_ok=True)
    file = io.StringIO()
    csv.writer(file, delimiter=";", lineterminator="\r\n").writerows(rows())
    (folder / "rader.csv").write_bytes(file.getvalue().encode("utf-8-sig"))
    workbook(folder / "rader.xlsx", rows(), merged=False)
    workbook(folder / "kolumner.xlsx", columns(), merged=True)
    libreoffice(folder / "rader.xlsx", folder)
    libreoffice(folder / "kolumner.xlsx", folder)
    spss(folder / "kolumner.sav")


if __name__ == "__main__":
    main()
