// What is said of a rule, shown when its name is pressed.

const explanations = new Map(
  [...document.querySelectorAll("template[data-rule]")].map((each) => [each.dataset.rule, each]),
);
const dialog = byId("rule");

const explain = (rule) => {
  const found = explanations.get(rule);
  if (!found) return;
  const place = dialog.querySelector("div");
  place.replaceChildren(found.content.cloneNode(true));
  dialog.setAttribute("aria-label", rule);
  dialog.showModal();
  dialog.scrollTop = 0;
};
