#include "FixtureMarks.h"
#include "support/Yaml.h"
#include <algorithm>
#include <map>
#include <regex>
#include <sstream>

namespace cppwarden::tests {

namespace {

constexpr llvm::StringRef KnownMarks[] = {"expect",  "expect-next", "ok",
                                          "missing", "spurious",    "flags"};

std::string trim(const std::string &Text) {
  return llvm::StringRef(Text).trim().str();
}

class MarkReader {
public:
  MarkReader(const std::string &File,
             const std::vector<std::string> &KnownRules, FixtureMarks &Into)
      : File(File), KnownRules(KnownRules), Into(Into) {}

  void line(const std::string &Text, unsigned Number) {
    // The last one: a comment may itself be the near-miss. "https://" is none.
    std::size_t Begin = Text.rfind("//");
    while (Begin != std::string::npos && Begin && Text[Begin - 1] == ':')
      Begin = Text.rfind("//", Begin - 1);
    if (Begin == std::string::npos)
      return;
    llvm::StringRef Comment = llvm::StringRef(Text).drop_front(Begin + 2);
    llvm::SmallVector<llvm::StringRef, 2> Parts;
    Comment.split(Parts, ";;");
    for (llvm::StringRef Part : Parts)
      mark(Part.trim().str(), Number);
  }

private:
  void mark(const std::string &Text, unsigned Number) {
    static const std::regex Form(R"(^([A-Za-z-]+)(@([+-]\d+))?:\s*(.*)$)");
    std::smatch Parts;
    if (!std::regex_match(Text, Parts, Form))
      return;
    std::string Name = Parts[1];
    if (!llvm::is_contained(KnownMarks, Name)) {
      if (auto Near = nearestSpelling(Name, KnownMarks);
          Near || Parts[2].matched)
        error(Number,
              "unknown mark '" + Name + "'" +
                  (Near ? "; did you mean '" + Near->str() + "'?" : ""));
      return;
    }
    std::string Rest = trim(Parts[4]);
    if (Name == "flags") {
      std::istringstream Words(Rest);
      for (std::string Flag; Words >> Flag;)
        Into.Flags.push_back(Flag);
      return;
    }
    unsigned Line = Number + (Name == "expect-next" ? 1 : 0);
    if (Parts[3].matched)
      Line += std::stoi(Parts[3]);
    if (Name == "ok")
      return ok(Rest, Line);
    if (Name == "expect" || Name == "expect-next")
      return expect(Rest, Line, Number);
    limitation(Name == "missing" ? FixtureMark::Kind::Missing
                                 : FixtureMark::Kind::Spurious,
               Rest, Line, Number);
  }

  void ok(const std::string &Why, unsigned Line) {
    if (Why.empty())
      return error(Line, "'ok:' does not say why");
    Into.Marks.push_back({FixtureMark::Kind::Ok, File, Line, "", {}, Why});
  }

  void expect(const std::string &Rest, unsigned Line, unsigned Number) {
    llvm::SmallVector<llvm::StringRef, 2> Items;
    llvm::StringRef(Rest).split(Items, ',');
    for (llvm::StringRef Item : Items) {
      auto [Rule, Level] = Item.trim().split(' ');
      FixtureMark Mark{
          FixtureMark::Kind::Expect, File, Line, Rule.str(), {}, ""};
      Level = Level.trim();
      if (Level == "error")
        Mark.Level = Severity::Error;
      else if (Level == "warning")
        Mark.Level = Severity::Warning;
      else if (Level == "note")
        Mark.Level = Severity::Note;
      else if (!Level.empty())
        error(Number, "unknown severity '" + Level.str() + "'");
      add(std::move(Mark), Number);
    }
  }

  void limitation(FixtureMark::Kind Kind, const std::string &Rest,
                  unsigned Line, unsigned Number) {
    auto [Rule, Why] = llvm::StringRef(Rest).split(' ');
    if (Why.trim().empty())
      return error(Number, "the mark does not say why");
    add({Kind, File, Line, Rule.str(), {}, Why.trim().str()}, Number);
  }

  void add(FixtureMark Mark, unsigned Number) {
    if (!llvm::is_contained(KnownRules, Mark.Rule))
      return error(Number, "unknown rule '" + Mark.Rule + "'");
    Into.Marks.push_back(std::move(Mark));
  }

  void error(unsigned Number, const std::string &What) {
    Into.Errors.push_back(File + ":" + std::to_string(Number) + ": " + What);
  }

  const std::string &File;
  const std::vector<std::string> &KnownRules;
  FixtureMarks &Into;
};

} // namespace

void readMarks(const std::string &File, const std::string &Contents,
               const std::vector<std::string> &KnownRules, FixtureMarks &Into) {
  MarkReader Reader(File, KnownRules, Into);
  std::istringstream Lines(Contents);
  unsigned Number = 0;
  for (std::string Line; std::getline(Lines, Line);)
    Reader.line(Line, ++Number);
}

std::vector<std::string> disagreements(const FixtureMarks &Marks,
                                       const std::vector<Finding> &Findings) {
  using Place = std::tuple<std::string, unsigned, std::string>;
  std::vector<std::string> Result = Marks.Errors;
  auto Say = [&](const FixtureMark &At, const std::string &What) {
    Result.push_back(At.File + ":" + std::to_string(At.Line) + ": " + What);
  };
  std::map<Place, std::vector<const Finding *>> ByPlace;
  for (const Finding &F : Findings)
    ByPlace[{F.Range.File, F.Range.Line, F.RuleId}].push_back(&F);

  std::size_t Hits = 0, NearMisses = 0;
  for (const FixtureMark &Mark : Marks.Marks) {
    auto Found = ByPlace.find({Mark.File, Mark.Line, Mark.Rule});
    bool IsReported = Found != ByPlace.end() && !Found->second.empty();
    switch (Mark.Is) {
    case FixtureMark::Kind::Ok:
      ++NearMisses;
      break;
    case FixtureMark::Kind::Expect:
      ++Hits;
      if (!IsReported)
        Say(Mark, "expected [" + Mark.Rule + "], not reported");
      else if (Mark.Level && Found->second.front()->Level != *Mark.Level)
        Say(Mark, "[" + Mark.Rule + "] has another severity than expected");
      break;
    case FixtureMark::Kind::Missing:
      if (IsReported)
        Say(Mark, "[" + Mark.Rule +
                      "] is reported now: the limitation is gone, "
                      "make the mark an 'expect:'");
      break;
    case FixtureMark::Kind::Spurious:
      if (!IsReported)
        Say(Mark, "[" + Mark.Rule +
                      "] is not reported any more: the limitation "
                      "is gone, make the mark an 'ok:'");
      break;
    }
    if (IsReported)
      Found->second.erase(Found->second.begin());
  }
  for (const auto &[Where, Rest] : ByPlace)
    for (const Finding *F : Rest)
      Result.push_back(F->Range.File + ":" + std::to_string(F->Range.Line) +
                       ": reported without a mark: " + F->Message + " [" +
                       F->RuleId + "]");
  if (NearMisses < Hits)
    Result.push_back("the fixture has " + std::to_string(Hits) +
                     " hits and only " + std::to_string(NearMisses) +
                     " near-misses ('ok:')");
  if (!Hits)
    Result.push_back("the fixture expects nothing");
  return Result;
}

} // namespace cppwarden::tests
