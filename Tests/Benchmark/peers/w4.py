"""w4.py READER FILE: reads the whole sheet and prints its rows and how many cells say Delvis.

polars (.xlsx, .ods: calamine in Rust), calamine (the same to Python's objects), pyreadstat (.sav to polars, codes as
numbers), polars-csv.
"""
import sys


def polars_count(frame, text):
    import polars

    return frame.height, frame.select(polars.sum_horizontal((polars.all() == text).sum())).item()


def with_polars(path):
    import polars

    read = polars.read_ods if path.endswith(".ods") else polars.read_excel
    return polars_count(read(path, infer_schema_length=0), "Delvis")


def with_polars_csv(path):
    import polars

    return polars_count(polars.read_csv(path, separator=";", infer_schema=False), "Delvis")


def with_calamine(path):
    import python_calamine

    rows = python_calamine.CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    return len(rows) - 1, sum(row.count("Delvis") for row in rows)


def with_pyreadstat(path):
    import pyreadstat

    frame, _ = pyreadstat.read_sav(path, output_format="polars")
    return polars_count(frame.select(frame.columns[4:]), 4)


reader, path = sys.argv[1:]
print(*{"polars": with_polars, "polars-csv": with_polars_csv, "calamine": with_calamine,
        "pyreadstat": with_pyreadstat}[reader](path))
