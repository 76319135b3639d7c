"""What was answered reaches the paper: every condition with its verdict and wording, and nothing that is spent."""

import datetime
import io
import re
from pathlib import Path

import msgspec
import pypdf
import pypdfium2
import pytest

from brochure.desk.tailor import preview
from brochure.eligibility import Answers, match
from brochure.fonts import FontFiles
from brochure.model.condition import FIXED, QUESTIONS
from brochure.model.kinds import Policy
from brochure.pdf.breaks import clean
from brochure.pdf.choice import choose
from brochure.pdf.preflight import inspect
from brochure.pdf.recipe import Recipe
from brochure.pdf.setting import plain
from brochure.settings import Places
from brochure.settings import places as places_in
from brochure.store.library import Library
from brochure.words import Lang, Text
from brochure.words import matcher as match_say
from brochure.words.kinds import KIND
from brochure.words.page import match as say
from brochure.words.page.furniture import ON_REQUEST
from tests.factories import spoilt

ON = datetime.date(2026, 3, 2)
FULL = Answers(
    sector="industry-devices", activity="research", size="small", stage="stage-industrial-park", space="land"
)
LANGS: tuple[Lang, ...] = ("zh", "en")
MARGIN_PT = 16 / 25.4 * 72


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Places:
    return places_in(tmp_path_factory.mktemp("match"))


def asked(answers: Answers | None = FULL, lang: Lang = "zh", on: datetime.date = ON) -> Recipe:
    return Recipe(sections=("match", "sources"), answers=answers, lang=lang, on=on)


def set_form(text: str) -> str:
    return re.sub(r"\s", "", plain(clean(text)[0]))


def pages_of(data: bytes) -> list[str]:
    """Return the words of each page before the back, without the spaces that lines and gaps bring."""
    pages = pypdf.PdfReader(io.BytesIO(data)).pages
    return [re.sub(r"\s", "", page.extract_text()) for page in pages][:-1]


@pytest.mark.parametrize("lang", LANGS)
def test_every_condition_stands_there_with_verdict_reason_wording_and_kind(
    lang: Lang, library: Library, home: Places
) -> None:
    text = "".join(pages_of(preview(library, asked(lang=lang), home)))
    choice = choose(library, asked(lang=lang))
    assert choice.match is not None
    places = [place for place in (choice.match.stage, *choice.places) if place is not None]
    assert len(choice.findings) > 10
    assert {finding.verdict for finding in choice.findings} == {"met", "unknown", "unmet"}
    for each in (*choice.findings, *places):
        assert set_form(each.record.name.to(lang)) in text, each.record.id
        assert set_form(KIND[each.record.kind].to(lang)) in text
        if each.record.note is not None:
            assert set_form(each.record.note.to(lang)) in text, each.record.id
        for judged in each.conditions:
            condition = judged.condition
            reading = condition.basis == "reading"
            name = match_say.READ_AS.fill(condition.name) if reading else condition.name
            colon = "：" if lang == "zh" else ": "
            told = match_say.VERDICT[judged.verdict].to(lang) + colon + judged.why.to(lang)
            assert not (reading and judged.verdict == "met")
            assert set_form(name.to(lang) + told) in text, condition.id
            assert set_form(match_say.say_clause(condition.clause, condition.basis).to(lang)) in text, condition.id
    for place in places:
        assert set_form(place.why.to(lang)) in text


@pytest.mark.parametrize("lang", LANGS)
def test_answers_counts_day_and_who_decides(lang: Lang, library: Library, home: Places) -> None:
    first, *_, last = pages_of(preview(library, asked(lang=lang), home))
    found = match(library, FULL, ON)
    for question in QUESTIONS:
        assert set_form(match_say.QUESTION[question].to(lang)) in first
    for words in (match_say.ANSWER["activity"]["research"], match_say.ANSWER["size"]["small"], say.UNANSWERED):
        assert set_form(words.to(lang)) in first
    for verdict in ("met", "unmet"):
        assert f"{len(found.offered(verdict))}{set_form(match_say.VERDICT[verdict].to(lang))}" in first  # type: ignore[arg-type]
    assert set_form(say.OPEN_ONES.fill(len(found.offered("unknown"))).to(lang)) in first
    day = {"zh": "2026-03-02", "en": "2March2026"}[lang]
    assert last.count(day) == 1
    assert {"zh": "以主管部门解释为准", "en": "Theresponsibleofficedecides"}[lang] in last


