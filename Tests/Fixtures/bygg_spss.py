"""Makes Tests/Fixtures/spss anew: small SPSS files of kinds that the one set of answers in export does not show.

    python3 -m venv VENV && VENV/bin/pip install pandas pyreadstat
    VENV/bin/python3 Tests/Fixtures/bygg_spss.py

Needs PSPP (pspp) and faketime, both in Debian. The clock stands still, so that the files are the same each time.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

TARGET = Path(__file__).resolve().parent / "spss"
MADE = "2021-11-08 12:00:00"


def stop_the_clock() -> None:
    if os.environ.get("FIXTURER_KLOCKA") == MADE:
        return
    if shutil.which("faketime") is None:
        raise SystemExit("faketime saknas: installera paketet faketime.")
    os.environ |= {"FIXTURER_KLOCKA": MADE, "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1", "TZ": "UTC"}
    os.execvp("faketime", ["faketime", "-f", MADE, sys.executable, *sys.argv])


def pspp(name: str, syntax: str, kind: str = "COMPRESSED", encoding: str = "utf-8") -> None:
    """Runs syntax that makes the data, and saves it."""
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "spara.sps"
        text = f"SET LOCALE='{encoding.upper()}'.\n{syntax}\nSAVE OUTFILE='{TARGET / name}' /{kind}.\n"
        script.write_bytes(text.encode(encoding))
        command = ["pspp", "--batch", "-O", "format=txt", f"--syntax-encoding={encoding.upper()}", str(script)]
        done = subprocess.run(command, cwd=folder, env=os.environ | {"HOME": folder, "LC_ALL": "C.UTF-8"}, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        if done.returncode != 0 or not (TARGET / name).exists():
            raise SystemExit(f"{name}\n{done.stdout}")


FORMATS = """
DATA LIST LIST /nr (F1.0) klocka (F20.5) tid (F20.5) tal (F40.16).
BEGIN DATA.
1 13852717953 33153 0.1
2 13852717953.99 -3661.5 12345678901234567000
3 86400 93784 -0.00000015
4 86399 0 3
5 . . .
END DATA.
NUMERIC date (DATE11) /adate (ADATE10) /edate (EDATE10) /sdate (SDATE10) /jdate (JDATE7) /moyr (MOYR8) /qyr (QYR8).
NUMERIC datetime (DATETIME20) /ymdhms (YMDHMS19) /time (TIME8) /dtime (DTIME11) /mtime (MTIME5).
NUMERIC wkday (WKDAY3) /month (MONTH3).
NUMERIC pct (PCT8.1) /dollar (DOLLAR8.2) /comma (COMMA8.1) /dot (DOT8.1) /e (E12.2) /n (N4).
DO REPEAT any = date adate edate sdate jdate moyr qyr datetime ymdhms.
COMPUTE any = klocka.
END REPEAT.
DO REPEAT any = time dtime mtime.
COMPUTE any = tid.
END REPEAT.
DO REPEAT any = wkday month.
COMPUTE any = nr.
END REPEAT.
DO REPEAT any = pct dollar comma dot e n.
COMPUTE any = tal.
END REPEAT.
VARIABLE LABELS klocka 'Sekunder sedan 1582' date 'Datum'.
VALUE LABELS tal 3 'Tre'.
"""

TEXTS = """
DATA LIST LIST /nr (F1.0).
BEGIN DATA.
1
2
3
4
END DATA.
STRING kort (A3) /åtta (A8) /ort (A20) /fritext (A600).
NUMERIC sist (F1.0).
COMPUTE sist = nr.
DO IF nr = 1.
COMPUTE kort = 'å'.
COMPUTE åtta = 'åäö ÅÄÖ'.
COMPUTE ort = '  Örebro län'.
COMPUTE fritext = CONCAT(RPAD('a', 254, 'b'), ' ', RPAD('ö', 200, 'ä'), 'slut').
ELSE IF nr = 2.
COMPUTE kort = 'X'.
COMPUTE åtta = 'saknas'.
COMPUTE ort = 'Malmö'.
COMPUTE fritext = RPAD('å', 255, 'z').
ELSE IF nr = 3.
COMPUTE kort = 'u'.
COMPUTE åtta = 'u'.
COMPUTE ort = 'uppgift saknas'.
END IF.
VARIABLE LABELS kort 'Kort ord med å' åtta 'Åtta byte' ort 'Län och ort' fritext 'Övrigt'.
VALUE LABELS kort 'X' 'Ett ö' 'u' 'Uppgift saknas' /ort {label} 'uppgift saknas' 'Ingen ort, å ä ö'.
MISSING VALUES kort ('u') /åtta ('saknas').
"""

MISSING = """
DATA LIST LIST /nr (F2.0) ett (F2.0) spann (F2.0) lågt (F2.0) högt (F2.0) båda (F2.0) tom (F1.0).
BEGIN DATA.
1 1 1 -5 1 1 .
2 8 7 0 98 8 .
3 9 8 1 99 9 .
4 . 9 . . . .
5 . . . . . .
6 3 10 2 97 9.5 .
END DATA.
MISSING VALUES ett (8, 9) /spann (7 THRU 9, 1) /lågt (LOWEST THRU 0) /högt (98 THRU HIGHEST) /båda (8, 9).
VALUE LABELS ett spann båda 1 'Ja' 8 'Vet ej' 9 'Vet ej' 10 '   '.
DO IF nr = 5.
COMPUTE nr = $SYSMIS.
END IF.
"""

SETS = """
DATA LIST LIST /sms webb brev (F1.0) först sedan (F1.0).
BEGIN DATA.
1 0 1 1 2
0 1 0 2 .
END DATA.
VARIABLE LABELS sms 'SMS' webb 'Webb' brev 'Brev, på papper'.
VALUE LABELS först sedan 1 'Före' 2 'Efter'.
MRSETS /MDGROUP NAME=$sätt LABEL='Hur fick du enkäten?' VARIABLES=sms webb brev VALUE=1
  /MCGROUP NAME=$ordning LABEL='När?' VARIABLES=först sedan.
