// Buttons and keys.

const actions = {
  dismiss: askForReason,
  "dismiss-with": (note) => dismiss(note, note.querySelector(".reason input").value),
  cancel: takeBack,
  done,
  undo,
};

const press = (button) => {
  const { dataset, classList } = button;
  if (classList.contains("fold")) {
    const article = articleOf(button);
    if (article.isOpen) article.fold();
    else article.open();
    return;
  }
  if (classList.contains("why")) {
    explain(dataset.rule);
    return;
  }
  if (dataset.act === "accept-safe") {
    const article = articleOf(button);
    acceptSafe(article);
    article.button.focus({ preventScroll: true });
    return;
  }
  const note = button.closest(".note");
  if (!note) return;
  current = note;
  if (classList.contains("fix")) accept(note, Number(dataset.fix));
  else if (dataset.reason) dismiss(note, dataset.reason);
  else actions[dataset.act]?.(note);
  // The button that was pressed may be gone: its note keeps the focus.
  if (!note.contains(document.activeElement)) note.focus({ preventScroll: true });
};

const onClick = (id, act) => byId(id)?.addEventListener("click", act);

list.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (button) press(button);
});
for (const each of switches) each.addEventListener("click", () => toggle(each));
onClick("previous", () => go(-1));
onClick("next", () => go(1));
onClick("open-all", () => inOrder.forEach((each) => !each.element.hidden && each.open()));
onClick("fold-all", () => articles.forEach((each) => each.fold()));
onClick("save-decisions", () => saveAs("decisions.json", decisionsFile()));
onClick("save-baseline", () => saveAs("copylint-baseline.json", baselineFile()));
onClick("close-rule", () => dialog.close());
dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
byId("order")?.addEventListener("change", (event) => reorder(event.target.value));

let pause = 0;
search?.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(show, 150);
});

document.addEventListener("focusin", (event) => {
  const note = event.target.closest?.(".note");
  if (note) current = note;
});

// Decides on the current finding and goes on.
const decideAndGo = (act) => {
  if (!current || current.hidden || !current.isConnected) return;
  const notes = shownNotes();
  const next = notes[notes.indexOf(current) + 1];
  act(current);
  if (next && current.dataset.state) goTo(next);
};

const keys = {
  j: () => go(1),
  k: () => go(-1),
  0: showAll,
  a: () => decideAndGo((note) => accept(note, 0)),
  d: () => decideAndGo(done),
  x: () => current && askForReason(current),
  u: () => current && undo(current),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || dialog.open) return;
  if (event.target.closest?.("input, select, textarea")) {
    const note = event.target.closest(".note");
    if (note && event.key === "Enter") dismiss(note, event.target.value);
    else if (note && event.key === "Escape") takeBack(note);
    else return;
    event.preventDefault();
    note.focus({ preventScroll: true });
    return;
  }
  const act = keys[event.key];
  if (act) {
    event.preventDefault();
    act();
  }
});

window.addEventListener("hashchange", goToAddress);

// On a telephone the switches would be all that is seen.
const more = document.querySelector(".more");
if (more && window.matchMedia("(max-width: 52rem)").matches) more.open = false;

recall();
for (const article of articles) if (article.isOpen) article.open();
paintDecided();
goToAddress();
