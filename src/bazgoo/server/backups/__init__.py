"""Backups: one file with the database as it stood at one moment and the files that belong to it, and the way back.

`archive/` is that file, `making.py` and `restoring.py` are the two ways in one file each.
"""
