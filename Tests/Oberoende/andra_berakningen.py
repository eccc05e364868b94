"""Compares every figure of a finished workbook with a second computation from the CSV files.

    python3 andra_berakningen.py WORKBOOK FOLDER [FOLDER...]
    python3 andra_berakningen.py --bunt LISTFILE

A line of LISTFILE is a workbook and its folders, separated by tabs. Among them may be a file of national figures (.csv), and
a folder such as 2023-till-2024, whose answers are counted in the later year. Prints one line per difference and ends with 1, or
the number of equal figures and ends with 0.
"""

from __future__ import annotations

import sys
from pathlib import Path

from cells import Outcome
from data_owed import all_data
from data_sheet import compared_data, plain_keys
from national import read_national
from ods_reader import read_sheets
from report import Report, report_of
from survey_folder import read_measurements
from tables_compared import Sheets, compared_tables
from tables_owed import owed_sheets


def compared(sheets: Sheets, report: Report, forbund: str) -> tuple[Outcome, Outcome]:
    """Of the sheet Data, and of the other sheets."""
    data = compared_data(sheets.get("Data", []), plain_keys(all_data(report)), forbund)
    return data, compared_tables(sheets, owed_sheets(report))


def jobs(arguments: list[str]) -> list[tuple[Path, list[Path]]]:
    lines = [arguments]
    if arguments[0] == "--bunt":
        lines = [line.split("\t") for line in Path(arguments[1]).read_text(encoding="utf-8").splitlines() if line]
    return [(Path(line[0]), [Path(folder) for folder in line[1:]]) for line in lines]


def main(arguments: list[str]) -> int:
    if len(arguments) < 2:
        print(__doc__, file=sys.stderr)
        return 64
    in_data = in_tables = differing = 0
    for workbook, folders in jobs(arguments):
        measurements = read_measurements([folder for folder in folders if folder.suffix != ".csv"])
        national = next((read_national(file) for file in folders if file.suffix == ".csv"), {})
        data, tables = compared(read_sheets(workbook), report_of(measurements, national), measurements[0].forbund)
        in_data += data.equal
        in_tables += tables.equal
        for difference in data.differences + tables.differences:
            differing += 1
            print(f"{workbook}: {difference}")
    if differing == 0:
        print(f"{in_data + in_tables} figurer lika ({in_data} i Data, {in_tables} i de andra bladen)")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
