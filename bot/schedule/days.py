"""Days as people choose them, written as rules: weekdays every few weeks, a day of the month."""

from collections.abc import Collection

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
MOST_WEEKS, MOST_DAYS = 52, 31
LAST_DAY = -1
EVERY_MONTH_HAS = 28


def weekly(days: Collection[int], weeks: int = 1) -> str:
    """Some days of the week (Monday is 0), every so many weeks, counted from the rule's first."""
    named = ",".join(WEEKDAYS[each] for each in sorted(set(days)))
    return f"FREQ=WEEKLY;{f'INTERVAL={weeks};' if weeks > 1 else ''}BYDAY={named}"


def monthly(day: int) -> str:
    """A day of the month, 1 to 31 or LAST_DAY; of a month that is shorter, its last."""
    if day > EVERY_MONTH_HAS:
        near = ",".join(str(each) for each in range(EVERY_MONTH_HAS, day + 1))
        return f"FREQ=MONTHLY;BYMONTHDAY={near};BYSETPOS=-1"
    return f"FREQ=MONTHLY;BYMONTHDAY={day or LAST_DAY}"
