"""Papers for customers: one frozen value in, one PDF out, in the customer's language."""
