"""Slugs are spelt in pinyin, once, and no two rows of a table share one."""

from __future__ import annotations

import pytest

from calendar_app.models import Organization, Person, Place, Series
from calendar_app.models.slugs import pinyin_slug


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("东江区文化馆", "dong-jiang-qu-wen-hua-guan"),
        ("AI应用创新中心（东江）", "ai-ying-yong-chuang-xin-zhong-xin-dong-jiang"),
        ("卡洛斯·席尔瓦", "ka-luo-si-xi-er-wa"),
        ("“——”", ""),
    ],
)
def test_pinyin_slug_spells(name: str, slug: str) -> None:
    assert pinyin_slug(name) == slug


@pytest.mark.django_db
def test_save_fills_an_empty_slug_and_numbers_what_is_taken() -> None:
    first = Person.objects.create(name="林清远")
    second = Person.objects.create(name="林清远", disambiguation="教师")
    third = Person.objects.create(name="林轻远")

    assert [first.slug, second.slug, third.slug] == ["lin-qing-yuan", "lin-qing-yuan-jiao-shi", "lin-qing-yuan-2"]


@pytest.mark.django_db
def test_slug_stays_when_the_name_changes() -> None:
    place = Place.objects.create(name="滨江会堂")
    place.name = "滨江大会堂"
    place.save()

    place.refresh_from_db()

    assert place.slug == "bin-jiang-hui-tang"


@pytest.mark.django_db
def test_slugs_fit_their_column_and_exist_where_nothing_can_be_spelt() -> None:
    long = [Organization.objects.create(name="长" * 200, disambiguation=str(number)) for number in range(3)]
    series = [Series.objects.create(name=name) for name in ("“”", "——")]

    assert len({one.slug for one in long}) == 3
    assert all(len(one.slug) <= 120 for one in long)
    assert [one.slug for one in series] == ["series", "series-2"]
