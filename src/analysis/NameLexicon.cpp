//===- NameLexicon.cpp - What an identifier's words say
//--------------------===//
//
// English puts the noun that a name is about at its end: a `passwordUrl` is a
// URL, a `urlPassword` a password. A phrase of rules/secrets.yaml therefore
// counts only as the head of a name. Behind it are allowed the few words that
// leave the value what it is (`passwordStr`), and a preposition with anything
// (`passwordForUser`); every other word makes it a name of something else. So
// the words that take secrecy away (url, count, label, …) need no list, which
// could never be complete. Ahead of the head everything is allowed but a list
// of words that ask (`hasPassword`), act (`changePassword`) or say that the
// value is no longer the secret (`hashedPassword`).
//
// Ambiguous heads (token, key, pass, pin) count only behind a qualifying word:
// `authToken` but not `nextToken`, `apiKey` but not `sortKey`.
//
// Functions that change their argument are told by a verb at the beginning or a
// participle or noun at the end: `maskPassword`, `passwordHash`.
//
//===----------------------------------------------------------------------===//
#include "analysis/NameLexicon.h"

#include "support/Yaml.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/GlobPattern.h"
#include <set>

using namespace llvm;

namespace cppwarden::analysis {
namespace {

using Words = std::vector<std::string>;

/// Identifiers beyond this are generated; nobody named a secret with one.
constexpr std::size_t MaxIdentifier = 256;

struct Phrase {
  Words Of;
  StringRef Kind;
  /// One of these must stand ahead of the phrase; null: none needed.
  const StringSet<> *By = nullptr;
  bool KeysOnly = false;
  bool HasNumber = false;
};

struct FunctionWords {
  StringRef Kind;
  std::vector<Words> Verbs, Nouns, Sets;
};

bool isNumber(StringRef Word) { return !Word.empty() && isDigit(Word[0]); }

bool matchesAt(const Words &In, std::size_t At, const Words &Of) {
  return At + Of.size() <= In.size() &&
         std::equal(Of.begin(), Of.end(), In.begin() + At);
}

Words withoutNumbers(const Words &All) {
  Words Out;
  for (const std::string &Word : All)
    if (!isNumber(Word))
      Out.push_back(Word);
  return Out;
}

bool isLetterLike(unsigned char C) { return isAlpha(C) || C >= 0x80; }

} // namespace

// --- splitting ---

std::vector<std::string> NameLexicon::words(StringRef Identifier) {
  Words Out;
  std::string Word;
  auto Flush = [&] {
    if (!Word.empty())
      Out.push_back(std::move(Word));
    Word.clear();
  };
  for (std::size_t I = 0; I < Identifier.size(); ++I) {
    char C = Identifier[I];
    if (!isDigit(C) && !isLetterLike(C)) {
      Flush();
      continue;
    }
    if (!Word.empty()) {
      char Last = Identifier[I - 1];
      bool IsHump = isUpper(C) && isLower(Last);
      // HTTPToken: the capital that begins a word ends the acronym; the plural
      // of an acronym (userIDs) begins none.
      bool BeginsWord = isUpper(C) && isUpper(Last) &&
                        I + 1 < Identifier.size() && isLower(Identifier[I + 1]);
      if (BeginsWord && Identifier[I + 1] == 's' &&
          (I + 2 == Identifier.size() || !isLower(Identifier[I + 2])))
        BeginsWord = false;
      if (IsHump || BeginsWord || isDigit(C) != isDigit(Last))
        Flush();
    }
    Word += toLower(C);
  }
  Flush();
  return Out;
}

// --- tables ---

struct NameLexicon::Tables {
  std::set<std::string> Kinds; ///< owns kinds and the patterns of globs
  std::vector<std::unique_ptr<StringSet<>>> Qualifiers;
  StringMap<std::vector<Phrase>> ByLastWord;
  StringMap<Words> RunTogether; ///< "apikey" → api key
  StringSet<> Vocabulary;       ///< every word of a phrase
  StringSet<> Prefixes, Before, After, Prepositions, Lead, Tail, Undo;
  std::vector<FunctionWords> Functions;
  struct UserGlob {
    GlobPattern Pattern;
    StringRef Kind;
  };
  std::vector<UserGlob> Globs;
  std::vector<std::pair<Words, StringRef>> UserNames;
  StringMap<std::vector<std::pair<Words, StringRef>>> Loose; ///< by first word

