"""The studio's server: people, jobs, HTTP and the database."""
