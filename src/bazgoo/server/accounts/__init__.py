"""People: accounts, logins and API keys."""
