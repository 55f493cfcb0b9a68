//===- PurposeLexicon.cpp - YAML to the words of purposes -----------------===//
#include "rules/PurposeLexicon.h"
#include "analysis/Model.h"
#include "analysis/NameLexicon.h"
#include "support/Yaml.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"

using llvm::StringRef;

namespace cppwarden::rules {

namespace {

using Words = std::vector<std::string>;

/// Longer texts are no names.
constexpr std::size_t MaxName = 200;

/// Where Phrase stands in Name, and how many words it takes there; a word of
/// the name may be the whole phrase without its gaps, the last one a plural.
std::size_t wordsAt(const Words &Name, std::size_t At, const Words &Phrase) {
  auto Same = [](StringRef Has, StringRef Wanted) {
    return Has == Wanted || (Has.consume_back("s") && Has == Wanted);
  };
  if (At + Phrase.size() <= Name.size()) {
    bool All = true;
    for (std::size_t I = 0; I != Phrase.size() && All; ++I)
      All = I + 1 == Phrase.size() ? Same(Name[At + I], Phrase[I])
                                   : Name[At + I] == Phrase[I];
    if (All)
      return Phrase.size();
  }
  if (Phrase.size() < 2)
    return 0;
  std::string Joined;
  for (const std::string &Word : Phrase)
    Joined += Word;
  return Same(Name[At], Joined) ? 1 : 0;
}

bool holds(const Words &Name, const PurposeLexicon::Entry::Phrases &Any) {
  for (const Words &Phrase : Any)
    for (std::size_t At = 0; At != Name.size(); ++At)
      if (wordsAt(Name, At, Phrase))
        return true;
  return false;
}

Words without(Words Name, const PurposeLexicon::Entry::Phrases &Not) {
  for (const Words &Phrase : Not)
    for (std::size_t At = 0; At < Name.size(); ++At)
      if (std::size_t Count = wordsAt(Name, At, Phrase))
        // A gap, so that its neighbours do not become a phrase.
        Name.erase(Name.begin() + At + 1, Name.begin() + At + Count),
            Name[At].clear();
  return Name;
}

bool isWithinAny(StringRef Kind, llvm::ArrayRef<std::string> Any) {
  return !Kind.empty() && llvm::any_of(Any, [&](const std::string &Each) {
    return analysis::ModelSet::isKindWithin(Kind, Each);
  });
}

bool tells(const PurposeLexicon::Entry &Entry, const PurposeEvidence &E,
           const Words &Name) {
  using Side = PurposeEvidence::Side;
  if (E.On == Side::Text)
    return llvm::is_contained(Entry.Texts, E.Name);
  if (E.On == Side::Input && isWithinAny(E.Kind, Entry.InputKinds))
    return true;
  if (E.On == Side::Output && isWithinAny(E.Kind, Entry.OutputKinds))
    return true;
  Words Left = without(Name, Entry.Not);
  return holds(Left, Entry.Words) ||
         (E.On == Side::Input && holds(Left, Entry.Inputs)) ||
         (E.On == Side::Output && holds(Left, Entry.Outputs));
}

class LexiconReader {
public:
  explicit LexiconReader(StringRef File) : Errors(File) {}

  llvm::Error phrases(const YamlNode &Map, StringRef Key,
                      PurposeLexicon::Entry::Phrases &Into) {
    std::vector<std::string> Texts;
    if (llvm::Error E = Errors.strings(Map, Key, Texts))
      return E;
    for (const std::string &Text : Texts) {
      Into.push_back(analysis::NameLexicon::words(Text));
      if (Into.back().empty())
        return Errors.at(*Map.find(Key), "'" + Text + "' holds no word");
    }
    return llvm::Error::success();
  }

  llvm::Error scalar(const YamlNode &Map, StringRef Key, std::string &Into) {
    const YamlNode *Node = Map.find(Key);
    if (!Node)
      return Errors.at(Map, "'" + Key + "' is missing");
    auto Value = Errors.scalar(*Node, Key);
    if (!Value)
      return Value.takeError();
    Into = std::move(*Value);
    return llvm::Error::success();
  }

