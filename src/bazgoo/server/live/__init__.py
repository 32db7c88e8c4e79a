"""Live events: told by workers inside their transactions, carried by PostgreSQL, handed to clients over Socket.IO."""
