"""What promotions take off, and what they never take (S24, S51)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from helpdesk.domain.paper import PaperLine
from helpdesk.domain.promotion import OfferedLine, Promotion, PromotionKind, in_force, missing_gifts, reductions

DESK, CHAIR, LAMP = b"\x01" * 16, b"\x02" * 16, b"\x03" * 16
KIND = PromotionKind
goods = st.sampled_from([DESK, CHAIR, LAMP, None])
offered = st.builds(
    OfferedLine,
    st.builds(
        PaperLine,
        st.just("x"),
        st.integers(1, 5000).map(lambda count: Decimal(count) / 100),
        st.integers(0, 10**7),
        st.integers(0, 100).map(lambda share: Decimal(share) / 100),
        product=goods,
    ),
    st.sampled_from(["", "Desks", "Chairs"]),
)
promotions = st.builds(
    Promotion,
    st.sampled_from(["a", "b", "c"]),
    st.sampled_from(list(KIND)),
    groups=st.lists(st.sampled_from(["Desks", "Chairs"]), max_size=1).map(tuple),
    products=st.lists(st.sampled_from([DESK, CHAIR]), max_size=2).map(tuple),
    share=st.none() | st.integers(1, 100).map(lambda share: Decimal(share) / 100),
    amount_minor=st.none() | st.integers(1, 10**8),
    threshold_minor=st.none() | st.integers(0, 10**8),
    quantity=st.none() | st.integers(1, 5).map(Decimal),
    gift=st.sampled_from([None, LAMP]),
    is_stackable=st.booleans(),
)


def a_line(product: bytes, quantity: int = 1, price: int = 1000, group: str = "") -> OfferedLine:
    return OfferedLine(PaperLine("x", Decimal(quantity), price, product=product), group)


def taken(lines, *promotions) -> list[int]:
    return [sum(one.minor for one in own) for own in reductions(lines, promotions, "RUB")]


@settings(max_examples=150)
@given(st.lists(offered, max_size=6), st.lists(promotions, max_size=4), st.randoms(use_true_random=False))
def test_nothing_is_ever_given_away_beyond_the_line_and_order_is_of_no_matter(lines, listed, chance):
    off = taken(lines, *listed)

    assert all(0 <= minor <= one.line.sum("RUB").minor for minor, one in zip(off, lines, strict=True))
    named = [one for at, one in enumerate(listed) if one.name not in {earlier.name for earlier in listed[:at]}]
    assert taken(lines, *named) == taken(lines, *chance.sample(named, len(named)))


@settings(max_examples=80)
@given(st.lists(st.integers(1, 10**7), min_size=1, max_size=8), st.integers(1, 10**7))
def test_a_sum_off_the_whole_paper_is_split_to_the_last_kopeck(prices, amount):
    lines = [a_line(DESK, 1, price) for price in prices]
    bonus = Promotion("Bonus", KIND.THRESHOLD, amount_minor=amount, threshold_minor=0)

    assert sum(taken(lines, bonus)) == min(amount, sum(prices))


def test_percent_concerns_its_group_and_sum_each_piece():
    lines = [a_line(DESK, 2, group="Desks"), a_line(CHAIR, 3, group="Chairs")]

    assert taken(lines, Promotion("-10", KIND.PERCENT, groups=("Desks",), share=Decimal("0.1"))) == [200, 0]
    assert taken(lines, Promotion("-50", KIND.SUM, products=(CHAIR,), amount_minor=50)) == [0, 150]


def test_stackable_ones_add_up_and_one_alone_wins_where_it_gives_more():
    lines = [a_line(DESK)]
    small, other = (Promotion(name, KIND.PERCENT, share=Decimal("0.1"), is_stackable=True) for name in "ab")
    alone = Promotion("c", KIND.PERCENT, share=Decimal("0.15"))

    assert taken(lines, small, other, alone) == [200]
    assert taken(lines, small, alone) == [150]


def test_a_set_counts_only_when_it_is_whole():
    whole = Promotion("Desk and chair", KIND.SET, products=(DESK, CHAIR), share=Decimal("0.2"))

    assert taken([a_line(DESK)], whole) == [0]
    assert taken([a_line(DESK), a_line(CHAIR), a_line(LAMP)], whole) == [200, 200, 0]


def test_a_gift_is_free_once_for_every_so_many_bought_and_named_while_it_is_missing():
    lamp = Promotion("A lamp for two desks", KIND.GIFT, products=(DESK,), quantity=Decimal(2), gift=LAMP)

    assert taken([a_line(DESK, 5), a_line(LAMP, 3, 500)], lamp) == [0, 1000]
    assert missing_gifts([a_line(DESK, 5)], [lamp]) == {LAMP: 2}
    assert missing_gifts([a_line(DESK, 1)], [lamp]) == {}


def test_only_promotions_of_the_day_are_in_force():
    autumn = Promotion("Autumn", KIND.PERCENT, valid_from=date(2026, 9, 1), valid_to=date(2026, 11, 30))

    assert in_force([autumn], date(2026, 11, 30)) == (autumn,)
    assert in_force([autumn], date(2026, 12, 1)) == ()
