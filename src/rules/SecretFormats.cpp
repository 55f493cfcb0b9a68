//===- SecretFormats.cpp - Formats of providers' secrets ------------------===//
//
// Two passes over a text, both linear.
//
//  1. Formats with a prefix. At every place that no word character precedes,
//  the
//     next two bytes are looked up in a bit set; only a hit compares prefixes,
//     and only an equal prefix runs the format's regular expression, anchored
//     there. In ordinary source text the bit set refuses almost everything.
//  2. Formats without a prefix ("shapes": forty base64 characters). The text is
//     cut into maximal runs of token characters; only a run of the right length
//     whose line speaks of the provider is matched.
//
// A match then has to be credible: not a documented example, no filler word
// ("example", "xxxx") in it, no long sequence ("abcdefgh"), entropy above the
// format's floor, and the checksum right where the format has one.
//
//===----------------------------------------------------------------------===//
#include "rules/SecretFormats.h"
#include "rules/Entropy.h"
#include "support/Yaml.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Base64.h"
#include "llvm/Support/CRC.h"
#include "llvm/Support/Regex.h"
#include <array>
#include <mutex>

using llvm::StringRef;

namespace cppwarden::rules {

/// A format's regular expression, compiled when a prefix first hits.
struct SecretFormats::Matcher {
  std::once_flag Once;
  std::optional<llvm::Regex> Compiled;

  const llvm::Regex &get(const SecretFormat &Format) {
    std::call_once(Once, [&] {
      Compiled.emplace((Format.Prefixes.empty() ? "^(" : "^(") +
                       Format.Pattern + (Format.Prefixes.empty() ? ")$" : ")"));
    });
    return *Compiled;
  }
};

SecretFormats::SecretFormats() = default;
SecretFormats::SecretFormats(SecretFormats &&) noexcept = default;
SecretFormats &SecretFormats::operator=(SecretFormats &&) noexcept = default;
SecretFormats::~SecretFormats() = default;

namespace {

/// No format has a shorter secret, its prefix included.
constexpr std::size_t ShortestSecret = 20;

/// What a character may be part of; a table, because every byte is asked.
enum CharacterClass : std::uint8_t { InWord = 1, InRun = 2 };
constexpr std::array<std::uint8_t, 256> makeClasses() {
  std::array<std::uint8_t, 256> Classes{};
  for (unsigned C = 0; C != 256; ++C) {
    bool IsAlnum = (C >= '0' && C <= '9') || (C >= 'A' && C <= 'Z') ||
                   (C >= 'a' && C <= 'z');
    if (IsAlnum || C == '_')
      Classes[C] |= InWord;
    if (IsAlnum || C == '_' || C == '+' || C == '/' || C == '=' || C == '-' ||
        C == '.' || C == '~')
      Classes[C] |= InRun;
  }
  return Classes;
}
constexpr std::array<std::uint8_t, 256> Classes = makeClasses();

bool isWordCharacter(char C) {
  return Classes[static_cast<unsigned char>(C)] & InWord;
}
/// Characters of which tokens are made.
bool isRunCharacter(char C) {
  return Classes[static_cast<unsigned char>(C)] & InRun;
}

/// Of the three bytes at Text.
std::uint16_t startHash(const char *Text) {
  auto Byte = [&](int I) {
    return static_cast<unsigned>(static_cast<unsigned char>(Text[I]));
  };
  return static_cast<std::uint16_t>((Byte(0) << 9) ^ (Byte(1) << 4) ^ Byte(2));
}

bool isInSet(char C, StringRef Set) {
  for (std::size_t I = 0; I < Set.size(); ++I) {
    if (I + 2 < Set.size() && Set[I + 1] == '-') {
      if (Set[I] <= C && C <= Set[I + 2])
        return true;
      I += 2;
    } else if (Set[I] == C) {
      return true;
    }
  }
  return false;
}

bool mentions(StringRef Context, llvm::ArrayRef<std::string> Words) {
  std::string Lower = Context.lower();
  return llvm::any_of(Words, [&](const std::string &Word) {
    return StringRef(Lower).contains(Word);
  });
}

/// Reads the formats of one document.
class FormatReader {
public:
  explicit FormatReader(StringRef File) : Errors(File) {}

