"""What the questionnaires promise those who answer: the few lines of their files that say what may be shown."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

LEAST_GROUP, LEAST_UNCERTAINTY = 5, 2
NONE, UNFAVOURABLE, ALL = "ingen", "ogynnsam", "alla"
ANSWER_IN_A_ROLE = ("Styrelse", "Chefer")


@dataclass(frozen=True)
class Promise:
    smallest: int = LEAST_GROUP
    """The fewest respondents of a group, and answers to a question, that are shown."""
    attribute: str = UNFAVOURABLE
    """Which answers of all, or of all but one, are protected."""
    uncertainty: int = LEAST_UNCERTAINTY
    only_total: bool = False
    limits: dict[str, int] = field(default_factory=dict)
    """By background, where it has one of its own."""
    merged: dict[str, str | None] = field(default_factory=dict)
    """The backgrounds whose small groups are shown together, and as what; None where they are named after the groups."""
    totals: frozenset[str] = frozenset()
    """The questions that are shown for everybody alone."""

    def limit(self, breakdown: str) -> int:
        return max(self.smallest, self.limits.get(breakdown, self.smallest))

    def is_only_total(self, question: str) -> bool:
        return self.only_total or question in self.totals


OWN = Path(__file__).resolve().parents[2] / "Surveys" / "formular"


def instruments_beside(folder: Path) -> Path:
    """The questionnaires of a data set: its folder formular, or one above it, else those that come along."""
    return next(f for f in (*(up / "formular" for up in folder.absolute().parents), OWN) if f.is_dir())


def read_promises(folder: Path) -> dict[str, Promise]:
    """By the id of the questionnaire."""
    read = (read_promise(file.read_text(encoding="utf-8")) for file in sorted(folder.glob("*.yaml")))
    return dict(read)


def read_promise(text: str) -> tuple[str, Promise]:
    """Of a file as the questionnaires are written: two spaces a step, a list's items with a dash."""
    top: dict[str, str] = {}
    of: dict[tuple[str, str], dict[str, str]] = {}
    section = item = ""
    for line in text.splitlines():
        content = line.split(" #")[0].rstrip()
        if not content or content.lstrip().startswith("#"):
            continue
        indent = len(content) - len(content.lstrip(" -"))
        key, _, value = content.strip(" -").partition(":")
        value = value.strip()
        if indent == 0:
            section, item = key, ""
            top[key] = value
        elif indent == 4 and section in ("bakgrund", "frågor"):
            if content.startswith("  - "):
                item = value
            of.setdefault((section, item), {})[key] = value
    backgrounds = {name: keys for (kind, name), keys in of.items() if kind == "bakgrund"}
    merged: dict[str, str | None] = {
        name: merged_as(keys["små grupper"])
        for name, keys in backgrounds.items()
        if "slå ihop" in keys.get("små grupper", "")
    }
    # It is added where it is not listed.
    if "kön" not in backgrounds:
        merged["kön"] = None
    rule = NONE if top["respondentgrupp"] in ANSWER_IN_A_ROLE else UNFAVOURABLE
    return top["id"], Promise(
        smallest=int(top.get("minsta grupp", LEAST_GROUP)),
        attribute=top.get("nästan alla", rule),
        uncertainty=int(top.get("minsta osäkerhet", LEAST_UNCERTAINTY)),
        only_total=top.get("bara totalt") == "ja",
        limits={name: int(keys["minsta grupp"]) for name, keys in backgrounds.items() if "minsta grupp" in keys},
        merged=merged,
        totals=frozenset(
            name for (kind, name), keys in of.items() if kind == "frågor" and keys.get("bara totalt") == "ja"
        ),
    )


def merged_as(value: str) -> str | None:
    """ "slå ihop", or "{ slå ihop till: Övriga insatser }" """
    return value.strip("{} ").partition(":")[2].strip() or None
