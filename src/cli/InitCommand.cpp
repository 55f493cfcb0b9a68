#include "cli/InitCommand.h"
#include "cli/CheckRun.h"
#include "cli/OutputWriter.h"
#include "driver/Configuration.h"
#include "support/Paths.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

namespace cppwarden::cli {
namespace {

constexpr llvm::StringLiteral Configuration(
    R"(# Settings of cppwarden for this project. Every key may be left out; what stands
# behind "#" is an example. `cppwarden config verify` checks this file,
# `cppwarden config dump` prints what is in force.

# Rules: packs (default, audit, all), then single ones by id, group (secrets),
# CWE-89 or pattern ("weak-*"). `cppwarden rules` lists them.
packs: [default]
# select: [weak-hash]
# ignore: [predictable-random]
# severity: {sql-string-built: error}   # error, warning, note

# From which severity on a check fails: error, warning, note, never.
fail-on: warning

# Findings in these files are not reported; patterns as in .gitignore. Code of
# others (third_party/, vendor/ ...), generated code and the build folder are
# left out anyway.
# exclude: ["legacy/**"]
# default-excludes: false

# Settings for some files; later entries win.
# paths:
#   - match: "tests/**"
#     ignore: [hardcoded-credential]

# Findings that are no news: `cppwarden baseline create`, then
# baseline: .cppwarden-baseline.json

# A suppression (// cppwarden-ignore[rule]: why) must say why.
require-suppression-reason: true

# Input that is trusted, and for what.
# trust:
#   argv: [command-injection]

# Names in your code that hold secrets.
# secret-names: {sessionTicket: secret.token}

# Models of your own libraries; .cppwarden/models is read without being named.
# models: [security/models]

# Numbers that rules compare with.
# policy: {rsa-bits: 3072}
)");

constexpr llvm::StringLiteral GitHub(
    R"(# Written by `cppwarden init --github`. Configure the project as its build does,
# so that there is a compile_commands.json.
name: cppwarden
on:
  pull_request:
  push:
    branches: [main]
permissions:
  contents: read
  security-events: write
jobs:
  cppwarden:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0
      - name: Is cppwarden there?
        # One file, put anywhere on the PATH: a step before this one, or the
        # image that the job runs in, brings it.
        run: cppwarden version
      - uses: actions/cache@v4
        with:
          path: .cppwarden-cache
          key: cppwarden-${{ github.sha }}
          restore-keys: cppwarden-
      - name: Configure
        run: cmake -B build -DCMAKE_EXPORT_COMPILE_COMMANDS=ON
      - name: Check what the change touches
        if: github.event_name == 'pull_request'
        env:
          TARGET: origin/${{ github.base_ref }}
        run: >
          cppwarden check -p build --merge-base "$TARGET"
          --output text --output sarif:cppwarden.sarif
      - name: Check everything
        if: github.event_name != 'pull_request'
        run: cppwarden check -p build --output text --output sarif:cppwarden.sarif
      - uses: github/codeql-action/upload-sarif@v3
        if: always() && hashFiles('cppwarden.sarif') != ''
        with:
          sarif_file: cppwarden.sarif
)");

constexpr llvm::StringLiteral GitLab(
    R"(# Written by `cppwarden init --gitlab`; include it from .gitlab-ci.yml:
#   include: {local: .gitlab/cppwarden.gitlab-ci.yml}
# The image must have cppwarden (one file on the PATH) and what the project's
# build needs.
cppwarden:
  stage: test
  variables:
    GIT_DEPTH: "0"
  cache:
    key: cppwarden
    paths: [.cppwarden-cache]
  script:
    - cppwarden version
    - cmake -B build -DCMAKE_EXPORT_COMPILE_COMMANDS=ON
    - |
      if [ -n "$CI_MERGE_REQUEST_TARGET_BRANCH_NAME" ]; then
        set -- --merge-base "origin/$CI_MERGE_REQUEST_TARGET_BRANCH_NAME"
      fi
      cppwarden check -p build "$@" --output text --output sarif:cppwarden.sarif
  artifacts:
    when: always
    paths: [cppwarden.sarif]
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
)");

constexpr llvm::StringLiteral PreCommit(
    R"(# Written by `cppwarden init --pre-commit`.
repos:
  - repo: local
    hooks:
      - id: cppwarden
        name: cppwarden
        entry: cppwarden check --staged --quiet
        language: system
        types_or: [c, c++]
        pass_filenames: false
)");

struct InitialFile {
  bool IsWanted;
  llvm::StringRef Name, Contents;
};

} // namespace

int runInit(const CommandLine &Line) {
  std::string Root =
      Line.Project.Root.empty()
          ? Line.Project.WorkingDirectory
          : absolutePath(Line.Project.Root, Line.Project.WorkingDirectory);
  if (!llvm::sys::fs::is_directory(Root))
    return fail("--root: no folder '" + Root + "'");
  int Code = driver::ExitClean;
  bool IsExtra = Line.ForGitHub || Line.ForGitLab || Line.ForPreCommit;
  const InitialFile Files[] = {
      {true, ".cppwarden.yaml", Configuration},
      {Line.ForGitHub, ".github/workflows/cppwarden.yml", GitHub},
      {Line.ForGitLab, ".gitlab/cppwarden.gitlab-ci.yml", GitLab},
      {Line.ForPreCommit, ".pre-commit-config.yaml", PreCommit}};
  for (const InitialFile &File : Files) {
    if (!File.IsWanted)
      continue;
    std::string Path = absolutePath(File.Name, Root);
    bool IsConfiguration = File.Contents.data() == Configuration.data();
    if (!Line.Force && llvm::sys::fs::exists(Path)) {
      // Whoever asks for the CI file only has the configuration already.
      if (IsConfiguration && IsExtra)
        continue;
      llvm::errs() << "cppwarden: '" << Path
                   << "' exists; --force replaces it\n";
      if (!IsConfiguration)
        llvm::errs() << "what would be written:\n" << File.Contents;
      Code = driver::ExitUsage;
      continue;
    }
    std::error_code Error =
        llvm::sys::fs::create_directories(llvm::sys::path::parent_path(Path));
    llvm::Error Failed =
        Error ? llvm::errorCodeToError(Error)
              : llvm::writeToOutput(Path, [&](llvm::raw_ostream &Out) {
                  Out << File.Contents;
                  return llvm::Error::success();
                });
    if (Failed)
      return fail("cannot write '" + Path +
                  "': " + llvm::toString(std::move(Failed)));
    llvm::outs() << relativeTo(Path, Line.Project.WorkingDirectory)
                 << ": written\n";
  }
  return flushStandardOutput() ? Code : int(driver::ExitUsage);
}

} // namespace cppwarden::cli
