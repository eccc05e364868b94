"""Compares every figure of a finished workbook with a second computation from the CSV files.

    python3 andra_berakningen.py WORKBOOK FOLDER [FOLDER...]
    python3 andra_berakningen.py --bunt LISTFILE

A line of LISTFILE is a workbook and its folders, separated by tabs. Among them may be a file of national figures (.csv), and
a folder such as 2023-till-2024, whose answers are counted in the later year, and the workbooks that were given out before
(.ods), one a year. The questionnaires are in a folder formular
beside the folders or above them, else those that come along. Prints one line per difference and ends with 1, or the number
of equal figures and of rows that are rightly hidden or shown, and ends with 0.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cells import Outcome
from data_owed import all_data
from data_sheet import compared_data, plain_keys
from editions import Edition, answers_that_stand, put_together
from mask import mask_of
from national import NationalFigures, read_national
from ods_reader import read_sheets
from promises import Promise, instruments_beside, read_promises
from proof import proven
from report import report_of
from survey_folder import Measurement, read_measurements
from tables_compared import Sheets, compared_tables
from tables_owed import owed_sheets


@dataclass(frozen=True)
class Checked:
    protection: Outcome
    data: Outcome
    tables: Outcome

    @property
    def differences(self) -> list[str]:
        return [*self.protection.differences, *self.data.differences, *self.tables.differences]


def checked(
    sheets: Sheets,
    measurements: list[Measurement],
    promises: dict[str, Promise],
    national: NationalFigures | None = None,
    editions: list[Edition] | None = None,
) -> tuple[Checked, Edition]:
    """What a workbook hides, the sheet Data and the other sheets."""
    mask, given = mask_of(sheets.get("Data", [])), editions or []
    report = report_of(measurements, promises, national, mask.hides, lambda *those: put_together(given, *those))
    data = compared_data(sheets.get("Data", []), plain_keys(all_data(report)), measurements[0].forbund)
    tables = compared_tables(sheets, owed_sheets(report))
    return Checked(proven(report, mask, given), data, tables), Edition(report, mask)


def year_of(sheets: Sheets) -> int:
    return max(row.period for row in mask_of(sheets["Data"]).rows)


def one_after_another(workbook: Path, files: list[Path]) -> Iterator[tuple[Path, Checked]]:
    """A workbook, and before it those that were given out."""
    folders = [file for file in files if not file.suffix]
    promises = read_promises(instruments_beside(folders[0]))
    national = next((read_national(file) for file in files if file.suffix == ".csv"), {})
    ordinary = read_measurements([folder for folder in folders if "-till-" not in folder.name])
    editions: list[Edition] = []
    for earlier in (file for file in files if file.suffix == ".ods"):
        sheets = read_sheets(earlier)
        then = [measurement for measurement in ordinary if measurement.period <= year_of(sheets)]
        found, edition = checked(sheets, then, promises, {}, editions)
        editions.append(edition)
        yield earlier, found
    answers = answers_that_stand(read_measurements(folders), ordinary, editions, promises)
    yield workbook, checked(read_sheets(workbook), answers, promises, national, editions)[0]


def jobs(arguments: list[str]) -> list[tuple[Path, list[Path]]]:
    lines = [arguments]
    if arguments[0] == "--bunt":
        lines = [line.split("\t") for line in Path(arguments[1]).read_text(encoding="utf-8").splitlines() if line]
    return [(Path(line[0]), [Path(folder) for folder in line[1:]]) for line in lines]


def main(arguments: list[str]) -> int:
    if len(arguments) < 2:
        print(__doc__, file=sys.stderr)
        return 64
    in_data = in_tables = rows = differing = 0
    for workbook, files in jobs(arguments):
        for name, found in one_after_another(workbook, files):
            rows += found.protection.equal
            in_data += found.data.equal
            in_tables += found.tables.equal
            for difference in found.differences:
                differing += 1
                print(f"{name}: {difference}")
    if differing == 0:
        print(f"{in_data + in_tables} figurer lika ({in_data} i Data, {in_tables} i de andra bladen)")
        print(f"{rows} rader rätt skyddade eller visade")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
