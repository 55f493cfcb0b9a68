import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { needsRestart, serverOf, Settings, titleOf } from "../src/settings";

function settings(values: Record<string, unknown>): Settings {
  return { get: <T>(name: string, otherwise: T) => (name in values ? (values[name] as T) : otherwise) };
}

test("without settings the program on the path is started", () => {
  assert.deepEqual(serverOf(settings({})), {
    command: "cppwarden",
    args: ["lsp"],
    options: { background: true, debounce: 150, showExplanations: false },
  });
});

test("settings reach the server, and empty ones do not", () => {
  const server = serverOf(
    settings({
      path: " /opt/cppwarden ",
      arguments: ["--pack", "audit"],
      buildPath: "out/debug",
      config: "",
      baseline: "  ",
      background: false,
      debounce: 500,
    }),
  );
  assert.equal(server.command, "/opt/cppwarden");
  assert.deepEqual(server.args, ["lsp", "--pack", "audit"]);
  assert.deepEqual(server.options, {
    background: false,
    debounce: 500,
    showExplanations: false,
    buildPath: "out/debug",
  });
});

test("only another command line needs another process", () => {
  assert.equal(needsRestart((section) => section === "cppwarden.path"), true);
  assert.equal(needsRestart((section) => section === "cppwarden.arguments"), true);
  assert.equal(needsRestart((section) => section === "cppwarden.debounce"), false);
});

test("an explanation is named after its rule", () => {
  assert.equal(titleOf("# weak-hash: a broken digest\n\n…"), "weak-hash");
  assert.equal(titleOf("no heading"), "rule");
});

test("every setting of the manifest is read", () => {
  const manifest = JSON.parse(readFileSync(join(__dirname, "../../package.json"), "utf8"));
  const read = new Set<string>();
  serverOf({
    get: <T>(name: string, otherwise: T) => {
      read.add(`cppwarden.${name}`);
      return otherwise;
    },
  });
  assert.deepEqual([...read].sort(), Object.keys(manifest.contributes.configuration.properties).sort());
});