  llvm::Error read(const YamlNode &Node, SecretFormat &Into) {
    if (!Node.isMapping())
      return Errors.at(Node, "a format is a mapping");
    if (llvm::Error E = Errors.checkKeys(
            Node, {"id", "name", "prefixes", "pattern", "before", "length",
                   "near", "entropy", "check", "documented", "revoke"}))
      return E;
    for (const auto &Entry : Node.Entries)
      if (llvm::Error E = readEntry(Entry, Into))
        return E;
    if (Into.Id.empty() || Into.Name.empty() || Into.Pattern.empty())
      return Errors.at(Node, "a format needs 'id', 'name' and 'pattern'");
    for (const std::string &Prefix : Into.Prefixes)
      if (Prefix.size() < 3)
        return Errors.at(Node, "prefix '" + Prefix +
                                   "' is too short: three characters at least");
    if (Into.Prefixes.empty() && (Into.Near.empty() || !Into.MinLength))
      return Errors.at(Node, "a format without 'prefixes' needs 'length' and "
                             "'near'");
    return llvm::Error::success();
  }

private:
  llvm::Error readEntry(const YamlNode::Entry &Entry, SecretFormat &Into) {
    StringRef Key = Entry.Key;
    const YamlNode &Value = Entry.Value;
    if (Key == "prefixes")
      return list(Value, Key, Into.Prefixes);
    if (Key == "documented")
      return list(Value, Key, Into.Documented);
    if (Key == "near")
      return list(Value, Key, Into.Near);
    if (Key == "before") {
      if (!Value.isMapping())
        return Errors.at(Value, "'before' is a mapping");
      if (llvm::Error E = Errors.checkKeys(Value, {"set", "count"}))
        return E;
      const YamlNode *Set = Value.find("set"), *Count = Value.find("count");
      if (!Set || !Count)
        return Errors.at(Value, "'before' needs 'set' and 'count'");
      Into.Before = Set->Value;
      return range(*Count, Into.BeforeMin, Into.BeforeMax);
    }
    if (Key == "length")
      return range(Value, Into.MinLength, Into.MaxLength);
    auto Text = Errors.scalar(Value, Key);
    if (!Text)
      return Text.takeError();
    if (Key == "id")
      Into.Id = *Text;
    else if (Key == "name")
      Into.Name = *Text;
    else if (Key == "pattern")
      Into.Pattern = *Text;
    else if (Key == "revoke")
      Into.Revoke = *Text;
    else if (Key == "entropy") {
      if (StringRef(*Text).getAsDouble(Into.Entropy))
        return Errors.at(Value, "'entropy' is a number of bits");
    } else if (Key == "check") {
      if (*Text == "base62-crc32")
        Into.MustPass = SecretFormat::Check::Base62Crc32;
      else if (*Text == "jwt")
        Into.MustPass = SecretFormat::Check::Jwt;
      else if (*Text == "pem")
        Into.MustPass = SecretFormat::Check::Pem;
      else
        return Errors.unknown(Value.Line, Value.Column, "check", *Text,
                              {"base62-crc32", "jwt", "pem"});
    }
    return llvm::Error::success();
  }

  llvm::Error list(const YamlNode &Value, StringRef Key,
                   std::vector<std::string> &Into) {
    auto Strings = Errors.strings(Value, Key);
    if (!Strings)
      return Strings.takeError();
    Into = std::move(*Strings);
    return llvm::Error::success();
  }

  /// `40` or `8..10`.
  llvm::Error range(const YamlNode &Value, unsigned &Min, unsigned &Max) {
    auto [From, To] = StringRef(Value.Value).split("..");
    if (From.getAsInteger(10, Min) ||
        (To.empty() ? From : To).getAsInteger(10, Max) || Min > Max)
      return Errors.at(Value, "expected a number or 'from..to'");
    return llvm::Error::success();
  }

