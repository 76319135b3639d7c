"""``match``: one answer in JSON for scripts, the same in lines for people."""

from pathlib import Path

import pytest

from brochure.desk.match import match, read_answers
from brochure.model.condition import ASKING_KINDS
from brochure.store.library import Library
from tests.test_eligibility import DAY


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    path = tmp_path / "answers.json"
    path.write_text('{"sector": "industry-devices", "space": "land", "size": "micro"}')
    return path


def test_json_holds_each_measure_with_its_reasons(run, answers: Path, library: Library) -> None:
    shown = run("match", str(answers), "--on", "2025-06-15", "--json").json
    found = match(library, read_answers(answers, library), DAY)
    measures = [each for each in shown if each["kind"] in ASKING_KINDS]
    assert [(each["id"], each["verdict"]) for each in measures] == [
        (each.record.id, each.verdict) for each in found.findings
    ]
    for each in shown:
        assert each["verdict"] in ("met", "unmet", "unknown")
        assert (each["validity"] is not None) == (each["kind"] == "policies")
        for condition in each["conditions"]:
            assert set(condition) == {"question", "verdict", "reason", "clause", "basis", "sources"}
            assert set(condition["reason"]) == set(condition["clause"]) == {"zh", "en"}
            assert condition["sources"]
    places = {each["id"]: each for each in shown if each not in measures}
    assert {"stage-industrial-park", "zone-device-cluster", "industry-devices"} <= set(places)
    assert [each["id"] for each in places["industry-devices"]["enterprises"]] == ["enterprise-baikang"]
    assert places["industry-devices"]["gaps"][0]["zh"].startswith("上游材料与零部件")


def test_the_day_counts_for_validity_only(run, answers: Path) -> None:
    def plan(on: str) -> tuple[str, str]:
        shown = run("match", str(answers), "--on", on, "--json").json
        each = next(each for each in shown if each["id"] == "policy-plan-14th-five-year")
        return each["verdict"], each["validity"]

    assert plan("2025-12-31") == ("unknown", "in_force")
    assert plan("2026-01-01") == ("unknown", "expired")


def test_lines_tell_the_same_and_who_decides(run, answers: Path) -> None:
    said = run("match", str(answers), "--on", "2025-06-15")
    assert "审批绿色通道·药械六方联审平台  policy-device-fast-lane  [效力待核实]" in said.out
    assert "答“小微企业”，不符合。" in said.out
    assert "截至 2025-06-15，以主管部门解释为准" in said.err
    said = run("match", str(answers), "--on", "2025-06-15", "--lang", "en")
    assert "you answered “Small or micro firm”, which does not meet it." in said.out
    assert "As of 15 June 2025; the competent authority decides" in said.err
    assert "以主管" not in run("match", str(answers), "--quiet").err


def test_a_wrong_file_is_one_sentence(run, answers: Path) -> None:
    answers.write_text('{"size": "huge"}')
    said = run("match", str(answers))
    assert said.code == 1
    assert said.err.count("\n") == 1
    assert "“size”" in said.err
    assert "above, small, micro" in said.err
