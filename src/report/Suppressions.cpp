//===- Suppressions.cpp ----------------------------------------*- C++ -*-===//
//
// Which lines a directive covers:
//  - behind code: the lines of the comment;
//  - alone on its line(s), and NOLINTNEXTLINE: the next statement, from its
//  first
//    line of code, whatever comments and blank lines stand between (so several
//    suppressions stack). A statement ends at ';', at a comma or a closing
//    bracket of what it stands in, and before a body: at a '{' that ends a
//    line. Formatters break statements, so the first line alone would not do;
//  - begin … end: the lines from one to the other, both included. An end closes
//    the nearest open begin with the same list; without a list, the nearest
//    one;
//  - file: every line, if it stands above the first declaration.
//
// A finding is silenced when any line of its range is covered. Directives not
// written for this tool (NOLINT alone, NOLINT(*)) follow clang-tidy: only the
// first line of the range counts.
//
// A directive that is malformed, expired, misplaced or without its partner
// silences nothing: a gate must not open by mistake.
//
//===----------------------------------------------------------------------===//
#include "report/Suppressions.h"
#include "report/SourceTokens.h"
#include "report/SuppressionDirective.h"
#include "support/Glob.h"
#include "support/Yaml.h"
#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace cppwarden::report {

namespace {

struct LineSpan {
  std::uint32_t First = 0, Last = 0;
};

/// One item of a list, ready to be matched.
struct RuleMatcher {
  SuppressedRule Item;
  std::optional<NameGlob> Glob;
  bool Used = false;

  bool matches(llvm::StringRef Id, const std::vector<unsigned> &Cwes) const {
    if (Item.Cwe != 0)
      return std::find(Cwes.begin(), Cwes.end(), Item.Cwe) != Cwes.end();
    std::string Name = Item.IsOurs ? Id.str() : ("cppwarden-" + Id).str();
    return Glob ? Glob->matches(Name) : Item.Pattern == Name;
  }
};

/// A directive and what it covers.
struct Suppression {
  SuppressionDirective Directive;
  std::vector<RuleMatcher> Rules;
  LineSpan Lines;

  bool isBare() const { return !Directive.HasList; }
};

class SuppressionPass {
public:
  SuppressionPass(SourceProvider &Sources, const SuppressionOptions &Options)
      : Sources(Sources), Options(Options) {
    for (const RuleDescriptor &Rule : Options.KnownRules)
      Known.emplace(Rule.Id, &Rule);
  }

  void readFile(const std::string &File,
                llvm::ArrayRef<SuppressionComment> Comments);
  std::optional<AppliedSuppression> find(const Finding &Finding);
  void complainAboutUse();
  std::vector<ReportedFinding> takeComplaints() {
    return std::move(Complaints);
  }

private:
  void read(const SuppressionDirective &Directive,
            const SuppressionComment &Comment,
            std::vector<Suppression> &OpenRanges);
  void close(const SuppressionDirective &End,
             std::vector<Suppression> &OpenRanges);
  bool prepare(Suppression &Target);
  bool isUsable(const SuppressionDirective &Directive);
  LineSpan nextStatement(const SuppressionComment &Comment) const;
  bool standsAtTop(const SuppressionDirective &Directive) const;
  bool couldBeUsed(const RuleMatcher &Rule, llvm::StringRef File) const;
  void checkKnown(const RuleMatcher &Rule,
                  const SuppressionDirective &Directive);
  void complain(const char *RuleId, const SourceRange &Range,
                std::string Message, std::string Hint);

  SourceProvider &Sources;
  const SuppressionOptions &Options;
  std::map<std::string, const RuleDescriptor *, std::less<>> Known;
  std::map<std::string, std::vector<Suppression>, std::less<>> ByFile;
  std::vector<ReportedFinding> Complaints;
};

} // namespace

static constexpr const char *UnknownRule = "suppression-unknown-rule";
static constexpr const char *Malformed = "suppression-malformed";
static constexpr const char *Expired = "suppression-expired";
static constexpr const char *Unused = "suppression-unused";
static constexpr const char *MissingReason = "suppression-missing-reason";
static constexpr const char *Unbalanced = "suppression-unbalanced";

void SuppressionPass::complain(const char *RuleId, const SourceRange &Range,
                               std::string Message, std::string Hint) {
  auto Rule = Known.find(RuleId);
  if (Rule == Known.end() || !Options.EnabledRules.contains(RuleId))
    return;
  Finding F;
  F.RuleId = RuleId;
  F.Level = Rule->second->Level;
  F.Range = Range;
  F.Message = std::move(Message);
  F.Hint = std::move(Hint);
  Complaints.push_back({std::move(F), std::nullopt});
}

