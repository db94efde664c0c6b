"""What a session means, without Discord or a database."""
