// Decisions kept in the browser, by the SHA-256 of the article that they are about: they come
// back with the same content, and never with another.

const KEY = "copylint:1:";
const DECISIONS = new Set(["accepted", "dismissed", "done"]);
const LONGEST_REASON = 200;

const store = {
  works: true,

  has(digest) {
    try {
      return digest !== "" && localStorage.getItem(KEY + digest) !== null;
    } catch {
      this.works = false;
      return false;
    }
  },

  // The decisions by the key of their finding. Other pages can write here: nothing is believed.
  read(digest) {
    try {
      const value = JSON.parse(localStorage.getItem(KEY + digest));
      return value && typeof value === "object" && !Array.isArray(value) ? value : {};
    } catch {
      return {};
    }
  },

  write(digest, decisions) {
    if (digest === "") return;
    try {
      if (Object.keys(decisions).length) localStorage.setItem(KEY + digest, JSON.stringify(decisions));
      else localStorage.removeItem(KEY + digest);
    } catch {
      this.works = false;
    }
  },
};

// What identifies a finding in an article whose content is known.
const keyOf = (finding) => [finding.rule, finding.part, finding.start, finding.end].join("\n");

// A decision as this page could have made it on `finding`, or null.
const checked = (value, finding) => {
  if (!value || !DECISIONS.has(value.decision)) return null;
  if (value.decision === "accepted") {
    return finding.fixes[value.fix] ? { decision: "accepted", fix: value.fix } : null;
  }
  if (value.decision === "done") return { decision: "done" };
  return { decision: "dismissed", reason: String(value.reason ?? "").slice(0, LONGEST_REASON) };
};
