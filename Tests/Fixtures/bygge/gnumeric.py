"""Gnumeric: ssconvert saves what another program wrote in its own manner."""

from __future__ import annotations

from .case import Case
from .cell_types import EXTRA_COLUMNS
from .folder import Folder
from .svar import COLUMNS
from .xlsxwriter_files import write

EXPORTERS = {"xlsx": "Gnumeric_Excel:xlsx", "ods": "Gnumeric_OpenCalc:odf"}


def make(folder: Folder) -> list[Case]:
    plain, types = folder.scratch / "svar.xlsx", folder.scratch / "celltyper.xlsx"
    write(plain)
    write(types, types=True)
    cases = []
    for extension, exporter in EXPORTERS.items():
        name = f"gnumeric.{extension}"
        folder.run("ssconvert", f"--export-type={exporter}", plain, folder.path(name))
        cases.append(Case(name, "Gnumeric", "plain", "saved by ssconvert", sheet="Svar"))
        name = f"gnumeric-celltyper.{extension}"
        folder.run("ssconvert", f"--export-type={exporter}", types, folder.path(name))
        columns = (*COLUMNS, *EXTRA_COLUMNS)
        cases.append(
            Case(
                name,
                "Gnumeric",
                "cell types",
                "percentages, booleans, formulas, times, dates with time, decimals, errors"
                + ("; numbers of 19 digits" if extension == "ods" else ""),
                sheet="Svar",
                columns=columns,
            )
        )
    return cases
