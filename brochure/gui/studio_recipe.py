"""What the studio asks: the form over what was chosen elsewhere, or over a recipe that was opened."""

from collections.abc import Callable

import msgspec

from brochure.gui.export import shortlist_recipe
from brochure.gui.studio_form import StudioForm
from brochure.gui.view import Hub
from brochure.pdf.recipe import Recipe

LISTS = ("zones", "policies", "enterprises", "also")


class StudioRecipe:
    """One request; a recipe that was opened keeps what the window cannot show, as long as nothing else is chosen."""

    def __init__(self, hub: Hub, form: StudioForm) -> None:
        self.hub, self.form = hub, form
        self._opened: Recipe | None = None
        self._chosen_then: tuple[object, ...] = ()

    def now(self) -> Recipe:
        """Return what is asked now."""
        base = shortlist_recipe(self.hub)
        opened = self._opened
        if opened is not None:
            base = msgspec.structs.replace(base, contact=opened.contact or base.contact)
            if self._chosen_then == self._chosen():
                one = opened.sectors is not None and len(opened.sectors) == 1  # that one is in the form
                kept = {field: getattr(opened, field) for field in (*LISTS, "stage", "answers")}
                base = msgspec.structs.replace(base, sectors=None if one else opened.sectors, **kept)
        return self.form.recipe(base)

    def open(self, recipe: Recipe) -> Callable[[], None]:
        """Take over a recipe and return what takes that back."""
        before, opened, chosen = self.now(), self._opened, self._chosen()
        then, picked = self._chosen_then, self.form.request.is_edition_picked

        def take_back() -> None:
            self._choose(*chosen)
            self._opened, self._chosen_then = opened, then
            self.form.show_recipe(before)
            self.form.request.is_edition_picked = picked

        sectors = recipe.sectors or ()
        lists = (recipe.zones, recipe.policies, recipe.enterprises, sectors if len(sectors) > 1 else (), recipe.also)
        ids = tuple(dict.fromkeys(record for records in lists for record in records or ()))
        self._choose(ids, recipe.answers, recipe.stage)
        self._opened, self._chosen_then = recipe, self._chosen()
        self.form.show_recipe(recipe)
        return take_back

    def forget(self) -> None:
        """Ask for nothing that somebody else opened."""
        self._opened, self._chosen_then = None, ()

    def _chosen(self) -> tuple[object, ...]:
        return self.hub.shortlist, self.hub.answers, self.hub.own_stage

    def _choose(self, shortlist: tuple[str, ...], answers: object, stage: str | None) -> None:
        self.hub.set_shortlist(shortlist)
        self.hub.set_answers(answers)
        self.hub.set_own_stage(stage)
