#include "driver/Fixes.h"
#include "report/SourceText.h"
#include "support/InputFile.h"
#include "support/Paths.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include <map>
#include <optional>
#include <sys/stat.h>
#include <unistd.h>

namespace cppwarden::driver {
namespace {

namespace fs = llvm::sys::fs;

/// A file that fixes name, and the edits that are settled.
struct OpenFile {
  std::string Path;
  std::string Fault; ///< why nothing can be changed; empty: it can
  std::optional<report::SourceText> Text;
  frontend::SourceEdits Edits;
};

bool isReadOnly(const std::string &Path) {
  auto Mode = fs::getPermissions(Path);
  // The owner may write by his rights alone, the mode says whether he should.
  return !Mode ||
         !(*Mode & (fs::owner_write | fs::group_write | fs::others_write)) ||
         !fs::can_write(Path);
}

std::string realPath(llvm::StringRef Path) {
  llvm::SmallString<256> Real;
  return fs::real_path(Path, Real) ? "" : Real.str().str();
}

class Planner {
public:
  Planner(const report::Report &Report, bool WithUnsafe)
      : Report(Report), WithUnsafe(WithUnsafe),
        Root(realPath(Report.ProjectRoot)) {}

  FixPlan plan() {
    for (std::size_t I = 0; I < Report.Findings.size(); ++I) {
      const report::ReportedFinding &Reported = Report.Findings[I];
      if (!Reported.isActive() || Reported.Value.Fixes.empty())
        continue;
      const Fix &First = Reported.Value.Fixes.front();
      if (First.Safety == FixSafety::Unsafe && !WithUnsafe)
        ++Plan.Unsafe;
      else if (make(First))
        Plan.Fixed.push_back(I);
    }
    for (auto &[Name, File] : Files) {
      std::vector<frontend::ByteEdit> Edits = File.Edits.edits();
      if (Edits.empty())
        continue;
      llvm::StringRef Before = File.Text->contents();
      // Every edit was compared with the text.
      std::string After = llvm::cantFail(File.Edits.apply(Before));
      if (After != Before)
        Plan.Files.push_back({Name, File.Path, Before.str(), std::move(After),
                              std::move(Edits)});
    }
    return std::move(Plan);
  }

private:
  bool make(const Fix &Way) {
    // All or none: the files' edits are settled when every one fits.
    std::map<std::string, frontend::SourceEdits> Tried;
    for (const TextEdit &Edit : Way.Edits) {
      OpenFile &File = open(Edit.Range.File);
      auto Place = File.Fault.empty() ? find(Edit, *File.Text) : std::nullopt;
      if (!Place) {
        refuse(Edit.Range, File.Fault.empty()
                               ? "the file has changed since it was read"
                               : File.Fault);
        return false;
      }
      auto [It, New] = Tried.try_emplace(Edit.Range.File);
      if (New)
        It->second = File.Edits;
      if (!It->second.add(*Place)) {
        ++Plan.Overlapping;
        return false;
      }
    }
    for (auto &[Name, Edits] : Tried)
      Files.at(Name).Edits = std::move(Edits);
    return true;
  }

  OpenFile &open(const std::string &Name) {
    auto [It, New] = Files.try_emplace(Name);
    OpenFile &File = It->second;
    if (!New)
      return File;
    std::string Given = absolutePath(Name, Report.ProjectRoot);
    auto Buffer = readInputFile(Given);
    File.Path = realPath(Given);
    if (!Buffer || File.Path.empty())
      File.Fault = "the file cannot be read";
    else if (llvm::sys::path::is_absolute(Name) || !isBelow(File.Path, Root))
      File.Fault = "the file is not below the project root";
    else if (isReadOnly(File.Path))
      File.Fault = "the file is read-only";
    else
      File.Text.emplace((*Buffer)->getBuffer().str());
    return File;
  }

  /// The bytes of an edit, if the file still holds what it replaces.
  static std::optional<frontend::ByteEdit>
  find(const TextEdit &Edit, const report::SourceText &Text) {
    const SourceRange &R = Edit.Range;
    if (R.Line == 0 || R.Column == 0 || R.Line > Text.lineCount())
      return std::nullopt;
    std::size_t Begin = Text.offset(R.Line, R.Column);
    if (Text.contents().substr(Begin, Edit.Replaced.size()) != Edit.Replaced ||
        Text.offset(R.EndLine, R.EndColumn) != Begin + Edit.Replaced.size())
      return std::nullopt;
    return frontend::ByteEdit{Begin, Edit.Replaced.size(), Edit.Replacement};
  }

  void refuse(const SourceRange &Where, llvm::StringRef Why) {
    std::string Line = Where.File + ":" + std::to_string(Where.Line) + ":" +
                       std::to_string(Where.Column) +
                       ": not fixed: " + Why.str();
    if (!llvm::is_contained(Plan.Refused, Line))
      Plan.Refused.push_back(std::move(Line));
  }

  const report::Report &Report;
  bool WithUnsafe;
  std::string Root;
  std::map<std::string, OpenFile> Files;
  FixPlan Plan;
};

std::error_code lastError() {
  return std::error_code(errno, std::generic_category());
}

llvm::Error writeFile(const FileFix &File) {
  auto Failed = [&](llvm::StringRef What, std::error_code Why) {
    return llvm::createStringError(Why, "cannot " + What + " '" + File.Path +
                                            "': " + Why.message());
  };
  auto Now = readInputFile(File.Path);
  if (!Now)
    return Failed("read", Now.getError());
  if ((*Now)->getBuffer() != File.Before)
    return llvm::createStringError("'" + File.Path +
                                   "' was changed meanwhile, and is left as "
                                   "it is");
  struct stat Status;
  if (::stat(File.Path.c_str(), &Status) != 0)
    return Failed("read", lastError());
  // mkstemp() and not LLVM's TempFile, which takes each % of a folder's name
  // for a place to fill.
  std::string Temporary = File.Path + ".XXXXXX";
  int Descriptor = ::mkstemp(Temporary.data());
  if (Descriptor < 0)
    return Failed("write beside", lastError());
  std::error_code Error;
  // Root may give files away; whoever cannot keeps what he wrote.
  if (::fchown(Descriptor, Status.st_uid, Status.st_gid) != 0)
    errno = 0;
  if (::fchmod(Descriptor, Status.st_mode & 07777) != 0)
    Error = lastError();
  llvm::raw_fd_ostream Out(Descriptor, /*shouldClose=*/true);
  Out << File.After;
  Out.close();
  if (!Error)
    Error = Out.error();
  Out.clear_error();
  if (!Error)
    Error = fs::rename(Temporary, File.Path);
  if (!Error)
    return llvm::Error::success();
  fs::remove(Temporary);
  return Failed("write", Error);
}

} // namespace

FixPlan planFixes(const report::Report &Report, bool WithUnsafe) {
  return Planner(Report, WithUnsafe).plan();
}

llvm::Error writeFixes(const FixPlan &Plan) {
  llvm::Error All = llvm::Error::success();
  for (const FileFix &File : Plan.Files)
    if (llvm::Error Failed = writeFile(File))
      All = llvm::joinErrors(std::move(All), std::move(Failed));
  return All;
}

} // namespace cppwarden::driver