@pytest.mark.parametrize("lang", LANGS)
def test_the_answers_say_which_of_several_sectors_and_which_stage_was_checked(
    lang: Lang, library: Library, home: Places
) -> None:
    several = ("industry-devices", "industry-digital")
    recipe = msgspec.structs.replace(asked(lang=lang), sectors=several, stage="stage-tusstar")
    stage = library.record("stage-tusstar").name
    first = pages_of(preview(library, recipe, home))[0]
    assert set_form(say.ONE_OF_SECTORS.to(lang)) in first
    assert set_form(say.OTHER_STAGE.fill(stage).to(lang)) in first
    open_sector = msgspec.structs.replace(recipe, answers=Answers(activity="make", space="land"))
    first = pages_of(preview(library, open_sector, home))[0]
    assert set_form(say.NO_ONE_SECTOR.fill(2).to(lang)) in first
    assert set_form(stage.to(lang)) in first
    alike = msgspec.structs.replace(recipe, sectors=several[:1], stage=FULL.stage)
    first = pages_of(preview(library, alike, home))[0]
    assert set_form(say.ONE_OF_SECTORS.to(lang)) not in first


def test_only_words_of_the_source_stand_in_quotation_marks() -> None:
    clause = Text("实现“拿地即开工”预审批模式", "Pre-approval “on the day”")
    stated, reading = (match_say.say_clause(clause, basis) for basis in ("stated", "reading"))
    assert stated == Text("“实现‘拿地即开工’预审批模式”", clause.en)
    assert reading == clause


@pytest.mark.parametrize("lang", LANGS)
def test_wording_on_which_two_conditions_stand_is_told_once(lang: Lang, library: Library, home: Places) -> None:
    recipe = asked(Answers(size="small", activity="make"), lang)
    (finding,) = (each for each in choose(library, recipe).findings if each.record.id == "policy-input-subsidy")
    first, second = (judged.condition for judged in finding.conditions)
    assert first.clause == second.clause
    text = "".join(pages_of(preview(library, recipe, home)))
    assert text.count(set_form(match_say.say_clause(first.clause, first.basis).to(lang))) == 1


def test_no_answer_no_section(library: Library, home: Places) -> None:
    text = "".join(pages_of(preview(library, Recipe(sections=("policies", "match", "sources"), on=ON), home)))
    assert set_form(say.TITLE.zh) not in text


def test_hardly_any_answer_says_so_instead_of_an_empty_table(library: Library, home: Places) -> None:
    for lang in LANGS:
        (page,) = pages_of(preview(library, asked(Answers(export="yes"), lang), home))
        assert set_form(say.NOTHING.to(lang)) in page
        assert set_form(say.COLUMNS[1].to(lang)) not in page


@pytest.mark.parametrize("change", [{"valid_from": "2020", "valid_to": "2025"}, {"replaced_by": "policy-one-trip"}])
def test_a_policy_that_is_spent_is_nowhere_and_says_so(change: dict[str, str], library: Library, home: Places) -> None:
    key = "policy-device-fast-lane"
    before = choose(library, asked())
    assert key in {finding.record.id for finding in before.findings if finding.verdict == "met"}
    other = spoilt(library, key, **change)
    for force in (False, True):
        recipe = msgspec.structs.replace(asked(), force_unverified=force)
        text = "".join(pages_of(preview(other, recipe, home)))
        spent = "、".join(library.record(each).name.zh for each in (key, "policy-plan-14th-five-year"))
        assert set_form(say.SPENT.fill(2, spent).zh) in text
        assert text.count(set_form(library.record(key).name.zh)) == 1, "in the note that it is spent, and nowhere else"
        assert f"{len(match(library, FULL, ON).offered('met')) - 1}满足" in text


def test_validity_follows_the_day_of_the_book(library: Library) -> None:
    plan = "policy-plan-14th-five-year"
    for day, told in ((datetime.date(2025, 12, 31), True), (datetime.date(2026, 1, 1), False)):
        choice = choose(library, asked(on=day))
        assert (plan in {finding.record.id for finding in choice.findings}) == told
        for finding in choice.findings:
            if isinstance(finding.record, Policy):
                assert finding.validity not in ("expired", "replaced")


def test_the_same_answers_are_the_same_bytes(library: Library, home: Places) -> None:
    recipe = asked(lang="en")
    turned = Answers(**dict(reversed(list(FULL.given().items()))))
    assert preview(library, recipe, home) == preview(library, msgspec.structs.replace(recipe, answers=turned), home)
    assert preview(library, recipe, home) != preview(library, asked(Answers(size="small"), "en"), home)


