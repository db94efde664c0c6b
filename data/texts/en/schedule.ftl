schedule-unusable-rule = I cannot use that repeat. It can come daily, weekly, monthly or yearly, at most once a day. Nothing was changed; please choose another.
schedule-day-0 = Monday
schedule-day-1 = Tuesday
schedule-day-2 = Wednesday
schedule-day-3 = Thursday
schedule-day-4 = Friday
schedule-day-5 = Saturday
schedule-day-6 = Sunday
