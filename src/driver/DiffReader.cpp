//===- DiffReader.cpp -----------------------------------------------------===//
//
// Lines of a hunk are counted by its header, so that no line of a source can
// pass for a header ("+++ b/other.cpp" may be a line that was added).
//
//===----------------------------------------------------------------------===//
#include "driver/DiffReader.h"
#include "llvm/ADT/StringExtras.h"
#include <algorithm>

namespace cppwarden::driver {
namespace {

class PatchReader {
public:
  explicit PatchReader(llvm::StringRef Patch) : Rest(Patch) {}
  llvm::Expected<Diff> read();

private:
  llvm::StringRef nextLine() {
    llvm::StringRef Line;
    std::tie(Line, Rest) = Rest.split('\n');
    return Line;
  }
  bool hunk(llvm::StringRef Header);
  void submodule(llvm::StringRef Line);

  llvm::StringRef Rest;
  Diff Result;
  std::string OldPath;
};

/// A name as git writes it: plain, or in quotes with escapes as in C.
std::string unquoted(llvm::StringRef Name) {
  // A tab ends a plain name that holds spaces.
  if (!Name.consume_front("\""))
    return Name.take_until([](char C) { return C == '\t'; }).str();
  std::string Result;
  while (!Name.empty() && Name[0] != '"') {
    char C = Name[0];
    Name = Name.drop_front();
    if (C != '\\' || Name.empty()) {
      Result += C;
      continue;
    }
    C = Name[0];
    if (C >= '0' && C <= '7') {
      unsigned Value = 0;
      llvm::StringRef Digits = Name.take_front(3).take_while(
          [](char D) { return D >= '0' && D <= '7'; });
      Digits.getAsInteger(8, Value);
      Result += char(Value);
      Name = Name.drop_front(Digits.size());
      continue;
    }
    static constexpr llvm::StringLiteral Letters("abtnvfr"),
        Values("\a\b\t\n\v\f\r");
    std::size_t At = Letters.find(C);
    Result += At == llvm::StringRef::npos ? C : Values[At];
    Name = Name.drop_front();
  }
  return Result;
}

/// "12,3" or "12".
bool readRange(llvm::StringRef Text, std::uint32_t &Begin,
               std::uint32_t &Count) {
  auto [First, Second] = Text.split(',');
  Count = 1;
  if (First.getAsInteger(10, Begin) ||
      (Text.contains(',') && Second.getAsInteger(10, Count)))
    return false;
  // An empty range names the line before it.
  Begin += Count == 0;
  return Begin > 0 && Begin < (1u << 31) && Count < (1u << 31);
}

bool PatchReader::hunk(llvm::StringRef Header) {
  llvm::SmallVector<llvm::StringRef> Words;
  Header.split(Words, ' ');
  std::uint32_t Old = 0, OldLeft = 0, New = 0, NewLeft = 0;
  if (Words.size() < 4 || !Words[1].consume_front("-") ||
      !Words[2].consume_front("+") || !readRange(Words[1], Old, OldLeft) ||
      !readRange(Words[2], New, NewLeft) || Result.Files.empty())
    return false;
  ChangedBlock Block{Old, 0, New, 0};
  auto End = [&] {
    if (Block.OldCount || Block.NewCount)
      Result.Files.back().Blocks.push_back(Block);
    Block = {Old, 0, New, 0};
  };
  while (OldLeft || NewLeft) {
    if (Rest.empty())
      return false;
    llvm::StringRef Line = nextLine();
    char Mark = Line.empty() ? ' ' : Line[0];
    if (Mark == '\\')
      continue;
    bool IsOld = Mark == '-' || Mark == ' ', IsNew = Mark == '+' || Mark == ' ';
    if ((!IsOld && !IsNew) || (IsOld && !OldLeft) || (IsNew && !NewLeft))
      return false;
    OldLeft -= IsOld;
    NewLeft -= IsNew;
    Old += IsOld;
    New += IsNew;
    if (Mark == ' ') {
      End();
      continue;
    }
    Block.OldCount += IsOld;
    Block.NewCount += IsNew;
  }
  End();
  return true;
}

/// "Submodule libs/x 1234567...89abcde (commits not present)"
void PatchReader::submodule(llvm::StringRef Line) {
  for (llvm::StringRef Why : {"(commits not present)", "(diff failed)"}) {
    if (!Line.contains(Why))
      continue;
    Line = Line.take_front(Line.find(Why)).rtrim();
    Result.OpaqueSubmodules.push_back(Line.rsplit(' ').first.str());
    return;
  }
}

llvm::Expected<Diff> PatchReader::read() {
  while (!Rest.empty()) {
    llvm::StringRef Line = nextLine();
    if (Line.starts_with("diff --git ")) {
      OldPath.clear();
    } else if (Line.consume_front("--- ")) {
      OldPath = unquoted(Line);
    } else if (Line.consume_front("+++ ")) {
      FileDiff File;
      std::string Path = unquoted(Line);
      File.IsDeleted = Path == "/dev/null";
      llvm::StringRef Name = File.IsDeleted ? OldPath : Path;
      if (!Name.consume_front(File.IsDeleted ? "a/" : "b/"))
        return llvm::createStringError("git names a file '" + Path +
                                       "' without its prefix");
      File.Path = Name.str();
      Result.Files.push_back(std::move(File));
    } else if (Line.starts_with("@@ ")) {
      if (!hunk(Line))
        return llvm::createStringError("a part of git's diff is malformed: '" +
                                       Line.take_front(60) + "'");
    } else if (Line.consume_front("Submodule ")) {
      submodule(Line);
    }
  }
  return std::move(Result);
}

} // namespace

llvm::Expected<Diff> readDiff(llvm::StringRef Patch) {
  return PatchReader(Patch).read();
}

std::vector<LineRange> changedLines(const std::vector<ChangedBlock> &Blocks) {
  std::vector<LineRange> Lines;
  for (const ChangedBlock &Block : Blocks)
    if (Block.NewCount)
      Lines.push_back({Block.NewBegin, Block.NewBegin + Block.NewCount - 1});
    else
      Lines.push_back({std::max(1u, Block.NewBegin - 1), Block.NewBegin});
  return Lines;
}

std::vector<LineRange> mapLines(const std::vector<LineRange> &Lines,
                                const std::vector<ChangedBlock> &Blocks) {
  auto Map = [&](std::uint32_t Line, bool IsLast) {
    std::int64_t Shift = 0;
    for (const ChangedBlock &Block : Blocks) {
      if (Line < Block.OldBegin)
        break;
      if (Line < Block.OldBegin + Block.OldCount)
        return std::max(1u, IsLast ? Block.NewBegin + Block.NewCount
                                   : Block.NewBegin);
      Shift += std::int64_t(Block.NewCount) - Block.OldCount;
    }
    return std::uint32_t(std::max<std::int64_t>(1, Line + Shift));
  };
  std::vector<LineRange> Mapped;
  for (const LineRange &Range : Lines)
    Mapped.push_back({Map(Range.First, false), Map(Range.Last, true)});
  return Mapped;
}

} // namespace cppwarden::driver
