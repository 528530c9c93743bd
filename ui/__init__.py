"""The window: Qt Widgets over the services of `helpdesk`.

`theme`, `fonts`, `icons`, `widgets` and `delegates` are the look; `tasks` is the one door off the GUI thread,
`messages` the one door to notices and questions, `crash` the net under both. Panes do not know each other:
`main_window` connects them.
"""
