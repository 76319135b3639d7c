"""Sheets of recipients as an office writes them."""

import csv
from collections.abc import Sequence
from pathlib import Path

import openpyxl


def write_csv(path: Path, *rows: Sequence[str], encoding: str = "utf-8-sig") -> Path:
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file).writerows(rows)
    return path


def write_xlsx(path: Path, *rows: Sequence[object], more: dict[str, list[list[object]]] | None = None) -> Path:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(list(row))
    for title, others in (more or {}).items():
        sheet = book.create_sheet(title)
        for row in others:
            sheet.append(row)
    book.save(path)
    return path
