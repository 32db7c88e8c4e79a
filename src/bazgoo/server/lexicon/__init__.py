"""People's own pronunciations: kept, looked up, carried in and out as files."""