  StringRef keep(StringRef Name) { return *Kinds.insert(Name.str()).first; }

  void addPhrase(StringRef Text, StringRef Kind, const StringSet<> *By,
                 bool KeysOnly) {
    Phrase P;
    P.Of = words(Text);
    if (P.Of.empty())
      return;
    P.Kind = Kind;
    P.By = By;
    P.KeysOnly = KeysOnly;
    P.HasNumber = any_of(P.Of, [](StringRef W) { return isNumber(W); });
    for (const std::string &Word : P.Of)
      Vocabulary.insert(Word);
    if (P.Of.size() > 1)
      RunTogether.try_emplace(join(P.Of, ""), P.Of);
    auto &List = ByLastWord[P.Of.back()];
    auto Shorter = find_if(List, [&](const Phrase &Other) {
      return Other.Of.size() < P.Of.size();
    });
    List.insert(Shorter, std::move(P));
  }

  /// A qualified phrase is also written without a gap: `apikey`, `dbpass`.
  void addQualified(StringRef Text, StringRef Kind, const StringSet<> &By) {
    addPhrase(Text, Kind, &By, false);
    Words Of = words(Text);
    for (const auto &Qualifier : By) {
      Vocabulary.insert(Qualifier.getKey());
      // A one-letter qualifier would make every word that ends so a match.
      if (Qualifier.getKey().size() < 2)
        continue;
      Words Joined{Qualifier.getKey().str()};
      append_range(Joined, Of);
      RunTogether.try_emplace(join(Joined, ""), Joined);
    }
  }

  const Words *split(StringRef Word) const {
    auto Found = RunTogether.find(Word);
    return Found == RunTogether.end() ? nullptr : &Found->second;
  }

  /// Appends the words that Word stands for: the singular of a known plural,
  /// the parts of a known run-together spelling.
  void expand(StringRef Word, Words &To) const {
    if (Vocabulary.contains(Word)) {
      To.push_back(Word.str());
      return;
    }
    if (const Words *Parts = split(Word)) {
      append_range(To, *Parts);
      return;
    }
    if (After.contains(Word) || Before.contains(Word)) {
      To.push_back(Word.str());
      return;
    }
    StringRef Singular = Word;
    if (Singular.consume_back("s")) {
      if (Vocabulary.contains(Singular) || split(Singular))
        return expand(Singular, To);
      if (Singular.consume_back("e") && Vocabulary.contains(Singular))
        return expand(Singular, To);
    }
    for (std::size_t Cut = 2; Cut + 2 < Word.size(); ++Cut) {
      StringRef Rest = Word.drop_front(Cut);
      if (!Prefixes.contains(Word.take_front(Cut)))
        continue;
      if (const Words *Parts = split(Rest)) {
        To.push_back(Word.take_front(Cut).str());
        append_range(To, *Parts);
        return;
      }
      if (ByLastWord.contains(Rest) && Rest.size() > 2) {
        To.push_back(Word.take_front(Cut).str());
        To.push_back(Rest.str());
        return;
      }
    }
    To.push_back(Word.str());
  }

  Words expanded(StringRef Identifier) const {
    Words Out;
    for (const std::string &Word : words(Identifier))
      expand(Word, Out);
    return Out;
  }

  bool isHead(const Words &In, std::size_t Begin, const Phrase &P) const {
    for (std::size_t I = Begin + P.Of.size(); I < In.size(); ++I) {
      if (Prepositions.contains(In[I]))
        break;
      if (!After.contains(In[I]) && !isNumber(In[I]))
        return false;
    }
    bool IsQualified = !P.By;
    for (std::size_t I = 0; I < Begin; ++I) {
      bool Qualifies = P.By && P.By->contains(In[I]);
      if ((Before.contains(In[I]) || Prepositions.contains(In[I])) &&
          !Qualifies)
        return false;
      IsQualified |= Qualifies;
    }
    return IsQualified;
  }

