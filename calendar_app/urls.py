"""Every public address, on one page."""

from django.urls import URLPattern, URLResolver

for_machines: list[URLPattern | URLResolver] = []

for_readers: list[URLPattern | URLResolver] = []
