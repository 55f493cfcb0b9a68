//===- Glob.cpp - Matching by components ----------------------------------===//
//
// Braces are expanded first, with a bound on their number, so that matching
// sees only `*`, `?` and classes. A component is matched by the usual
// two-pointer walk that goes back to the last `*` alone, which is at most
// length × length; a path is matched the same way over components with `**` in
// the place of `*`.
//
//===----------------------------------------------------------------------===//
#include "support/Glob.h"
#include "llvm/ADT/SmallVector.h"

namespace cppwarden {
namespace {

constexpr std::size_t MaxAlternatives = 256;
constexpr std::size_t NotFound = std::string::npos;

llvm::Error malformed(llvm::StringRef Pattern, const llvm::Twine &Why) {
  return llvm::createStringError("pattern '" + Pattern + "': " + Why);
}

/// The end of a class that opens at Open, or NotFound.
std::size_t classEnd(llvm::StringRef P, std::size_t Open) {
  std::size_t I = Open + 1;
  if (I < P.size() && (P[I] == '!' || P[I] == '^'))
    ++I;
  if (I < P.size() && P[I] == ']')
    ++I;
  std::size_t End = P.find(']', I);
  return End == llvm::StringRef::npos ? NotFound : End;
}

llvm::Error expandBraces(llvm::StringRef Whole, std::string Pattern,
                         std::vector<std::string> &Into) {
  std::size_t Open = NotFound, Depth = 0;
  std::vector<std::size_t> Cuts;
  for (std::size_t I = 0; I < Pattern.size(); ++I) {
    char C = Pattern[I];
    if (C == '\\') {
      ++I;
    } else if (C == '[') {
      std::size_t End = classEnd(Pattern, I);
      if (End == NotFound)
        return malformed(Whole, "'[' without ']'");
      I = End;
    } else if (C == '{') {
      if (Depth++ == 0)
        Open = I;
    } else if (C == ',' && Depth == 1) {
      Cuts.push_back(I);
    } else if (C == '}' && Depth && --Depth == 0) {
      Cuts.push_back(I);
      std::size_t From = Open + 1;
      for (std::size_t Cut : Cuts) {
        if (llvm::Error E = expandBraces(Whole,
                                         Pattern.substr(0, Open) +
                                             Pattern.substr(From, Cut - From) +
                                             Pattern.substr(I + 1),
                                         Into))
          return E;
        From = Cut + 1;
      }
      return llvm::Error::success();
    }
  }
  if (Depth)
    return malformed(Whole, "'{' without '}'");
  if (!Pattern.empty() && Pattern.back() == '\\' &&
      (Pattern.size() < 2 || Pattern[Pattern.size() - 2] != '\\'))
    return malformed(Whole, "'\\' at the end");
  if (Into.size() >= MaxAlternatives)
    return malformed(Whole, "too many alternatives");
  Into.push_back(std::move(Pattern));
  return llvm::Error::success();
}

/// Does the single-character pattern at P[I] take C? Sets After behind it.
bool takes(llvm::StringRef P, std::size_t I, char C, std::size_t &After) {
  if (P[I] == '?') {
    After = I + 1;
    return true;
  }
  if (P[I] == '\\' && I + 1 < P.size()) {
    After = I + 2;
    return P[I + 1] == C;
  }
  if (P[I] != '[') {
    After = I + 1;
    return P[I] == C;
  }
  std::size_t End = classEnd(P, I);
  After = End + 1;
  std::size_t J = I + 1;
  bool Negated = P[J] == '!' || P[J] == '^';
  if (Negated)
    ++J;
  bool Found = false;
  auto Byte = [](char X) { return static_cast<unsigned char>(X); };
  while (J < End) {
    if (J + 2 < End && P[J + 1] == '-') {
      Found |= Byte(P[J]) <= Byte(C) && Byte(C) <= Byte(P[J + 2]);
      J += 3;
    } else {
      Found |= P[J] == C;
      ++J;
    }
  }
  return Found != Negated;
}

bool matchName(llvm::StringRef P, llvm::StringRef Text) {
  std::size_t I = 0, T = 0, Star = NotFound, StarText = 0;
  while (T < Text.size()) {
    std::size_t After = 0;
    if (I < P.size() && P[I] == '*') {
      Star = ++I;
      StarText = T;
    } else if (I < P.size() && takes(P, I, Text[T], After)) {
      I = After;
      ++T;
    } else if (Star != NotFound) {
      I = Star;
      T = ++StarText;
    } else {
      return false;
    }
  }
  while (I < P.size() && P[I] == '*')
    ++I;
  return I == P.size();
}

bool matchPath(llvm::ArrayRef<std::string> Pattern,
               llvm::ArrayRef<llvm::StringRef> Path) {
  std::size_t I = 0, T = 0, Star = NotFound, StarPath = 0;
  while (T < Path.size()) {
    if (I < Pattern.size() && Pattern[I] == "**") {
      Star = ++I;
      StarPath = T;
    } else if (I < Pattern.size() && matchName(Pattern[I], Path[T])) {
      ++I;
      ++T;
    } else if (Star != NotFound) {
      I = Star;
      T = ++StarPath;
    } else {
      return false;
    }
  }
  while (I < Pattern.size() && Pattern[I] == "**")
    ++I;
  return I == Pattern.size();
}

} // namespace

bool isGlob(llvm::StringRef Text) {
  return Text.find_first_of("*?[{") != llvm::StringRef::npos;
}

llvm::Expected<NameGlob> NameGlob::compile(llvm::StringRef Pattern) {
  NameGlob Result;
  if (llvm::Error E = expandBraces(Pattern, Pattern.str(), Result.Alternatives))
    return std::move(E);
  return Result;
}

bool NameGlob::matches(llvm::StringRef Name) const {
  for (const std::string &Alternative : Alternatives)
    if (matchName(Alternative, Name))
      return true;
  return false;
}

llvm::Expected<PathGlob> PathGlob::compile(llvm::StringRef Pattern) {
  llvm::StringRef Given = Pattern;
  if (Pattern.empty())
    return malformed(Given, "is empty");
  PathGlob Result;
  Result.FoldersOnly = Pattern.ends_with("/");
  while (Pattern.consume_back("/")) {
  }
  while (Pattern.consume_front("./")) {
  }
  bool Anchored = Pattern.contains('/');
  // An absolute pattern matches the absolute path of a file outside the root;
  // one leading slash alone anchors, as in .gitignore.
  std::vector<std::string> Alternatives;
  if (llvm::Error E = expandBraces(Given, Pattern.str(), Alternatives))
    return std::move(E);
  for (const std::string &Alternative : Alternatives) {
    Components Parts;
    if (!Anchored)
      Parts.Names.push_back("**");
    llvm::SmallVector<llvm::StringRef> Names;
    llvm::StringRef(Alternative).split(Names, '/', -1, /*KeepEmpty=*/false);
    for (llvm::StringRef Name : Names)
      if (Name != ".")
        Parts.Names.push_back(Name.str());
    if (Parts.Names.empty())
      return malformed(Given, "matches nothing");
    Result.Alternatives.push_back(std::move(Parts));
  }
  return Result;
}

bool PathGlob::matches(llvm::StringRef Path) const {
  llvm::SmallVector<llvm::StringRef> Parts;
  Path.split(Parts, '/', -1, /*KeepEmpty=*/false);
  // The whole path is the file; each proper prefix is a folder above it.
  std::size_t Longest = FoldersOnly ? Parts.size() - 1 : Parts.size();
  if (Parts.empty())
    return false;
  for (const Components &Alternative : Alternatives)
    for (std::size_t Length = 1; Length <= Longest; ++Length)
      if (matchPath(Alternative.Names,
                    llvm::ArrayRef(Parts).take_front(Length)))
        return true;
  return false;
}

} // namespace cppwarden
