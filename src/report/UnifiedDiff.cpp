//===- UnifiedDiff.cpp - Edits as a diff that tools can apply -------------===//
//
// A line of a diff ends at LF alone; a CR before it, or one by itself, is part
// of the line. Three lines of context, hunks that would touch become one. `git
// apply` takes a hunk without context behind it for the end of the file, so one
// that cannot have any before that is not written.
//
//===----------------------------------------------------------------------===//
#include "report/UnifiedDiff.h"
#include "llvm/ADT/StringExtras.h"
#include <algorithm>
#include <fmt/format.h>
#include <vector>

namespace cppwarden::report {
namespace {

constexpr std::size_t Context = 3;

/// With their LF; the last one may lack it.
std::vector<llvm::StringRef> splitLines(llvm::StringRef Text) {
  std::vector<llvm::StringRef> Lines;
  while (!Text.empty()) {
    std::size_t End = std::min(Text.find('\n'), Text.size() - 1) + 1;
    Lines.push_back(Text.take_front(End));
    Text = Text.drop_front(End);
  }
  return Lines;
}

/// As git writes names: in quotes when they have something special.
std::string quotedName(llvm::StringRef Prefix, llvm::StringRef File) {
  std::string Name = (Prefix + File).str();
  if (llvm::all_of(Name, [](unsigned char C) {
        return C > 0x20 && C < 0x7f && C != '"' && C != '\\';
      }))
    return Name;
  std::string Quoted = "\"";
  for (unsigned char C : Name) {
    if (C == '"' || C == '\\')
      Quoted += fmt::format("\\{}", char(C));
    else if (C < 0x20 || C >= 0x7f)
      Quoted += fmt::format("\\{:03o}", C);
    else
      Quoted += char(C);
  }
  return Quoted + '"';
}

/// Lines [Begin, End) of the old text (from 0) become others.
struct Change {
  std::size_t Begin = 0, End = 0;
  std::string New;
};

class DiffWriter {
public:
  DiffWriter(llvm::StringRef Before,
             llvm::function_ref<bool(std::size_t)> IsHidden)
      : Before(Before), Lines(splitLines(Before)), IsHidden(IsHidden) {
    for (llvm::StringRef Line : Lines)
      Starts.push_back(std::size_t(Line.data() - Before.data()));
  }

  UnifiedDiff write(llvm::StringRef File, llvm::ArrayRef<DiffEdit> Edits) {
    std::vector<Change> Changes = changedLines(Edits);
    for (std::size_t I = 0; I < Changes.size();) {
      std::size_t J = I + 1;
      while (J < Changes.size() &&
             Changes[J].Begin <= Changes[J - 1].End + 2 * Context &&
             allShown(Changes[J - 1].End, Changes[J].Begin))
        ++J;
      hunk(llvm::ArrayRef(Changes).slice(I, J - I));
      I = J;
    }
    if (!Result.Text.empty())
      Result.Text = "--- " + quotedName("a/", File) + "\n+++ " +
                    quotedName("b/", File) + "\n" + Result.Text;
    return std::move(Result);
  }

private:
  std::size_t lineAt(std::size_t Offset) const {
    auto After = std::upper_bound(Starts.begin(), Starts.end(), Offset);
    return std::size_t(std::max<std::ptrdiff_t>(After - Starts.begin(), 1) - 1);
  }
  bool isShown(std::size_t Line) const { return !IsHidden(Line + 1); }
  bool allShown(std::size_t Begin, std::size_t End) const {
    for (; Begin < End; ++Begin)
      if (!isShown(Begin))
        return false;
    return true;
  }

  std::vector<Change> changedLines(llvm::ArrayRef<DiffEdit> Edits) const {
    std::vector<Change> Changes;
    for (std::size_t I = 0; I < Edits.size();) {
      Change New;
      New.Begin = lineAt(Edits[I].Offset);
      std::size_t At = Lines.empty() ? 0 : Starts[New.Begin];
      do {
        const DiffEdit &Edit = Edits[I];
        New.New += Before.slice(At, Edit.Offset);
        New.New += Edit.Text;
        At = Edit.Offset + Edit.Length;
        // An edit that takes the end of its last line joins the next one to it.
        New.End = std::min(
            lineAt(At > Edit.Offset && Before[At - 1] != '\n' ? At - 1 : At) +
                1,
            Lines.size());
        ++I;
      } while (I < Edits.size() && lineAt(Edits[I].Offset) < New.End);
      std::size_t End =
          New.End < Lines.size() ? Starts[New.End] : Before.size();
      New.New += Before.slice(At, End);
      Changes.push_back(std::move(New));
    }
    return Changes;
  }

  void line(char Mark, llvm::StringRef Line) {
    Result.Text += Mark;
    Result.Text += Line;
    if (!Line.ends_with("\n"))
      Result.Text += "\n\\ No newline at end of file\n";
  }

  void hunk(llvm::ArrayRef<Change> Changes) {
    std::size_t First = Changes.front().Begin, Last = Changes.back().End;
    for (const Change &Each : Changes)
      if (!allShown(Each.Begin, Each.End)) {
        Result.HiddenHunks += Changes.size();
        return;
      }
    std::size_t Begin = First, End = Last;
    while (Begin > 0 && First - Begin < Context && isShown(Begin - 1))
      --Begin;
    while (End < Lines.size() && End - Last < Context && isShown(End))
      ++End;
    if (End == Last && End < Lines.size()) {
      Result.HiddenHunks += Changes.size();
      return;
    }
    std::size_t NewCount = End - Begin;
    for (const Change &Each : Changes)
      NewCount =
          NewCount - (Each.End - Each.Begin) + splitLines(Each.New).size();
    // A range of no lines is named by the line before it.
    std::size_t OldStart = Begin + (End > Begin ? 1 : 0);
    std::ptrdiff_t NewStart =
        std::ptrdiff_t(Begin) + Shift + (NewCount > 0 ? 1 : 0);
    Result.Text += fmt::format("@@ -{},{} +{},{} @@\n", OldStart, End - Begin,
                               NewStart, NewCount);
    Shift += std::ptrdiff_t(NewCount) - std::ptrdiff_t(End - Begin);
    std::size_t At = Begin;
    for (const Change &Each : Changes) {
      for (; At < Each.Begin; ++At)
        line(' ', Lines[At]);
      for (; At < Each.End; ++At)
        line('-', Lines[At]);
      for (llvm::StringRef New : splitLines(Each.New))
        line('+', New);
    }
    for (; At < End; ++At)
      line(' ', Lines[At]);
  }

  llvm::StringRef Before;
  std::vector<llvm::StringRef> Lines;
  std::vector<std::size_t> Starts;
  llvm::function_ref<bool(std::size_t)> IsHidden;
  UnifiedDiff Result;
  std::ptrdiff_t Shift = 0; ///< lines that earlier hunks added
};

} // namespace

UnifiedDiff unifiedDiff(llvm::StringRef File, llvm::StringRef Before,
                        llvm::ArrayRef<DiffEdit> Edits,
                        llvm::function_ref<bool(std::size_t Line)> IsHidden) {
  return DiffWriter(Before, IsHidden).write(File, Edits);
}

} // namespace cppwarden::report
