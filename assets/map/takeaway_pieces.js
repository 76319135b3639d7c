/* What the page that is taken away is made of: its data, its words in the language of the moment, icons, buttons, lines. */
"use strict";

Park.part((world) => {
  const { state, make, say } = world, at = (id) => document.getElementById(id);
  const data = JSON.parse(at("park-more").textContent), word = (key) => say(data.words[key]);
  const cards = new Map(data.cards.map((card) => [card.id, card])), said = [];
  world.hasCard = (f) => cards.has(f.id);
  state.lang = data.lang === "en" ? "en" : "zh";

  const speak = (node, key, how = "text") => said.push([node, key, how]);
  const icon = (name, parent) => {
    const drawn = at(`icon-${name}`) || at("icon-map");
    parent.prepend(drawn.content.cloneNode(true));
  };
  const swapIcon = (node, name) => {
    node.querySelector("svg")?.remove();
    icon(name, node);
  };
  const button = (parent, name, act, drawn) => {
    const node = make("button", name, parent);
    node.type = "button";
    if (drawn) icon(drawn, node);
    node.addEventListener("click", act);
    return node;
  };
  const line = (tag, name, parent, text) => {
    const node = make(tag, name, parent);
    node.textContent = text;
    return node;
  };
  const otherName = (card) => {
    const other = state.lang === "zh" ? card.name.en : card.name.zh;
    return other && other !== say(card.name) ? other : "";
  };

  /* The parts that follow add what they are asked for: field, show and close, settle; open is the id of the card. */
  world.away = { data, cards, at, word, speak, icon, swapIcon, button, line, otherName, open: null };

  return {
    dress() {
      document.title = say(data.title);
      for (const [node, key, how] of said) {
        if (how === "text") node.textContent = word(key);
        else node.setAttribute(how, word(key));
      }
    },
  };
});
