#!/usr/bin/env python3
"""How long an editor waits for `cppwarden lsp` in a large program.

    benchmarks/lsp-benchmark.py CPPWARDEN [UNITS] [--keep FOLDER]

Generates a program of UNITS units (1000) with project headers, flows across
units, and one unit of about 1,000 lines; opens that one in a server, first
without results of earlier runs, then with all of them. Prints seconds and
memory and judges nothing. Linux; needs Debian's libsqlite3-dev.
"""

import argparse, json, os, select, shutil, statistics, subprocess, tempfile, time

LARGE = "src/large.cpp"


def header(i):
    return f"""#pragma once
#include <string>
#include <vector>
namespace shop {{
class Part{i} {{
public:
  explicit Part{i}(std::string name) : name_(std::move(name)) {{}}
  const std::string &name() const {{ return name_; }}
  void rename(const std::string &to) {{ name_ = to; }}
  std::vector<std::string> words() const {{
    std::vector<std::string> result;
    std::string word;
    for (char c : name_)
      if (c == ' ') {{ result.push_back(word); word.clear(); }}
      else word += c;
    result.push_back(word);
    return result;
  }}
private:
  std::string name_;
}};
}}
"""


def unit(i, units):
    """Calls into the next units, and a flow from the environment now and then."""
    lines = [f'#include "part{(i + k) % 60}.h"' for k in range(6)]
    lines += ["#include <cstdlib>", "namespace shop {"]
    for k in range(1, 4):
        lines.append(f"std::string describe{(i + k) % units}(const std::string &text);")
    lines.append("void run(const std::string &command);")
    lines += [f"std::string describe{i}(const std::string &text) {{",
              f"  Part{i % 60} part(text);", f'  part.rename("{i} " + part.name());',
              "  return part.name();", "}"]
    for k in range(12):
        lines += [f"static std::size_t count{i}_{k}(const Part{(i + k % 6) % 60} &part) {{",
                  "  std::size_t sum = 0;", "  for (const std::string &word : part.words())",
                  f"    sum += word.size() * {k + 1};", "  return sum;", "}"]
    lines += [f"std::size_t total{i}(const std::string &text) {{", "  std::size_t sum = 0;"]
    lines += [f"  sum += count{i}_{k}(Part{(i + k % 6) % 60}(describe{(i + k % 3 + 1) % units}(text)));" for k in range(12)]
    lines += ["  return sum;", "}"]
    if i % 50 == 0:
        lines += [f"void report{i}() {{", '  if (const char *from = std::getenv("SHOP_NAME"))',
                  f"    run(describe{(i + 1) % units}(from));", "}"]
    lines.append("}")
    return "\n".join(lines) + "\n"


def large():
    lines = [f"#include <{name}>" for name in
             ("algorithm", "cstdlib", "iostream", "map", "memory", "string", "unordered_map", "vector", "sqlite3.h")]
    lines += ['#include "part0.h"', "namespace shop {",
              "void run(const std::string &command) { std::system(command.c_str()); }"]
    i = 0
    while len(lines) < 1000:
        lines += [f"int query{i}(sqlite3 *db, const std::string &name) {{",
                  f'  std::map<std::string, int> seen{{{{"{i}", {i}}}}};',
                  "  std::vector<std::string> parts;", "  for (const auto &[key, value] : seen)",
                  "    parts.push_back(key + std::to_string(value));", "  std::sort(parts.begin(), parts.end());",
                  "  sqlite3_stmt *statement = nullptr;",
                  '  sqlite3_prepare_v2(db, "SELECT id FROM parts WHERE name = ?", -1, &statement, nullptr);',
                  "  sqlite3_bind_text(statement, 1, name.c_str(), -1, SQLITE_TRANSIENT);",
                  "  int id = sqlite3_step(statement) == SQLITE_ROW ? sqlite3_column_int(statement, 0) : 0;",
                  "  sqlite3_finalize(statement);", "  return id + int(parts.size());", "}"]
        i += 1
    lines += ["int find(sqlite3 *db) {", '  const char *name = std::getenv("PART");',
              '  std::string sql = "SELECT id FROM parts WHERE name = \'" + std::string(name) + "\'";',
              "  // edited", "  return sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr);", "}", "}"]
    return "\n".join(lines) + "\n"


