"""The texts of the core: every error has its sentence, every shown member its word, every text its translation."""

from __future__ import annotations

import ast
import gettext
import importlib
import pkgutil
import re
import string
from dataclasses import fields
from enum import Enum

import pytest

import helpdesk.domain
from helpdesk import errors, words
from helpdesk.paths import resource
from helpdesk.words.errors import SENTENCES, sentence
from helpdesk.words.terms import TERMS, title
from tests.architecture.sources import called, literal, nodes

# What the program says to itself: codes of events and of asking, never shown as words.
UNSEEN = {
    "Action",
    "Gait",
    "EventKind",
    "NotificationWay",
    "ServiceEventKind",
    "Sort",
    "SubjectKind",
    "View",
}


def user_errors() -> list[type[errors.UserError]]:
    return [
        kind
        for kind in vars(errors).values()
        if isinstance(kind, type) and issubclass(kind, errors.UserError) and kind is not errors.UserError
    ]


def domain_enums() -> list[type[Enum]]:
    found = {}
    for module in pkgutil.iter_modules(helpdesk.domain.__path__, "helpdesk.domain."):
        for name, kind in vars(importlib.import_module(module.name)).items():
            if isinstance(kind, type) and issubclass(kind, Enum) and kind.__module__ == module.name:
                found[name] = kind
    return list(found.values())


@pytest.mark.parametrize("kind", user_errors(), ids=lambda kind: kind.__name__)
def test_an_error_has_a_sentence_made_of_its_facts(kind):
    facts = (
        {field.name: f"<{field.name}>" for field in fields(kind)} if kind.__dict__.get("__dataclass_fields__") else {}
    )

    said = sentence(kind(**facts))

    assert said and "{" not in said


def test_a_damaged_database_without_a_backup_says_so():
    said = sentence(errors.WorkplaceDamaged("desk.db", None, None))

    assert "no backup is sound" in said and "None" not in said


def test_a_sentence_names_only_facts_that_its_error_has():
    known = {kind.__name__: kind for kind in user_errors()}
    wrong = [
        name
        for name, text in SENTENCES.items()
        if not placeholders(text) <= {field.name for field in fields(known[name.split(".")[0]])}
        if "__dataclass_fields__" in known[name.split(".")[0]].__dict__
    ]

    assert wrong == []


@pytest.mark.parametrize(
    "kind", [kind for kind in domain_enums() if kind.__name__ not in UNSEEN], ids=lambda k: k.__name__
)
def test_a_member_that_is_shown_has_a_word(kind):
    assert [member.name for member in kind if not title(member)] == []


def test_no_word_stands_for_a_member_that_is_gone():
    members = {f"{kind.__name__}.{member.name}" for kind in domain_enums() for member in kind}

    assert sorted(name for name in TERMS if name not in members) == []


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def core_texts() -> tuple[set[str], set[tuple[str, str]]]:
    single, plural = set(), set()
    for name, node in nodes(ast.Call):
        if not name.startswith("helpdesk/"):
            continue
        if called(node) in ("_", "N_") and (text := literal(node.args[0])):
            single.add(text)
        elif called(node) == "counted" and (text := literal(node.args[0])):
            plural.add((text, literal(node.args[1])))
    return single, plural


@pytest.fixture(scope="module")
def russian() -> gettext.GNUTranslations:
    with resource("translations/helpdesk_ru.mo").open("rb") as stream:
        return gettext.GNUTranslations(stream)


def test_texts_of_the_core_are_literals():
    wrong = [
        f"{name}:{node.lineno}"
        for name, node in nodes(ast.Call)
        if name.startswith("helpdesk/") and called(node) == "N_" and literal(node.args[0]) is None
    ]

    assert wrong == []


def test_every_text_of_the_core_is_translated(russian):
    single, plural = core_texts()
    known = russian._catalog

    assert sorted(text for text in single if not known.get(text)) == []
    assert sorted(pair for pair in plural if not all(known.get((pair[0], form)) for form in range(3))) == []


def test_translations_of_the_core_keep_their_placeholders(russian):
    differing = [
        key
        for key, text in russian._catalog.items()
        if key and placeholders(text) - {"n"} != placeholders(key[0] if isinstance(key, tuple) else key) - {"n"}
    ]

    assert differing == []


def test_the_printed_catalogue_is_the_compiled_one(russian):
    written = resource("translations/helpdesk_ru.po").read_text("utf-8")
    pairs = re.findall(r'^msgid ((?:".*"\n)+)msgstr ((?:".*"\n)+)', written, re.MULTILINE)
    joined = [tuple("".join(map(ast.literal_eval, part.splitlines())) for part in pair) for pair in pairs]

    assert "#, fuzzy" not in written
    assert [source for source, text in joined if source and russian._catalog.get(source) != text] == []


def test_one_document_speaks_another_language_on_its_own():
    with words.speaking("ru"):
        assert words.language() == "ru"

    assert words.language() == "en"


def test_an_unknown_language_falls_back_to_english():
    words.use("tlh")

    assert words.language() == "en"
