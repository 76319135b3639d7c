"""Any request over any content: what stands on the pages stands there whole however long it gets, or is refused."""

import datetime
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as some

from brochure.desk import tailor
from brochure.eligibility import FIXED, Answers
from brochure.errors import BrochureError
from brochure.model.flat import columns
from brochure.model.record import Record
from brochure.pdf import guard
from brochure.pdf.choice import choose
from brochure.pdf.profile import PROFILES
from brochure.pdf.recipe import SECTIONS, Recipe
from brochure.settings import Places
from brochure.settings import places as places_in
from brochure.store.library import Library
from brochure.words import Lang, Text
from tests.factories import spoilt
from tests.pdf.test_document import pages_of, set_form

ON = datetime.date(2026, 3, 2)
LEAST_CHARACTERS = 6
"""A shorter text stands on a page by chance."""
CHINESE = (
    "高原",
    "园区",
    "企业",
    "审批",
    "服务",
    "生物",
    "医药",
    "规划",
    "产业",
    "科技",
    "投资",
    "研发",
    "海拔",
    "资源",
)
ENGLISH = ("plateau", "park", "firms", "approval", "service", "medicine", "planning", "industry", "research", "land")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Places:
    return places_in(tmp_path_factory.mktemp("any"))


def texts_of(record: Record) -> Iterator[tuple[str, Text]]:
    """Yield the fields of a record that are one text in two languages."""
    for column in columns(type(record)):
        value = getattr(record, column.field)
        if column.form == "text" and isinstance(value, Text) and len(value.zh) >= LEAST_CHARACTERS:
            yield column.field, value


def plain(text: str) -> str:
    """Return a text without what a page may change: line breaks and their hyphens, the case of its first letter."""
    return set_form(text).replace("-", "").rstrip("。.").casefold()


@some.composite
def requests(draw: some.DrawFn, library: Library) -> Recipe:
    """Draw a request: any profile, some sections, some of everything that can be chosen."""

    def ids(kind: str, most: int) -> some.SearchStrategy[tuple[str, ...] | None]:
        known = [record.id for record in library.records(kind)]
        return some.none() | some.lists(some.sampled_from(known), min_size=1, max_size=most, unique=True).map(tuple)

    fixed = {question: some.none() | some.sampled_from(answers) for question, answers in FIXED.items()}
    sector = draw(ids("industries", 1))
    return Recipe(
        on=ON,
        lang=draw(some.sampled_from(["zh", "en"])),
        profile=draw(some.sampled_from(sorted(PROFILES))),  # type: ignore[arg-type]
        reader=draw(some.none() | some.sampled_from(["湟水生命科技有限公司", "Alpine Care GmbH"])),
        sections=draw(some.none() | some.lists(some.sampled_from(SECTIONS), min_size=1, unique=True).map(tuple)),
        sectors=sector,
        zones=draw(ids("zones", 8)),
        policies=draw(ids("policies", 12)),
        enterprises=draw(ids("enterprises", 12)),
        also=draw(ids("services", 4)),
        answers=draw(some.none() | some.builds(Answers, sector=some.just(sector[0] if sector else None), **fixed)),
        force_unverified=True,
    )


def pages(library: Library, recipe: Recipe, home: Places) -> str | None:
    """Return the words of the pages, or nothing where there is nothing to print, which is said in both languages."""
    try:
        return plain("".join(pages_of(tailor.proof(library, recipe, home).data)))
    except BrochureError as refused:
        told = refused.message
    assert told.zh
    assert told.en
    return None


def stops(library: Library, recipe: Recipe, home: Places) -> set[str]:
    """Return why a request would not be printed."""
    return {each.what.zh for each in tailor.inspect_all(library, recipe, home) if each.level == "stop"}


@settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    phases=(Phase.generate,),  # a failure is told as it is: making it smaller would take many minutes
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=some.data())
def test_a_longer_text_stays_whole_or_is_refused(library: Library, home: Places, data: some.DataObject) -> None:
    recipe = data.draw(requests(library))
    lang: Lang = "en" if recipe.lang == "en" else "zh"
    was = pages(library, recipe, home)
    if was is None:
        return
    told = [
        (record, field, text)
        for record in guard.printed(library, choose(library, recipe))
        if library.find(record.id) is record
        for field, text in texts_of(record)
        if (record.kind, field) != ("figures", "note")  # which figures are told apart follows from what it says
        if plain(text.to(lang)) in was
    ]
    if not told:
        return
    record, field, before = data.draw(some.sampled_from(told))
    words = data.draw(some.lists(some.integers(0, 9), min_size=20, max_size=60))
    after = Text("".join(CHINESE[word] for word in words), " ".join(ENGLISH[word] for word in words))
    longer = spoilt(library, record.id, **{field: after})
    made = pages(longer, recipe, home)
    if made is None:
        return
    lost = was.count(plain(before.to(lang))) - made.count(plain(before.to(lang)))
    if made.count(plain(after.to(lang))) < lost:
        before_it, with_it = (stops(each, recipe, home) for each in (library, longer))
        assert with_it - before_it, (recipe, record.id, field, after.to(lang))
