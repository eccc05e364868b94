"""LibreOffice: spreadsheets and text files saved by the program itself, without a screen."""

from __future__ import annotations

from pathlib import Path

from . import openpyxl_files, xlsxwriter_files
from .case import ALIKE as EQUAL
from .case import Case
from .cell_types import EXTRA_COLUMNS, EXTRA_HEADINGS, extra_texts
from .folder import Folder, csv_bytes
from .svar import ALIKE, ALIKE_COLUMNS, COLUMNS, HEADINGS, text_rows

DATE, TEXT, GUESSED = "5", "2", "1"
"""Column types of the CSV filter: year-month-day, text as it stands, and what it looks like."""
EXPORTS = {
    "utf8": (";", "76", "utf-8"),
    "windows1252": (";", "1", "cp1252"),
    "utf16": (";", "65535", "utf-16"),
    "utf8-komma": (",", "76", "utf-8"),
    "utf8-tabb": ("\t", "76", "utf-8"),
}
"""Separator, LibreOffice's number of the encoding, and Python's name of it."""


def convert(folder: Folder, source: Path, extension: str, *, filter: str = "", infilter: str = "") -> Path:
    """Saves `source` in another format, in the scratch folder."""
    out = folder.scratch / f"lo-{extension}"
    folder.run(
        "soffice",
        f"-env:UserInstallation={profile(folder).as_uri()}",
        "--headless",
        *([f"--infilter={infilter}"] if infilter else []),
        "--convert-to",
        f"{extension}:{filter}" if filter else extension,
        "--outdir",
        out,
        source,
    )
    made = out / f"{source.stem}.{extension}"
    if not made.exists():
        raise SystemExit(f"LibreOffice skrev inte {made}")
    return made


MACRO = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub SaveLocked(source As String, target As String, kind As String)
  ' An error would open a dialog that nobody sees.
  On Error Resume Next
  Dim opening(0) As New com.sun.star.beans.PropertyValue
  opening(0).Name = "Hidden" : opening(0).Value = True
  document = StarDesktop.loadComponentFromURL(source, "_blank", 0, opening())
  Dim saving(1) As New com.sun.star.beans.PropertyValue
  saving(0).Name = "FilterName" : saving(0).Value = kind
  saving(1).Name = "Password" : saving(1).Value = "hemligt"
  document.storeToURL(target, saving())
  document.close(True)
End Sub
</script:module>
"""


def profile(folder: Folder) -> Path:
    return folder.scratch / "libreoffice"


def save_with_password(folder: Folder, source: Path, target: Path, filter: str) -> None:
    """The command line has no option for it, so a macro does it. The profile must have been used before."""
    (profile(folder) / "user/basic/Standard/Module1.xba").write_text(MACRO, encoding="utf-8")
    call = f'macro:///Standard.Module1.SaveLocked("{source.as_uri()}","{target.as_uri()}","{filter}")'
    folder.run("soffice", f"-env:UserInstallation={profile(folder).as_uri()}", "--headless", call)
    if not target.exists():
        raise SystemExit(f"LibreOffice skrev inte {target}")


def csv_filter(separator: str, encoding: str, columns: str = "") -> str:
    return f"{ord(separator)},34,{encoding},1,{columns}"


def import_filter(column_types: list[str]) -> str:
    """English numbers; percentages, times and formulas are taken for such in columns that are guessed."""
    types = "/".join(f"{place}/{type}" for place, type in enumerate(column_types, 1))
    return f"CSV:{csv_filter(';', '76', types)},1033,false,true,false,false,false,0,true"


def base_ods(folder: Folder) -> Path:
    """The plain sheet as LibreOffice's own document, with real dates."""
    source = folder.scratch / "svar.csv"
    source.write_bytes(csv_bytes([[HEADINGS[c] for c in COLUMNS], *text_rows()], encoding="utf-8"))
    types = [DATE if column == "datum" else TEXT for column in COLUMNS]
    return convert(folder, source, "ods", infilter=import_filter(types))


