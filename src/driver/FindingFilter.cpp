#include "driver/FindingFilter.h"
#include "support/Paths.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

namespace cppwarden::driver {
namespace {

constexpr llvm::StringRef ExcludePatterns[] = {
    // Code of others, by the folders people keep it in.
    "third_party/", "third-party/", "thirdparty/", "3rdparty/", "3rd_party/",
    "vendor/", "vendored/", "external/", "externals/", "extern/",
    "node_modules/", "_deps/", "submodules/", ".conan/", "vcpkg_installed/",
    // Generated code.
    "moc_*.cpp", "*.moc", "qrc_*.cpp", "ui_*.h", "*.pb.h", "*.pb.cc", "*.pb.c",
    "*.grpc.pb.h", "*_autogen/"};

const std::vector<PathGlob> &compiledExcludes() {
  static const std::vector<PathGlob> Globs = [] {
    std::vector<PathGlob> Result;
    for (llvm::StringRef Pattern : ExcludePatterns)
      Result.push_back(llvm::cantFail(PathGlob::compile(Pattern)));
    return Result;
  }();
  return Globs;
}

} // namespace

llvm::ArrayRef<llvm::StringRef> defaultExcludePatterns() {
  return ExcludePatterns;
}

bool isBuildFolder(llvm::StringRef Folder) {
  auto Has = [&](llvm::StringRef Name) {
    llvm::SmallString<256> Path(Folder);
    llvm::sys::path::append(Path, Name);
    return llvm::sys::fs::exists(Path);
  };
  for (llvm::StringRef Name : {"CMakeLists.txt", "meson.build", "configure.ac",
                               "configure", "Makefile.am", ".git"})
    if (Has(Name))
      return false;
  for (llvm::StringRef Name :
       {"CMakeCache.txt", "build.ninja", "meson-private", "config.status"})
    if (Has(Name))
      return true;
  static const NameGlob Names = llvm::cantFail(
      NameGlob::compile("{build*,_build,builddir,cmake-build-*,obj-*,out}"));
  return Names.matches(llvm::sys::path::filename(Folder));
}

FindingFilter::FindingFilter(const Configuration &Settings,
                             llvm::StringRef BuildFolder,
                             llvm::ArrayRef<std::string> NamedFiles)
    : Settings(Settings),
      Enabled(Settings.EnabledRules.begin(), Settings.EnabledRules.end()),
      BuildFolder(BuildFolder.str()), NamedFiles(NamedFiles.vec()) {}

bool FindingFilter::isExcluded(llvm::StringRef File) const {
  // The last entry of `paths` that speaks of it decides.
  for (const PathSettings &Entry : llvm::reverse(Settings.Paths))
    if (Entry.Exclude && Entry.Match.matches(File))
      return *Entry.Exclude;
  if (llvm::any_of(Settings.Exclude,
                   [&](const PathGlob &G) { return G.matches(File); }))
    return true;
  if (!Settings.DefaultExcludes || !isExcludedByDefault(File))
    return false;
  // What the user names in spite of the defaults he wants to see.
  return llvm::none_of(NamedFiles, [&](const std::string &Named) {
    return isBelow(File, Named) &&
           (File == Named || isExcludedByDefault(Named + "/file"));
  });
}

bool FindingFilter::isExcludedByDefault(llvm::StringRef File) const {
  return (!BuildFolder.empty() && isBelow(File, BuildFolder)) ||
         llvm::any_of(compiledExcludes(),
                      [&](const PathGlob &G) { return G.matches(File); });
}

bool FindingFilter::isOn(const Finding &F) const {
  bool On = Enabled.count(F.RuleId) != 0;
  for (const PathSettings &Entry : Settings.Paths) {
    if (!Entry.Match.matches(F.Range.File))
      continue;
    if (Entry.Select.count(F.RuleId))
      On = true;
    if (Entry.Ignore.count(F.RuleId))
      On = false;
  }
  return On;
}

bool FindingFilter::apply(Finding &F) const {
  if (!isOn(F) || isExcluded(F.Range.File))
    return false;
  // What must not be reported must not be changed either.
  llvm::erase_if(F.Fixes, [&](const Fix &Way) {
    return llvm::any_of(Way.Edits, [&](const TextEdit &Edit) {
      return isExcluded(Edit.Range.File);
    });
  });
  for (const PathSettings &Entry : Settings.Paths) {
    auto Level = Entry.Severities.find(F.RuleId);
    if (Level != Entry.Severities.end() && Entry.Match.matches(F.Range.File))
      F.Level = Level->second;
  }
  return true;
}

} // namespace cppwarden::driver
