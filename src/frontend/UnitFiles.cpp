#include "frontend/UnitFiles.h"

#include "frontend/UnitFileSystem.h"
#include "support/Paths.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"

using namespace clang;

namespace cppwarden::frontend {

ParsedUnit::FileCache::FileCache(const UnitJob &Job, SourceManager &SM,
                                 const LangOptions &Lang)
    : SM(SM), Job(Job), Lang(Lang) {
  llvm::SmallString<256> Real;
  if (!llvm::sys::fs::real_path(Job.ProjectRoot, Real) &&
      Real != Job.ProjectRoot)
    RealRoot = Real.str().str();
  for (const std::string &Header : Job.SkippedHeaderBodies)
    SkippedHeaders.insert(Header);
}

std::string ParsedUnit::FileCache::shownPath(FileEntryRef Entry,
                                             bool &BelowRoot) const {
  std::string Path = absolutePath(Entry.getName(), Job.Directory);
  BelowRoot = isBelow(Path, Job.ProjectRoot);
  if (BelowRoot)
    return relativeTo(Path, Job.ProjectRoot);
  // A root that was reached through a symbolic link.
  if (!RealRoot.empty() && isBelow(Path, RealRoot)) {
    BelowRoot = true;
    return relativeTo(Path, RealRoot);
  }
  return Path;
}

const ParsedUnit::FileCache::File &ParsedUnit::FileCache::of(FileID Id) {
  auto It = Files.find(Id);
  if (It != Files.end())
    return It->second;
  File New;
  if (OptionalFileEntryRef Entry =
          Id.isValid() ? SM.getFileEntryRefForID(Id) : std::nullopt) {
    New.Builtin = Entry->getName().starts_with(VirtualResourceFolder);
    New.Path = shownPath(*Entry, New.BelowRoot);
    if (Id == SM.getMainFileID())
      New.BelowRoot = true;
    else
      New.BodiesSkipped = New.BelowRoot && SkippedHeaders.contains(New.Path);
  } else {
    New.Builtin = true;
  }
  return Files.try_emplace(Id, std::move(New)).first->second;
}

bool ParsedUnit::FileCache::isInProject(SourceLocation Place) {
  if (Place.isInvalid())
    return false;
  Place = SM.getExpansionLoc(Place);
  const File &F = of(SM.getFileID(Place));
  return F.BelowRoot && !F.Builtin &&
         !SrcMgr::isSystem(SM.getFileCharacteristic(Place));
}

bool ParsedUnit::FileCache::isBodySkipped(SourceLocation Place) {
  return !isInProject(Place) ||
         of(SM.getFileID(SM.getExpansionLoc(Place))).BodiesSkipped;
}

SourceLocation ParsedUnit::FileCache::inFile(SourceLocation Place, bool WantEnd,
                                             bool &Exclusive) {
  SourceLocation Expansion = WantEnd ? SM.getExpansionRange(Place).getEnd()
                                     : SM.getExpansionLoc(Place);
  bool ExpansionExclusive = WantEnd && Place.isMacroID() &&
                            !SM.getExpansionRange(Place).isTokenRange();
  Exclusive = false;
  while (Place.isMacroID()) {
    if (SM.isMacroArgExpansion(Place)) {
      Place = SM.getImmediateSpellingLoc(Place);
      continue;
    }
    CharSourceRange Range = SM.getImmediateExpansionRange(Place);
    Place = WantEnd ? Range.getEnd() : Range.getBegin();
    Exclusive = WantEnd && !Range.isTokenRange();
  }
  if (Place != Expansion && !isInProject(Place) && isInProject(Expansion)) {
    Exclusive = ExpansionExclusive;
    return Expansion;
  }
  return Place;
}

SourceRange ParsedUnit::FileCache::range(SourceLocation Begin,
                                         SourceLocation End) {
  SourceRange Out;
  if (Begin.isInvalid())
    return Out;
  if (End.isInvalid())
    End = Begin;
  bool Exclusive = false, Unused = false;
  SourceLocation From = inFile(Begin, /*WantEnd=*/false, Unused);
  SourceLocation To = inFile(End, /*WantEnd=*/true, Exclusive);
  auto [FromFile, FromOffset] = SM.getDecomposedLoc(From);
  auto [ToFile, ToOffset] = SM.getDecomposedLoc(To);
  // One end in a macro's argument and one in its body may fall apart.
  if (FromFile != ToFile || ToOffset < FromOffset) {
    CharSourceRange Around = SM.getExpansionRange(Begin);
    From = Around.getBegin();
    To = Around.getEnd();
    Exclusive = !Around.isTokenRange();
    std::tie(FromFile, FromOffset) = SM.getDecomposedLoc(From);
    std::tie(ToFile, ToOffset) = SM.getDecomposedLoc(To);
    if (FromFile != ToFile || ToOffset < FromOffset) {
      std::tie(ToFile, ToOffset) = std::tie(FromFile, FromOffset);
      To = From;
    }
  }
  if (!Exclusive)
    ToOffset += Lexer::MeasureTokenLength(To, SM, Lang);
  Out.File = of(FromFile).Path;
  Out.Line = SM.getLineNumber(FromFile, FromOffset);
  Out.Column = SM.getColumnNumber(FromFile, FromOffset);
  Out.EndLine = SM.getLineNumber(ToFile, ToOffset);
  Out.EndColumn = SM.getColumnNumber(ToFile, ToOffset);
  return Out;
}

bool ParsedUnit::isInProject(SourceLocation Location) const {
  return Files.isInProject(Location);
}

std::string ParsedUnit::relativePath(SourceLocation Location) const {
  if (Location.isInvalid())
    return "";
  return Files.of(Files.SM.getFileID(Files.SM.getExpansionLoc(Location))).Path;
}

SourceRange ParsedUnit::range(SourceLocation Begin, SourceLocation End) const {
  return Files.range(Begin, End);
}

} // namespace cppwarden::frontend
