//===- SuppressionDirective.cpp --------------------------------*- C++ -*-===//
//
//   directive := ours | nolint
//   ours      := "cppwarden-ignore" ["-begin" | "-end" | "-file"]
//                "[" item { "," item } "]" [until] [":" reason]
//   nolint    := "NOLINT" ["NEXTLINE" | "BEGIN" | "END"] [ "(" items ")" ]
//                [until] [[":"] reason]
//   until     := "until=" YYYY-MM-DD
//   item      := rule id | glob | "CWE-" number
//
// A directive stands anywhere in a comment, behind white space or the comment's
// opening. One of ours without a list is complained about only at the start of
// a comment line: elsewhere it is prose that mentions it. The reason ends with
// the line, or where the next directive starts.
//
//===----------------------------------------------------------------------===//
#include "report/SuppressionDirective.h"
#include "report/SourceText.h"
#include "llvm/ADT/StringExtras.h"
#include <algorithm>

namespace cppwarden::report {

namespace {
struct Opening {
  llvm::StringLiteral Word;
  DirectiveKind Kind;
  bool IsNolint;
};
} // namespace

// Longer words first, so that none hides behind its beginning.
static constexpr Opening Openings[] = {
    {"cppwarden-ignore-begin", DirectiveKind::Begin, false},
    {"cppwarden-ignore-end", DirectiveKind::End, false},
    {"cppwarden-ignore-file", DirectiveKind::File, false},
    {"cppwarden-ignore", DirectiveKind::Line, false},
    {"NOLINTNEXTLINE", DirectiveKind::NextLine, true},
    {"NOLINTBEGIN", DirectiveKind::Begin, true},
    {"NOLINTEND", DirectiveKind::End, true},
    {"NOLINT", DirectiveKind::Line, true},
};

static bool isNameByte(char C) {
  return llvm::isAlnum(C) || C == '_' || C == '-';
}

static const Opening *openingAt(llvm::StringRef Line, std::size_t At) {
  if (At > 0 && isNameByte(Line[At - 1]))
    return nullptr;
  for (const Opening &O : Openings)
    if (Line.substr(At).starts_with(O.Word))
      return &O;
  return nullptr;
}

std::optional<std::chrono::year_month_day> static parseDate(
    llvm::StringRef Text) {
  int Year;
  unsigned Month, Day;
  if (Text.size() != 10 || Text[4] != '-' || Text[7] != '-' ||
      !std::all_of(Text.begin(), Text.end(),
                   [](char C) { return llvm::isDigit(C) || C == '-'; }) ||
      Text.take_front(4).getAsInteger(10, Year) ||
      Text.substr(5, 2).getAsInteger(10, Month) ||
      Text.substr(8, 2).getAsInteger(10, Day))
    return std::nullopt;
  std::chrono::year_month_day Date{std::chrono::year(Year),
                                   std::chrono::month(Month),
                                   std::chrono::day(Day)};
  if (!Date.ok())
    return std::nullopt;
  return Date;
}

static SuppressedRule parseItem(llvm::StringRef Item, bool InNolint) {
  SuppressedRule Rule;
  Rule.Spelling = Item.str();
  llvm::StringRef Name = Item;
  bool Prefixed = Name.consume_front("cppwarden-");
  if (Name.size() > 4 && Name.take_front(4).equals_insensitive("cwe-") &&
      !Name.drop_front(4).getAsInteger(10, Rule.Cwe)) {
    Rule.IsOurs = Prefixed || !InNolint;
    return Rule;
  }
  Rule.IsOurs = Prefixed || !InNolint;
  // In NOLINT an item without the prefix is matched against the prefixed id.
  Rule.Pattern = InNolint && !Prefixed ? Item.str() : Name.str();
  return Rule;
}

static void parseList(llvm::StringRef List, SuppressionDirective &Directive) {
  llvm::SmallVector<llvm::StringRef> Items;
  List.split(Items, ',', -1, /*KeepEmpty=*/false);
  for (llvm::StringRef Item : Items)
    if (!Item.trim().empty())
      Directive.Rules.push_back(parseItem(Item.trim(), Directive.IsNolint));
}

/// Parses the directive at the beginning of Text; returns what it took.
static std::size_t parseOne(llvm::StringRef Text, const Opening &Opening,
                            bool AtLineStart, SuppressionDirective &Directive) {
  Directive.Kind = Opening.Kind;
  Directive.IsNolint = Opening.IsNolint;
  llvm::StringRef Rest = Text.drop_front(Opening.Word.size());
  if (!Rest.empty() && isNameByte(Rest.front())) {
    // NOLINTX is somebody's word; cppwarden-ignore-foo was meant for us.
    if (!Opening.IsNolint && AtLineStart)
      Directive.Malformed =
          "unknown directive '" + Text.take_while(isNameByte).str() +
          "'; there are cppwarden-ignore, -begin, -end and -file";
    return Directive.Malformed.empty() ? 0 : Text.take_while(isNameByte).size();
  }
  char Open = Opening.IsNolint ? '(' : '[',
       Close = Opening.IsNolint ? ')' : ']';
  if (Rest.consume_front(llvm::StringRef(&Open, 1))) {
    Directive.HasList = true;
    std::size_t End = Rest.find(Close);
    if (End == llvm::StringRef::npos) {
      Directive.Malformed =
          std::string("the list of rules has no closing '") + Close + "'";
      return Text.size();
    }
    parseList(Rest.take_front(End), Directive);
    Rest = Rest.drop_front(End + 1);
  }
  if (!Opening.IsNolint && Directive.Rules.empty() &&
      !(Opening.Kind == DirectiveKind::End && !Directive.HasList)) {
    if (!Directive.HasList && !AtLineStart)
      return 0; // prose
    Directive.Malformed =
        "it names no rule; write " + Opening.Word.str() + "[rule-id]: reason";
  }
  std::size_t Marked = Text.size() - Rest.size();

  llvm::StringRef Tail = Rest.ltrim();
  if (Tail.consume_front("until=")) {
    llvm::StringRef Date = Tail.take_while(isNameByte);
    Directive.Until = parseDate(Date);
    if (!Directive.Until)
      Directive.Malformed =
          "'" + Date.str() + "' is no date; write until=YYYY-MM-DD";
    Tail = Tail.drop_front(Date.size()).ltrim();
  }
  // The reason goes up to the next directive.
  std::size_t End = Tail.size();
  for (std::size_t I = 0; I < Tail.size(); ++I)
    if (const auto *Next = openingAt(Tail, I);
        Next && (Next->IsNolint ||
                 Tail.substr(I + Next->Word.size()).starts_with("["))) {
      End = I;
      break;
    }
  llvm::StringRef Reason = Tail.take_front(End).trim();
  // ours wants the colon; behind NOLINT people write what they like.
  if (Reason.consume_front(":") || Directive.IsNolint)
    Directive.Reason = Reason.ltrim(": -").trim().str();
  Directive.Where.EndColumn = static_cast<std::uint32_t>(Marked);
  return Text.size() - Tail.size() + End;
}

/// The comment's lines without delimiters: (offset of the rest, rest).
static llvm::StringRef withoutDelimiters(llvm::StringRef Line, bool IsFirst,
                                         bool IsBlock) {
  llvm::StringRef Rest = Line.ltrim();
  if (IsFirst)
    Rest.consume_front(IsBlock ? "/*" : "//");
  if (IsBlock)
    Rest.consume_back("*/");
  // "///", "//!", "/**", " * " and "//<" decorate.
  return Rest.ltrim(IsBlock ? "*!< \t" : "/!< \t").rtrim();
}

std::vector<SuppressionDirective>
parseDirectives(const SuppressionComment &Comment) {
  std::vector<SuppressionDirective> Result;
  bool IsBlock = llvm::StringRef(Comment.Text).starts_with("/*");
  llvm::SmallVector<llvm::StringRef> Lines;
  llvm::StringRef(Comment.Text).split(Lines, '\n');
  for (std::size_t L = 0; L < Lines.size(); ++L) {
    llvm::StringRef Body =
        withoutDelimiters(Lines[L].rtrim("\r"), L == 0, IsBlock);
    for (std::size_t I = 0; I < Body.size();) {
      const Opening *Found = openingAt(Body, I);
      if (!Found) {
        ++I;
        continue;
      }
      SuppressionDirective Directive;
      std::size_t Taken =
          parseOne(Body.drop_front(I), *Found, I == 0, Directive);
      if (Taken == 0) {
        I += Found->Word.size();
        continue;
      }
      auto InLine =
          static_cast<std::uint32_t>(Body.data() + I - Lines[L].data());
      std::uint32_t Column = (L == 0 ? Comment.Column : 1) + InLine;
      Directive.Where.File = Comment.File;
      Directive.Where.Line = Comment.Line + static_cast<std::uint32_t>(L);
      Directive.Where.Column = Column;
      Directive.Where.EndLine = Directive.Where.Line;
      std::uint32_t Length =
          Directive.Where.EndColumn > 0
              ? Directive.Where.EndColumn
              : static_cast<std::uint32_t>(Found->Word.size());
      Directive.Where.EndColumn = Column + Length;
      Result.push_back(std::move(Directive));
      I += Taken;
    }
  }
  return Result;
}

} // namespace cppwarden::report
