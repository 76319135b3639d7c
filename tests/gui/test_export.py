"""From the tray to a request: nothing that was chosen or answered is lost on the way."""

from brochure.desk.match import Answers
from brochure.gui.export import CHOSEN, answers_recipe, shortlist_recipe, suggested_file
from brochure.pdf.choice import choose
from brochure.pdf.guard import chosen
from brochure.words import matcher as say
from brochure.words.kinds import KINDS


def test_every_kind_of_the_tray_is_printed_in_its_order(hub):
    ids = [hub.library.records(kind)[0].id for kind in reversed(KINDS)]
    hub.set_shortlist(tuple(ids))
    recipe = shortlist_recipe(hub)
    fields = (*(getattr(recipe, kind) for kind in CHOSEN), recipe.sectors, recipe.also)
    assert sorted(id for field in fields for id in field) == sorted(ids)
    assert recipe.also == tuple(id for id in ids if id in recipe.also)
    choice = choose(hub.library, recipe)
    assert {"zones", "policies", "enterprises", "also"} <= set(choice.sections)
    assert {record.id for record in chosen(choice)} >= set(ids)


def test_an_empty_tray_is_the_whole_book_and_answers_go_with_it(hub):
    assert shortlist_recipe(hub).also is None
    assert shortlist_recipe(hub).answers is None
    hub.set_answers(Answers(size="small"))
    recipe = shortlist_recipe(hub)
    assert recipe.answers == Answers(size="small")
    assert recipe.policies is None
    assert "match" in choose(hub.library, recipe).sections
    hub.welcome_visitor()
    assert shortlist_recipe(hub).answers is None


def test_the_result_alone_has_its_sections_and_its_name(hub):
    import datetime

    day = datetime.date(2026, 3, 2)
    recipe = answers_recipe(hub, Answers(sector="industry-devices"), day)
    assert (recipe.sections, recipe.sectors, recipe.on) == (("match", "sources"), ("industry-devices",), day)
    assert choose(hub.library, recipe).sections == ("match", "sources")
    assert suggested_file(hub, say.PRINT_FILE).name.startswith(say.PRINT_FILE.zh)
