"""What the desk is about: frozen values and pure functions. No storage, no network, no clock of its own."""
