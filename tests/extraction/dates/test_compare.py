"""The comparison with other recognizers counts what it says it counts."""

from __future__ import annotations

from datetime import date

from tests.extraction.dates.compare import Asked, Score, Wanted, from_cases, ours, score

ASKED = [Asked("7月25日至26日开班。", date(2024, 7, 31), (Wanted("7月25日至26日", "2024-07-25", "2024-07-26", None),))]


def test_all_our_cases_are_read_rightly() -> None:
    asked = from_cases()
    wanted = sum(len(one.wanted) for one in asked)

    assert score(asked, ours(asked)) == Score(wanted, wanted, wanted, wanted)


def test_a_right_value_in_other_words_is_not_exact() -> None:
    reading = {"start": 0, "end": 5, "values": [["2024-07-25", "2024-07-26", "00:00"]]}

    assert score(ASKED, [[reading]]) == Score(1, 1, exact=0, value=1)


def test_one_of_several_offered_values_is_enough() -> None:
    reading = {"start": 0, "end": 9, "values": [["2023-07-25", "2023-07-26", None], ["2024-07-25", "2024-07-26", None]]}

    assert score(ASKED, [[reading]]) == Score(1, 1, exact=1, value=1)


def test_a_wrong_or_missing_value_counts_for_nothing() -> None:
    reading = {"start": 0, "end": 9, "values": [["2023-07-25", "2023-07-26", None]]}

    assert score(ASKED, [[reading]]) == Score(1, 1, 0, 0)
    assert score(ASKED, [[]]) == Score(1, 0, 0, 0)
