"""A bulletin that came in is looked over: short names linked, what it tells again proposed."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.management import call_command

from calendar_app.models import DuplicateCandidate, Event, Organization
from calendar_app.review.linking import rank_of
from tests.makers import make_organization

pytestmark = pytest.mark.django_db
TEXTS = (
    "东江区召开防汛工作部署会\n7月25日上午，东江区在区会议中心召开防汛工作部署会。区长林清远出席会议并讲话。\n",
    "东江区部署防汛工作\n7月25日上午，由区水务局主办的全区防汛工作部署会在区会议中心召开，区长林清远出席并讲话。\n",
)


def test_imported_bulletins_are_looked_over(tmp_path: Path) -> None:
    bureau = make_organization("东江区水务局", level="district")
    for number, text in enumerate(TEXTS):
        (tmp_path / f"{number}.txt").write_text(text, "utf-8")

    call_command("import_bulletins", tmp_path, "--published-on", "2024-07-31", verbosity=0)

    assert Event.objects.count() == 2
    assert DuplicateCandidate.objects.count() == 1
    assert rank_of("区水务局") == "区"
    assert list(Organization.objects.filter(participations__name="区水务局")) == [bureau]
