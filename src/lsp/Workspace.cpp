//===- Workspace.cpp ------------------------------------------------------===//
//
// Diagnostics of a document are published when the project has seen its text
// and all units that say something about it are compiled. What the background
// finds is linked in from time to time.
//
// Clients differ in which file changes they tell. So the configuration, the
// compile database and the baseline are looked at whenever a text changes.
//
//===----------------------------------------------------------------------===//
#include "lsp/Workspace.h"
#include "driver/BaselineFile.h"
#include "driver/RunDate.h"
#include "lsp/Positions.h"
#include "support/Paths.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/Path.h"
#include <poll.h>

namespace cppwarden::lsp {
namespace {

using std::chrono::milliseconds;

/// Between two links of what the background finds: at least this, and four
/// times what the last one took, since nothing is answered meanwhile.
constexpr milliseconds LinkInterval{3000};
constexpr int LinkShare = 4;
constexpr milliseconds Forever{3600 * 1000};

bool isProjectFile(llvm::StringRef Path) {
  llvm::StringRef Name = llvm::sys::path::filename(Path);
  return Name == ".cppwarden.yaml" || Name == "compile_commands.json" ||
         Path.contains("/.cppwarden/models/");
}

/// "path size time", or "path" when it is not there.
std::string stampOf(const std::string &Path) {
  llvm::sys::fs::file_status Status;
  if (llvm::sys::fs::status(Path, Status))
    return Path;
  return llvm::formatv(
      "{0} {1} {2}", Path, Status.getSize(),
      Status.getLastModificationTime().time_since_epoch().count());
}

} // namespace

WorkspaceListener::~WorkspaceListener() = default;

Workspace::Workspace(ServerSettings Given, WorkspaceListener &Listener)
    : Settings(std::move(Given)), Listener(Listener) {}

void Workspace::configure(ServerSettings New) {
  Settings = std::move(New);
  MustReopen = true;
}

void Workspace::open(const std::string &Path, Document New) {
  New.Due = Clock::now();
  Documents[Path] = std::move(New);
}

void Workspace::change(
    const std::string &Path,
    llvm::ArrayRef<llvm::lsp::TextDocumentContentChangeEvent> Changes,
    std::int64_t Version) {
  auto It = Documents.find(Path);
  if (It == Documents.end())
    return;
  Document &Changed = It->second;
  for (const auto &Change : Changes)
    Changed.Text = applyChange(std::move(Changed.Text), Change);
  Changed.Version = Version;
  Changed.Due = Clock::now() + Settings.Debounce;
  Changed.IsAwaited = true;
}

void Workspace::close(const std::string &Path) {
  if (!Documents.erase(Path))
    return;
  if (Live) {
    Live->unwatch(Path);
    Live->files().dropBuffer(Path);
  }
  MustLink = true;
}

void Workspace::noteOnDisk(const std::string &Path) {
  if (isProjectFile(Path)) {
    MustReopen = true;
    return;
  }
  if (Live)
    Live->files().noteOnDisk(Path);
  // What waits for its pause is what was saved.
  if (auto It = Documents.find(Path); It != Documents.end()) {
    It->second.Due = Clock::now();
    It->second.IsAwaited = true;
  }
  if (auto Baseline = baselineInForce(); Baseline && *Baseline == Path)
    MustLink = true;
}

bool Workspace::hasCode() const {
  return llvm::any_of(Documents, [](auto &D) { return D.second.IsCode; });
}

std::string Workspace::configurationStamp() const {
  auto Found = driver::findConfiguration(Settings.Request.WorkingDirectory);
  return Found ? stampOf(*Found) : "";
}

std::vector<std::string> Workspace::projectStamp() const {
  if (!Live)
    return {};
  const driver::Project &Of = Live->project();
  std::vector<std::string> Files = Of.Config.Values.ModelFiles;
  Files.push_back(Of.Config.ConfigurationFile);
  Files.push_back(Of.Plan.Report.DatabasePath);
  for (std::string &File : Files)
    File = stampOf(File);
  return Files;
}

void Workspace::giveUp(llvm::Error Why) {
  Listener.complain(llvm::toString(std::move(Why)));
  Live.reset();
  Latest = {};
  Shown.clear();
  for (auto &[Path, Open] : Documents)
    Open.IsAwaited = false;
}

void Workspace::reopen() {
  MustReopen = false;
  ConfigurationStamp = configurationStamp();
  std::string First;
  for (const auto &[Path, Open] : Documents)
    if (Open.IsCode && First.empty())
      First = Path;
  auto Opened = driver::LiveProject::open(Settings.Request, Settings.Context,
                                          First, Settings.Live);
  if (Opened) {
    Live = std::move(*Opened);
    Listener.opened();
    for (auto &[Path, Open] : Documents) {
      Open.Due = Clock::now();
      Open.IsAwaited = true;
    }
  } else {
    giveUp(Opened.takeError());
  }
  ProjectStamp = projectStamp();
  MustLink = true;
}

void Workspace::applyDue() {
  bool HasChanged = false;
  for (auto &[Path, Open] : Documents) {
    if (!Open.Due || *Open.Due > Clock::now())
      continue;
    Open.Due.reset();
    HasChanged = true;
    if (!Live) {
      Open.IsAwaited = false;
      continue;
    }
    Live->files().setBuffer(Path, Open.Text);
    if (Open.IsCode && isBelow(Path, Live->project().Plan.ProjectRoot))
      Live->watch(Path);
    else
      Open.IsAwaited = false;
  }
  if (HasChanged && (ConfigurationStamp != configurationStamp() ||
                     ProjectStamp != projectStamp()))
    MustReopen = true;
}

milliseconds Workspace::pause() const {
  milliseconds Most = Forever;
  auto Until = [&](Clock::time_point When) {
    auto Left = std::chrono::ceil<milliseconds>(When - Clock::now());
    Most = std::clamp(Left, milliseconds(0), Most);
  };
  for (const auto &[Path, Open] : Documents)
    if (Open.Due)
      Until(*Open.Due);
  if (MustLink)
    Until(NextLink);
  return Most;
}

bool Workspace::isCurrent(const std::string &Path) const {
  auto It = Documents.find(Path);
  return It == Documents.end() || !It->second.IsAwaited;
}

bool Workspace::wantsLink() const {
  bool IsAnySettled = llvm::any_of(Documents, [&](auto &D) {
    return D.second.IsAwaited && !D.second.Due && Live->isSettled(D.first);
  });
  return IsAnySettled || (MustLink && Clock::now() >= NextLink);
}

void Workspace::work(int Wake) {
  if (MustReopen && hasCode())
    reopen();
  applyDue();
  if (MustReopen && hasCode())
    return;
  if (!Live) {
    pollfd Polled{Wake, POLLIN, 0};
    ::poll(&Polled, 1, int(pause().count()));
    return;
  }
  auto HasFinished = Live->step(pause(), Wake);
  if (!HasFinished)
    return giveUp(HasFinished.takeError());
  MustLink |= *HasFinished;
  if (wantsLink())
    link();
  tellProgress();
}

void Workspace::link() {
  auto Begin = Clock::now();
  MustLink = false;
  driver::LiveSources Sources(Live->project().Plan.ProjectRoot, Live->files());
  Latest = Live->link(Sources, driver::today());
  if (auto File = baselineInForce()) {
    auto Baseline = driver::loadBaseline(*File);
    if (Baseline)
      driver::compareWithBaseline(*Baseline, Latest, Sources);
    else
      Listener.complain(llvm::toString(Baseline.takeError()));
  }
  DiagnosticOptions Options;
  Options.WithRelatedInformation = Settings.WithRelatedInformation;
  for (const auto &[Path, Open] : Documents)
    Options.Open[Path] = Open.Uri;
  Shown = toDiagnostics(Latest.Report, Sources, Options);
  publishShown();
  auto End = Clock::now();
  NextLink =
      End + std::max<Clock::duration>(LinkInterval, LinkShare * (End - Begin));
}

void Workspace::publishShown() {
  auto Publish = [&](const std::string &Path, llvm::StringRef Uri,
                     const Document *Open) {
    llvm::json::Array Diagnostics;
    if (auto It = Shown.find(Path); It != Shown.end())
      for (const ShownDiagnostic &One : It->second)
        Diagnostics.push_back(One.Json);
    bool IsEmpty = Diagnostics.empty();
    llvm::json::Value Json = std::move(Diagnostics);
    std::string Text = llvm::formatv("{0}", Json);
    auto Known = Published.find(Path);
    bool IsSame = Known == Published.end() ? IsEmpty : Known->second == Text;
    if (IsSame && !(Open && Open->IsAwaited))
      return;
    if (IsEmpty)
      Published.erase(Path);
    else
      Published[Path] = std::move(Text);
    Listener.publish(Uri, Open ? std::optional(Open->Version) : std::nullopt,
                     std::move(Json));
  };
  std::set<std::string> Others;
  for (const auto &[Path, Text] : Published)
    Others.insert(Path);
  for (const auto &[Path, Diagnostics] : Shown)
    Others.insert(Path);
  for (const std::string &Path : Others) {
    auto It = Documents.find(Path);
    if (It != Documents.end()) {
      // Positions would be those of a text that is gone.
      if (It->second.Due || (It->second.IsCode && !Live->isSettled(Path)))
        continue;
      Publish(Path, It->second.Uri, &It->second);
      It->second.IsAwaited = false;
      continue;
    }
    if (auto Uri = llvm::lsp::URIForFile::fromFile(Path))
      Publish(Path, Uri->uri(), nullptr);
    else
      llvm::consumeError(Uri.takeError());
  }
}

void Workspace::tellProgress() {
  driver::LiveProject::Backlog Work = Live->backlog();
  Listener.progress(Work.Done, Work.Total);
}

const Document *Workspace::document(const std::string &Path) const {
  auto It = Documents.find(Path);
  return It == Documents.end() ? nullptr : &It->second;
}

const std::vector<ShownDiagnostic> *
Workspace::shown(const std::string &Path) const {
  auto It = Shown.find(Path);
  return It == Shown.end() ? nullptr : &It->second;
}

const RuleDescriptor *Workspace::rule(llvm::StringRef Id) const {
  return Live ? Live->project().Config.Rules.find(Id) : nullptr;
}

/// The configured baseline, or the default one if there is one.
std::optional<std::string> Workspace::baselineInForce() const {
  if (!Live)
    return std::nullopt;
  const driver::Project &Of = Live->project();
  std::string File =
      driver::baselineFile(Of.Config, Settings.Baseline, Of.Plan.ProjectRoot,
                           Settings.Request.WorkingDirectory);
  if (!llvm::sys::fs::exists(File))
    return std::nullopt;
  return File;
}

llvm::Expected<std::string> Workspace::addToBaseline(std::size_t Index) {
  const driver::Project &Of = Live->project();
  std::string File =
      driver::baselineFile(Of.Config, Settings.Baseline, Of.Plan.ProjectRoot,
                           Settings.Request.WorkingDirectory);
  report::Baseline Value;
  if (llvm::sys::fs::exists(File)) {
    auto Loaded = driver::loadBaseline(File);
    if (!Loaded)
      return Loaded.takeError();
    Value = std::move(*Loaded);
  }
  report::Report Single = Latest.Report;
  Single.Findings = {Latest.Report.Findings[Index]};
  driver::LiveSources Sources(Of.Plan.ProjectRoot, Live->files());
  for (report::BaselineEntry &Entry :
       report::makeBaseline(Single, Sources).Entries)
    Value.Entries.push_back(std::move(Entry));
  if (llvm::Error Failed = driver::saveBaseline(File, Value))
    return std::move(Failed);
  MustLink = true;
  NextLink = {};
  return relativeTo(File, Of.Plan.ProjectRoot);
}

} // namespace cppwarden::lsp
