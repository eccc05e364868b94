"""Qualtrics' CSV: three heading rows, of names, questions and ImportId.

Known from public code and examples: the rows, the metadata columns and their ImportId, "question - statement" for a
matrix, HTML and line breaks in questions. Inferred: which values the metadata have.
"""

from __future__ import annotations

from .case import KNOWN_CODE, Case
from .folder import Folder, csv_bytes
from .svar import ANSWERS, HEADINGS, QUESTIONS

ZONE = '"timeZone":"Europe/Stockholm"'
METADATA = (
    ("StartDate", "Start Date", f'{{"ImportId":"startDate",{ZONE}}}'),
    ("EndDate", "End Date", f'{{"ImportId":"endDate",{ZONE}}}'),
    ("Status", "Response Type", '{"ImportId":"status"}'),
    ("IPAddress", "IP Address", '{"ImportId":"ipAddress"}'),
    ("Progress", "Progress", '{"ImportId":"progress"}'),
    ("Duration (in seconds)", "Duration (in seconds)", '{"ImportId":"duration"}'),
    ("Finished", "Finished", '{"ImportId":"finished"}'),
    ("RecordedDate", "Recorded Date", f'{{"ImportId":"recordedDate",{ZONE}}}'),
    ("ResponseId", "Response ID", '{"ImportId":"_recordId"}'),
    ("RecipientEmail", "Recipient Email", '{"ImportId":"recipientEmail"}'),
    ("DistributionChannel", "Distribution Channel", '{"ImportId":"distributionChannel"}'),
    ("UserLanguage", "User Language", '{"ImportId":"userLanguage"}'),
)
MATRIX = {1: "Hur ofta stämmer\n<strong>följande</strong>?", 2: "I vilken utsträckning stämmer följande?"}
COLUMNS = ("-", "inlämnad", *(["-"] * 10), "insats", *(q.id for q in QUESTIONS), "kommentar", "kön")


def make(folder: Folder) -> list[Case]:
    names = [name for name, _, _ in METADATA]
    texts = [text for _, text, _ in METADATA]
    ids = [import_id for _, _, import_id in METADATA]
    names.append("QInsats")
    texts.append("Vilken insats arbetar du i?")
    ids.append('{"ImportId":"QID1_TEXT"}')
    for question in QUESTIONS:
        matrix = 1 if question.number <= 4 else 2
        place = question.number if matrix == 1 else question.number - 4
        names.append(f"Q{matrix}_{place}")
        texts.append(f"{MATRIX[matrix]} - {question.text}")
        ids.append(f'{{"ImportId":"QID{matrix + 2}_{place}"}}')
    names += ["QFritext", "Kön"]
    texts += [HEADINGS["kommentar"], "Kön"]
    ids += ['{"ImportId":"QID5_TEXT"}', '{"ImportId":"Kön"}']

    cases = []
    for name, codes in (("qualtrics-text.csv", False), ("qualtrics-koder.csv", True)):
        rows = [names, texts, ids]
        for number, a in enumerate(ANSWERS, 1):
            ended = a.answered.isoformat(" ")
            rows.append(
                [
                    ended,
                    ended,
                    "0" if codes else "IP Address",
                    "*******",
                    "100",
                    str(60 + number),
                    "1" if codes else "True",
                    ended,
                    f"R_{number:015}",
                    "",
                    "anonymous",
                    "SV",
                    a.insats,
                    *(a.codes if codes else a.labels),
                    a.comment,
                    a.kon,
                ]
            )
        folder.path(name).write_bytes(csv_bytes(rows, encoding="utf-8", separator=",", line_end="\n"))
        traits = "choices as numbers" if codes else "choices as texts"
        cases.append(
            Case(
                name,
                "by hand, as Qualtrics",
                "Qualtrics",
                f"three heading rows, HTML and line breaks in the second; kön as embedded data; {traits}",
                KNOWN_CODE,
                COLUMNS,
                "code" if codes else "text",
                encoding="utf-8",
                separator=",",
                headings=3,
            )
        )
    return cases
