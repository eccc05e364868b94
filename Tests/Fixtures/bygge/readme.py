"""The README of the fixtures: what each is, which version made it, and what is known of its layout."""

from __future__ import annotations

import re
from importlib.metadata import version

from . import libreoffice
from .case import Case
from .folder import Folder

PACKAGES = {
    "openpyxl": "openpyxl", "XlsxWriter": "xlsxwriter", "pandas": "pandas", "odfpy": "odfpy",
    "pyexcel-ods3": "pyexcel-ods3", "pyreadstat": "pyreadstat", "msoffcrypto-tool": "msoffcrypto-tool", "xlwt": "xlwt",
    "python-docx": "python-docx", "Pillow": "pillow", "lxml": "lxml", "python-calamine": "python-calamine",
}  # fmt: skip
PROGRAMS = {"LibreOffice": "soffice", "Gnumeric": "ssconvert", "PSPP": "pspp"}

HEAD = """# Exports to read

Made by `../bygg_fixturer.py`; do not edit. The answers are constructed, nobody has given them: 15 persons answer the
questionnaire `personal`, version 2021, 7 in each of two insatser and one who left out insats and kön. Number 12 answered
no question at all, so an import has 14 answers. Every file below that is not to be refused holds the same answers: every
format and layout must give the same import. Under `sanning-lika` it is another set, of 28 answers of which many are
equal (2 of them blank); under `sanning-flerval` it is the first set, where some take part in several insatser.

- `fixturer.csv`: a row for each file.
  - `columns` names the sheet's columns in order: a column of `sanning-text.csv`; the same with `=too` where it repeats
    one in another form (a code beside a label); `insats:N` for a column of the insats of place N, in the order
    SamMA-projektet, Samverkansteam, unga vuxna (which holds a comma), MIA Vidare; `insatser` for a cell that holds all
    of them; `-` for any other.
  - `cells` is `text` where the named columns hold `sanning-text.csv` to the letter (in SPSS files once a labelled value
    is its label), `code` where the questions hold the codes of `sanning.csv`, `interpreted` where they mean the same
    only when understood.
  - `format` is what a file is whose name says otherwise. `preamble` and `headings` count rows that hold anything.
  - `needs` is what the user must add: a `mapping` of columns that no heading explains, or which `sheet`.
  - `reason` is why a file is to be refused: `password`, `old` (.xls), `other` (another format), `empty`, `one column`,
    `no questionnaire`.
- `sanning.csv`: the answers as codes, itself a file that can be imported. `sanning-text.csv`: what every cell holds, as
  text, with the extra columns of the files that have all types of cell. `sanning-lika.csv`, `sanning-lika-text.csv` and
  `sanning-flerval.csv` (insatser joined by `|`) are the same for the other two sets.

`bygg_fixturer.py --kontrollera` reads all of it back with readers that share nothing with Bilaga: .xlsx with openpyxl
and calamine, .ods with calamine and from the bare XML by the standard's rules, SPSS files with pyreadstat and PSPP, text
with Python's csv. It compares every cell and heading, and checks that what a file is there to show is in its bytes.
"""

KNOWN = """## What is known of the layouts, and what is inferred

| Layout | Known, and from where | Inferred |
|---|---|---|
| LimeSurvey CSV | from its source (Writer.php, CsvWriter.php, viewHelper.php): BOM, CRLF, `;`, all values quoted, one blank line last; headings as code `Q1[SQ001]` or `Q1_SQ001`, full `Question [Sub]`, abbreviated (15 characters and `.. `), code and text; spaces as `_`; `'` before `=`; null as nothing in newer versions | `. ` between code and text (it can be set); the English names of the metadata columns; which of them are exported |
| LimeSurvey .sav | from its source (SPSSWriter): `_` for brackets in names, labels `[sub] question`, value labels where all codes are numeric | written with pyreadstat, not by SPSS from LimeSurvey's syntax |
| Microsoft Forms | from public code that reads it: `ID, Start time, Completion time, Email, Name`, then the questions, line breaks in them, `anonymous`, m/d/yy, `Points - ` and `Feedback - ` in a quiz, Windows-1252 in CSV; `_x000D_` for a carriage return is ECMA-376's | the Swedish headings, the sheet's name, the table, the no-break space after a question, `Total points` and `Quiz feedback` |
| Google Forms | from public code: first column `Timestamp` or `Tidstämpel`, then the questions | grid heading `Question [Row]`; how time is written; that the form's own CSV quotes all and ends lines with LF |
| Qualtrics | from public examples and readers: three heading rows (name, question, ImportId as JSON), the metadata columns, `question - statement`, HTML and line breaks | the values of the metadata; that embedded data have their own name three times |
| Webropol and others with groups | nothing: no specification is public | all of it: lines above, a blank row, a row of groups over the questions |
| Excel CSV | from bug reports: continental Excel writes `;` and the local code page without BOM, decimal commas, `sep=` lines | that BOM and `sep=` stand together |
| Multiple choice | one column each or all in one cell, from Kobo's, LimeSurvey's and Google's exports; an unanswered question is blank, not 0 | the form of some headings; `;` after each in Microsoft Forms; line breaks |

## What the tools turned out to do

- LibreOffice 7.4 folds equal cells beside each other into one with number-columns-repeated, texts too, but not equal
  rows; `odfpy-upprepade-rader.ods` has those. It gives an error cell an empty office:string-value, and the error's name
  only as text. A formula whose result is an empty text has neither value type nor text. Two spaces in formatted text it
  writes so that the standard's rules make one of them, and a boolean from an .xlsx as a formula with the number 1:
  neither is in a fixture.
- Gnumeric writes 4.8 as 4.80000000000000000017, percentages as floats, and hours as `PT013H45M10S`. White space stands
  between its cells, at which calamine stops.
- pandas puts the whole text in office:string-value too; where the paragraph has lost spaces, the value holds.
- openpyxl (with lxml) writes inline strings and no XML declaration; XlsxWriter writes a formula with an empty text as
  a number without content.
"""


def versions(folder: Folder) -> dict[str, str]:
    found = {tool: version(package) for tool, package in PACKAGES.items()}
    for tool, program in PROGRAMS.items():
        own = [f"-env:UserInstallation={libreoffice.profile(folder).as_uri()}"] if program == "soffice" else []
        said = folder.run(program, *own, "--version")
        found[tool] = re.search(r"\d+(?:\.\d+)+", said).group()
    return found


def with_version(tool: str, found: dict[str, str]) -> str:
    for name in sorted(found, key=len, reverse=True):
        tool = re.sub(rf"\b{re.escape(name)}(?![\w-])", f"{name} {found[name]}", tool)
    return tool


def result(case: Case) -> str:
    if case.is_refused:
        return f"refused: {case.reason}"
    return case.expected + (f", needs {case.needs}" if case.needs else "")


def write(folder: Folder, cases: list[Case]) -> None:
    found = versions(folder)
    lines = [
        "## The files",
        "",
        "| File | Made by | Layout | Traits | Source | Must give |",
        "|---|---|---|---|---|---|",
    ]
    for case in cases:
        traits = case.traits.replace("|", "\\|") + ("" if case.stable else " (not the same bytes each time)")
        made = with_version(case.tool, found)
        lines.append(f"| `{case.file}` | {made} | {case.layout} | {traits} | {case.known} | {result(case)} |")
    used = ", ".join(f"{tool} {number}" for tool, number in sorted(found.items(), key=lambda pair: pair[0].lower()))
    text = "\n".join([HEAD, KNOWN, f"Versions: {used}.\n", *lines, ""])
    folder.path("README.md").write_text(text, encoding="utf-8")
