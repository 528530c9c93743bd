"""Which record survives several merges: the same on every station, whatever came first (S80, SYNC: merges converge)."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from helpdesk.domain.customer import CustomerForm
from helpdesk.domain.merging import Merge, Taken, cells_changed, compared, roots

A, B, C, D = (bytes([one]) * 16 for one in range(1, 5))


def a_merge(stamp: int, record: bytes, survivor: bytes) -> Merge:
    return Merge(bytes([stamp]) * 16, stamp, record, survivor)


records = st.integers(0, 6).map(lambda one: bytes([one]) * 16)
merges = st.lists(st.tuples(records, records, st.integers(1, 5)), max_size=12).map(
    lambda found: [
        Merge(bytes([place]) * 16, stamp, record, survivor)
        for place, (record, survivor, stamp) in enumerate(found)
        if record != survivor
    ]
)


def test_a_into_b_on_one_station_and_b_into_a_on_another_leave_the_earlier_survivor():
    assert roots([a_merge(2, B, A), a_merge(1, A, B)]) == {A: B, B: B}


def test_a_chain_ends_at_its_last_survivor():
    assert roots([a_merge(1, A, B), a_merge(2, B, C)]) == {A: C, B: C, C: C}


def test_one_record_merged_into_two_on_two_stations_brings_all_three_together():
    assert set(roots([a_merge(1, A, B), a_merge(2, A, C)]).values()) == {C}


def test_two_pairs_stay_two_groups():
    assert roots([a_merge(1, A, B), a_merge(2, C, D)]) == {A: B, B: B, C: D, D: D}


@given(merges, st.randoms(use_true_random=False))
@settings(max_examples=200, deadline=None)
def test_any_order_of_arrival_gives_the_same_survivors(found, chance):
    arrived = list(found)
    chance.shuffle(arrived)

    assert roots(arrived) == roots(found)


@given(merges)
@settings(max_examples=200, deadline=None)
def test_a_survivor_stands_for_itself_and_merged_records_share_one(found):
    known = roots(found)

    assert all(known[root] == root for root in known.values())
    assert all(known[merge.record] == known[merge.survivor] for merge in found)


@given(merges, merges, st.randoms(use_true_random=False))
@settings(max_examples=100, deadline=None)
def test_undoing_a_merge_restores_what_stood_without_it(found, more, chance):
    later = [Merge(b"u" + merge.id[1:], merge.stamp, merge.record, merge.survivor) for merge in more]
    arrived = [*found, *later]
    chance.shuffle(arrived)
    undone = {merge.id for merge in later}

    assert roots(merge for merge in arrived if merge.id not in undone) == roots(found)


def test_blanks_are_filled_lists_united_and_long_texts_kept_both():
    ours = CustomerForm(name="Пётр Ивашов", city="Тверь", note="Пишет сам", tags=("опт",))
    theirs = CustomerForm(name="Ивашов П.", company="Поляна", note="Звонить после 12", tags=("опт", "долг"))

    changed = cells_changed(ours, theirs, {})

    assert changed.after == {
        "company": "Поляна",
        "note": "Пишет сам\nЗвонить после 12",
        "tags": ["опт", "долг"],
    }
    assert changed.before == {"company": "", "note": "Пишет сам", "tags": ["опт"]}


def test_a_field_chosen_from_the_other_card_wins_over_the_proposal():
    ours, theirs = CustomerForm(name="П. Ивашов", city="Тверь"), CustomerForm(name="Пётр Ивашов", city="Тула")

    changed = cells_changed(ours, theirs, {"name": Taken.THEIRS})

    assert changed.after == {"name": "Пётр Ивашов"}
    assert [choice.name for choice in compared(ours, theirs) if choice.is_open] == ["name", "city"]