def alike(folder: Folder) -> Path:
    """A sheet of equal neighbours, which LibreOffice folds when it saves."""
    source = folder.scratch / "lika.csv"
    headings = [HEADINGS[column] for column in ALIKE_COLUMNS]
    rows = [[a.insats, a.kon, *a.labels] for a in ALIKE]
    source.write_bytes(csv_bytes([headings, *rows], encoding="utf-8"))
    return convert(folder, source, "ods", infilter=import_filter([TEXT] * len(ALIKE_COLUMNS)))


def cell_types(folder: Folder) -> Path:
    """Cells of every type, as LibreOffice has them when they are typed in."""
    source = folder.scratch / "celltyper.csv"
    rows = [[*(HEADINGS[column] for column in COLUMNS), *EXTRA_HEADINGS]]
    for number, row in enumerate(text_rows(), 1):
        share, complete, count, clock, submitted, mean, error = extra_texts(number)
        rows.append(
            [
                *row,
                f"{float(share):.0%}",
                complete,
                f"=COUNTA(D{number + 1}:N{number + 1})",
                clock,
                submitted,
                mean,
                {"#N/A": "=NA()", "#DIV/0!": "=1/0"}.get(error, ""),
            ]
        )
    source.write_bytes(csv_bytes(rows, encoding="utf-8"))
    types = [DATE if column == "datum" else TEXT for column in COLUMNS] + [GUESSED] * len(EXTRA_COLUMNS)
    return convert(folder, source, "ods", infilter=import_filter(types))


def make(folder: Folder) -> list[Case]:
    cases = []

    def save(name: str, source: Path, traits: str, *, layout: str = "plain", **more) -> None:
        folder.path(name).write_bytes(convert(folder, source, name.rpartition(".")[2]).read_bytes())
        cases.append(Case(name, "LibreOffice", layout, traits, **more))

    base = base_ods(folder)
    for extension in ("ods", "xlsx"):
        save(f"libreoffice.{extension}", base, "real dates, line breaks within cells", sheet="svar")
    for trait, (separator, number, encoding) in EXPORTS.items():
        filter = f"Text - txt - csv (StarCalc):{csv_filter(separator, number)}"
        name = f"libreoffice-{trait}.csv"
        folder.path(name).write_bytes(convert(folder, base, "csv", filter=filter).read_bytes())
        traits = "saved as text, quoted only where needed"
        cases.append(Case(name, "LibreOffice", "plain", traits, encoding=encoding, separator=separator))
    for extension in ("ods", "xlsx"):
        save(
            f"libreoffice-lika-grannar.{extension}",
            alike(folder),
            "equal cells beside each other, equal rows below each other",
            sheet="lika",
            columns=ALIKE_COLUMNS,
            expected=EQUAL,
        )

    types = cell_types(folder)
    for extension in ("ods", "xlsx"):
        save(
            f"libreoffice-celltyper.{extension}",
            types,
            "percentages, booleans, formulas, times, dates with time, decimals, errors",
            layout="cell types",
            sheet="celltyper",
            columns=(*COLUMNS, *EXTRA_COLUMNS),
        )
    # What other programs wrote, opened and saved again.
    formulas = folder.scratch / "formler.xlsx"
    xlsxwriter_files.write_formulas(formulas)
    for extension in ("ods", "xlsx"):
        traits = "every answer and date is a formula; no answer is an empty text"
        save(f"libreoffice-formler.{extension}", formulas, traits, sheet="Svar")
    rich = folder.scratch / "rik.xlsx"
    openpyxl_files.save(openpyxl_files.rich_text(), rich)
    several = folder.scratch / "flera.xlsx"
    openpyxl_files.save(openpyxl_files.several_sheets(), several)
    merged = folder.scratch / "sammanslagna.xlsx"
    openpyxl_files.save(openpyxl_files.merged_headings(), merged)
    save("libreoffice-formaterad-text.ods", rich, "formatted runs in text:span", sheet="Svar")
    save(
        "libreoffice-flera-blad.ods",
        several,
        "notes on the first sheet, a hidden sheet last",
        sheet="Svar",
        stable=False,  # the order of its page styles
    )
    save(
        "libreoffice-sammanslagna-rubriker.ods",
        merged,
        "a title over the whole sheet, a blank row, groups in merged cells above the questions",
        layout="two heading rows",
        sheet="Svar",
        preamble=1,
        headings=2,
    )
    return cases
