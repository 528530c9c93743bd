<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>BulkBar</name>
    <message numerus="yes">
        <source>Selected: %n</source>
        <translation>
            <numerusform>Selected: %n</numerusform>
            <numerusform>Selected: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulkSteps</name>
    <message numerus="yes">
        <source>State of %n request(s)</source>
        <translation>
            <numerusform>State of %n request</numerusform>
            <numerusform>State of %n requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied as a table: %n row(s).</source>
        <translation>
            <numerusform>Copied as a table: %n row.</numerusform>
            <numerusform>Copied as a table: %n rows.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CallBar</name>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> and %n more</numerusform>
            <numerusform> and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CatalogueList</name>
    <message numerus="yes">
        <source>To be settled, below zero: %n</source>
        <translation type="unfinished">
            <numerusform/>
            <numerusform/>
        </translation>
    </message>
    <message numerus="yes">
        <source>first %n</source>
        <translation type="unfinished">
            <numerusform>first %n</numerusform>
            <numerusform>first %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CustomerCard</name>
    <message numerus="yes">
        <source>%n late order(s)</source>
        <translation>
            <numerusform>%n late order</numerusform>
            <numerusform>%n late orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open request(s)</source>
        <translation>
            <numerusform>%n open request</numerusform>
            <numerusform>%n open requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) on the way</source>
        <translation>
            <numerusform>%n order on the way</numerusform>
            <numerusform>%n orders on the way</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CustomerTable</name>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CustomersPane</name>
    <message numerus="yes">
        <source>first %n</source>
        <translation>
            <numerusform>first %n</numerusform>
            <numerusform>first %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExchangeDesk</name>
    <message numerus="yes">
        <source>Synced %n s ago</source>
        <translation>
            <numerusform>Synced %n s ago</numerusform>
            <numerusform>Synced %n s ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Synced %n min ago</source>
        <translation>
            <numerusform>Synced %n min ago</numerusform>
            <numerusform>Synced %n min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Synced %n h ago</source>
        <translation>
            <numerusform>Synced %n h ago</numerusform>
            <numerusform>Synced %n h ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistorySection</name>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JoinOfficeDialog</name>
    <message numerus="yes">
        <source>%n record(s) and changes so far</source>
        <translation>
            <numerusform>%n record so far</numerusform>
            <numerusform>%n records and changes so far</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message numerus="yes">
        <source>%n contact(s)</source>
        <translation>
            <numerusform>%n contact</numerusform>
            <numerusform>%n contacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n request</numerusform>
            <numerusform>%n requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n order</numerusform>
            <numerusform>%n orders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OfficeDesk</name>
    <message numerus="yes">
        <source>To be settled %n</source>
        <translation type="unfinished">
            <numerusform/>
            <numerusform/>
        </translation>
    </message>
    <message numerus="yes">
        <source>Overwritten %n</source>
        <translation type="unfinished">
            <numerusform/>
            <numerusform/>
        </translation>
    </message>
</context>
<context>
    <name>OfficeMatters</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation type="unfinished">
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OfficeSection</name>
    <message numerus="yes">
        <source>The hub is whole: %n batch(es) read.</source>
        <translation>
            <numerusform>The hub is whole: %n batch read.</numerusform>
            <numerusform>The hub is whole: %n batches read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OrderBulk</name>
    <message numerus="yes">
        <source>Copied as a table: %n row(s).</source>
        <translation>
            <numerusform>Copied as a table: %n row.</numerusform>
            <numerusform>Copied as a table: %n rows.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OrderBulkBar</name>
    <message numerus="yes">
        <source>Selected: %n</source>
        <translation>
            <numerusform>Selected: %n</numerusform>
            <numerusform>Selected: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OrderCalendar</name>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n order</numerusform>
            <numerusform>%n orders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaperTable</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation type="unfinished">
            <numerusform/>
            <numerusform/>
        </translation>
    </message>
    <message numerus="yes">
        <source> and %n more</source>
        <translation type="unfinished">
            <numerusform> and %n more</numerusform>
            <numerusform> and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PresenceDesk</name>
    <message numerus="yes">
        <source>%n s ago</source>
        <translation type="unfinished">
            <numerusform/>
            <numerusform/>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation type="unfinished">
            <numerusform/>
            <numerusform/>
        </translation>
    </message>
</context>
<context>
    <name>ReportRowsDialog</name>
    <message numerus="yes">
        <source>%n record(s). Enter opens one.</source>
        <translation>
            <numerusform>%n record. Enter opens it.</numerusform>
            <numerusform>%n records. Enter opens one.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RequestFormPage</name>
    <message numerus="yes">
        <source>Drafts: %n</source>
        <translation>
            <numerusform>Drafts: %n</numerusform>
            <numerusform>Drafts: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RequestPane</name>
    <message numerus="yes">
        <source>Choose a request on the left, or register a new one. Drafts waiting: %n.</source>
        <translation>
            <numerusform>Choose a request on the left, or register a new one. Drafts waiting: %n.</numerusform>
            <numerusform>Choose a request on the left, or register a new one. Drafts waiting: %n.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StationRows</name>
    <message numerus="yes">
        <source>%n s</source>
        <translation type="unfinished">
            <numerusform/>
            <numerusform/>
        </translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message numerus="yes">
        <source>Show %n earlier</source>
        <translation>
            <numerusform>Show %n earlier</numerusform>
            <numerusform>Show %n earlier</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message numerus="yes">
        <source>Overdue promises %n</source>
        <translation>
            <numerusform>Overdue promises %n</numerusform>
            <numerusform>Overdue promises %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Call back %n</source>
        <translation>
            <numerusform>Call back %n</numerusform>
            <numerusform>Call back %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UndoableSteps</name>
    <message numerus="yes">
        <source>Taken into work: %n request(s).</source>
        <translation>
            <numerusform>Taken into work: %n request.</numerusform>
            <numerusform>Taken into work: %n requests.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Handed over: %n request(s).</source>
        <translation>
            <numerusform>Handed over: %n request.</numerusform>
            <numerusform>Handed over: %n requests.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Back in the common queue: %n request(s).</source>
        <translation>
            <numerusform>Back in the common queue: %n request.</numerusform>
            <numerusform>Back in the common queue: %n requests.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>State changed: %n request(s).</source>
        <translation>
            <numerusform>State changed: %n request.</numerusform>
            <numerusform>State changed: %n requests.</numerusform>
        </translation>
    </message>
</context>
</TS>
