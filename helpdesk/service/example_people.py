"""Invented customers, products and operators."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from helpdesk.domain.customer import ContactKind, CustomerKind
from helpdesk.domain.spelling import in_latin
from helpdesk.service.desk import Desk
from helpdesk.service.example_story import Chance, Goods, Person
from helpdesk.service.example_words import ENGLISH, OPERATORS, PRODUCTS, RUSSIAN, Words
from helpdesk.service.import_batch import Batch
from helpdesk.service.stock import put_count
from helpdesk.storage import tables

_SAFE_SIGNS = "abcdefghijklmnopqrstuvwxyz"


def put_operators(batch: Batch, desk: Desk) -> list[bytes]:
    """Adds invented colleagues to the operators of the desk, and answers all."""
    rows = batch.database.rows("SELECT id FROM operator WHERE is_hidden = 0 ORDER BY alias")
    added = [
        batch.put(tables.Operator, name=name, department=department)
        for name, department in OPERATORS["ru" if desk.company.language == "ru" else "en"]
    ]
    return [bytes(row[0]) for row in rows] + added


def put_products(batch: Batch, chance: Chance, language: str) -> list[Goods]:
    """Adds invented products."""
    found = []
    is_russian = language == "ru"
    for place, (name_ru, name_en, group_ru, group_en, price) in enumerate(PRODUCTS, start=1):
        identity = batch.put(
            tables.Product,
            chance.ends_at - timedelta(days=730),
            code=f"P-{100 + place}",
            name=name_ru if is_russian else name_en,
            group=group_ru if is_russian else group_en,
            unit="шт." if is_russian else "pcs",
            price_minor=price,
            description="",
            is_discontinued=chance.happens(0.05),
        )
        put_count(batch, identity, Decimal(chance.between(0, 60)), chance.ends_at - timedelta(days=1))
        found.append(Goods(identity, (name_ru, name_en), price))
    return found


def put_customer(batch: Batch, chance: Chance, language: str, place: int) -> Person:
    """Adds one invented customer: mostly people, some companies; two of three speak the company's language."""
    spoken = language if chance.happens(0.7) else ("en" if language == "ru" else "ru")
    words = RUSSIAN if spoken == "ru" else ENGLISH
    first, name = _name(chance, words, spoken)
    is_company = chance.happens(0.25)
    title = f"{chance.of(words.companies)}" if is_company else name
    city, code = chance.of(words.cities)
    at = chance.ends_at - timedelta(days=740 - chance.random.random() * 9)
    identity = batch.put(
        tables.Customer,
        at,
        kind=(CustomerKind.COMPANY if is_company else CustomerKind.PERSON).value,
        name=title,
        form_of_address=name if is_company else first,
        city=city,
        country=words.country,
        warning=chance.of(words.warnings) if chance.happens(0.06) else "",
        preferences=chance.of(words.preferences) if chance.happens(0.2) else "",
        language=spoken,
        tags=["VIP"] if chance.happens(0.05) else [],
        created_at=at,
    )
    phone = _phone(chance, spoken, code)
    _contact(batch, identity, ContactKind.PHONE, phone, 0)
    mail = f"{_latin(name)}{place}@{'pochta' if spoken == 'ru' else 'post'}.example"
    _contact(batch, identity, ContactKind.MAIL, (mail, mail), 1)
    if chance.happens(0.5):
        address = f"{chance.of(words.streets)}, {chance.between(1, 90)}"
        _contact(batch, identity, ContactKind.ADDRESS, (address, ""), 2)
    return Person(identity, title, phone[0], spoken)


def _name(chance: Chance, words: Words, language: str) -> tuple[str, str]:
    is_woman = chance.happens(0.55)
    first = chance.of(words.women if is_woman else words.men)
    surname = chance.of(words.surnames)
    if language == "ru":
        return first, f"{surname}{'а' if is_woman else ''} {first}"
    return first, f"{first} {surname}"


def _phone(chance: Chance, language: str, code: str) -> tuple[str, str]:
    """A phone as typed and as understood: in ranges that look right and were drawn by chance."""
    if language == "ru":
        area = chance.of(("921", "911", "903", "916", "950")) if chance.happens(0.75) else code
        rest = f"{chance.between(0, 10 ** (10 - len(area)) - 1):0{10 - len(area)}}"
        typed = f"+7 {area} {rest[:-4]}-{rest[-4:-2]}-{rest[-2:]}" if chance.happens(0.6) else f"8({area}){rest}"
        return typed, f"+7{area}{rest}"
    rest = f"{chance.between(0, 999_999):06}"
    return f"+44 7911 {rest}", f"+447911{rest}"


def _contact(batch: Batch, customer: bytes, kind: ContactKind, written: tuple[str, str], position: int) -> None:
    typed, normal = written
    batch.put(tables.Contact, customer=customer, kind=kind.value, typed=typed, normal=normal, position=position)


def _latin(name: str) -> str:
    spelled = in_latin(name.lower().replace(" ", "")) if not name.isascii() else (name.lower(),)
    return "".join(sign for sign in (spelled[0] if spelled else "") if sign in _SAFE_SIGNS) or "mail"
