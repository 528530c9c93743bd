"""The manual in the program: every page in both languages, found by words, gone through by links and keys."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest

from resources import resource
from ui import manual
from ui.dialogs.help import HelpDialog

LINK = re.compile(r"\]\(([^)]*)\)")


def topics(language: str) -> set[str]:
    return {file.stem.rpartition("_")[0] for file in resource("help").glob(f"*_{language}.md")}


@pytest.fixture
def dialog(shown):
    return shown(HelpDialog("en"), 980, 640)


def visible(dialog: HelpDialog) -> list[str]:
    items = [dialog.topics.item(row) for row in range(dialog.topics.count())]
    return [item.text() for item in items if not item.isHidden()]


def test_every_page_stands_in_both_languages():
    assert topics("en") == topics("ru")


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_page_begins_with_its_title_and_links_to_pages_only(language):
    pages = manual.pages(language)

    assert [page.topic for page in pages if not page.text.startswith("# ")] == []
    assert {link for page in pages for link in LINK.findall(page.text)} <= topics(language)


def test_the_first_page_leads_to_the_first_request(dialog):
    assert dialog.topics.currentRow() == 0
    assert dialog.page.toPlainText().startswith("The helpdesk in ten minutes")


def test_arrow_down_turns_to_the_next_topic(dialog):
    QTest.keyClick(dialog.topics, Qt.Key.Key_Down)

    assert dialog.page.toPlainText().startswith(manual.pages("en")[1].title)


def test_typing_leaves_the_topics_that_hold_all_the_words(dialog):
    QTest.keyClicks(dialog.find, "softphone f10")

    assert visible(dialog) == ["A call"]
    assert dialog.page.toPlainText().startswith("A call")


def test_a_link_leads_to_its_topic(dialog):
    dialog.page.anchorClicked.emit(QUrl("import"))

    assert dialog.page.toPlainText().startswith("Import")


def test_a_topic_without_a_page_begins_at_the_start(shown):
    dialog = shown(HelpDialog("en", "nowhere"), 980, 640)

    assert dialog.topics.currentRow() == 0


def test_the_keys_stand_on_the_last_page(dialog):
    QTest.keyClick(dialog.topics, Qt.Key.Key_End)

    assert "Ctrl K\nFind, or do something" in dialog.page.toPlainText()