/// The last line of the statement whose first token is First.
static std::uint32_t statementEnd(const SourceText &Text, SourceTokens Tokens,
                                  SourceToken First) {
  constexpr std::uint32_t MaxLines = 50;
  std::uint32_t FirstLine = Text.lineAt(First.Begin), Last = FirstLine;
  llvm::StringRef Contents = Text.contents();
  if (Contents[First.Begin] == '#')
    return Last;
  int Depth = 0;
  for (std::optional<SourceToken> Token = First; Token; Token = Tokens.next()) {
    if (Token->Kind == TokenKind::Comment)
      continue;
    std::uint32_t Line = Text.lineAt(Token->End - 1);
    if (Line > FirstLine + MaxLines)
      break;
    char C =
        Token->Kind == TokenKind::Punctuation ? Contents[Token->Begin] : '\0';
    if (C == ')' || C == ']' || C == '}') {
      if (Depth == 0)
        break; // of what the statement stands in
      --Depth;
    }
    Last = std::max(Last, Line);
    if (C == '(' || C == '[')
      ++Depth;
    if (C == '{') {
      llvm::StringRef Behind =
          Contents.slice(Token->End, Text.offset(Line, UINT32_MAX)).ltrim();
      if (Behind.empty() || Behind.starts_with("//"))
        break;
      ++Depth;
    }
    if (Depth == 0 && (C == ';' || C == ','))
      break;
  }
  return Last;
}

LineSpan
SuppressionPass::nextStatement(const SuppressionComment &Comment) const {
  LineSpan Lines{Comment.Line, Comment.EndLine + 1};
  const SourceText *Text = Sources.find(Comment.File);
  if (!Text)
    return Lines;
  std::size_t Begin = Text->offset(Comment.Line, Comment.Column);
  // The source may have changed since the comment was read.
  if (!Text->contents().substr(Begin).starts_with(Comment.Text))
    return Lines;
  SourceTokens Tokens(Text->contents(), Begin + Comment.Text.size());
  while (std::optional<SourceToken> Token = Tokens.next()) {
    if (Token->Kind == TokenKind::Comment)
      continue;
    Lines.Last = statementEnd(*Text, Tokens, *Token);
    return Lines;
  }
  return Lines;
}

bool SuppressionPass::standsAtTop(const SuppressionDirective &Directive) const {
  const SourceText *Text = Sources.find(Directive.Where.File);
  if (!Text)
    return true;
  SourceTokens Tokens(Text->contents(), 0);
  if (Text->contents().starts_with("\xEF\xBB\xBF"))
    Tokens = SourceTokens(Text->contents(), 3);
  std::uint32_t DirectiveUpTo = 0; // last line of a preprocessor directive
  while (std::optional<SourceToken> Token = Tokens.next()) {
    std::uint32_t Line = Text->lineAt(Token->Begin);
    if (Token->Kind == TokenKind::Comment || Line <= DirectiveUpTo)
      continue;
    if (Text->contents()[Token->Begin] != '#')
      return Directive.Where.Line < Line;
    DirectiveUpTo = Line;
    while (Text->line(DirectiveUpTo).ends_with("\\"))
      ++DirectiveUpTo;
  }
  return true;
}

void SuppressionPass::checkKnown(const RuleMatcher &Rule,
                                 const SuppressionDirective &Directive) {
  if (!Rule.Item.IsOurs)
    return;
  std::vector<llvm::StringRef> Ids;
  for (const auto &[Id, Descriptor] : Known) {
    if (Rule.matches(Id, Descriptor->Cwes))
      return;
    Ids.push_back(Id);
  }
  std::string Hint = "`cppwarden rules` lists the rules";
  if (auto Nearest = nearestSpelling(Rule.Item.Pattern, Ids))
    Hint = "did you mean " + Nearest->str() + "?";
  complain(UnknownRule, Directive.Where,
           fmt::format("the suppression names '{}', which is no rule",
                       Rule.Item.Spelling),
           std::move(Hint));
}

/// Makes the matchers; false if an item cannot be one.
bool SuppressionPass::prepare(Suppression &Target) {
  const SuppressionDirective &Directive = Target.Directive;
  for (const SuppressedRule &Item : Directive.Rules) {
    RuleMatcher Rule{Item, std::nullopt, false};
    if (Item.Cwe == 0 && isGlob(Item.Pattern)) {
      llvm::Expected<NameGlob> Glob = NameGlob::compile(Item.Pattern);
      if (!Glob) {
        std::string Why = llvm::toString(Glob.takeError());
        if (Item.IsOurs)
          complain(Malformed, Directive.Where,
                   fmt::format("'{}' is no pattern: {}", Item.Spelling, Why),
                   "the suppression has no effect until this is mended");
        return false;
      }
      Rule.Glob = std::move(*Glob);
    }
    checkKnown(Rule, Directive);
    Target.Rules.push_back(std::move(Rule));
  }
  return true;
}

