"""Customers a second by the import, search index and origins included, against the issue's floor of 5,000."""

from __future__ import annotations

import csv
import tempfile
import time
from pathlib import Path

from helpdesk import bootstrap
from helpdesk.domain.company import Company
from helpdesk.service import company, importing

ROWS = 30_000
FLOOR = 5_000.0
_SURNAMES = [
    "Соловьёв",
    "Берёзов",
    "Лазарев",
    "Кречетов",
    "Журавлёв",
    "Полянов",
    "Рябинов",
    "Зимов",
    "Вершинов",
    "Озёров",
    "Ветров",
    "Листов",
]
_NAMES = [
    "Пётр",
    "Иван",
    "Сергей",
    "Андрей",
    "Алексей",
    "Дмитрий",
    "Фёдор",
    "Михаил",
    "Артём",
    "Николай",
    "Илья",
    "Олег",
    "Денис",
    "Егор",
]
_CITIES = ["Тверь", "Москва", "Казань", "Вологда", "Самара", "Пермь", "Томск", "Псков", "Омск", "Уфа"]


def write_customers(file: Path, rows: int) -> None:
    """Writes a table of invented customers with number, name, phone, mail and city."""
    with file.open("w", encoding="utf-8", newline="") as stream:
        table = csv.writer(stream)
        table.writerow(("customer_id", "name", "phone", "email", "city"))
        for row in range(rows):
            name = f"{_SURNAMES[row % 12]} {_NAMES[row // 12 % 14]} {row // 168}"
            table.writerow((f"C{row}", name, f"+7 921 {row:07}", f"c{row}@mail.example", _CITIES[row % 10]))


def measure(rows: int = ROWS) -> list[tuple[str, float, float, float]]:
    """Name, customers a second, the floor, how often the floor fits into it."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "customers.csv"
        write_customers(file, rows)
        made = bootstrap.create(Path(folder) / "desk", Company("Speed", "ru", "Europe/Moscow", "RUB"), "Anna Belova")
        actor = company.operators(made.desk)[0].id
        found = []
        for name in ("customers imported a second", "customers found unchanged a second"):
            start = time.perf_counter()
            result = importing.run(made.desk, actor, file, "customers")
            speed = rows / (time.perf_counter() - start)
            assert (result.created or result.unchanged) == rows
            found.append((name, speed, FLOOR, speed / FLOOR))
    return found


if __name__ == "__main__":
    for name, value, floor, ratio in measure():
        print(f"{name:40} {value:10.0f} >= {floor:8.0f} {ratio:6.2f}x")