  YamlErrors Errors;
};

} // namespace

llvm::Expected<SecretFormats> SecretFormats::read(llvm::MemoryBufferRef Yaml) {
  llvm::Expected<YamlNode> Root = parseYaml(Yaml);
  if (!Root)
    return Root.takeError();
  YamlErrors Errors(Yaml.getBufferIdentifier());
  if (!Root->isMapping())
    return Errors.at(*Root, "expected a mapping");
  if (llvm::Error E = Errors.checkKeys(*Root, {"filler-words", "formats"}))
    return E;
  SecretFormats Result;
  if (const YamlNode *Words = Root->find("filler-words")) {
    auto Strings = Errors.strings(*Words, "filler-words");
    if (!Strings)
      return Strings.takeError();
    Result.FillerWords = std::move(*Strings);
  }
  const YamlNode *List = Root->find("formats");
  if (!List || !List->isSequence())
    return Errors.at(*Root, "'formats' is a list");
  FormatReader Reader(Yaml.getBufferIdentifier());
  for (const YamlNode &Item : List->Items) {
    auto Format = std::make_unique<SecretFormat>();
    if (llvm::Error E = Reader.read(Item, *Format))
      return E;
    for (const auto &Other : Result.Formats)
      if (Other->Id == Format->Id)
        return Errors.at(Item, "the format '" + Format->Id + "' occurs twice");
    Result.Formats.push_back(std::move(Format));
  }
  Result.index();
  return Result;
}

void SecretFormats::index() {
  for (unsigned I = 0; I != Formats.size(); ++I) {
    const SecretFormat &Format = *Formats[I];
    Matchers.push_back(std::make_unique<Matcher>());
    if (Format.Prefixes.empty()) {
      Shapes.push_back(I);
      ShortestShape = std::min(ShortestShape, Format.MinLength);
    }
    for (const std::string &Prefix : Format.Prefixes) {
      std::uint16_t Hash = startHash(Prefix.data());
      (Format.BeforeMax ? StartsAnywhere : StartsAtWord).set(Hash);
      ByStart[Hash].push_back({Prefix, I});
    }
  }
  // The longest prefix decides: "sk-ant-" before "sk-".
  for (auto &[Key, List] : ByStart)
    llvm::stable_sort(List, [](const Start &A, const Start &B) {
      return A.Prefix.size() > B.Prefix.size();
    });
}

llvm::Error SecretFormats::checkPatterns() const {
  for (const auto &Format : Formats) {
    std::string Why;
    if (!llvm::Regex(Format->Pattern).isValid(Why))
      return llvm::createStringError("secret format '" + Format->Id +
                                     "': bad pattern: " + Why);
  }
  return llvm::Error::success();
}

bool SecretFormats::isCredible(const SecretFormat &Format, StringRef Secret,
                               StringRef Body) const {
  if (llvm::is_contained(Format.Documented, Secret))
    return false;
  std::string Lower = Body.lower();
  for (const std::string &Word : FillerWords)
    if (StringRef(Lower).contains(Word))
      return false;
  if (Format.MustPass == SecretFormat::Check::Pem)
    return true;
  if (longestSequence(Body) >= 8 || shannonEntropy(Body) < Format.Entropy)
    return false;
  switch (Format.MustPass) {
  case SecretFormat::Check::Base62Crc32:
    return hasBase62Crc32(Body);
  case SecretFormat::Check::Jwt:
    return isJwt(Secret);
  default:
    return true;
  }
}

bool SecretFormats::matchesAt(unsigned Index, StringRef Text,
                              StringRef LineBefore, std::size_t Prefix,
                              std::size_t PrefixLength, Match &Result) const {
  const SecretFormat &Format = *Formats[Index];
  std::size_t Begin = Prefix;
  if (Format.BeforeMax) {
    while (Begin && isInSet(Text[Begin - 1], Format.Before))
      --Begin;
    if (Prefix - Begin < Format.BeforeMin || Prefix - Begin > Format.BeforeMax)
      return false;
  } else if (Begin && isWordCharacter(Text[Begin - 1])) {
    return false;
  }
  if (!Format.Near.empty() &&
      !mentions((LineBefore + Text.take_front(Begin)).str(), Format.Near))
    return false;
  // "pattern" begins like a token; the expression is for what goes on.
  if (Format.MustPass != SecretFormat::Check::Pem) {
    StringRef Run = Text.drop_front(Prefix).take_while([](char C) {
      return isRunCharacter(C) || C == ':' || C == '$' || C == '@' || C == '%';
    });
    if (Run.size() < ShortestSecret)
      return false;
  }
  llvm::SmallVector<StringRef, 4> Groups;
  if (!Matchers[Index]->get(Format).match(Text.drop_front(Prefix), &Groups))
    return false;
  std::size_t End = Prefix + Groups[0].size();
  if (End < Text.size() && isWordCharacter(Text[End]) &&
      Format.MustPass != SecretFormat::Check::Pem)
    return false;
  StringRef Body = Text.slice(Prefix + PrefixLength, End);
  if (Format.MustPass == SecretFormat::Check::Pem) {
    std::string Digits = pemBody(Text.drop_front(End));
    if (Digits.size() < 48 || shannonEntropy(Digits) < Format.Entropy)
      return false;
    std::size_t Footer = Text.find("-----END ", End);
    std::size_t Close =
        Footer == StringRef::npos ? Footer : Text.find("-----", Footer + 9);
    End = Close == StringRef::npos ? Text.size() : Close + 5;
  }
  if (!isCredible(Format, Text.slice(Begin, End), Body))
    return false;
  Result = {&Format, Begin, End};
  return true;
}

void SecretFormats::scanRuns(StringRef Text, StringRef LineBefore,
                             llvm::SmallVectorImpl<Match> &Into) const {
  for (std::size_t I = 0; I < Text.size();) {
    if (!isRunCharacter(Text[I])) {
      ++I;
      continue;
    }
    std::size_t End = I;
    while (End < Text.size() && isRunCharacter(Text[End]))
      ++End;
    StringRef Run = Text.slice(I, End);
    if (Run.size() < ShortestShape) {
      I = End;
      continue;
    }
    // `key=VALUE` is one run of token characters; the value is meant.
    std::size_t Equals = Run.find('=');
    if (Equals != StringRef::npos && Equals + 4 < Run.size())
      Run = Run.drop_front(Equals + 1);
    for (unsigned Index : Shapes) {
      const SecretFormat &Format = *Formats[Index];
      if (Run.size() < Format.MinLength || Run.size() > Format.MaxLength ||
          !mentions((LineBefore + Text.take_front(I) + " " +
                     Text.slice(I, End - Run.size()))
                        .str(),
                    Format.Near) ||
          !Matchers[Index]->get(Format).match(Run) ||
          !isCredible(Format, Run, Run))
        continue;
      Into.push_back({&Format, End - Run.size(), End});
      break;
    }
    I = End;
  }
}

void SecretFormats::scan(StringRef Text, StringRef LineBefore,
                         llvm::SmallVectorImpl<Match> &Into) const {
  std::size_t FirstNew = Into.size();
  for (std::size_t I = 0; I + 3 < Text.size(); ++I) {
    std::uint16_t Hash = startHash(Text.data() + I);
    bool FollowsWord = I && isWordCharacter(Text[I - 1]);
    if (!StartsAnywhere.test(Hash) && (FollowsWord || !StartsAtWord.test(Hash)))
      continue;
    for (const Start &S : ByStart.at(Hash)) {
      Match Found;
      if (Text.substr(I).starts_with(S.Prefix) &&
          matchesAt(S.Format, Text, LineBefore, I, S.Prefix.size(), Found)) {
        Into.push_back(Found);
        I = Found.End - 1;
        break;
      }
    }
  }
  if (Text.size() < ShortestShape)
    return;
  llvm::SmallVector<Match, 2> Runs;
  scanRuns(Text, LineBefore, Runs);
  for (const Match &Run : Runs) {
    auto Overlaps = [&](const Match &M) {
      return M.Begin < Run.End && Run.Begin < M.End;
    };
    if (llvm::none_of(llvm::ArrayRef(Into).drop_front(FirstNew), Overlaps))
      Into.push_back(Run);
  }
  std::sort(Into.begin() + FirstNew, Into.end(),
            [](const Match &A, const Match &B) { return A.Begin < B.Begin; });
}

bool hasBase62Crc32(StringRef Body) {
  if (Body.size() <= 6)
    return false;
  std::uint32_t Crc =
      llvm::crc32(llvm::arrayRefFromStringRef(Body.drop_back(6)));
  static constexpr StringRef Digits =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  std::string Expected(6, '0');
  for (std::size_t I = 6; I-- != 0; Crc /= 62)
    Expected[I] = Digits[Crc % 62];
  return Body.take_back(6) == Expected;
}

bool isJwt(StringRef Token) {
  std::string Header = Token.take_until([](char C) { return C == '.'; }).str();
  for (char &C : Header)
    C = C == '-' ? '+' : C == '_' ? '/' : C;
  while (Header.size() % 4)
    Header += '=';
  std::vector<char> Decoded;
  if (llvm::Error E = llvm::decodeBase64(Header, Decoded)) {
    llvm::consumeError(std::move(E));
    return false;
  }
  StringRef Json(Decoded.data(), Decoded.size());
  return Json.starts_with("{") && Json.rtrim().ends_with("}") &&
         Json.contains("\"alg\"");
}

std::string pemBody(StringRef AfterHeader) {
  std::string Digits;
  StringRef Block = AfterHeader.take_front(16384);
  Block = Block.take_front(Block.find("-----END"));
  while (!Block.empty()) {
    // Line breaks, written out or escaped (JSON inside a raw string).
    std::size_t End = std::min(Block.find('\n'), Block.find("\\n"));
    StringRef Line = Block.take_front(End).trim(" \t\r*\"");
    Block = End == StringRef::npos
                ? StringRef()
                : Block.drop_front(End + (Block[End] == '\\' ? 2 : 1));
    Line.consume_front("//");
    Line = Line.trim();
    bool IsBase64 = llvm::all_of(Line, [](char C) {
      return llvm::isAlnum(C) || C == '+' || C == '/' || C == '=';
    });
    if (IsBase64)
      Digits += Line;
    else if (!Line.contains(':'))
      break;
  }
  return Digits;
}

} // namespace cppwarden::rules
