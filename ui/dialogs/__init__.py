"""Questions and explanations that need a window of their own; none stops the others."""
