"""The root of addresses: machines' addresses as they are, readers' with `/en/` in front of English ones."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from calendar_app.urls import for_machines, for_readers

urlpatterns = [
    *for_machines,
    *i18n_patterns(
        path("admin/", admin.site.urls),
        path("", include((for_readers, "calendar"))),
        prefix_default_language=False,
    ),
]
