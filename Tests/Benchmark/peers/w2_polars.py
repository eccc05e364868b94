"""W2 as fast as Polars was made to do it: answers as an Enum, a count for each question and label, in one streamed plan.

w2_polars.py CSV OUT
"""
import sys

import polars

import shares

GROUPS = ["förbund", "grupp"]

with open(sys.argv[1], encoding="utf-8") as file:
    headings = file.readline().rstrip("\n").split(";")
questions = headings[4:]
label = polars.Enum([*shares.ANSWERS, "Vet ej"])
schema = {heading: label if heading in questions else polars.String for heading in headings}


def counted(question, answer):
    return f"{question}={answer}"


wide = (
    polars.scan_csv(sys.argv[1], separator=";", schema=schema, quote_char=None)
    .group_by(GROUPS)
    .agg((polars.col(question) == answer).sum().alias(counted(question, answer))
         for question in questions for answer in shares.ANSWERS)
    .collect(engine="streaming"))


def table(question):
    def total(labels):
        return polars.sum_horizontal(counted(question, answer) for answer in labels)

    return wide.select(
        polars.lit(question).alias("fråga"), *GROUPS, total(shares.ANSWERS).alias("n"),
        *(total(labels).alias(name) for name, labels in shares.CLASSES.items()))


(polars.concat(map(table, questions))
 .with_columns((polars.col(name) / polars.col("n")).alias(name + " %") for name in shares.CLASSES)
 .sort("fråga", *GROUPS)
 .write_csv(sys.argv[2], separator=";"))
