"""Makes the fixtures: one set of answers, written by many tools in many layouts."""

from . import (
    forms,
    gnumeric,
    grouped,
    libreoffice,
    limesurvey,
    odf_files,
    openpyxl_files,
    pspp_files,
    pyreadstat_files,
    qualtrics,
    raw_xlsx,
    refused,
    renamed,
    several_choices,
    text_layouts,
    xlsxwriter_files,
)

MAKERS = (
    libreoffice,
    openpyxl_files,
    xlsxwriter_files,
    odf_files,
    gnumeric,
    pyreadstat_files,
    pspp_files,
    limesurvey,
    forms,
    qualtrics,
    raw_xlsx,
    grouped,
    text_layouts,
    several_choices,
    renamed,
    refused,
)
