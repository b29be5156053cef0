"""Bulletins of the API: articles with the public events they report, the text only one by one."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.makers import make_article, make_bulletin, make_event, make_public_event

pytestmark = pytest.mark.django_db


def test_bulletin_is_told_with_articles_and_public_events(client: Client) -> None:
    bulletin = make_bulletin("东江区举办培训班。", title="东江要闻", issue="第7期")
    article = make_article(bulletin, headline="培训班开班", source="区委办")
    event = make_public_event("培训班", article)
    make_event("没有批准的会", article)

    listed = client.get("/api/bulletins").json()["items"]
    told = client.get(f"/api/bulletins/{bulletin.pk}").json()

    assert listed == [
        {
            "id": bulletin.pk,
            "url": f"http://127.0.0.1:8000/bulletins/{bulletin.pk}/",
            "title": "东江要闻",
            "issue": "第7期",
            "source_url": None,
            "language": "zh-Hans",
            "published_on": "2024-07-31",
            "published_on_basis": "given",
            "sha256": bulletin.sha256,
            "articles": [
                {
                    "order": 0,
                    "headline": "培训班开班",
                    "kicker": None,
                    "credit": "区委办",
                    "start": 0,
                    "end": 9,
                    "events": [
                        {
                            "id": event.pk,
                            "uid": event.uid,
                            "name": "培训班",
                            "url": f"http://127.0.0.1:8000/events/{event.pk}/",
                        }
                    ],
                }
            ],
        }
    ]
    assert told == listed[0] | {"text": "东江区举办培训班。"}
