"""What feeds cost beside django-ical, icalendar and nginx; `python -m tests.benchmarks.feeds` measures it."""
