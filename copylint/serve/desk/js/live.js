// The article as an open document of the server: sends changes and gets findings in stages.
// With `article.original`, the text is the prose of that file, and is checked as such.
import { Failed, call, get, post } from "./api.js";
import { asSent } from "./bytes.js";
import { follow, followed } from "./findings.js";
import { Places } from "./places.js";

const PAUSE_MS = 80;
const AGAIN_MS = 3000;

// A set of changes as edits in code points, each in the text that the one before leaves.
const editsOf = (changes, before, after) => {
  const old = new Places(before), now = new Places(after);
  const edits = [];
  changes.iterChanges((fromA, toA, fromB, _, inserted) => {
    const start = now.toPoints(fromB);
    const gone = old.toPoints(toA) - old.toPoints(fromA);
    edits.push({ start, end: start + gone, text: inserted.toString() });
  });
  return edits;
};

export class Live {
  // `view` is the editor's view; `on` holds callbacks: answer(stage, answer, moved), state(text).
  constructor(view, on) {
    this.view = view;
    this.on = on;
    this.article = { name: "", format: "plain" };
    this.id = null;
    this.version = 0;
    this.sent = view.state.doc;
    this.unsent = null;
    this.timer = 0;
    this.busy = false;
    this.abort = null;
  }

  // Called when another article is put on the desk.
  async open(article) {
    this.close();
    this.article = article;
    this.schedule(0);
  }

  close() {
    clearTimeout(this.timer);
    this.abort?.abort();
    if (this.id) call("DELETE", `documents/${this.id}`).catch(() => {});
    this.id = null;
    this.unsent = null;
  }

  changed(changes) {
    this.unsent = this.unsent ? this.unsent.compose(changes) : changes;
    this.schedule(PAUSE_MS);
  }

  // Called when the settings have changed, to check again.
  again() {
    this.schedule(0);
  }

  schedule(pause) {
    clearTimeout(this.timer);
    this.abort?.abort();
    this.timer = setTimeout(() => this.round(), pause);
  }

  async round() {
    if (this.busy) {
      this.wanted = true;
      return;
    }
    this.busy = true;
    this.abort = new AbortController();
    try {
      await this.ask(this.abort.signal);
    } catch (error) {
      this.failed(error);
    } finally {
      this.busy = false;
      if (this.wanted) {
        this.wanted = false;
        this.schedule(0);
      }
    }
  }

  failed(error) {
    if (error.name === "AbortError") return;
    if (error instanceof Failed && error.status === 404) this.id = null;
    else if (error instanceof Failed && error.status !== 409 && error.status < 500) {
      this.on.state(error.message, true);
      return;
    } else if (!(error instanceof Failed)) {
      this.on.state("The server does not answer; trying again", true);
    }
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.round(), error.status === 409 ? PAUSE_MS : AGAIN_MS);
  }

  async send() {
    const { doc } = this.view.state;
    const changes = this.unsent;
    const version = this.version + 1;
    if (!this.id) {
      this.unsent = null;
      this.sent = doc;
      const { name, format, original } = this.article;
      const kind = original ? asSent(original) : { name, format };
      const opened = await post("documents", { text: doc.toString(), version, ...kind });
      this.id = opened.id;
    } else if (changes) {
      const edits = editsOf(changes, this.sent.toString(), doc.toString());
      this.unsent = null;
      this.sent = doc;
      try {
        await call("PATCH", `documents/${this.id}`, { json: { version, edits } });
      } catch (error) {
        this.id = null; // the server's text is unknown, so open the article again
        throw error;
      }
    } else return;
    this.version = version;
  }

  async ask(signal) {
    if (!this.sent.length && !this.view.state.doc.length) {
      this.close();
      this.sent = this.view.state.doc;
      this.on.empty();
      return;
    }
    this.on.state("Checking…");
    await this.send();
    for (const stage of ["rules", "complete"]) {
      const answer = await get(`documents/${this.id}/findings?stage=${stage}`, { signal });
      if (signal.aborted || answer.version !== this.version) return;
      this.on.answer(stage, this.placed(answer));
    }
  }

  // The answer with its places moved to the text on the page, which may have changed since.
  placed(answer) {
    const places = new Places(this.sent.toString());
    const units = (each) => ({
      ...each, from: places.toUnits(each.start), to: places.toUnits(each.end),
    });
    const finding = (each) => ({
      ...units(each),
      fixes: each.fixes.map((fix) => ({ ...fix, changes: fix.edits.map(units) })),
      related: each.related.map(units),
    });
    const here = (each, how) => (this.unsent ? how(each, this.unsent) : each);
    return {
      ...answer,
      findings: answer.findings.map((each) => here(finding(each), followed)).filter(Boolean),
      blocks: answer.blocks?.map((each) => here(units(each), follow)).filter(Boolean),
    };
  }
}
