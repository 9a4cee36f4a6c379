// What an editor decides on a finding, and how its note shows that.

const says = {
  accepted: (note, { fix }) => {
    const meant = note.querySelector(`.fix[data-fix="${fix}"] ins`);
    return `Accepted: ${meant ? meant.textContent : "the correction"}`;
  },
  dismissed: (note, { reason }) => (reason ? `Dismissed: ${reason}` : "Dismissed"),
  done: () => "Done",
};

const paintNote = (article, note) => {
  const decision = article.decisions.get(numberOf(note));
  if (decision) note.dataset.state = decision.decision;
  else delete note.dataset.state;
  if (!article.isDressed) return;
  for (const old of note.querySelectorAll(".decide, .decided, .reason")) old.remove();
  if (!decision) {
    note.append(part("decide"));
    return;
  }
  const line = part("decided");
  line.querySelector("span").textContent = says[decision.decision](note, decision);
  note.append(line);
};

const safeOpen = (article) =>
  article.notes.filter((note) => "safe" in note.dataset && !article.decisions.has(numberOf(note)));

const paintArticle = (article) => {
  const decided = article.decisions.size;
  article.element.classList.toggle("finished", article.count > 0 && decided === article.count);
  article.element.querySelector(".progress").textContent =
    decided ? `${decided} of ${article.count} decided` : "";
  const all = article.element.querySelector(".all-safe");
  if (!all) return;
  const safe = safeOpen(article).length;
  all.hidden = safe === 0;
  all.firstElementChild.textContent =
    `Accept ${safe === 1 ? "the safe correction" : `${safe} safe corrections`}`;
};

// Gives an article that opens for the first time its buttons.
const dressArticle = (article) => {
  for (const note of article.notes) paintNote(article, note);
  if (article.count > 1) article.body.prepend(part("safe"));
  paintArticle(article);
};

const keep = (article) => {
  const kept = {};
  for (const [number, decision] of article.decisions) kept[keyOf(article.finding(number))] = decision;
  store.write(article.digest, kept);
};

// Puts a decision on each of `notes`; null takes it back.
const decide = (article, notes, decisionOn) => {
  for (const note of notes) {
    const decision = decisionOn(note);
    if (decision) article.decisions.set(numberOf(note), decision);
    else article.decisions.delete(numberOf(note));
    paintNote(article, note);
  }
  keep(article);
  paintArticle(article);
  paintDecided();
  show();
};

const accept = (note, fix) => {
  const article = articleOf(note);
  if (article.finding(numberOf(note)).fixes[fix]) {
    decide(article, [note], () => ({ decision: "accepted", fix }));
  }
};

const acceptSafe = (article) => {
  const shown = safeOpen(article).filter((note) => !note.hidden);
  decide(article, shown, () => ({ decision: "accepted", fix: 0 }));
};

const dismiss = (note, reason) =>
  decide(articleOf(note), [note], () => ({
    decision: "dismissed",
    reason: reason.trim().slice(0, LONGEST_REASON),
  }));

const done = (note) => decide(articleOf(note), [note], () => ({ decision: "done" }));

const undo = (note) => decide(articleOf(note), [note], () => null);

const askForReason = (note) => {
  for (const old of note.querySelectorAll(".decide, .decided, .reason")) old.remove();
  const form = part("reason");
  note.append(form);
  form.querySelector("[data-reason]").focus();
};

const takeBack = (note) => paintNote(articleOf(note), note);

// Brings back what was decided on articles of the same content.
const recall = () => {
  for (const article of articles) {
    if (!store.has(article.digest)) continue;
    const kept = store.read(article.digest);
    for (const note of article.notes) {
      const finding = article.finding(numberOf(note));
      const decision = checked(kept[keyOf(finding)], finding);
      if (!decision) continue;
      article.decisions.set(numberOf(note), decision);
      paintNote(article, note);
    }
    paintArticle(article);
  }
};
