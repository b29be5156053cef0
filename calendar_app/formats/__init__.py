"""How events are written down: iCalendar, Atom, JSON-LD, JSON; they know events, not requests."""
