"""The text front end, for pages that read by themselves."""
