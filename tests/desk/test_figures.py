import csv
import io

import pytest

from brochure.desk.figures import BOM, draw_chart, guarded, measures, save, to_csv
from brochure.errors import RenderError
from brochure.provenance import are_one_series
from brochure.words import LANGS
from brochure.words import figures as say


def test_every_public_reading_stands_in_exactly_one_measure(library):
    found = [figure.id for measure in measures(library) for figure in measure.readings]
    assert sorted(found) == sorted(figure.id for figure in library.records("figures"))


def test_measures_come_by_topic(library):
    topics = [measure.topic for measure in measures(library)]
    order = list(say.TOPIC)
    assert topics == sorted(topics, key=order.index)
    assert set(topics) == set(order)


def test_the_first_is_the_one_in_use_and_readings_are_newest_first(library):
    by_key = {measure.key: measure for measure in measures(library)}
    capital = by_key["outside-funds"]
    assert capital.current.id == "outside-funds-2024-07"
    assert [figure.as_of for figure in capital.readings] == ["2024-07", "2023"]


def test_only_a_true_series_has_a_chart(library):
    charted = [measure for measure in measures(library) if measure.why_no_chart is None]
    assert [measure.key for measure in charted] == ["value-added-growth"]
    for measure in measures(library):
        if measure.why_no_chart is None:
            assert are_one_series(measure.readings)
            assert len(measure.readings) > 1
        else:
            assert measure.why_no_chart.zh
            assert measure.why_no_chart.en
            with pytest.raises(ValueError, match=measure.key):
                draw_chart(measure, "zh")


def test_two_scopes_are_told_apart_and_not_drawn(library):
    capital = next(each for each in measures(library) if each.key == "outside-funds")
    assert "口径不同" in capital.why_no_chart.zh
    single = next(each for each in measures(library) if each.key == "market-entities")
    assert single.why_no_chart == say.ONE_READING


@pytest.mark.parametrize("lang", LANGS)
def test_the_table_has_every_reading_and_is_read_back_whole(library, lang):
    shown = measures(library)
    data = to_csv(library, shown, lang)
    text = data.decode("utf-8")
    assert text.startswith(BOM)
    assert "\r\n" in text
    rows = list(csv.reader(io.StringIO(text.removeprefix(BOM), newline="")))
    assert rows[0] == [heading.to(lang) for heading in say.HEADINGS]
    assert len(rows) == 1 + sum(len(measure.readings) for measure in shown)
    assert {len(row) for row in rows} == {len(say.HEADINGS)}
    by_id = {row[-1]: row for row in rows[1:]}
    assert by_id["value-added-growth-2024"][3] == "3"
    assert by_id["outside-funds-2023"][6] == "2023"
    assert all(row[-2] for row in rows[1:])


@pytest.mark.parametrize("cell", ["=1+1", "+86+1", "-inf", "-cmd", "@SUM(A1)", "\t=1", "\r=1", "＝1+1"])
def test_nothing_is_reckoned_as_a_formula(cell):
    assert guarded(cell) == "'" + cell


@pytest.mark.parametrize("cell", ["-3.5", "+86", "6879", "", "约 70%", "2240～2350"])
def test_a_number_and_plain_words_stay_as_they_are(cell):
    assert guarded(cell) == cell


def test_a_file_is_whole_or_not_there(tmp_path):
    out = tmp_path / "table.csv"
    assert save(out, b"abc") == out
    assert out.read_bytes() == b"abc"
    with pytest.raises(RenderError) as failure:
        save(tmp_path / "nowhere" / "table.csv", b"abc")
    assert "nowhere" in failure.value.message.en
    assert sorted(each.name for each in tmp_path.iterdir()) == ["table.csv"]
