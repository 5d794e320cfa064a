"""Django's PostgreSQL engine, connected to the embedded server on first use."""
