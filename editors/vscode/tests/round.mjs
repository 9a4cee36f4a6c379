// A full round with 'copylint lsp' by the protocol library that VS Code's own client uses.
//
//     node tests/round.mjs COMMAND [ARGUMENT]...
//
// prints one line for each step that passes, and exits with 1 at the first that fails.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import * as lsp from "vscode-languageserver-protocol/node";

const TEXT = "# Ferry 🚢\r\n\r\nIt was the the last one. They recieve it.\r\n";
const folder = mkdtempSync(join(tmpdir(), "copylint-round-"));
// Not every installation has the deep check.
writeFileSync(join(folder, "copylint.toml"), 'deep = "never"\n');
const uri = pathToFileURL(join(folder, "ferry.md")).href;
const server = spawn(process.argv[2], process.argv.slice(3), {
    cwd: folder,
    stdio: ["pipe", "pipe", "inherit"],
});
const connection = lsp.createProtocolConnection(
    new lsp.StreamMessageReader(server.stdout),
    new lsp.StreamMessageWriter(server.stdin),
);
let version = 0;
let text = TEXT;
const published = new Map();
let woken = () => {};

connection.onNotification(lsp.PublishDiagnosticsNotification.type, (params) => {
    published.set(params.version, params.diagnostics);
    woken();
});
connection.listen();

function done(step) {
    console.log(`ok: ${step}`);
}

/** Waits until the diagnostics of this version come from exactly these rules. */
async function findings(wanted, of) {
    for (;;) {
        const found = published.get(of);
        if (found && JSON.stringify(found.map((each) => each.code)) === JSON.stringify(wanted)) {
            return found;
        }
        await new Promise((resolve) => (woken = resolve));
    }
}

function offset(position) {
    const lines = text.split("\n");
    const before = lines.slice(0, position.line).join("\n").length + (position.line ? 1 : 0);
    return before + position.character;
}

function apply(edits) {
    const sorted = [...edits].sort((a, b) => offset(b.range.start) - offset(a.range.start));
    for (const { range, newText } of sorted) {
        text = text.slice(0, offset(range.start)) + newText + text.slice(offset(range.end));
    }
}

async function change(contentChanges) {
    version += 1;
    const textDocument = { uri, version };
    await connection.sendNotification(lsp.DidChangeTextDocumentNotification.type, {
        textDocument,
        contentChanges,
    });
}

const greeted = await connection.sendRequest(lsp.InitializeRequest.type, {
    processId: process.pid,
    rootUri: pathToFileURL(folder).href,
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: "desk" }],
    capabilities: {
        general: { positionEncodings: ["utf-16"] },
        textDocument: {
            publishDiagnostics: { relatedInformation: true, versionSupport: true },
            codeAction: {
                dataSupport: true,
                resolveSupport: { properties: ["edit"] },
                isPreferredSupport: true,
                codeActionLiteralSupport: {
                    codeActionKind: { valueSet: ["quickfix", "source.fixAll"] },
                },
            },
        },
        workspace: { workspaceEdit: { documentChanges: true } },
    },
});
assert.equal(greeted.capabilities.positionEncoding, "utf-16");
assert.equal(greeted.capabilities.textDocumentSync.change, lsp.TextDocumentSyncKind.Incremental);
await connection.sendNotification(lsp.InitializedNotification.type, {});
done("initialize");

await connection.sendNotification(lsp.DidOpenTextDocumentNotification.type, {
    textDocument: { uri, languageId: "markdown", version, text },
});
const [doubled, unknown] = await findings(["duplicates.word", "spelling.unknown"], version);
assert.deepEqual(text.slice(offset(doubled.range.start), offset(doubled.range.end)), "the the");
assert.equal(text.slice(offset(unknown.range.start), offset(unknown.range.end)), "recieve");
done("diagnostics");

const hover = await connection.sendRequest(lsp.HoverRequest.type, {
    textDocument: { uri },
    position: unknown.range.start,
});
assert.match(hover.contents.value, /spelling\.unknown/);
done("hover");

async function actions(range, only) {
    const context = { diagnostics: [], ...(only ? { only } : {}) };
    const params = { textDocument: { uri }, range, context };
    return connection.sendRequest(lsp.CodeActionRequest.type, params);
}

const fix = (await actions(doubled.range)).find((each) => each.isPreferred);
apply(fix.edit.documentChanges[0].edits);
await change(
    fix.edit.documentChanges[0].edits.map((each) => ({ range: each.range, text: each.newText })),
);
assert.ok(text.includes("It was the last one."));
const [left] = await findings(["spelling.unknown"], version);
done("quick fix");

const comment = (await actions(left.range)).find((each) => each.title.includes("with a comment"));
assert.equal(comment.edit, undefined);
const resolved = await connection.sendRequest(lsp.CodeActionResolveRequest.type, comment);
apply(resolved.edit.documentChanges[0].edits);
await change([{ text }]);
await findings([], version);
assert.ok(text.includes("copylint-disable-next-line spelling.unknown -->\r\n"));
done("suppression");

text = TEXT;
await change([{ text }]);
await findings(["duplicates.word", "spelling.unknown"], version);
const [all] = await actions(doubled.range, ["source.fixAll"]);
const fixed = await connection.sendRequest(lsp.CodeActionResolveRequest.type, all);
apply(fixed.edit.documentChanges[0].edits);
assert.equal(text, "# Ferry 🚢\r\n\r\nIt was the last one. They receive it.\r\n");
done("all safe corrections");

text = TEXT;
await change([{ text }]);
await findings(["duplicates.word", "spelling.unknown"], version);
const accept = (await actions(unknown.range)).find((each) => each.title.startsWith("Accept"));
const accepted = await connection.sendRequest(lsp.ExecuteCommandRequest.type, accept.command);
await findings(["duplicates.word"], version);
const words = new URL(accepted.file);
assert.match(readFileSync(words, "utf8"), /^recieve$/m);
done("house word");

const report = await connection.sendRequest(lsp.DocumentDiagnosticRequest.type, {
    textDocument: { uri },
});
assert.deepEqual(report.items.map((each) => each.code), ["duplicates.word"]);
done("pulled diagnostics");

await connection.sendNotification(lsp.DidCloseTextDocumentNotification.type, {
    textDocument: { uri },
});
await findings([], undefined);
await connection.sendRequest(lsp.ShutdownRequest.type);
const ended = new Promise((resolve) => server.on("exit", resolve));
await connection.sendNotification(lsp.ExitNotification.type);
assert.equal(await ended, 0);
done("shutdown");
rmSync(folder, { recursive: true });
process.exit(0);
