"""Makes Tests/Fixtures/export anew: one set of answers as many tools and layouts write it.

    python3 -m venv VENV && VENV/bin/pip install -r Tests/Fixtures/requirements.txt
    VENV/bin/python3 Tests/Fixtures/bygg_fixturer.py [FOLDER]
    VENV/bin/python3 Tests/Fixtures/bygg_fixturer.py --kontrollera [FOLDER]

Needs LibreOffice (soffice), Gnumeric (ssconvert), PSPP (pspp, pspp-convert) and faketime; Debian has all of them. The
clock stands still while the files are made, so that with the same versions (see export/README.md) and fonts they are
the same byte for byte each time, except those that fixturer.csv says are not stable: they hold random numbers, or parts
in random order. `--kontrollera` makes nothing and only reads what is there, with readers that have nothing to do with
Bilaga, and compares with the answers in bygge/svar.py.
"""

from __future__ import annotations

import csv
import io
import os
import shutil
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
warnings.filterwarnings("ignore", module="openpyxl")

MADE = "2021-11-08 12:00:00"
TABLE, README = "fixturer.csv", "README.md"
LARGEST_FILE, LARGEST_FOLDER = 30_000, 1_500_000


def stop_the_clock() -> None:
    """Starts the script again under a clock that shows `MADE` for it and for all the programs it runs."""
    if os.environ.get("FIXTURER_KLOCKA") == MADE:
        return
    if shutil.which("faketime") is None:
        raise SystemExit("faketime saknas: installera paketet faketime, eller kör med --kontrollera.")
    os.environ |= {"FIXTURER_KLOCKA": MADE, "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1", "TZ": "UTC"}
    os.execvp("faketime", ["faketime", "-f", MADE, sys.executable, *sys.argv])


def build(target: Path) -> None:
    from bygge import MAKERS, readme, truth
    from bygge.case import FIELDS, Case, to_row
    from bygge.folder import Folder, csv_bytes

    folder = Folder(target)
    cases: list[Case] = []
    for old in (path for path in target.rglob("*") if path.is_file()):
        old.unlink()
    truth.write(folder)
    for maker in MAKERS:
        cases += maker.make(folder)
        print(f"{maker.__name__}: {len(cases)} filer i allt", flush=True)
    rows = [FIELDS, *(to_row(case) for case in cases)]
    folder.path(TABLE).write_bytes(csv_bytes(rows, encoding="utf-8", line_end="\n"))
    readme.write(folder, cases)
    folder.remove_scratch()


def faults(target: Path) -> Iterator[str]:
    """What is wrong with the fixtures of a folder, as the table in it describes them."""
    from bygge.case import from_row
    from bygge.check import check
    from bygge.folder import Folder

    text = (target / TABLE).read_text(encoding="utf-8")
    cases = [from_row(row) for row in csv.DictReader(io.StringIO(text, newline=""), delimiter=";")]
    folder = Folder(target)
    for case in cases:
        for fault in check(case, folder):
            yield f"{case.file}: {fault}"
    folder.remove_scratch()
    known = {case.file for case in cases} | {TABLE, README}
    files = [path for path in target.rglob("*") if path.is_file()]
    for path in files:
        name = path.relative_to(target).as_posix()
        if name not in known and not name.startswith("sanning"):
            yield f"{name}: står inte i {TABLE}"
        if name not in (TABLE, README) and path.stat().st_size > LARGEST_FILE:
            yield f"{name}: {path.stat().st_size} byte, mer än {LARGEST_FILE}"
    if (total := sum(path.stat().st_size for path in files)) > LARGEST_FOLDER:
        yield f"mappen är {total} byte, mer än {LARGEST_FOLDER}"
    good = sum(not case.is_refused for case in cases)
    print(f"{len(cases)} filer: {good} med svar, {len(cases) - good} som ska vägras; {total} byte")


def main(arguments: list[str]) -> int:
    only_check = "--kontrollera" in arguments
    names = [argument for argument in arguments if not argument.startswith("--")]
    target = Path(names[0]).resolve() if names else HERE / "export"
    if not only_check:
        stop_the_clock()
        build(target)
    found = list(faults(target))
    for fault in found:
        print(fault, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
