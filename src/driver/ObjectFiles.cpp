#include "driver/ObjectFiles.h"
#include "support/Paths.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"

namespace cppwarden::driver {
namespace {

/// As make wants a name.
std::string escaped(llvm::StringRef Name) {
  std::string Result;
  for (char C : Name) {
    if (C == ' ' || C == '#' || C == '\\')
      Result += '\\';
    if (C == '$')
      Result += '$';
    Result += C;
  }
  return Result;
}

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

} // namespace

llvm::Expected<CompiledUnit> compileOne(const Project &Project,
                                        const RunContext &Context) {
  CompileOptions Options = compileOptions(Project, Context);
  Options.Workers = 1;
  Options.ShowProgress = false;
  auto Units =
      compileUnits(llvm::ArrayRef(Project.Plan.Jobs).take_front(), Options);
  if (!Units)
    return Units.takeError();
  return std::move(Units->front());
}

llvm::Error writeObject(const analysis::TuObject &Object, llvm::StringRef Root,
                        llvm::StringRef File, llvm::StringRef DependencyFile) {
  if (llvm::Error E = write(File, analysis::serialise(Object)))
    return E;
  if (DependencyFile.empty())
    return llvm::Error::success();
  std::string Rule = escaped(File) + ":";
  for (const auto *Files : {&Object.ProjectFiles, &Object.SystemFiles})
    for (const std::string &Name : *Files)
      Rule += " \\\n  " + escaped(absolutePath(Name, Root));
  return write(DependencyFile, Rule + "\n");
}

llvm::Expected<LinkedProject> readObjects(const std::vector<std::string> &Files,
                                          const ProjectRequest &Request) {
  std::string Root = guessRoot(Request);
  auto Config = openSettings(Request, Root);
  if (!Config)
    return Config.takeError();
  LinkedProject Linked{{{}, std::move(*Config), {}, false, {}}, {}};
  frontend::Plan &Plan = Linked.Of.Plan;
  Plan.ProjectRoot = Root;
  if (!Request.BuildPath.empty())
    Plan.Report.DatabasePath = absolutePath(
        Request.BuildPath + "/compile_commands.json", Request.WorkingDirectory);

  // Main file and bytes decide the order, as file and flags do in a plan.
  std::map<std::pair<std::string, std::string>, analysis::TuObject> Objects;
  for (const std::string &Name : Files) {
    std::string File = absolutePath(Name, Request.WorkingDirectory);
    auto Buffer = llvm::MemoryBuffer::getFile(File, /*IsText=*/false,
                                              /*RequiresNullTerminator=*/false);
    if (!Buffer)
      return llvm::createStringError("cannot read the object '" + Name +
                                     "': " + Buffer.getError().message());
    auto Object = analysis::deserialise((*Buffer)->getBuffer());
    if (!Object)
      return llvm::createStringError(
          "'" + Name + "' is no object of this cppwarden (" +
          llvm::toString(Object.takeError()) +
          "); write it again with `cppwarden analyze`");
    std::string Main = Object->MainFile;
    Objects.try_emplace({Main, (*Buffer)->getBuffer().str()},
                        std::move(*Object));
  }
  for (auto &[Key, Object] : Objects) {
    frontend::UnitJob Job;
    Job.File = absolutePath(Object.MainFile, Root);
    Job.ProjectRoot = Root;
    Plan.Jobs.push_back(std::move(Job));
    Linked.Units.emplace_back().Object = std::move(Object);
  }
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
