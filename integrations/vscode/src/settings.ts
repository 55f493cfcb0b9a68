// What the user's settings come to on the server's side. Knows no VS Code, so
// that it can be tested without one.

/** The part of VS Code's WorkspaceConfiguration that is needed. */
export interface Settings {
  get<T>(name: string, otherwise: T): T;
}

export interface Server {
  command: string;
  args: string[];
  /** As docs/editors.md lists them; what the user left empty is not said. */
  options: Record<string, unknown>;
}

export function serverOf(settings: Settings): Server {
  const options: Record<string, unknown> = {
    background: settings.get("background", true),
    debounce: settings.get("debounce", 150),
    // We show them in a tab of their own.
    showExplanations: false,
  };
  for (const name of ["buildPath", "config", "baseline"]) {
    const value = settings.get(name, "").trim();
    if (value !== "") options[name] = value;
  }
  return {
    command: settings.get("path", "").trim() || "cppwarden",
    args: ["lsp", ...settings.get<string[]>("arguments", [])],
    options,
  };
}

/** Settings that only a new process can take up. */
export function needsRestart(affects: (section: string) => boolean): boolean {
  return affects("cppwarden.path") || affects("cppwarden.arguments");
}

/** The explanation's first heading names the rule: "# weak-hash: …". */
export function titleOf(explanation: string): string {
  const heading = /^# ([\w-]+)/.exec(explanation);
  return heading ? heading[1] : "rule";
}
