"""Contact reasons: the tree, and the suggestion by words in both languages."""

from __future__ import annotations

import pytest

from helpdesk.domain.reason import ContactReason, ReasonId, Suggester, in_tree_order
from helpdesk.service.seed_reason import REASONS


def planted() -> list[ContactReason]:
    return [
        ContactReason(
            ReasonId(code.encode()), ReasonId(parent.encode()) if parent else None, name_en, name_ru, words, position
        )
        for position, (code, parent, name_en, name_ru, words) in enumerate(REASONS)
    ]


@pytest.mark.parametrize(
    ("subject", "description", "code"),
    [
        ("Где мой заказ?", "", "order_status"),
        ("Кресло пришло разбитое", "царапины на ножках", "claim_damage"),
        ("Не включается чайник", "", "product_fault"),
        ("Invoice for ten lamps", "", "payment"),
        ("Wrong goods instead of a chair", "", "claim_wrong"),
        ("Вопрос", "хочу вернуть деньги", "claim_return"),
        ("...", "", None),
    ],
)
def test_a_reason_is_suggested_by_the_words_of_a_request(subject, description, code):
    assert Suggester(planted()).suggest(subject, description) == (code.encode() if code else None)


def test_the_tree_stands_in_order_and_an_orphan_stands_at_the_top():
    orphan = ContactReason(ReasonId(b"x"), ReasonId(b"gone"), "Lost", "Потеряна", "", 99)
    found = in_tree_order([*planted(), orphan])

    assert [depth for depth, reason in found if reason.id in (b"delivery", b"delivery_late", b"x")] == [0, 1, 0]
    assert len(found) == len(REASONS) + 1


def test_reasons_that_name_each_other_as_parents_do_not_hang():
    first = ContactReason(ReasonId(b"a"), ReasonId(b"b"), "A", "А", "", 1)
    second = ContactReason(ReasonId(b"b"), ReasonId(b"a"), "B", "Б", "", 2)

    assert in_tree_order([first, second]) == []
