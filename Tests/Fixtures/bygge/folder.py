"""Where the fixtures are written, and the programs that write them."""

from __future__ import annotations

import csv
import io
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path


class Folder:
    """The folder of the fixtures, and one beside it for what is only on the way."""

    def __init__(self, target: Path) -> None:
        self.target = target
        self.scratch = Path(tempfile.mkdtemp(prefix="fixturer-"))

    def path(self, name: str) -> Path:
        file = self.target / name
        file.parent.mkdir(parents=True, exist_ok=True)
        return file

    def remove_scratch(self) -> None:
        shutil.rmtree(self.scratch, ignore_errors=True)

    def run(self, *command: str | Path, folder: Path | None = None) -> str:
        """Runs a program without language and time zone of its own. What it says is shown only if it fails."""
        environment = os.environ | {"HOME": str(self.scratch), "LC_ALL": "C.UTF-8", "TZ": "UTC"}
        done = subprocess.run(
            [str(part) for part in command],
            cwd=folder or self.scratch,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        text = done.stdout.decode("utf-8", "replace")
        if done.returncode != 0:
            raise SystemExit(f"{' '.join(map(str, command))}\n{text}\nslutade med {done.returncode}")
        return text


def csv_bytes(
    rows: Iterable[Sequence[object]],
    *,
    separator: str = ";",
    encoding: str = "utf-8-sig",
    line_end: str = "\r\n",
    quote_all: bool = False,
) -> bytes:
    text = io.StringIO(newline="")
    quoting = csv.QUOTE_ALL if quote_all else csv.QUOTE_MINIMAL
    csv.writer(text, delimiter=separator, lineterminator=line_end, quoting=quoting).writerows(rows)
    return text.getvalue().encode(encoding)
