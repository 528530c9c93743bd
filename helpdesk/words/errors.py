"""The sentence of every `UserError`: what happened and what to do; a test finds an error without one."""

from __future__ import annotations

from dataclasses import asdict

from helpdesk.errors import UserError
from helpdesk.words import N_, _

SENTENCES: dict[str, str] = {
    "WorkplaceMissing": N_("There is no workplace in {folder}. Make one with “init”, or name another folder."),
    "WorkplaceExists": N_("A workplace stands in {folder} already. Nothing was changed; name another folder."),
    "WorkplaceNotEmpty": N_(
        "The workplace in {folder} holds records. Example data goes into an empty workplace only: name another folder."
    ),
    "WorkplaceNewer": N_(
        "The workplace in {folder} was made by a newer program (version {version} of its form, this one "
        "knows {known}). "
        "Install the newer program; nothing was changed."
    ),
    "WorkplaceUnwritable": N_(
        "{folder} cannot be written to: {reason}. Check the rights to the folder, or name another."
    ),
    "WorkplaceDamaged": N_(
        "The database {file} is damaged. The newest sound backup is {backup}: the program offers it at its next start. "
        "Nothing was changed."
    ),
    "WorkplaceDamaged.backup": N_(
        "The database {file} is damaged, and no backup is sound. Keep the file and ask for support. Nothing "
        "was changed."
    ),
    "WrongKey": N_("The key does not open {file}."),
    "DiskFull": N_("The disk of {folder} is full. Free some space and repeat; what was saved before is safe."),
    "DatabaseBusy": N_("{file} is busy with another program. Wait a little and repeat."),
    "NotPermitted": N_("You may not do this: {action}. Ask your supervisor."),
    "UnknownTimeZone": N_("There is no time zone “{name}”. Write one as Europe/Moscow."),
    "FieldMissing": N_("Fill in “{field}”."),
    "RecordMissing": N_("There is no {kind} under {number}. Check the number."),
    "NumberMistyped": N_("The number {number} is mistyped: its last digit does not fit. Ask for it again."),
    "QuantityWrong": N_("“{quantity}” is no quantity here. Write a number above zero."),
    "DiscountTooGreat": N_(
        "A discount of {discount} is more than the {limit} that you may give alone. Give less, or name who approved it."
    ),
    "QuoteOrdered": N_("The quote {number} is ordered already. Make a new quote, or change the order."),
    "StateRefused": N_("The state was not changed: {reason}"),
    "MergeRefused": N_("Nothing was merged: {reason}"),
    "LinkRefused": N_("The requests were not linked: {reason}"),
    "CallWrappedUp": N_("The call from {phone} was wrapped up already. Open it in the customer's history."),
    "PeriodOpen": N_("The period lasts until {last} and is not over yet. Freeze it when it has ended."),
    "FreezeMissing": N_("{report} was not frozen for {first} to {last}. Freeze it first: report freeze {report} …"),
    "ScheduleWrong": N_("“{text}” is no time for a schedule. Write “day 08:00”, “monday 08:00” or “month 08:00”."),
    "ScheduleMissing": N_("There is no schedule {number}. “report schedule list” shows them."),
    "PeriodReversed": N_("The period ends ({last}) before it begins ({first}). Swap the days."),
    "FileUnreadable": N_("{file} cannot be read: {reason}"),
    "OptionUnknown": N_("There is no option “{option}” in a mapping. The options are: {known}."),
    "OptionWrong": N_("The option “{option}” cannot be “{value}”. Write one of: {known}."),
    "MappingBroken": N_("The mapping {file} cannot be used: {reason}"),
    "FieldUnknown": N_("There is no field “{field}” among the {kind}. The fields are: {known}."),
    "FieldTwice": N_("The field “{field}” is given by several columns: {columns}. Leave one of them."),
    "ColumnUnknown": N_("The table has no column “{column}”. Its columns are: {known}."),
    "FieldsUnmapped": N_(
        "{file} cannot be taken as {kind}: no column is known as {fields}. "
        "Name the columns in a mapping; the table has: {columns}."
    ),
    "KindUnknown": N_("“{kind}” cannot be imported. What can be: {known}."),
    "FileUnwritable": N_(
        "{file} cannot be written: {reason} Choose another folder or close the program that holds the file."
    ),
    "ReportUnknown": N_("There is no report “{name}”. The reports are: {known}."),
    "FigureUnknown": N_("The report has no figure “{name}” whose records could be listed. It has: {known}."),
    "FilterUnknown": N_("“{value}” cannot be filtered by. It can be: {known}."),
    "PrinterMissing": N_("This computer has no printer. Add one in the system's settings, or save the pages as PDF."),
    "PrinterRefused": N_("The printer {printer} took nothing. Look whether it is switched on, or choose another."),
    "HubMissing": N_(
        "There is no hub at {hub}. Is the share connected? Nothing was made there; your work is safe on this station."
    ),
    "HubExists": N_("There is a hub at {hub} already. Join it, or name another place; nothing was changed."),
    "HubUnreadable": N_(
        "The hub {hub} cannot be read: {reason}. Your work is safe on this station and goes out later."
    ),
    "HubUnwritable": N_(
        "The hub {hub} cannot be written to: {reason}. Check the rights to it; your work is safe on this station."
    ),
    "HubUnreachable": N_(
        "The hub {hub} does not answer: {reason}. Your work is safe on this station and goes out later."
    ),
    "HubStrange": N_("What lies at {hub} is no hub. Check the address; nothing was changed."),
    "HubHelloMissing": N_(
        "The hub {hub} is damaged at its beginning. Let a station that has joined exchange with it, then repeat."
    ),
    "HubForeign": N_("The hub {hub} belongs to another office. Nothing was exchanged; check the address."),
    "HubFull": N_("The disk of the hub {hub} is full. Free some space there; your work is safe on this station."),
    "HubLocked": N_("The hub {hub} has been held by {who} since {since}. The exchange is repeated by itself."),
    "HubNewer": N_(
        "The hub {hub} needs a newer program (form {needed}, this one knows {known}). Install it; your work is safe "
        "and goes out afterwards."
    ),
    "HubAddressUnclear": N_("“{address}” is no address of a hub. Name a file, a folder, or postgresql://…"),
    "PassphraseWrong": N_("The passphrase does not open the hub. Ask your supervisor for the office's passphrase."),
    "RecoveryKeyMistyped": N_("The key is mistyped: its last two signs do not fit. Compare it sign by sign."),
    "OfficeKeyMissing": N_("The office key is no longer kept with {folder}. Join the hub again with the passphrase."),
    "DriverMissing": N_(
        'A hub in PostgreSQL needs the package {package}. Install it: pip install "helpdesk[postgres]"'
    ),
    "OfficeMissing": N_(
        "The workplace in {folder} exchanges with nobody yet. Make a common file with “sync create”, or join one."
    ),
    "OfficeExists": N_("The workplace in {folder} exchanges through {address} already. Leave it first, or move it."),
    "JoinNotEmpty": N_(
        "The workplace in {folder} holds records of its own. Join from a new folder; import what is to be kept."
    ),
    "ProgramFault": N_(
        "The program made a mistake; what was saved before is safe. Repeat the step, or restart the program."
    ),
}