  StringRef findHead(const Words &All, const Words &Plain, bool IsKey) const {
    for (std::size_t End = Plain.size(); End > 0; --End) {
      auto Found = ByLastWord.find(Plain[End - 1]);
      if (Found == ByLastWord.end())
        continue;
      for (const Phrase &P : Found->second) {
        if ((P.KeysOnly && !IsKey) || P.HasNumber || P.Of.size() > End)
          continue;
        std::size_t Begin = End - P.Of.size();
        if (matchesAt(Plain, Begin, P.Of) && isHead(Plain, Begin, P))
          return P.Kind;
      }
    }
    if (All.size() == Plain.size())
      return "";
    for (std::size_t End = All.size(); End > 0; --End) {
      auto Found = ByLastWord.find(All[End - 1]);
      if (Found == ByLastWord.end())
        continue;
      for (const Phrase &P : Found->second)
        if (P.HasNumber && (IsKey || !P.KeysOnly) && P.Of.size() <= End &&
            matchesAt(All, End - P.Of.size(), P.Of) &&
            isHead(All, End - P.Of.size(), P))
          return P.Kind;
    }
    return "";
  }

  std::optional<StringRef> userKind(StringRef Identifier) const {
    if (Globs.empty() && UserNames.empty())
      return std::nullopt;
    std::string Lower = Identifier.lower();
    for (const UserGlob &Glob : Globs)
      if (Glob.Pattern.match(Lower))
        return Glob.Kind;
    Words Of = words(Identifier);
    for (const auto &[Name, Kind] : UserNames)
      if (Of == Name || withoutNumbers(Of) == Name)
        return Kind;
    return std::nullopt;
  }

  StringRef kindOf(StringRef Identifier, bool IsKey) const {
    if (Identifier.empty() || Identifier.size() > MaxIdentifier)
      return "";
    if (auto Kind = userKind(Identifier))
      return *Kind;
    Words All = expanded(Identifier);
    return findHead(All, withoutNumbers(All), IsKey);
  }

  StringRef looseKind(const Words &Name) const {
    for (std::size_t At = 0; At != Name.size(); ++At) {
      auto Found = Loose.find(Name[At]);
      if (Found != Loose.end())
        for (const auto &[Of, Kind] : Found->second)
          if (matchesAt(Name, At, Of))
            return Kind;
    }
    return "";
  }

  bool beginsWith(const Words &Name, const Words &Verb) const {
    for (std::size_t At = 0; At < Name.size(); ++At) {
      if (matchesAt(Name, At, Verb))
        return true;
      if (!Lead.contains(Name[At]) && Name[At].size() > 1)
        return false;
    }
    return false;
  }
  bool endsWith(const Words &Name, const Words &Noun) const {
    for (std::size_t End = Name.size(); End >= Noun.size(); --End) {
      if (matchesAt(Name, End - Noun.size(), Noun))
        return true;
      if (End == 0 ||
          (!Tail.contains(Name[End - 1]) && !isNumber(Name[End - 1])))
        return false;
    }
    return false;
  }
  static bool holdsAll(const Words &Name, const Words &Set) {
    return all_of(Set, [&](const std::string &Word) {
      return any_of(Name, [&](StringRef Has) {
        // escaped, escaping, quoted, encoder
        return Has == Word ||
               (Word.size() > 4 &&
                Has.starts_with(Word.substr(0, Word.size() - 1)) &&
                Has.size() <= Word.size() + 2);
      });
    });
  }

  StringRef sanitiserOf(StringRef Identifier) const {
    if (Identifier.size() > MaxIdentifier)
      return "";
    Words Name = words(Identifier);
    if (any_of(Name, [&](StringRef Word) { return Undo.contains(Word); }))
      return "";
    for (const FunctionWords &F : Functions) {
      auto Holds = [&](const Words &Set) { return holdsAll(Name, Set); };
      auto Begins = [&](const Words &Verb) { return beginsWith(Name, Verb); };
      auto Ends = [&](const Words &Noun) { return endsWith(Name, Noun); };
      if (any_of(F.Sets, Holds) || any_of(F.Verbs, Begins) ||
          any_of(F.Nouns, Ends))
        return F.Kind;
    }
    return "";
  }
};

// --- reading ---

namespace {

class LexiconReader {
public:
  LexiconReader(StringRef File, NameLexicon::Tables &To)
      : Errors(File), To(To) {}

