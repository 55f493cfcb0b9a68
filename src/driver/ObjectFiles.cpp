#include "driver/ObjectFiles.h"
#include "analysis/VarintStream.h"
#include "driver/DependencyRule.h"
#include "driver/PortableNames.h"
#include "support/Paths.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include <optional>
#include <set>

namespace cppwarden::driver {
namespace {

llvm::Error write(llvm::StringRef File, llvm::StringRef Bytes) {
  llvm::Error Failed = llvm::writeToOutput(File, [&](llvm::raw_ostream &Out) {
    Out << Bytes;
    return llvm::Error::success();
  });
  if (Failed)
    return llvm::createStringError("cannot write '" + File +
                                   "': " + llvm::toString(std::move(Failed)));
  return llvm::Error::success();
}

llvm::Error writeDependencies(const ObjectOutput &Output,
                              std::vector<std::string> Names, bool IsFinal) {
  if (Output.DependencyFile.empty())
    return llvm::Error::success();
  PortableNames Portable(Output.Root, Output.WorkingDirectory);
  for (std::string &Name : Names)
    Name = Portable(absolutePath(Name, Output.Root));
  std::string Rules;
  if (!IsFinal) {
    Names.push_back(Output.File + ".incomplete");
    // Make wants a rule for what does not exist.
    Rules = "\n" + dependencyRule(Names.back(), {});
  }
  return write(absolutePath(Output.DependencyFile, Output.WorkingDirectory),
               dependencyRule(Output.File, Names) + Rules);
}

llvm::Error writeIfChanged(const ObjectOutput &Output, llvm::StringRef Bytes) {
  std::string File = absolutePath(Output.File, Output.WorkingDirectory);
  auto Old = llvm::MemoryBuffer::getFile(File, /*IsText=*/false,
                                         /*RequiresNullTerminator=*/false);
  if (Old && (*Old)->getBuffer() == Bytes)
    return llvm::Error::success();
  return write(File, Bytes);
}

/// Beside the objects of units, those of units that have none.
constexpr llvm::StringLiteral FailureMagic("CPWF1\n");

struct Failure {
  std::string MainFile; ///< relative to the project root
  FailureKind Kind = FailureKind::Unit;
  std::string Why;
};

std::optional<Failure> decodeFailure(llvm::StringRef Bytes) {
  analysis::VarintReader In(Bytes.drop_front(FailureMagic.size()));
  Failure Result;
  Result.MainFile = In.text().str();
  std::uint8_t Kind = In.byte();
  Result.Why = In.text().str();
  if (In.failed() || !In.atEnd() || Kind > std::uint8_t(FailureKind::Unit) ||
      Result.MainFile.find('\0') != std::string::npos)
    return std::nullopt;
  Result.Kind = FailureKind(Kind);
  return Result;
}

} // namespace

llvm::Expected<CompiledUnit> compileOne(const Project &Project,
                                        const RunContext &Context) {
  CompileOptions Options = compileOptions(Project, Context);
  Options.Workers = 1;
  Options.ShowProgress = false;
  Options.Cache.PruneSpacing = std::chrono::minutes(10);
  auto Units =
      compileUnits(llvm::ArrayRef(Project.Plan.Jobs).take_front(), Options);
  if (!Units)
    return Units.takeError();
  return std::move(Units->front());
}

llvm::Error writeObject(const analysis::TuObject &Object,
                        const ObjectOutput &Output) {
  if (llvm::Error E = writeIfChanged(Output, analysis::serialise(Object)))
    return E;
  std::vector<std::string> Names = Object.ProjectFiles;
  Names.insert(Names.end(), Object.SystemFiles.begin(),
               Object.SystemFiles.end());
  return writeDependencies(Output, std::move(Names),
                           /*IsFinal=*/Object.Errors.empty());
}

llvm::Error writeFailure(const frontend::UnitJob &Job, FailureKind Kind,
                         llvm::StringRef Why, const ObjectOutput &Output) {
  analysis::VarintWriter Out;
  Out.bytes(FailureMagic);
  Out.text(relativeTo(Job.File, Job.ProjectRoot));
  Out.byte(std::uint8_t(Kind));
  Out.text(Why);
  if (llvm::Error E = writeIfChanged(Output, Out.take()))
    return E;
  return writeDependencies(Output, {}, /*IsFinal=*/false);
}

namespace {

/// What one file of those given to `link` holds.
struct UnitFile {
  std::string Main; ///< absolute
  CompiledUnit Unit;
  bool IsMissing = false;
};

llvm::Expected<UnitFile> readUnit(llvm::StringRef Name, llvm::StringRef Path,
                                  llvm::StringRef Root) {
  auto Buffer = llvm::MemoryBuffer::getFile(Path, /*IsText=*/false,
                                            /*RequiresNullTerminator=*/false);
  if (!Buffer)
    return llvm::createStringError("cannot read the object '" + Name +
                                   "': " + Buffer.getError().message());
  auto Refuse = [&](const llvm::Twine &Why) {
    return llvm::createStringError(
        "'" + Name + "' is no object of this cppwarden (" + Why +
        "); write it again with `cppwarden analyze`");
  };
  UnitFile Result;
  llvm::StringRef Bytes = (*Buffer)->getBuffer();
  if (Bytes.starts_with(FailureMagic)) {
    auto Failed = decodeFailure(Bytes);
    if (!Failed)
      return Refuse("it is damaged");
    Result.Main = absolutePath(Failed->MainFile, Root);
    Result.Unit.Failure = std::move(Failed->Why);
    Result.IsMissing = Failed->Kind == FailureKind::Missing;
    return Result;
  }
  auto Object = analysis::deserialise(Bytes);
  if (!Object)
    return Refuse(llvm::toString(Object.takeError()));
  Result.Main = absolutePath(Object->MainFile, Root);
  Result.Unit.Object = std::move(*Object);
  return Result;
}

/// -p as for a check: the build folder or the database itself.
std::string databasePath(const ProjectRequest &Request) {
  if (Request.BuildPath.empty())
    return "";
  std::string Path = absolutePath(Request.BuildPath, Request.WorkingDirectory);
  return llvm::sys::path::extension(Path) == ".json"
             ? Path
             : absolutePath("compile_commands.json", Path);
}

} // namespace

llvm::Expected<LinkedProject> readObjects(const std::vector<std::string> &Files,
                                          const ProjectRequest &Request) {
  std::string Root = guessRoot(Request);
  auto Config = openSettings(Request, Root);
  if (!Config)
    return Config.takeError();
  LinkedProject Linked{{{}, std::move(*Config), {}, false, {}}, {}};
  frontend::Plan &Plan = Linked.Of.Plan;
  Plan.ProjectRoot = Root;
  Plan.Report.DatabasePath = databasePath(Request);

  std::vector<UnitFile> Units;
  llvm::StringSet<> Seen;
  for (const std::string &Name : Files) {
    std::string Path = absolutePath(Name, Request.WorkingDirectory);
    if (!Seen.insert(Path).second)
      continue;
    auto Unit = readUnit(Name, Path, Root);
    if (!Unit)
      return Unit.takeError();
    Units.push_back(std::move(*Unit));
  }
  llvm::sort(Units, [](const UnitFile &A, const UnitFile &B) {
    return A.Main < B.Main;
  });
  std::set<std::string> Missing;
  for (UnitFile &Unit : Units) {
    if (Unit.IsMissing) {
      Missing.insert(relativeTo(Unit.Main, Root));
      continue;
    }
    frontend::UnitJob Job;
    Job.File = std::move(Unit.Main);
    Job.ProjectRoot = Root;
    Plan.Jobs.push_back(std::move(Job));
    Linked.Units.push_back(std::move(Unit.Unit));
  }
  Plan.Report.Missing.assign(Missing.begin(), Missing.end());
  return Linked;
}

llvm::Expected<CheckResult> linkObjects(LinkedProject &Linked,
                                        report::SourceProvider &Sources,
                                        const ProjectRequest &Request,
                                        std::chrono::year_month_day Today) {
  auto Rules = rules::RuleSet::load(Linked.Of.Config.Values.ruleOptions());
  if (!Rules)
    return Rules.takeError();
  return linkUnits(Linked.Of, std::move(Linked.Units), **Rules, Sources,
                   Request, Today);
}

} // namespace cppwarden::driver
