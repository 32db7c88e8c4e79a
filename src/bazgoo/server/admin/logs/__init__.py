"""The log files, read from their end."""
