// Starts 'copylint lsp' and connects the editor to it. The server does everything else.

import * as vscode from "vscode";
import { LanguageClient, type LanguageClientOptions } from "vscode-languageclient/node";

const SECTION = "copylint";
const FIX_ALL = vscode.CodeActionKind.SourceFixAll.append(SECTION);

let client: LanguageClient | undefined;

/** Called by the editor when it opens the first document that copylint may check. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
    context.subscriptions.push(
        vscode.commands.registerCommand("copylint.restart", restart),
        vscode.commands.registerCommand("copylint.fixAll", fixAll),
        vscode.workspace.onDidChangeConfiguration(async (event) => {
            if (event.affectsConfiguration(SECTION)) {
                await restart();
            }
        }),
        vscode.workspace.onDidGrantWorkspaceTrust(restart),
    );
    await start();
}

/** Called by the editor when it shuts down. */
export async function deactivate(): Promise<void> {
    await client?.stop();
}

async function start(): Promise<void> {
    const settings = vscode.workspace.getConfiguration(SECTION);
    const [command, ...args] = settings.get<string[]>("command", ["copylint", "lsp"]);
    if (command === undefined) {
        void vscode.window.showErrorMessage("copylint.command is empty: it names no server.");
        return;
    }
    if (!vscode.workspace.isTrusted) {
        args.push("--untrusted");
    }
    const languages = settings.get<string[]>("languages", []);
    const options: LanguageClientOptions = {
        documentSelector: [
            ...languages.map((language) => ({ language })),
            { scheme: "file", pattern: "**/{copylint,.copylint,pyproject}.toml" },
        ],
        initializationOptions: { pause: settings.get<number>("pause", 300) },
    };
    client = new LanguageClient(SECTION, "copylint", { command, args }, options);
    try {
        await client.start();
    } catch {
        client = undefined;
        const what = `'${command}' does not start. Install copylint with its extra 'lsp', or set`;
        const open = "Open settings";
        const chosen = await vscode.window.showErrorMessage(`${what} copylint.command.`, open);
        if (chosen === open) {
            await vscode.commands.executeCommand(
                "workbench.action.openSettings",
                "copylint.command",
            );
        }
    }
}

async function restart(): Promise<void> {
    const running = client;
    client = undefined;
    await running?.stop();
    await start();
}

async function fixAll(): Promise<void> {
    await vscode.commands.executeCommand("editor.action.codeAction", {
        kind: FIX_ALL.value,
        apply: "ifSingle",
    });
}
