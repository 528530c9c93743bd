"""Dataclasses that are finished with their first instance behave as the standard ones do."""

from __future__ import annotations

import dataclasses
import threading
from dataclasses import FrozenInstanceError, asdict, field, fields, replace

import pytest

from helpdesk.lazily import dataclass


@dataclass(frozen=True)
class Parcel:
    number: str
    weight: int = 0
    marks: list[str] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class Crate:
    number: str
    weight: int = 0


@dataclass
class Case:
    number: str
    opened: int = field(default=0, init=False)
    parts: list[str] = field(default_factory=list, init=False)

    def __post_init__(self) -> None:
        self.number = self.number.strip()


@dataclass(eq=False)
class LostError(Exception):
    number: str


@dataclass(frozen=True, order=True)
class Shelf:
    floor: int
    place: int


@dataclass(frozen=True)
class Box(Parcel):
    lid: str = ""


class Chest(Case):
    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.locks = 2


def test_defaults_are_given_and_lists_are_not_shared():
    first, second = Parcel("1"), Parcel("2", 5)

    first.marks.append("fragile")

    assert (first.weight, second.weight, second.marks) == (0, 5, [])


def test_a_frozen_one_refuses_changes_and_equals_its_like():
    parcel = Parcel("1", 2)

    with pytest.raises(FrozenInstanceError):
        parcel.weight = 3  # type: ignore[misc]
    assert parcel == Parcel("1", 2)
    assert repr(parcel) == "Parcel(number='1', weight=2, marks=[])"


def test_the_standard_functions_know_its_fields_before_the_first_instance():
    @dataclass(frozen=True)
    class Bag:
        number: str

    assert dataclasses.is_dataclass(Bag)
    assert [one.name for one in fields(Bag)] == ["number"]
    assert asdict(replace(Bag("1"), number="2")) == {"number": "2"}


def test_one_with_keywords_only_refuses_places():
    assert Crate(number="1", weight=3).weight == 3
    with pytest.raises(TypeError):
        Crate("1")


def test_what_is_not_given_by_the_maker_is_there():
    case = Case(" 7 ")

    assert (case.number, case.opened, case.parts) == ("7", 0, [])
    with pytest.raises(TypeError):
        Case("7", 1)


def test_an_error_carries_its_facts():
    with pytest.raises(LostError) as caught:
        raise LostError("1-00457-2")

    assert caught.value.number == "1-00457-2"
    assert asdict(caught.value) == {"number": "1-00457-2"}


def test_order_is_by_fields():
    assert sorted([Shelf(2, 1), Shelf(1, 9)])[0].floor == 1
    assert len({Shelf(1, 1), Shelf(1, 1)}) == 1


def test_heirs_have_the_fields_of_both():
    assert Box("1", 2, lid="oak") == Box("1", weight=2, lid="oak")
    assert [one.name for one in fields(Box)] == ["number", "weight", "marks", "lid"]
    assert Chest(" 3 ").number == "3"


def test_two_threads_with_the_first_instance_finish_the_class_once():
    for _ in range(50):

        @dataclass(frozen=True)
        class Tray:
            number: int
            marks: list[str] = field(default_factory=list)

        made: list[object] = []
        gate = threading.Barrier(4)

        def make(tray: type = Tray, gate: threading.Barrier = gate, made: list[object] = made) -> None:
            gate.wait()
            made.append(tray(1))

        threads = [threading.Thread(target=make) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        assert made == [Tray(1)] * 4
