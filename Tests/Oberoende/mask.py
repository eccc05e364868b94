"""Which rows a workbook hides."""

from __future__ import annotations

from dataclasses import dataclass

from cells import as_text
from data_sheet import DataRow, data_rows, plain
from figures import ANSWERS, RowKey
from instruments import POSITIVE, PROTECTED
from ods_reader import Row as SheetRow


@dataclass(frozen=True)
class Mask:
    """Whether each row of a workbook is hidden, by its key with the question as the workbook writes it."""

    rows: dict[RowKey, bool]

    def hides(self, row: RowKey, must_be_hidden: bool) -> bool:
        return self.rows.get(row._replace(question=plain(row.question)), must_be_hidden)


def mask_of(data: list[SheetRow]) -> Mask:
    rows = {}
    for row in data_rows(data):
        if isinstance(row, DataRow) and row.key.measure == (POSITIVE if row.key.question else ANSWERS):
            key = row.key
            name = RowKey(key.survey, key.period, key.breakdown, key.group, key.question)
            rows[name] = as_text(row.cells[0]) == PROTECTED
    return Mask(rows)
