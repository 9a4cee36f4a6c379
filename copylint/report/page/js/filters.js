// Which findings and articles are shown: by severity, decision, kind of rule, and search.

const switches = [...document.querySelectorAll(".filters button")];
const search = byId("search");
const total = articles.reduce((sum, each) => sum + each.count, 0);

const switchedOff = (kind) =>
  new Set(
    switches
      .filter((each) => each.dataset.kind === kind && each.getAttribute("aria-pressed") === "false")
      .map((each) => each.dataset.name),
  );

// A mark is off if all the findings that it stands for are.
const paintMarks = (article) => {
  if (!article.isOpen) return;
  const hidden = new Set(article.notes.filter((note) => note.hidden).map((note) => String(numberOf(note))));
  for (const mark of article.body.querySelectorAll(".mark")) {
    const numbers = mark.dataset.findings.split(" ");
    const isOff = numbers.every((number) => hidden.has(number));
    mark.classList.toggle("off", isOff);
    if (isOff) mark.setAttribute("tabindex", "-1");
    else mark.removeAttribute("tabindex");
  }
};

// The heading of an article counts what is shown of it.
const paintCounts = (article, counts) => {
  for (const count of article.counts) {
    const { severity } = count.dataset;
    const number = counts[severity] ?? 0;
    count.hidden = number === 0;
    count.textContent = `${grouped(number)} ${severity}${number === 1 ? "" : "s"}`;
  }
};

const show = () => {
  const off = { severity: switchedOff("severity"), state: switchedOff("state"), family: switchedOff("family") };
  const wanted = (search?.value ?? "").trim().toLowerCase();
  let shown = 0;
  let matching = 0;
  for (const article of articles) {
    let left = 0;
    const counts = {};
    for (const note of article.notes) {
      const { severity, family, state = "open" } = note.dataset;
      note.hidden = off.severity.has(severity) || off.family.has(family) || off.state.has(state);
      if (note.hidden) continue;
      left += 1;
      counts[severity] = (counts[severity] ?? 0) + 1;
    }
    paintCounts(article, counts);
    const isOut = (article.count > 0 && left === 0) || (wanted !== "" && !article.haystack.includes(wanted));
    article.element.hidden = isOut;
    if (!isOut) {
      shown += left;
      matching += 1;
    }
    paintMarks(article);
  }
  byId("none").hidden = matching > 0;
  const status = byId("shown");
  if (status) status.textContent = shown < total ? `${grouped(shown)} of ${grouped(total)} shown` : "";
};

const toggle = (button) => {
  button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") === "false"));
  show();
};

const showAll = () => {
  for (const each of switches) each.setAttribute("aria-pressed", "true");
  if (search) search.value = "";
  show();
};