@pytest.mark.parametrize("lang", LANGS)
def test_every_source_of_a_condition_is_listed_at_the_back(lang: Lang, library: Library, home: Places) -> None:
    choice = choose(library, asked(lang=lang))
    data = preview(library, asked(lang=lang), home)
    back = re.sub(r"\s", "", pypdf.PdfReader(io.BytesIO(data)).pages[-1].extract_text())
    cited = {key for each in choice.findings for judged in each.conditions for key in judged.condition.sources}
    assert len(cited) >= 4
    for key in cited:
        assert set_form(library.record(key).cite.to(lang)) in back, key  # type: ignore[attr-defined]


def long_library(library: Library, times: int) -> Library:
    """Return the library with every wording and caution of the matcher as long as it may get."""

    def more(text: Text | None) -> Text | None:
        return None if text is None else Text(text.zh * times, " ".join([text.en] * times))

    other = spoilt(library, "carrier-sme", note=more(library.record("carrier-sme").note))
    other.conditions = tuple(
        msgspec.structs.replace(each, clause=more(each.clause), name=more(each.name)) for each in library.conditions
    )
    return other


@pytest.mark.parametrize("lang", LANGS)
def test_three_times_the_text_loses_no_character_and_splits_no_row(lang: Lang, library: Library, home: Places) -> None:
    other = long_library(library, 3)
    data = preview(other, asked(lang=lang), home)
    pages = pages_of(data)
    for finding in choose(other, asked(lang=lang)).findings:
        asked_for = [each.condition for each in finding.conditions]
        parts = [finding.record.name, *(match_say.say_clause(each.clause, each.basis) for each in asked_for)]
        forms = [set_form(part.to(lang)) for part in parts]
        assert any(all(form in page for form in forms) for page in pages), finding.record.id
    heads = set_form(say.COLUMNS[1].to(lang))
    assert all(heads in page for page in pages)
    for number, page in enumerate(pypdfium2.PdfDocument(data)):
        if number < len(pages):
            text = page.get_textpage()
            boxes = [text.get_rect(place) for place in range(text.count_rects())]
            body = [low for left, low, right, _ in boxes if left > MARGIN_PT - 1 and right < 210 / 25.4 * 72 - 20]
            assert min(low for low in body if low > 60) > 842 - 276 / 25.4 * 72, number + 1


def every_answer(library: Library) -> list[Answers]:
    sectors = [record.id for record in library.records("industries")]
    stages = ["before", *(record.id for record in library.records("stages"))]
    single = [Answers(**{question: answer}) for question, answers in FIXED.items() for answer in answers]
    mixed = [
        Answers(
            sector=sectors[turn % len(sectors)], stage=stages[turn % len(stages)],
            **{question: answers[turn % len(answers)] for question, answers in FIXED.items()},
        )
        for turn in range(8)
    ]  # fmt: skip
    return [*single, *(Answers(sector=key) for key in sectors), *mixed]


def test_whatever_was_answered_no_page_is_a_mere_remainder(library: Library, home: Places) -> None:
    for answers in every_answer(library):
        data = preview(library, asked(answers), home)
        document = pypdfium2.PdfDocument(data)
        for number in range(1, len(document) - 1):
            text = document[number].get_textpage()
            lows = [text.get_rect(place)[1] for place in range(text.count_rects())]
            lowest = min((low for low in lows if low > 70), default=842.0)
            assert 842 - lowest > 842 / 3, (answers, number + 1)


def test_the_checks_before_printing_see_the_conditions_and_the_measures(
    library: Library, font_files: FontFiles
) -> None:
    assert inspect(library, asked(lang="en"), font_files) == ()
    other = spoilt(library, "carrier-life-valley", name=Text("生命健康谷", ""))
    assert [finding.level for finding in inspect(other, asked(lang="en"), font_files)] == ["warn"]
    other = long_library(library, 1)
    first = next(each for each in other.conditions if each.record == "policy-device-fast-lane")
    lacking = msgspec.structs.replace(first, clause=Text(first.clause.zh, ""))
    other.conditions = tuple(lacking if each is first else each for each in other.conditions)
    assert [finding.where for finding in inspect(other, asked(lang="en"), font_files)] == [first.name]
    strange = msgspec.structs.replace(first, clause=Text("ไทย", "Thai ไทย"))
    other.conditions = tuple(strange if each is lacking else each for each in other.conditions)
    other.characters = library.characters | set("ไทย")
    stops = [finding for finding in inspect(other, asked(), font_files) if finding.level == "stop"]
    assert [finding.where for finding in stops] == [first.name]
    assert "U+0E44" in stops[0].what.en


def test_what_is_printed_on_request_has_its_label(library: Library, home: Places, tmp_path: Path) -> None:
    other = spoilt(library, "carrier-life-valley", sources=())
    recipe = msgspec.structs.replace(asked(), force_unverified=True)
    assert set_form(ON_REQUEST.zh) in "".join(pages_of(preview(other, recipe, home)))
