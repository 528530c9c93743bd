"""The panes of the window: none knows another, the main window alone connects them."""