  llvm::Error entry(const YamlNode &Item, PurposeLexicon::Entry &Into) {
    if (!Item.isMapping())
      return Errors.at(Item, "a purpose is a mapping");
    if (llvm::Error E = Errors.checkKeys(
            Item, {"verdict", "final", "says", "words", "inputs", "outputs",
                   "not", "input-kinds", "output-kinds", "texts"}))
      return E;
    std::string Is;
    if (llvm::Error E = scalar(Item, "verdict", Is))
      return E;
    std::optional<Verdict> Known = verdictNamed(Is);
    if (!Known)
      return Errors.unknown(Item.Line, Item.Column, "verdict", Is,
                            VerdictNames);
    Into.Is = *Known;
    if (const YamlNode *Final = Item.find("final")) {
      auto Value = Errors.boolean(*Final, "final");
      if (!Value)
        return Value.takeError();
      Into.IsFinal = *Value;
    }
    if (Into.Is != Verdict::Open)
      if (llvm::Error E = scalar(Item, "says", Into.Says))
        return E;
    for (auto [Key, To] :
         {std::pair<StringRef, PurposeLexicon::Entry::Phrases *>("words",
                                                                 &Into.Words),
          {"inputs", &Into.Inputs},
          {"outputs", &Into.Outputs},
          {"not", &Into.Not}})
      if (llvm::Error E = phrases(Item, Key, *To))
        return E;
    for (auto [Key, To] : {std::pair<StringRef, std::vector<std::string> *>(
                               "input-kinds", &Into.InputKinds),
                           {"output-kinds", &Into.OutputKinds},
                           {"texts", &Into.Texts}})
      if (llvm::Error E = Errors.strings(Item, Key, *To))
        return E;
    return llvm::Error::success();
  }

  YamlErrors Errors;
};

} // namespace

std::optional<Verdict> verdictNamed(StringRef Name) {
  return llvm::StringSwitch<std::optional<Verdict>>(Name)
      .Case("harm", Verdict::Harm)
      .Case("harmless", Verdict::Harmless)
      .Case("open", Verdict::Open)
      .Default(std::nullopt);
}

llvm::Expected<PurposeLexicon>
PurposeLexicon::read(llvm::MemoryBufferRef Yaml) {
  auto Root = parseYaml(Yaml);
  if (!Root)
    return Root.takeError();
  LexiconReader Reader(Yaml.getBufferIdentifier());
  if (!Root->isMapping())
    return Reader.Errors.at(*Root, "the words of purposes are a mapping");
  if (llvm::Error E = Reader.Errors.checkKeys(
          *Root, {"input-sinks", "through", "purposes"}))
    return E;
  PurposeLexicon Result;
  if (llvm::Error E =
          Reader.Errors.strings(*Root, "input-sinks", Result.InputSinks))
    return E;
  if (llvm::Error E = Reader.scalar(*Root, "through", Result.Through))
    return E;
  const YamlNode *Purposes = Root->find("purposes");
  if (!Purposes || !Purposes->isSequence())
    return Reader.Errors.at(*Root, "'purposes' is a list");
  for (const YamlNode &Item : Purposes->Items)
    if (llvm::Error E = Reader.entry(Item, Result.Entries.emplace_back()))
      return E;
  return Result;
}

std::vector<std::string> PurposeLexicon::outcomes() const {
  std::vector<std::string> Result;
  for (const Entry &Each : Entries)
    for (const Entry::Phrases *Of : {&Each.Words, &Each.Outputs})
      // A word like `token` or `session` stands in too many names.
      for (const Words &Phrase : *Of)
        if (Each.Is != Verdict::Open || Phrase.size() > 1)
          Result.push_back(llvm::join(Phrase, " "));
  return Result;
}

PurposeLexicon::Match
PurposeLexicon::judge(llvm::ArrayRef<PurposeEvidence> All) const {
  std::vector<Words> Names;
  for (const PurposeEvidence &E : All)
    Names.push_back(E.On == PurposeEvidence::Side::Text ||
                            E.Name.size() > MaxName
                        ? Words()
                        : analysis::NameLexicon::words(E.Name));
  for (const Entry &Each : Entries)
    for (std::size_t I = 0; I != All.size(); ++I)
      if (tells(Each, All[I], Names[I]))
        return {&Each, &All[I]};
  return {};
}

} // namespace cppwarden::rules