FACTS: dict[str, str] = {
    "basis": N_("basis of the consent"),
    "company": N_("company"),
    "customer": N_("customer"),
    "lines": N_("goods of the order"),
    "name": N_("name"),
    "operator": N_("operator"),
    "order": N_("order"),
    "passphrase": N_("passphrase"),
    "product": N_("product"),
    "quote": N_("quote"),
    "invoice": N_("invoice"),
    "said_by": N_("who said so"),
    "vat": N_("VAT code"),
    "advantage": N_("what the promotion gives"),
    "amount": N_("sum"),
    "reason": N_("reason"),
    "request": N_("request"),
    "score": N_("score"),
    "solution": N_("solution"),
    "subject": N_("subject"),
    "text": N_("text"),
    "what": N_("what is promised"),
}
"""What the core calls fields and records, as people say it."""


def sentence(error: UserError) -> str:
    """The error in words, in the language spoken now."""
    facts = asdict(error)  # type: ignore[call-overload]
    name = type(error).__name__
    # A sentence under "Error.fact" is said where that fact is missing.
    for fact, value in facts.items():
        if value is None and f"{name}.{fact}" in SENTENCES:
            name = f"{name}.{fact}"
            break
    said = {
        fact: _(FACTS[value]) if isinstance(value, str) and value in FACTS else value for fact, value in facts.items()
    }
    return _(SENTENCES[name]).format(**said)