def generate(root, units):
    os.makedirs(f"{root}/src"), os.makedirs(f"{root}/include"), os.makedirs(f"{root}/build")
    files = {f"include/part{i}.h": header(i) for i in range(60)}
    files |= {f"src/unit{i}.cpp": unit(i, units - 1) for i in range(units - 1)}
    files[LARGE] = large()
    for name, text in files.items():
        with open(f"{root}/{name}", "w") as out:
            out.write(text)
    with open(f"{root}/.cppwarden.yaml", "w"):
        pass
    database = [{"directory": f"{root}/build", "file": f"{root}/{name}",
                 "command": f"c++ -std=c++17 -I{root}/include -c {root}/{name}"}
                for name in files if name.endswith(".cpp")]
    with open(f"{root}/build/compile_commands.json", "w") as out:
        json.dump(database, out)


def megabytes(pid):
    """Resident memory of the server and of its workers."""
    def resident(of):
        try:
            with open(f"/proc/{of}/statm") as statm:
                return int(statm.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20
        except OSError:
            return 0
    try:
        with open(f"/proc/{pid}/task/{pid}/children") as children:
            workers = children.read().split()
    except OSError:
        workers = []
    return resident(pid), sum(resident(w) for w in workers)


def cpu_seconds(pid):
    """Of the server, and of its workers."""
    def used(of):
        try:
            with open(f"/proc/{of}/stat") as stat:
                fields = stat.read().rsplit(")", 1)[1].split()
                return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
        except OSError:
            return 0
    with open(f"/proc/{pid}/task/{pid}/children") as children:
        return used(pid), sum(used(w) for w in children.read().split())


class Editor:
    def __init__(self, program, root, arguments=()):
        self.root, self.id, self.version, self.buffer = root, 0, 1, b""
        self.published, self.progress = {}, []
        self.worker_peak = self.server_peak = 0
        self.server = subprocess.Popen([program, "lsp", "-p", "build", *arguments], cwd=root,
                                       stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        os.set_blocking(self.server.stdout.fileno(), False)
        self.request("initialize", {"rootUri": f"file://{root}", "capabilities": {
            "window": {"workDoneProgress": True},
            "textDocument": {"publishDiagnostics": {"relatedInformation": True}}}})
        self.notify("initialized", {})

    def send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.server.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.server.stdin.flush()

    def notify(self, method, params):
        self.send({"method": method, "params": params})

    def request(self, method, params):
        self.id += 1
        self.send({"id": self.id, "method": method, "params": params})

    def pump(self, done, patience=600):
        until = time.monotonic() + patience
        while not done():
            if time.monotonic() > until:
                raise SystemExit("lsp-benchmark: the server does not answer")
            select.select([self.server.stdout], [], [], 0.05)
            server, workers = megabytes(self.server.pid)
            self.server_peak = max(self.server_peak, server)
            self.worker_peak = max(self.worker_peak, workers)
            bytes = self.server.stdout.read()
            if bytes == b"":
                raise SystemExit("lsp-benchmark: the server ended")
            self.buffer += bytes or b""
            while b"\r\n\r\n" in self.buffer:
                head, rest = self.buffer.split(b"\r\n\r\n", 1)
                length = int(head.split(b":")[1])
                if len(rest) < length:
                    break
                self.take(json.loads(rest[:length]))
                self.buffer = rest[length:]

    def take(self, message):
        method = message.get("method")
        if method == "textDocument/publishDiagnostics":
            self.published[message["params"]["uri"]] = message["params"]
        elif method == "$/progress":
            self.progress.append(message["params"]["value"])
        elif "id" in message and method:
            self.send({"id": message["id"], "result": None})

    def uri(self, name):
        return f"file://{self.root}/{name}"

    def shown(self, name, version):
        return self.published.get(self.uri(name), {}).get("version") == version

    def codes(self, name):
        return [d["code"] for d in self.published[self.uri(name)]["diagnostics"]]

    def open(self, name):
        with open(f"{self.root}/{name}") as file:
            text = file.read()
        begin = time.monotonic()
        self.notify("textDocument/didOpen", {"textDocument": {
            "uri": self.uri(name), "languageId": "cpp", "version": self.version, "text": text}})
        self.pump(lambda: self.shown(name, self.version))
        return time.monotonic() - begin, text

    def edit(self, name, line, text):
        """Seconds from a change of a line to the diagnostics of that text."""
        self.version += 1
        begin = time.monotonic()
        self.notify("textDocument/didChange", {
            "textDocument": {"uri": self.uri(name), "version": self.version},
            "contentChanges": [{"range": {"start": {"line": line, "character": 0},
                                          "end": {"line": line + 1, "character": 0}}, "text": text}]})
        self.pump(lambda: self.shown(name, self.version))
        return time.monotonic() - begin

    def edits(self, name, line, count):
        return [self.edit(name, line, f"  // edit {self.version}\n") for _ in range(count)]

    def indexed(self):
        return any(value["kind"] == "end" for value in self.progress)

    def leave(self):
        self.id += 1
        self.send({"id": self.id, "method": "shutdown"})
        self.notify("exit", {})
        self.server.stdin.close()
        self.server.wait(60)


def tell(what, value):
    print(f"{what:58}{value}", flush=True)


def times(values):
    return (f"{statistics.median(values):.2f} s (first {values[0]:.2f} s, at most {max(values):.2f} s, "
            f"{len(values)} edits)")


def session(program, root, title, edits, wait_for_index):
    begin = time.monotonic()
    editor = Editor(program, root)
    first, text = editor.open(LARGE)
    # What somebody needs to begin to type.
    editor.pump(lambda: time.monotonic() - begin > first + 3)
    line = text.split("\n").index("  // edited")
    print(f"{title}; the open unit has {text.count(chr(10))} lines")
    tell("  first diagnostics after opening", f"{first:.2f} s")
    before = cpu_seconds(editor.server.pid)
    tell("  edit → its diagnostics", times(editor.edits(LARGE, line, edits)))
    if not wait_for_index: # else the background is in it
        server, workers = (b - a for a, b in zip(before, cpu_seconds(editor.server.pid)))
        tell("  CPU of an edit", f"{workers / edits:.2f} s in a worker, {server / edits:.2f} s in the server")
    if wait_for_index:
        editor.pump(editor.indexed, patience=1800)
        tell("  whole program indexed after", f"{time.monotonic() - begin:.1f} s")
        tell("  edit → its diagnostics, afterwards", times(editor.edits(LARGE, line, edits)))
    tell("  findings shown in the unit at the end", str(len(editor.codes(LARGE))))
    tell("  server, at most", f"{editor.server_peak:.0f} MB")
    tell("  workers together, at most", f"{editor.worker_peak:.0f} MB")
    editor.leave()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("units", nargs="?", type=int, default=1000)
    parser.add_argument("--keep", help="a folder for the program that is not removed")
    parser.add_argument("--edits", type=int, default=15)
    parser.add_argument("--warm", action="store_true", help="only the second session, with what a run before left in --keep")
    given = parser.parse_args()
    program = os.path.abspath(given.program)
    root = os.path.realpath(given.keep or tempfile.mkdtemp(prefix="lsp-benchmark"))
    try:
        if not os.path.exists(f"{root}/{LARGE}"):
            generate(root, given.units)
        print(f"{given.units} units; load before {os.getloadavg()[0]:.1f}")
        if not given.warm:
            shutil.rmtree(f"{root}/.cppwarden-cache", ignore_errors=True)
            session(program, root, "no results of earlier runs", given.edits, True)
        session(program, root, "all results in the cache", given.edits, False)
        print(f"load after {os.getloadavg()[0]:.1f}")
    finally:
        if not given.keep:
            shutil.rmtree(root)


main()