static bool isOurs(const SuppressionDirective &Directive) {
  return !Directive.IsNolint ||
         std::any_of(Directive.Rules.begin(), Directive.Rules.end(),
                     [](const SuppressedRule &R) { return R.IsOurs; });
}

static std::string isoDate(std::chrono::year_month_day Date) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(Date.year()),
                     static_cast<unsigned>(Date.month()),
                     static_cast<unsigned>(Date.day()));
}

/// Complains where it must; says whether the directive has an effect.
bool SuppressionPass::isUsable(const SuppressionDirective &Directive) {
  if (!Directive.Malformed.empty()) {
    complain(Malformed, Directive.Where,
             "this suppression has no effect: " + Directive.Malformed,
             "docs/suppressions.md shows every form");
    return false;
  }
  if (Directive.IsNolint && !Directive.HasList && !Options.HonourBareNolint)
    return false;
  if (Directive.Until && *Directive.Until < Options.Today) {
    if (isOurs(Directive))
      complain(Expired, Directive.Where,
               "the suppression expired on " + isoDate(*Directive.Until),
               "mend what it hides, or give it a new date and a reason");
    return false;
  }
  if (Directive.Kind == DirectiveKind::File && !standsAtTop(Directive)) {
    complain(Malformed, Directive.Where,
             "this suppression has no effect: cppwarden-ignore-file must stand "
             "above the first declaration",
             "move it to the top of the file");
    return false;
  }
  if (Options.RequireReason && Directive.Reason.empty() && isOurs(Directive))
    complain(MissingReason, Directive.Where, "the suppression gives no reason",
             "write it behind a colon: cppwarden-ignore[rule-id]: reason");
  return true;
}

static bool sameList(const SuppressionDirective &A,
                     const SuppressionDirective &B) {
  auto Names = [](const SuppressionDirective &D) {
    std::set<std::string> Result;
    for (const SuppressedRule &Rule : D.Rules)
      Result.insert(Rule.Spelling);
    return Result;
  };
  return A.HasList == B.HasList && Names(A) == Names(B);
}

void SuppressionPass::close(const SuppressionDirective &End,
                            std::vector<Suppression> &OpenRanges) {
  auto It = std::find_if(OpenRanges.rbegin(), OpenRanges.rend(),
                         [&](const Suppression &S) {
                           const SuppressionDirective &Begin = S.Directive;
                           bool AnyList = !End.IsNolint && !End.HasList;
                           return Begin.IsNolint == End.IsNolint &&
                                  (AnyList || sameList(Begin, End));
                         });
  if (It == OpenRanges.rend()) {
    if (isOurs(End))
      complain(Unbalanced, End.Where,
               "this end of a suppression has no begin with the same list",
               "remove it, or put the begin above it");
    return;
  }
  Suppression Closed = std::move(*It);
  OpenRanges.erase(std::next(It).base());
  Closed.Lines = {Closed.Directive.Where.Line, End.Where.Line};
  if (isUsable(Closed.Directive) && prepare(Closed))
    ByFile[End.Where.File].push_back(std::move(Closed));
}

void SuppressionPass::read(const SuppressionDirective &Directive,
                           const SuppressionComment &Comment,
                           std::vector<Suppression> &OpenRanges) {
  Suppression S{Directive, {}, {Comment.Line, Comment.EndLine}};
  if (Directive.Malformed.empty()) {
    if (Directive.Kind == DirectiveKind::Begin) {
      OpenRanges.push_back(std::move(S));
      return;
    }
    if (Directive.Kind == DirectiveKind::End) {
      close(Directive, OpenRanges);
      return;
    }
  }
  if (!isUsable(Directive) || !prepare(S))
    return;
  if (Directive.Kind == DirectiveKind::File)
    S.Lines = {0, UINT32_MAX};
  else if (Directive.Kind == DirectiveKind::NextLine) {
    S.Lines = nextStatement(Comment);
    S.Lines.First = std::min(Comment.EndLine + 1, S.Lines.Last);
  } else if (Comment.OwnLine && !Directive.IsNolint)
    S.Lines = nextStatement(Comment);
  ByFile[Comment.File].push_back(std::move(S));
}