"""

PAGED = """
DATA LIST LIST /kön (F1.0).
BEGIN DATA.
1
2
9
END DATA.
STRING län (A14).
COMPUTE län = 'Östergötland'.
VARIABLE LABELS kön 'Vilket kön har du, är du, når du?' län 'Län'.
VALUE LABELS kön 1 'Kvinna, här' 2 'Man, där' 9 'Nej, säger ej'.
MISSING VALUES kön (9).
"""


def pyreadstat_files() -> None:
    import pandas
    import pyreadstat

    lengths = (251, 252, 253, 254, 255, 256, 257, 503, 504, 505, 506, 507, 508, 509, 510, 511, 512, 755, 756, 757, 1_000)
    frame = pandas.DataFrame({f"t{n}": ["", "x" * n, "".join(chr(97 + i % 26) for i in range(n))] for n in lengths})
    frame["sist"] = [1.0, 2.0, 3.0]
    for name, how in (("pyreadstat-langder.sav", {"row_compress": True}), ("pyreadstat-langder.zsav", {"compress": True})):
        pyreadstat.write_sav(frame, TARGET / name, **how)
    many = pandas.DataFrame({"nr": [float(n) for n in range(1, 1_001)], "tal": [n / 8 for n in range(1_000)]})
    pyreadstat.write_sav(many, TARGET / "pyreadstat-tusen.zsav", compress=True)


def main() -> None:
    stop_the_clock()
    TARGET.mkdir(exist_ok=True)
    for old in TARGET.glob("*.*sav"):
        old.unlink()
    pspp("pspp-format.sav", FORMATS)
    for kind, ending in (("COMPRESSED", ".sav"), ("UNCOMPRESSED", "-okomprimerad.sav"), ("ZCOMPRESSED", ".zsav")):
        pspp(f"pspp-texter{ending}", TEXTS.format(label="'Malmö' 'Malmö stad'"), kind)
        pspp(f"pspp-saknas{ending}", MISSING, kind)
    # PSPP writes the values that are labelled as UTF-8 into a file that is something else.
    pspp("pspp-texter-windows1252.sav", TEXTS.format(label=""), encoding="windows-1252")
    pspp("pspp-mangder.sav", SETS)
    pspp("pspp-mangder-windows1252.sav", SETS, encoding="windows-1252")
    for encoding in ("utf-8", "windows-1252", "iso-8859-1", "iso-8859-15", "cp850", "macintosh"):
        pspp(f"pspp-teckenkod-{encoding}.sav", PAGED, encoding=encoding)
    pyreadstat_files()


if __name__ == "__main__":
    main()
