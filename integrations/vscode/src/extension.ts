import * as vscode from "vscode";
import { LanguageClient } from "vscode-languageclient/node";
import { needsRestart, serverOf, titleOf } from "./settings";

const explainCommand = "cppwarden.explain";
const explanationScheme = "cppwarden-rule";

let client: LanguageClient | undefined;

/** Explanations by the path of their document. */
class Explanations implements vscode.TextDocumentContentProvider {
  private readonly texts = new Map<string, string>();

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.texts.get(uri.path) ?? "";
  }

  async show(text: string): Promise<void> {
    const uri = vscode.Uri.from({ scheme: explanationScheme, path: `/${titleOf(text)}.md` });
    this.texts.set(uri.path, text);
    await vscode.commands.executeCommand("markdown.showPreview", uri);
  }
}

function configuration(): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration("cppwarden");
}

async function start(explanations: Explanations): Promise<void> {
  const server = serverOf(configuration());
  client = new LanguageClient(
    "cppwarden",
    "cppwarden",
    { command: server.command, args: server.args },
    {
      documentSelector: [
        { scheme: "file", language: "c" },
        { scheme: "file", language: "cpp" },
      ],
      initializationOptions: server.options,
      middleware: {
        executeCommand: async (command, args, next) => {
          const result = await next(command, args);
          if (command === explainCommand && typeof result === "string") await explanations.show(result);
          return result;
        },
      },
    },
  );
  try {
    await client.start();
  } catch (error) {
    client = undefined;
    void vscode.window.showErrorMessage(`cppwarden: '${server.command}' does not start: ${String(error)}`);
  }
}

async function stop(): Promise<void> {
  const old = client;
  client = undefined;
  await old?.stop();
}

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const explanations = new Explanations();
  const restart = async () => {
    await stop();
    await start(explanations);
  };
  context.subscriptions.push(
    vscode.workspace.registerTextDocumentContentProvider(explanationScheme, explanations),
    vscode.commands.registerCommand("cppwarden.restart", restart),
    vscode.workspace.onDidChangeConfiguration(async (event) => {
      if (!event.affectsConfiguration("cppwarden")) return;
      if (!client || needsRestart((section) => event.affectsConfiguration(section))) return restart();
      await client.sendNotification("workspace/didChangeConfiguration", {
        settings: { cppwarden: serverOf(configuration()).options },
      });
    }),
  );
  await start(explanations);
}

export function deactivate(): Promise<void> {
  return stop();
}
