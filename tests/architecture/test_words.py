"""Every text that the window shows can be translated, and is."""

from __future__ import annotations

import ast
import re
import xml.etree.ElementTree as ElementTree

import pytest

from helpdesk.paths import resource
from tests.architecture.sources import called, literal, nodes, places

TS = resource("translations/ui_ru.ts")
QM = resource("translations/ui_ru.qm")
PLACEHOLDER = re.compile(r"%n|%L?\d|\{\w*\}")


def window_texts() -> set[str]:
    found = set()
    for name, node in nodes(ast.Call):
        if not name.startswith("ui/"):
            continue
        if called(node).endswith(".tr"):
            found.add(literal(node.args[0]))
        elif called(node).endswith("translate") and len(node.args) > 1:
            found.add(literal(node.args[1]))
    return found - {None}


def messages() -> list[tuple[str, list[str], bool]]:
    found = []
    for message in ElementTree.parse(TS).getroot().iter("message"):
        translation = message.find("translation")
        if translation.get("type") in ("vanished", "obsolete"):
            continue
        forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
        is_done = translation.get("type") != "unfinished" and all(forms)
        found.append((message.findtext("source") or "", forms, is_done))
    return found


def test_texts_of_the_window_are_literals():
    found = (
        (name, node)
        for name, node in nodes(ast.Call)
        if name.startswith("ui/") and called(node) == "self.tr" and literal(node.args[0]) is None
    )

    assert places(found) == []


def test_every_text_of_the_window_stands_in_the_russian_catalogue():
    assert sorted(window_texts() - {source for source, _, _ in messages()}) == []


def test_every_text_of_the_russian_catalogue_is_translated():
    assert [source for source, _, is_done in messages() if not is_done] == []


def test_translations_keep_their_placeholders():
    differing = [
        source
        for source, forms, _ in messages()
        for form in forms
        if set(PLACEHOLDER.findall(form)) != set(PLACEHOLDER.findall(source))
    ]

    assert differing == []


def test_the_compiled_catalogue_is_as_new_as_its_source():
    translator = pytest.importorskip("PySide6.QtCore").QTranslator()
    assert translator.load(str(QM))

    missing = []
    for context in ElementTree.parse(TS).getroot().iter("context"):
        for message in context.iter("message"):
            if message.find("translation").get("type") not in ("vanished", "obsolete"):
                source, name = message.findtext("source"), context.findtext("name")
                count = 1 if message.get("numerus") else -1
                if not translator.translate(name, source, message.findtext("comment"), count):
                    missing.append(source)
    assert missing == []
