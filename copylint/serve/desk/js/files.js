// Reads articles from files: dropped, chosen, or opened below the server's folders.
import { get, sendFile } from "./api.js";
import { byId, make, told } from "./dom.js";

const MOST_LISTED = 200;

export class Files {
  // `place` puts a file's text on the desk; `about` lists the formats that the server reads.
  constructor(about, place) {
    this.about = about;
    this.place = place;
    this.listed = null;
    const input = byId("file");
    input.addEventListener("change", () => {
      if (input.files[0]) this.take(input.files[0]);
      input.value = "";
    });
    for (const id of ["choose", "opening-choose"]) byId(id).addEventListener("click", () => input.click());
    byId("open").addEventListener("click", () => this.show());
    byId("from-folder").addEventListener("click", () => this.show());
    byId("from-folder").hidden = !about.folders.length;
    byId("folder-search").addEventListener("input", () => this.list());
    addEventListener("dragover", (event) => {
      if (![...event.dataTransfer.types].includes("Files")) return;
      event.preventDefault();
      document.body.classList.add("dropping");
    });
    addEventListener("dragleave", (event) => {
      if (!event.relatedTarget) document.body.classList.remove("dropping");
    });
    // Runs before the editor handles the drop, which would insert the file's bytes as text.
    addEventListener("drop", (event) => {
      document.body.classList.remove("dropping");
      const file = event.dataTransfer.files[0];
      if (!file) return;
      event.preventDefault();
      event.stopPropagation();
      this.take(file);
    }, true);
  }

  async take(file) {
    if (file.size > this.about.most_bytes) {
      told(`${file.name} is too long for this server`);
      return;
    }
    byId("opening").close();
    try {
      const bytes = await file.arrayBuffer();
      const read = await sendFile(`files?name=${encodeURIComponent(file.name)}`, bytes);
      await this.place(read, { name: file.name, bytes });
    } catch (error) {
      told(`${file.name} cannot be opened: ${error.message}`);
    }
  }

  async show() {
    byId("opening").showModal();
    if (!this.about.folders.length) return;
    byId("opening-folder").hidden = false;
    this.listed = await get("folder").catch((error) => {
      told(`The folders cannot be read: ${error.message}`);
      return { files: [] };
    });
    this.list();
  }

  list() {
    if (!this.listed) return;
    const wanted = byId("folder-search").value.trim().toLowerCase();
    const found = this.listed.files.filter((each) =>
      `${each.folder}/${each.path}`.toLowerCase().includes(wanted));
    const items = found.slice(0, MOST_LISTED).map((each) => {
      const button = make("button", { type: "button", className: "link" }, `${each.folder}/${each.path}`);
      button.addEventListener("click", () => this.fetch(each));
      return make("li", {}, button);
    });
    if (found.length > MOST_LISTED || this.listed.more) items.push(make("li", {}, "There are more: search for them."));
    if (!items.length) items.push(make("li", {}, "No file matches."));
    byId("folder-files").replaceChildren(...items);
  }

  async fetch({ name, path }) {
    byId("opening").close();
    try {
      const read = await get(`folder/file?name=${encodeURIComponent(name)}`);
      await this.place(read, { name: read.name, file: name });
    } catch (error) {
      told(`${path} cannot be opened: ${error.message}`);
    }
  }
}