void SuppressionPass::readFile(const std::string &File,
                               llvm::ArrayRef<SuppressionComment> Comments) {
  std::vector<Suppression> OpenRanges;
  for (const SuppressionComment &Comment : Comments)
    for (const SuppressionDirective &Directive : parseDirectives(Comment))
      read(Directive, Comment, OpenRanges);
  for (const Suppression &Open : OpenRanges)
    if (isOurs(Open.Directive))
      complain(Unbalanced, Open.Directive.Where,
               "this begin of a suppression has no end and silences nothing",
               "put the end with the same list below the last line it is for");
  // The nearest reason is the one to show.
  auto Key = [](const Suppression &S) {
    int Breadth = S.Directive.Kind == DirectiveKind::File    ? 2
                  : S.Directive.Kind == DirectiveKind::Begin ? 1
                                                             : 0;
    return std::pair(Breadth, S.Directive.Where);
  };
  if (auto It = ByFile.find(File); It != ByFile.end())
    std::sort(It->second.begin(), It->second.end(),
              [&](const Suppression &A, const Suppression &B) {
                return Key(A) < Key(B);
              });
}

std::optional<AppliedSuppression>
SuppressionPass::find(const Finding &Finding) {
  auto File = ByFile.find(Finding.Range.File);
  if (File == ByFile.end())
    return std::nullopt;
  static const std::vector<unsigned> None;
  auto Rule = Known.find(Finding.RuleId);
  const std::vector<unsigned> &Cwes =
      Rule == Known.end() ? None : Rule->second->Cwes;
  std::uint32_t First = Finding.Range.Line;
  std::uint32_t Last = std::max(Finding.Range.EndLine, First);
  std::optional<AppliedSuppression> Applied;
  // Every directive that matches is in use, not only the first.
  for (Suppression &S : File->second) {
    bool OnFirst = First >= S.Lines.First && First <= S.Lines.Last;
    bool OnAny = First <= S.Lines.Last && Last >= S.Lines.First;
    bool Matches = S.isBare() && OnFirst;
    for (RuleMatcher &R : S.Rules) {
      if (!(R.Item.IsOurs ? OnAny : OnFirst) ||
          !R.matches(Finding.RuleId, Cwes))
        continue;
      R.Used = true;
      Matches = true;
    }
    if (Matches && !Applied)
      Applied = AppliedSuppression{S.Directive.Reason, S.Directive.Where};
  }
  return Applied;
}

/// Did every rule run, over everything it needs, that the item may stand for?
bool SuppressionPass::couldBeUsed(const RuleMatcher &Rule,
                                  llvm::StringRef File) const {
  if (!Options.IsFileComplete || !Options.IsFileComplete(File))
    return true;
  bool Any = false;
  for (const auto &[Id, Descriptor] : Known) {
    if (!Rule.matches(Id, Descriptor->Cwes))
      continue;
    Any = true;
    if (!Options.EnabledRules.contains(Id))
      return true;
    if (Descriptor->Form != RuleForm::Structural && !Options.IsProgramComplete)
      return true;
  }
  return !Any; // an unknown rule has its own complaint
}

void SuppressionPass::complainAboutUse() {
  for (const auto &[File, Suppressions] : ByFile)
    for (const Suppression &S : Suppressions)
      for (const RuleMatcher &Rule : S.Rules)
        if (!Rule.Used && Rule.Item.IsOurs && !couldBeUsed(Rule, File))
          complain(Unused, S.Directive.Where,
                   fmt::format("the suppression of {} silences nothing",
                               Rule.Item.Spelling),
                   "remove it");
}

std::vector<ReportedFinding>
applySuppressions(std::vector<Finding> Findings,
                  std::vector<SuppressionComment> Comments,
                  SourceProvider &Sources, const SuppressionOptions &Options) {
  std::sort(Comments.begin(), Comments.end());
  Comments.erase(std::unique(Comments.begin(), Comments.end()), Comments.end());
  SuppressionPass Pass(Sources, Options);
  for (auto It = Comments.begin(); It != Comments.end();) {
    auto End = std::find_if(It, Comments.end(),
                            [&](const auto &C) { return C.File != It->File; });
    Pass.readFile(It->File, llvm::ArrayRef(&*It, End - It));
    It = End;
  }
  std::vector<ReportedFinding> Result;
  Result.reserve(Findings.size());
  for (Finding &F : Findings) {
    std::optional<AppliedSuppression> Applied = Pass.find(F);
    Result.push_back({std::move(F), std::move(Applied)});
  }
  Pass.complainAboutUse();
  for (ReportedFinding &Complaint : Pass.takeComplaints())
    Result.push_back(std::move(Complaint));
  return Result;
}

} // namespace cppwarden::report
