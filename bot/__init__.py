"""The ground: what two features share."""
