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
      each.querySelector("span").textContent = counts[each.dataset.name].toLocaleString("en");
    }
  }
  if (!total) return;
  byId("decided").textContent = `${decided} of ${total} decided`;
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

const baselineFile = () => {
  const counts = new Map();
  for (const article of articles) {
    const { entry } = embedded().articles[article.index];
    for (const [number, { decision }] of article.decisions) {
      if (decision !== "dismissed") continue;
      const { rule, sentence } = article.finding(number);
      const key = JSON.stringify({ path: entry, rule, sentence });
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  const findings = [...counts].sort().map(([key, count]) => ({ ...JSON.parse(key), ...(count > 1 && { count }) }));
  return { version: 1, findings };
};

const saveAs = (name, value) => {
  const file = new Blob([JSON.stringify(value, null, 1) + "\n"], { type: "application/json" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
};