  Error read(const YamlNode &Names) {
    static constexpr StringRef Known[] = {
        "values", "keys",         "run-together", "before", "after",
        "lead",   "prepositions", "functions",    "tail",   "undo"};
    if (Error E = Errors.checkKeys(Names, Known))
      return E;
    for (const YamlNode::Entry &Entry : Names.Entries)
      if (Error E = readPart(Entry))
        return E;
    return Error::success();
  }

private:
  Error readPart(const YamlNode::Entry &Entry) {
    const YamlNode &Node = Entry.Value;
    if (Entry.Key == "values" || Entry.Key == "keys")
      return readItems(Node, Entry.Key, [&](const YamlNode &Item) {
        return readValue(Item, Entry.Key == "keys");
      });
    if (Entry.Key == "functions")
      return readItems(Node, Entry.Key, [&](const YamlNode &Item) {
        return readFunction(Item);
      });
    StringSet<> *Sets[] = {&To.Prefixes,     &To.Before, &To.After, &To.Lead,
                           &To.Prepositions, &To.Tail,   &To.Undo};
    static constexpr StringRef Names[] = {
        "run-together", "before", "after", "lead",
        "prepositions", "tail",   "undo"};
    return readSet(Node, Entry.Key,
                   *Sets[find(Names, Entry.Key) - std::begin(Names)]);
  }

  template <class Read>
  Error readItems(const YamlNode &List, StringRef What, Read ReadItem) {
    if (!List.isSequence())
      return Errors.at(List, "'" + What + "' must be a list");
    for (const YamlNode &Item : List.Items)
      if (Error E = ReadItem(Item))
        return E;
    return Error::success();
  }

  Error readSet(const YamlNode &Node, StringRef What, StringSet<> &Into) {
    auto List = Errors.strings(Node, What);
    if (!List)
      return List.takeError();
    for (const std::string &Word : *List) {
      if (NameLexicon::words(Word) != Words{Word})
        return Errors.at(Node, "'" + Word + "' in '" + What +
                                   "' is not one lower-case word");
      Into.insert(Word);
    }
    return Error::success();
  }

  Expected<StringRef> readKind(const YamlNode &Item) {
    const YamlNode *Node = Item.find("kind");
    if (!Node)
      return Errors.at(Item, "the key 'kind' is missing");
    auto Name = Errors.scalar(*Node, "kind");
    if (!Name)
      return Name.takeError();
    return To.keep(*Name);
  }

  Error readPhrases(const YamlNode &Item, StringRef Key,
                    function_ref<void(StringRef)> Take) {
    const YamlNode *Node = Item.find(Key);
    if (!Node)
      return Error::success();
    auto List = Errors.strings(*Node, Key);
    if (!List)
      return List.takeError();
    for (const std::string &Text : *List) {
      if (NameLexicon::words(Text).empty())
        return Errors.at(*Node, "'" + Text + "' holds no word");
      Take(Text);
    }
    return Error::success();
  }

  Error readValue(const YamlNode &Item, bool KeysOnly) {
    static constexpr StringRef Known[] = {"kind", "words", "qualified"};
    if (Error E = Errors.checkKeys(Item, Known))
      return E;
    auto Kind = readKind(Item);
    if (!Kind)
      return Kind.takeError();
    if (Error E = readPhrases(Item, "words", [&](StringRef Text) {
          To.addPhrase(Text, *Kind, nullptr, KeysOnly);
        }))
      return E;
    const YamlNode *Qualified = Item.find("qualified");
    if (!Qualified)
      return Error::success();
    return readItems(*Qualified, "qualified",
                     [&](const YamlNode &Group) -> Error {
                       static constexpr StringRef Keys[] = {"words", "by"};
                       if (Error E = Errors.checkKeys(Group, Keys))
                         return E;
                       const YamlNode *By = Group.find("by");
                       if (!By)
                         return Errors.at(Group, "the key 'by' is missing");
                       auto Set = std::make_unique<StringSet<>>();
                       if (Error E = readSet(*By, "by", *Set))
                         return E;
                       To.Qualifiers.push_back(std::move(Set));
                       return readPhrases(Group, "words", [&](StringRef Text) {
                         To.addQualified(Text, *Kind, *To.Qualifiers.back());
                       });
                     });
  }

