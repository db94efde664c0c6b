"""Pure calendars: rules in local time to instants, quiet hours, zones."""
