"""Teaching the reader: parts of speech, ezafe and homographs, from sentences whose reading is known."""
