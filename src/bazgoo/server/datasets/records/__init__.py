"""The records of a dataset: browsed, changed, heard, looked at, added one by one."""
