// Decisions as files: all of them for `copylint apply`, the dismissed ones as a baseline.

const countOf = (state) =>
  articles.reduce(
    (sum, each) => sum + [...each.decisions.values()].filter((d) => d.decision === state).length,
    0,
  );

const paintDecided = () => {
  const counts = { accepted: countOf("accepted"), dismissed: countOf("dismissed"), done: countOf("done") };
  const decided = counts.accepted + counts.dismissed + counts.done;
  counts.open = total - decided;
  for (const each of switches) {
    if (each.dataset.kind === "state") {
      each.querySelector("span").textContent = grouped(counts[each.dataset.name]);
    }
  }
  if (!total) return;
  byId("decided").textContent = `${grouped(decided)} of ${grouped(total)} decided`;
  byId("save-decisions").disabled = decided === 0;
  byId("save-baseline").disabled = counts.dismissed === 0;
  byId("kept").textContent = store.works ? "" : "This browser keeps no decisions: save them before you leave.";
};

const decisionRecord = (finding, decision) => {
  const { rule, part: of, start, end, text, sentence } = finding;
  const row = { decision: decision.decision, rule, part: of, start, end, text, sentence };
  if (decision.decision === "accepted") Object.assign(row, finding.fixes[decision.fix]);
  if (decision.decision === "dismissed" && decision.reason) row.reason = decision.reason;
  return row;
};

const decisionsFile = () => {
  const { version, copylint, articles: known } = embedded();
  const rows = articles
    .filter((article) => article.decisions.size)
    .map((article) => ({
      path: known[article.index].path,
      sha256: article.digest,
      decisions: [...article.decisions]
        .sort(([one], [other]) => one - other)
        .map(([number, decision]) => decisionRecord(article.finding(number), decision)),
    }));
  return { version, copylint, articles: rows };
};

// As `copylint baseline` writes it: an entry for each rule and sentence, and how often.
const baselineFile = () => {
  const entries = new Map();
  for (const article of articles) {
    const { entry: path } = embedded().articles[article.index];
    for (const [number, { decision, reason }] of article.decisions) {
      if (decision !== "dismissed") continue;
      const { rule, sentence } = article.finding(number);
      const key = JSON.stringify([path, rule, sentence]);
      const entry = entries.get(key) ?? { path, rule, sentence, count: 0 };
      entry.count += 1;
      if (reason) entry.reason = reason;
      entries.set(key, entry);
    }
  }
  return { version: 1, findings: [...entries.keys()].sort().map((key) => entries.get(key)) };
};

const saveAs = (name, value) => {
  const file = new Blob([JSON.stringify(value, null, 1) + "\n"], { type: "application/json" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
};
