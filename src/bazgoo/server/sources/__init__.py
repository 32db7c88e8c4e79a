"""The Hub as the studio uses it: look, download, keep what is installed."""
