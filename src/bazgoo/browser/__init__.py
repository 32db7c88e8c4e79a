"""The text front end for pages: the same modules, in one archive that Python runs in the browser."""
