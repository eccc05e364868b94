"""The truth files: what must come of the fixtures."""

from __future__ import annotations

from .cell_types import EXTRA_COLUMNS, extra_texts
from .folder import Folder, csv_bytes
from .svar import ALIKE, ALIKE_COLUMNS, ANSWERS, COLUMNS, QUESTIONS, insatser, text_rows


def write(folder: Folder) -> None:
    head = ["nr", "insats", "kön", *(q.id for q in QUESTIONS)]
    tables = {
        "sanning.csv": [head, *([str(n), a.insats, a.kon, *a.codes] for n, a in enumerate(ANSWERS, 1))],
        "sanning-text.csv": [
            [*COLUMNS, *EXTRA_COLUMNS],
            *(row + extra_texts(number) for number, row in enumerate(text_rows(), 1)),
        ],
        "sanning-lika.csv": [head, *([str(n), a.insats, a.kon, *a.codes] for n, a in enumerate(ALIKE, 1))],
        "sanning-lika-text.csv": [[*ALIKE_COLUMNS], *([a.insats, a.kon, *a.labels] for a in ALIKE)],
        "sanning-flerval.csv": [
            head,
            *([str(n), "|".join(insatser(n)), a.kon, *a.codes] for n, a in enumerate(ANSWERS, 1)),
        ],
    }
    for name, rows in tables.items():
        folder.path(name).write_bytes(csv_bytes(rows, encoding="utf-8", line_end="\n"))
