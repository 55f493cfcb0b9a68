#include "cli/CommandLine.h"
#include "driver/Version.h"
#include "support/Paths.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/raw_ostream.h"
#include <CLI/CLI.hpp>
#include <functional>

namespace cppwarden::cli {
namespace {

constexpr const char *Footer =
    "Exit status: 0 clean, 1 findings at or above --fail-on, 2 usage, "
    "configuration\nor internal error, 3 incomplete: a unit failed or did not "
    "parse, or there was\nnothing to analyse. `cppwarden COMMAND --help` "
    "describes a command.";

/// Options as CLI11 fills them, before they become a CommandLine.
struct RawOptions {
  std::vector<std::string> Packs, Select, Ignore, Models, Outputs;
  std::string Format, FailOn, Cache, Colour = "auto", SarifProfile = "full";
  /// Given and empty is an error, as from a variable of CI that is not set.
  std::optional<std::string> Since, MergeBase;
  std::string Lines;
  bool Staged = false, Fix = false, Diff = false;
  std::optional<int> Jobs, UnitTimeout, UnitMemory;
};

/// An option that may be repeated, each time with one value.
template <typename T>
CLI::Option *addRepeated(CLI::App &App, const char *Name, std::vector<T> &Into,
                         const char *Help) {
  return App.add_option(Name, Into, Help)->allow_extra_args(false)->take_all();
}

CLI::Option *addCacheOption(CLI::App &App, RawOptions &Raw) {
  return App
      .add_option("--cache", Raw.Cache,
                  "Folder for results of earlier runs; .cppwarden-cache at the "
                  "root")
      ->type_name("FOLDER");
}

/// Which units there are.
void addUnitOptions(CLI::App &App, CommandLine &Line) {
  driver::ProjectRequest &P = Line.Project;
  App.add_option("-p,--build", P.BuildPath,
                 "Build folder, or compile_commands.json itself; searched "
                 "upward and in build*/ when not given")
      ->type_name("PATH");
  addRepeated(App, "--extra-arg", P.ExtraArguments,
              "Compiler flag added to every unit; may be repeated")
      ->type_name("FLAG");
  App.add_option("--root", P.Root,
                 "Project root: findings name files relative to it, and only "
                 "files below it are analysed")
      ->type_name("FOLDER");
}

/// How a unit is compiled.
void addCompileOptions(CLI::App &App, CommandLine &Line, RawOptions &Raw) {
  App.add_option("--unit-timeout", Raw.UnitTimeout,
                 "Give a unit up after so many seconds (120)")
      ->check(CLI::Range(1, 1000000))
      ->type_name("SECONDS");
  App.add_option("--unit-memory", Raw.UnitMemory,
                 "Give a unit up above so much memory (4096; 0 is no limit)")
      ->check(CLI::Range(0, 100000000))
      ->type_name("MB");
  auto *Cache = addCacheOption(App, Raw);
  App.add_flag("--no-cache", Line.Project.NoCache,
               "Take no results of earlier runs and keep none")
      ->excludes(Cache);
}

/// Which program, and how its units are compiled.
void addProgramOptions(CLI::App &App, CommandLine &Line, RawOptions &Raw) {
  addUnitOptions(App, Line);
  App.add_option("-j,--jobs", Raw.Jobs, "Worker processes; one a core")
      ->check(CLI::Range(1, 1024))
      ->type_name("N");
  addCompileOptions(App, Line, Raw);
}

void addProjectOptions(CLI::App &App, CommandLine &Line, RawOptions &Raw) {
  App.add_option("files", Line.Project.Files,
                 "Files, folders or patterns to check; all units without any")
      ->type_name("FILE");
  addProgramOptions(App, Line, Raw);
  App.add_flag("-q,--quiet", Line.Quiet,
               "Nothing on standard error but errors");
  App.add_flag("-v,--verbose", Line.Verbose,
               "Times and settings on standard error");
}

void addConfigurationOptions(CLI::App &App, CommandLine &Line,
                             RawOptions &Raw) {
  driver::ProjectRequest &P = Line.Project;
  auto *File = App.add_option("--config", P.ConfigurationFile,
                              "This configuration instead of the nearest "
                              ".cppwarden.yaml")
                   ->type_name("FILE");
  App.add_flag("--no-config", P.NoConfiguration,
               "Neither .cppwarden.yaml nor .cppwarden/models")
      ->excludes(File);
  addRepeated(App, "--models", Raw.Models,
              "Model file or folder of model files; may be repeated")
      ->type_name("PATH");
  addRepeated(App, "--pack", Raw.Packs,
              "Rules of this pack: default, audit, all; may be repeated")
      ->delimiter(',')
      ->type_name("PACK");
  addRepeated(App, "--select", Raw.Select,
              "Only these rules (with --pack: these as well): ids, groups, "
              "CWE-89, packs, patterns; separated by commas or repeated")
      ->delimiter(',')
      ->type_name("RULE");
  addRepeated(App, "--ignore", Raw.Ignore,
              "Not these rules, named as for --select")
      ->delimiter(',')
      ->type_name("RULE");
  App.add_option("--fail-on", Raw.FailOn,
                 "Exit status 1 from this severity on: error, warning "
                 "(default), note, never")
      ->check(CLI::IsMember({"error", "warning", "note", "never"}))
      ->type_name("SEVERITY");
}

void addCoverageOptions(CLI::App &App, CommandLine &Line) {
  App.add_flag("--exit-zero", Line.ExitZero,
               "Exit status 0 in spite of findings and incomplete units");
  App.add_flag("--allow-incomplete", Line.AllowIncomplete,
               "Exit status 0 in spite of units that failed or did not parse");
}

CLI::Option *addBaselineOption(CLI::App &App, CommandLine &Line,
                               const char *Help) {
  return App.add_option("--baseline", Line.Baseline, Help)->type_name("FILE");
}

void addChangeOptions(CLI::App &App, CommandLine &Line, RawOptions &Raw) {
  auto *Since =
      App.add_option(
             "--since", Raw.Since,
             "Report only what lies on lines changed since this commit, "
             "uncommitted changes included")
          ->type_name("COMMIT");
  auto *MergeBase =
      App.add_option("--merge-base", Raw.MergeBase,
                     "The same, since this branch left another one")
          ->type_name("BRANCH")
          ->excludes(Since);
  App.add_flag("--staged", Raw.Staged,
               "The same, for what the next commit will have")
      ->excludes(Since)
      ->excludes(MergeBase);
  App.add_option("--new-lines", Raw.Lines,
                 "What must lie on a changed line: any-step of the flow "
                 "(default), the sink, or off: any step in a changed file")
      ->check(CLI::IsMember({"any-step", "sink", "off"}))
      ->type_name("WHAT");
  App.add_flag("--only-affected", Line.OnlyAffected,
               "Leave out units that read no changed file; flows through them "
               "are not seen");
}

/// How a report is judged and written.
void addReportOptions(CLI::App &App, CommandLine &Line, RawOptions &Raw,
                      const char *OutputNames = "-o,--output") {
  std::vector<std::string> Names;
  for (const report::Format &F : report::formats())
    Names.push_back(F.Name.str());
  std::string Known = llvm::join(Names, ", ");
  App.add_option("--format", Raw.Format,
                 "Format on standard output: " + Known + " (text)")
      ->type_name("FORMAT");
  addRepeated(
      App, OutputNames, Raw.Outputs,
      "Write a format to a file, or to standard output when there is "
      "no file; may be repeated: --output sarif:out.sarif --output text")
      ->type_name("FORMAT[:FILE]");
  App.add_option("--sarif-profile", Raw.SarifProfile,
                 "SARIF for whom: full (everything), github (what code "
                 "scanning accepts and shows)")
      ->check(CLI::IsMember({"full", "github"}))
      ->type_name("PROFILE");
  addCoverageOptions(App, Line);
  auto *Baseline = addBaselineOption(
      App, Line, "Report only what this baseline does not have");
  App.add_flag("--no-baseline", Line.NoBaseline,
               "Report everything, whatever the configuration says")
      ->excludes(Baseline);
  App.add_option("--color,--colour", Raw.Colour,
                 "Colours in text: auto, always, never")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->type_name("WHEN");
  App.add_flag("--show-suppressed", Line.ShowSuppressed,
               "Suppressed findings in text, too");
}

CLI::Option *addDiffOptions(CLI::App &App, CommandLine &Line, RawOptions &Raw) {
  App.add_flag("--unsafe-fixes", Line.UnsafeFixes,
               "Fixes that need something else to follow as well, such as "
               "another digest");
  return App.add_flag("--diff", Raw.Diff,
                      "Print the fixes as a diff instead of findings, and "
                      "change nothing; exit status 1 if there are any");
}

void addCheckOptions(CLI::App &App, CommandLine &Line, RawOptions &Raw) {
  addChangeOptions(App, Line, Raw);
  CLI::Option *Diff = addDiffOptions(App, Line, Raw);
  App.add_flag("--fix", Raw.Fix,
               "Change the sources where a finding has a fix, then report what "
               "remains")
      ->excludes(Diff);
  App.add_option("--stdin-filename", Line.StdinFile,
                 "Check this file with the text on standard input, for "
                 "editors: only findings that have to do with it")
      ->type_name("FILE")
      ->excludes("files");
  App.add_option("--dump-flow", Line.DumpFlow,
                 "Print the flow graph of this function instead of findings")
      ->type_name("FUNCTION");
}

llvm::Error usageError(const llvm::Twine &Message) {
  return llvm::createStringError(Message);
}

llvm::Expected<OutputSpec> parseOutput(llvm::StringRef Text,
                                       llvm::StringRef WorkingDirectory,
                                       llvm::StringRef Option) {
  auto [Name, File] = Text.split(':');
  OutputSpec Spec;
  Spec.Format = report::findFormat(Name);
  if (!Spec.Format) {
    std::vector<std::string> Known;
    for (const report::Format &F : report::formats())
      Known.push_back(F.Name.str());
    return usageError(Option + ": unknown format '" + Name + "'; there are " +
                      llvm::join(Known, ", "));
  }
  if (Text.contains(':') && File.empty())
    return usageError(Option + ": '" + Text + "' names no file");
  if (!File.empty() && File != "-")
    Spec.File = absolutePath(File, WorkingDirectory);
  return Spec;
}

using AddCommand =
    std::function<CLI::App *(CLI::App &, const char *, const char *, Command)>;

void addBaselineCommands(CLI::App &App, CommandLine &Line, RawOptions &Raw,
                         const AddCommand &Add) {
  CLI::App *Baseline = App.add_subcommand(
      "baseline", "Record the findings there are, and report only new ones");
  Baseline->require_subcommand(1);
  CLI::App *Create = Add(*Baseline, "create", "Record every finding there is",
                         Command::BaselineCreate);
  Create->add_flag("--force", Line.Force, "Replace a baseline that exists");
  CLI::App *Update = Add(*Baseline, "update",
                         "Record what is new and forget what no longer occurs",
                         Command::BaselineUpdate);
  CLI::App *Prune = Add(*Baseline, "prune",
                        "Forget what no longer occurs, record nothing new",
                        Command::BaselinePrune);
  for (CLI::App *Sub : {Create, Update, Prune}) {
    addProjectOptions(*Sub, Line, Raw);
    addConfigurationOptions(*Sub, Line, Raw);
    addCoverageOptions(*Sub, Line);
  }
  CLI::App *Show = Add(*Baseline, "show", "List the entries of a baseline",
                       Command::BaselineShow);
  addConfigurationOptions(*Show, Line, Raw);
  Show->add_option("--root", Line.Project.Root, "Project root")
      ->type_name("FOLDER");
  for (CLI::App *Sub : {Create, Update, Prune, Show})
    addBaselineOption(*Sub, Line,
                      "The file; .cppwarden-baseline.json at the root");
}

void addObjectCommands(CLI::App &App, CommandLine &Line, RawOptions &Raw,
                       const AddCommand &Add) {
  CLI::App *Analyze =
      Add(App, "analyze", "Compile one unit to an object for `link`",
          Command::Analyze);
  addProjectOptions(*Analyze, Line, Raw);
  addConfigurationOptions(*Analyze, Line, Raw);
  Analyze->get_option("files")->required();
  Analyze->add_option("-o,--output", Line.ObjectFile, "The object to write")
      ->required()
      ->type_name("FILE.cwo");
  Analyze
      ->add_option("--depfile", Line.DependencyFile,
                   "Write what the object depends on, for make and Ninja")
      ->type_name("FILE");
  Analyze
      ->add_option("--directory", Line.Project.FlagsDirectory,
                   "Folder that the flags behind `--` are meant in; the "
                   "working directory")
      ->type_name("FOLDER");
  Analyze->add_flag("--adapted", Line.Project.FlagsAreAdapted,
                    "The flags behind `--` are Clang's own: take them as they "
                    "are, as `ninja` writes them");
  Analyze->add_flag("--record-failure", Line.RecordFailure,
                    "A unit that fails gets an object that says so to `link`, "
                    "and is no failure of this command");
  CLI::App *Link = Add(
      App, "link", "Report on the program that objects make up", Command::Link);
  Link->add_option("objects", Line.Names,
                   "Objects of `analyze`; @FILE names a file with one a line")
      ->required()
      ->type_name("FILE.cwo");
  Link->add_option("--root", Line.Project.Root,
                   "Project root, as it was for `analyze`")
      ->type_name("FOLDER");
  Link->add_option("-p,--build", Line.Project.BuildPath,
                   "Build folder, of which no findings are reported")
      ->type_name("FOLDER");
  Link->add_flag("-q,--quiet", Line.Quiet,
                 "Nothing on standard error but errors");
  Link->add_flag("-v,--verbose", Line.Verbose,
                 "Times and settings on standard error");
  addConfigurationOptions(*Link, Line, Raw);
  addReportOptions(*Link, Line, Raw);
  addDiffOptions(*Link, Line, Raw);

  CLI::App *Ninja = Add(App, "ninja", "Write a check as a build file for Ninja",
                        Command::Ninja);
  addUnitOptions(*Ninja, Line);
  addCompileOptions(*Ninja, Line, Raw);
  addConfigurationOptions(*Ninja, Line, Raw);
  addReportOptions(*Ninja, Line, Raw, "--output");
  Ninja
      ->add_option("-o,--ninja-file", Line.NinjaFile,
                   "The file to write, in the folder that Ninja will run in "
                   "(lint.ninja)")
      ->type_name("FILE");
  Ninja
      ->add_option("--objects", Line.ObjectFolder,
                   "Folder for the objects; `lint-objects` beside lint.ninja")
      ->type_name("FOLDER");
  Ninja
      ->add_option("--launcher", Line.Launcher,
                   "Command that runs each `analyze`, for executors that want "
                   "one: `srun`, `rewrapper …`")
      ->type_name("COMMAND");
  Ninja->add_flag("-q,--quiet", Line.Quiet,
                  "Nothing on standard error but errors");
  Ninja->footer("  cppwarden ninja -p build -o build/lint.ninja --output "
                "sarif:findings.sarif\n"
                "  ninja -C build -f lint.ninja\n");
}

void addSuppressionCommands(CLI::App &App, CommandLine &Line, RawOptions &Raw,
                            const AddCommand &Add) {
  CLI::App *Init =
      Add(App, "init", "Write a commented .cppwarden.yaml", Command::Init);
  Init->add_flag("--github", Line.ForGitHub,
                 "A workflow for GitHub Actions as well");
  Init->add_flag("--gitlab", Line.ForGitLab, "A job for GitLab CI as well");
  Init->add_flag("--pre-commit", Line.ForPreCommit,
                 "A hook for pre-commit as well");
  Init->add_flag("--force", Line.Force, "Replace files that exist");
  Init->add_option("--root", Line.Project.Root, "Project root")
      ->type_name("FOLDER");
  CLI::App *List = Add(App, "suppressions",
                       "List the suppressions with age, reason and expiry",
                       Command::Suppressions);
  addProjectOptions(*List, Line, Raw);
  addConfigurationOptions(*List, Line, Raw);
  List->add_flag("--json", Line.Json, "As JSON");
}

void addCacheCommands(CLI::App &App, CommandLine &Line, RawOptions &Raw,
                      const AddCommand &Add) {
  CLI::App *Cache =
      App.add_subcommand("cache", "Look at the results of earlier runs");
  Cache->require_subcommand(1);
  for (CLI::App *Sub :
       {Add(*Cache, "stats", "Say how much is kept", Command::CacheStats),
        Add(*Cache, "clean", "Remove all that is kept", Command::CacheClean)}) {
    addCacheOption(*Sub, Raw);
    Sub->add_option("--root", Line.Project.Root, "Project root")
        ->type_name("FOLDER");
    Sub->add_option("--config", Line.Project.ConfigurationFile,
                    "This configuration instead of the nearest "
                    ".cppwarden.yaml")
        ->type_name("FILE");
  }
}

void addLspCommand(CLI::App &App, CommandLine &Line, RawOptions &Raw,
                   const AddCommand &Add) {
  CLI::App *Lsp = Add(
      App, "lsp", "Serve an editor on standard input and output", Command::Lsp);
  addProgramOptions(*Lsp, Line, Raw);
  addConfigurationOptions(*Lsp, Line, Raw);
  addBaselineOption(*Lsp, Line, "Show only what this baseline does not have");
  Lsp->add_flag("--no-background", Line.NoBackground,
                "Compile only what belongs to open files; of the rest of the "
                "program take what the last check left in the cache");
  Lsp->add_option("--debounce", Line.Debounce,
                  "Wait for so long a pause in typing (150)")
      ->check(CLI::Range(0, 10000))
      ->type_name("MS");
  Lsp->footer("Started by the editor, in the folder of the project. Speaks the "
              "language server protocol:\ndiagnostics while you type, with "
              "flows through other files; hover; code actions.\n");
}

/// Raw values into the layer of the configuration that the command line is.
llvm::Error finish(CommandLine &Line, const RawOptions &Raw) {
  using driver::StatedText;
  driver::ConfigurationLayer &Layer = Line.Project.CommandLine;
  llvm::StringRef Folder = Line.Project.WorkingDirectory;
  auto Texts = [](const std::vector<std::string> &Values, const char *Option) {
    std::vector<StatedText> Result;
    for (const std::string &Value : Values)
      Result.push_back({llvm::StringRef(Value).trim().str(), Option});
    return Result;
  };
  if (!Raw.Packs.empty())
    Layer.Packs = Texts(Raw.Packs, "--pack");
  if (!Raw.Select.empty())
    Layer.Select = Texts(Raw.Select, "--select");
  Layer.Ignore = Texts(Raw.Ignore, "--ignore");
  for (const std::string &Path : Raw.Models)
    Layer.Models.push_back({absolutePath(Path, Folder), "--models"});
  if (!Raw.FailOn.empty())
    Layer.FailAt = driver::Stated<driver::FailOn>{
        *driver::parseFailOn(Raw.FailOn), "--fail-on"};
  auto Number = [](std::optional<int> Value, const char *Option) {
    return Value ? std::optional(driver::Stated<std::int64_t>{*Value, Option})
                 : std::nullopt;
  };
  Layer.Jobs = Number(Raw.Jobs, "-j");
  Layer.UnitTimeout = Number(Raw.UnitTimeout, "--unit-timeout");
  Layer.UnitMemory = Number(Raw.UnitMemory, "--unit-memory");
  if (!Raw.Cache.empty())
    Layer.Cache = StatedText{absolutePath(Raw.Cache, Folder), "--cache"};

  if (Line.Project.FlagsAreAdapted && !Line.Project.HasFixedFlags)
    return usageError("--adapted is about flags behind `--`");

  using Against = driver::ChangeRequest::Against;
  if (Raw.Since)
    Line.Change = {Against::Revision, *Raw.Since};
  else if (Raw.MergeBase)
    Line.Change = {Against::MergeBase, *Raw.MergeBase};
  else if (Raw.Staged)
    Line.Change = {Against::Staged, ""};
  else if (Line.OnlyAffected || !Raw.Lines.empty())
    return usageError(
        (Line.OnlyAffected ? llvm::Twine("--only-affected") : "--new-lines") +
        " needs --since, --merge-base or --staged");
  Line.Fixes = Raw.Fix    ? FixMode::Make
               : Raw.Diff ? FixMode::Show
                          : FixMode::Offer;
  if (Line.Fixes == FixMode::Offer && Line.UnsafeFixes)
    return usageError("--unsafe-fixes needs --fix or --diff");
  if (Line.Fixes != FixMode::Offer &&
      !(Line.StdinFile.empty() && Line.DumpFlow.empty()))
    return usageError(
        (Raw.Fix ? llvm::Twine("--fix") : "--diff") +
        " works on files: it cannot stand with --stdin-filename or "
        "--dump-flow");

  Line.Lines = Raw.Lines == "sink"  ? driver::NewLines::Sink
               : Raw.Lines == "off" ? driver::NewLines::Off
                                    : driver::NewLines::AnyStep;

  Line.Colour = Raw.Colour == "always"  ? ColourWhen::Always
                : Raw.Colour == "never" ? ColourWhen::Never
                                        : ColourWhen::Auto;
  Line.Sarif = Raw.SarifProfile == "github" ? report::SarifProfile::GitHub
                                            : report::SarifProfile::Full;
  if (!Raw.Format.empty()) {
    if (llvm::StringRef(Raw.Format).contains(':'))
      return usageError("--format names a format only; --output writes files");
    auto Spec = parseOutput(Raw.Format, Folder, "--format");
    if (!Spec)
      return Spec.takeError();
    Line.Outputs.push_back(std::move(*Spec));
  }
  for (const std::string &Text : Raw.Outputs) {
    auto Spec = parseOutput(Text, Folder, "--output");
    if (!Spec)
      return Spec.takeError();
    Line.Outputs.push_back(std::move(*Spec));
  }
  if (Line.Fixes == FixMode::Show) {
    if (llvm::any_of(Line.Outputs,
                     [](const OutputSpec &S) { return S.File.empty(); }))
      return usageError("--diff takes standard output: give outputs a file, as "
                        "in --output sarif:out.sarif");
  } else if (Line.Outputs.empty()) {
    Line.Outputs.push_back({report::findFormat("text"), ""});
  }
  if (llvm::count_if(Line.Outputs,
                     [](const OutputSpec &S) { return S.File.empty(); }) > 1)
    return usageError("two outputs on standard output: give all but one a "
                      "file, as in --output sarif:out.sarif");
  for (std::size_t I = 0; I < Line.Outputs.size(); ++I)
    for (std::size_t J = 0; J < I; ++J)
      if (!Line.Outputs[I].File.empty() &&
          Line.Outputs[I].File == Line.Outputs[J].File)
        return usageError("two outputs to '" + Line.Outputs[I].File + "'");
  return llvm::Error::success();
}

constexpr llvm::StringLiteral Commands[] = {
    "check",  "analyze", "link",         "ninja",  "init",  "baseline",
    "lsp",    "cache",   "suppressions", "doctor", "rules", "explain",
    "config", "models",  "worker",       "version"};

/// `check` may be left out: anything that is no command belongs to it.
bool impliesCheck(llvm::ArrayRef<std::string> Arguments) {
  if (Arguments.empty())
    return false;
  llvm::StringRef First = Arguments.front();
  return !llvm::is_contained(Commands, First) && First != "-h" &&
         First != "--help" && First != "--version" && First != "-V";
}

} // namespace

std::variant<CommandLine, int>
parseCommandLine(int Argc, const char *const *Argv,
                 llvm::StringRef WorkingDirectory) {
  CommandLine Line;
  RawOptions Raw;
  Line.Project.WorkingDirectory = WorkingDirectory.str();

  std::vector<std::string> Arguments(Argv + 1, Argv + std::max(Argc, 1));
  Line.Words = Arguments;
  // CLI11 takes what follows `--` for files; here it is the compiler's.
  auto Dashes = llvm::find(Arguments, "--");
  if (Dashes != Arguments.end()) {
    Line.Project.HasFixedFlags = true;
    Line.Project.FixedFlags.assign(Dashes + 1, Arguments.end());
    Arguments.erase(Dashes, Arguments.end());
    if (Arguments.empty())
      Arguments.push_back("check");
  }
  if (impliesCheck(Arguments))
    Arguments.insert(Arguments.begin(), "check");

  CLI::App App("Security linter for C++ and C: reads compile_commands.json, "
               "follows data through the\nwhole program, reports in text and "
               "SARIF.",
               "cppwarden");
  App.require_subcommand(1);
  App.set_version_flag("-V,--version", driver::versionLine());
  App.footer(Footer);
  auto Add = [&](CLI::App &To, const char *Name, const char *Help,
                 Command What) {
    CLI::App *Sub = To.add_subcommand(Name, Help);
    Sub->callback([&Line, What] { Line.What = What; });
    return Sub;
  };

  CLI::App *Check =
      Add(App, "check", "Lint a program (the default command)", Command::Check);
  addProjectOptions(*Check, Line, Raw);
  addConfigurationOptions(*Check, Line, Raw);
  addReportOptions(*Check, Line, Raw);
  addCheckOptions(*Check, Line, Raw);
  Check->footer("  cppwarden check -p build/\n"
                "  cppwarden check src/login.cpp -- -std=c++20 -Iinclude\n\n"
                "Flags for the compiler may follow `--`; no compile database "
                "is used then.\n" +
                std::string(Footer));

  addObjectCommands(App, Line, Raw, Add);
  addBaselineCommands(App, Line, Raw, Add);
  addSuppressionCommands(App, Line, Raw, Add);
  addCacheCommands(App, Line, Raw, Add);
  addLspCommand(App, Line, Raw, Add);

  CLI::App *Doctor = Add(
      App, "doctor",
      "Say which units, flags and settings are found and what does not parse",
      Command::Doctor);
  addProjectOptions(*Doctor, Line, Raw);
  addConfigurationOptions(*Doctor, Line, Raw);

  CLI::App *Rules = Add(App, "rules", "List the rules", Command::Rules);
  Rules->add_flag("--json", Line.Json, "As JSON, with their documentation");
  Rules
      ->add_option("rules", Line.Names,
                   "Only these: ids, groups, CWE-89, "
                   "packs, patterns")
      ->type_name("RULE");

  CLI::App *Explain =
      Add(App, "explain", "Print a rule's documentation", Command::Explain);
  Explain->add_option("rule", Line.Names, "The rule's id")
      ->required()
      ->type_name("RULE");

  CLI::App *Config =
      App.add_subcommand("config", "Show or check the configuration");
  Config->require_subcommand(1);
  CLI::App *Dump =
      Add(*Config, "dump",
          "Print the effective configuration and where each value comes from",
          Command::ConfigDump);
  addConfigurationOptions(*Dump, Line, Raw);
  Dump->add_option("--root", Line.Project.Root, "Project root")
      ->type_name("FOLDER");
  CLI::App *Verify = Add(*Config, "verify",
                         "Check configuration files and the models they name",
                         Command::ConfigVerify);
  Verify
      ->add_option(
          "files", Line.Names,
          "Configuration files; the nearest .cppwarden.yaml without any")
      ->type_name("FILE");

  CLI::App *Models =
      App.add_subcommand("models", "Show or check the models of libraries");
  Models->require_subcommand(1);
  CLI::App *List =
      Add(*Models, "list", "List the modelled libraries", Command::ModelsList);
  CLI::App *VerifyModels =
      Add(*Models, "verify",
          "Compile the libraries' headers and find models that match nothing",
          Command::ModelsVerify);
  VerifyModels
      ->add_option("libraries", Line.Names,
                   "Only these libraries; all without any")
      ->type_name("LIBRARY");
  for (CLI::App *Sub : {List, VerifyModels})
    addRepeated(*Sub, "--models", Raw.Models,
                "Model file or folder of model files; may be repeated")
        ->type_name("PATH");

  CLI::App *Worker =
      Add(App, "worker", "Compile units for a driver", Command::Worker);
  Worker->group("");
  Worker->add_option("--memory", Line.WorkerMemory);
  Add(App, "version", "Print the version", Command::Version);

  try {
    std::reverse(Arguments.begin(), Arguments.end());
    App.parse(Arguments);
  } catch (const CLI::Success &Done) { // --help, --version
    return App.exit(Done);
  } catch (const CLI::ParseError &Error) {
    if (Argc <= 1) {
      llvm::errs() << App.help();
      return driver::ExitUsage;
    }
    llvm::errs() << "cppwarden: " << Error.what()
                 << "; see `cppwarden --help`\n";
    return driver::ExitUsage;
  }
  if (llvm::Error E = finish(Line, Raw)) {
    llvm::errs() << "cppwarden: " << llvm::toString(std::move(E)) << '\n';
    return driver::ExitUsage;
  }
  return Line;
}

} // namespace cppwarden::cli
