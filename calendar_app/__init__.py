"""会历: one bulletin flows one way, and the folders are its stations.

extraction/   read → segment → recognize → refine → assemble    a file in, Findings out; no Django
intake/       store                                             Findings become draft Events, once
review/       decide                                            a person settles facts, merges, publishes
formats/      write                                             what one Event is in iCalendar, Atom, JSON and JSON-LD
publishing/   show                                              published Events become pages, feeds, JSON

A Bulletin is cut into Articles; what is recognized in them are Mentions with Spans, half-open ranges of code points
in the bulletin's text. A Finding is one event as the text tells it; stored it is an Event with its Facts, Sessions
and Participations, a draft until a person approves it; only approved events are public. A Change is one recorded
revision, and a Feed is a saved question over public Events.
"""
