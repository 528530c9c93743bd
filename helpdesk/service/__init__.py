"""One module a noun, one function a thing that a user does.

Each takes the desk and the acting operator, asks the permission check, works in one unit of work and returns frozen
values; what it touched travels in `Changes`.
"""
