"""How words on their own are learnt: a dictionary compiled from several, and a reader of the words that none has."""
