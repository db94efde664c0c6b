"""Discord's furniture: cards, routes, forms, gates, and the courier that posts."""
