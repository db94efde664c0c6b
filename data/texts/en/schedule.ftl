schedule-unusable-rule = I cannot use that repeat. It can come daily, weekly, monthly or yearly, at most once a day. Nothing was changed; please choose another.