  Error readFunction(const YamlNode &Item) {
    static constexpr StringRef Known[] = {"kind", "verbs", "nouns", "words"};
    if (Error E = Errors.checkKeys(Item, Known))
      return E;
    auto Kind = readKind(Item);
    if (!Kind)
      return Kind.takeError();
    FunctionWords F;
    F.Kind = *Kind;
    for (auto [Key, List] :
         {std::pair<StringRef, std::vector<Words> *>("verbs", &F.Verbs),
          {"nouns", &F.Nouns},
          {"words", &F.Sets}})
      if (Error E = readPhrases(Item, Key, [List = List](StringRef Text) {
            List->push_back(NameLexicon::words(Text));
          }))
        return E;
    To.Functions.push_back(std::move(F));
    return Error::success();
  }

  YamlErrors Errors;
  NameLexicon::Tables &To;
};

} // namespace

NameLexicon::NameLexicon() : Impl(std::make_unique<Tables>()) {}
NameLexicon::~NameLexicon() = default;
NameLexicon::NameLexicon(NameLexicon &&) noexcept = default;
NameLexicon &NameLexicon::operator=(NameLexicon &&) noexcept = default;

Error NameLexicon::add(MemoryBufferRef Yaml) {
  auto Root = parseYaml(Yaml);
  if (!Root)
    return Root.takeError();
  YamlErrors Errors(Yaml.getBufferIdentifier());
  const YamlNode *Names = Root->find("names");
  if (!Names)
    return Errors.at(*Root, "the key 'names' is missing");
  return LexiconReader(Yaml.getBufferIdentifier(), *Impl).read(*Names);
}

void NameLexicon::addSecretName(StringRef Name, StringRef Kind) {
  // "none" takes a name out; the empty kind is what kindOfName() answers then.
  StringRef Stored = Kind == "none" ? StringRef() : Impl->keep(Kind);
  if (Name.contains_insensitive("*") || Name.contains('?') ||
      Name.contains('[')) {
    if (auto Pattern = GlobPattern::create(Impl->keep(Name.lower()))) {
      Impl->Globs.push_back({std::move(*Pattern), Stored});
      return;
    } else {
      consumeError(Pattern.takeError());
    }
  }
  Impl->UserNames.emplace_back(words(Name), Stored);
  if (Kind != "none")
    Impl->addPhrase(Name, Stored, nullptr, false);
}

void NameLexicon::addLooseName(StringRef Phrase, StringRef Kind) {
  Words Of = words(Phrase);
  if (Of.empty())
    return;
  StringRef Kept = Impl->keep(Kind);
  // "cachekey" is one word.
  Words Joined{join(Of, "")};
  if (Joined != Of)
    Impl->Loose[Joined.front()].emplace_back(Joined, Kept);
  Impl->Loose[Of.front()].emplace_back(std::move(Of), Kept);
}

StringRef NameLexicon::looseKindOf(StringRef Name) const {
  return Name.size() > MaxIdentifier || Impl->Loose.empty()
             ? StringRef()
             : Impl->looseKind(words(Name));
}

StringRef NameLexicon::kindOfName(StringRef Identifier) const {
  return Impl->kindOf(Identifier, false);
}

StringRef NameLexicon::sanitiserOfFunction(StringRef Identifier) const {
  return Impl->sanitiserOf(Identifier);
}

StringRef NameLexicon::kindOfKey(StringRef Key) const {
  // Prompts, sentences, paths and options of a command line are no keys.
  Key = Key.trim(" :=");
  if (Key.starts_with("/") || any_of(Key, [](char C) {
        return !isAlnum(C) && C != '_' && C != '-' && C != '.' && C != '/' &&
               C != ':';
      }))
    return "";
  return Impl->kindOf(Key, true);
}

} // namespace cppwarden::analysis
