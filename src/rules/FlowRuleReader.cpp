//===- FlowRuleReader.cpp - YAML to FlowRule ------------------------------===//
#include "rules/FlowRuleReader.h"
#include "support/Yaml.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/Path.h"

using llvm::StringRef;

namespace cppwarden::rules {

namespace {

constexpr StringRef QuestionKeys[] = {
    "origins",         "sinks",      "uses",
    "requires",        "sanitisers", "through-numbers",
    "through-derived", "within",     "named-within",
    "message",         "use-message"};
constexpr StringRef RuleKeys[] = {"id",
                                  "group",
                                  "title",
                                  "severity",
                                  "security-severity",
                                  "precision",
                                  "pack",
                                  "cwe",
                                  "origins",
                                  "sinks",
                                  "uses",
                                  "requires",
                                  "sanitisers",
                                  "through-numbers",
                                  "through-derived",
                                  "within",
                                  "named-within",
                                  "message",
                                  "use-message",
                                  "report-at",
                                  "also",
                                  "severity-when",
                                  "supersedes",
                                  "purpose",
                                  "questions-of",
                                  "documentation"};

/// One value of a fixed set, by its spelling.
template <typename T> struct Choice {
  StringRef Spelling;
  T Value;
};
constexpr Choice<Severity> Severities[] = {{"error", Severity::Error},
                                           {"warning", Severity::Warning},
                                           {"note", Severity::Note}};
constexpr Choice<Precision> Precisions[] = {{"low", Precision::Low},
                                            {"medium", Precision::Medium},
                                            {"high", Precision::High},
                                            {"very-high", Precision::VeryHigh}};
constexpr Choice<Pack> Packs[] = {{"default", Pack::Default},
                                  {"audit", Pack::Audit}};
constexpr Choice<analysis::Travel> Travels[] = {
    {"any", analysis::Travel::Any},
    {"embedded", analysis::Travel::Embedded},
    {"whole", analysis::Travel::Whole}};
constexpr Choice<ReportPlace> ReportPlaces[] = {
    {"sink", ReportPlace::Sink},
    {"origin", ReportPlace::Origin},
    {"hand-over", ReportPlace::HandOver}};

class Reader {
public:
  Reader(StringRef File, const analysis::ModelSet *Kinds)
      : Errors(File), Kinds(Kinds) {}

  llvm::Expected<FlowRule> read(const YamlNode &Root) {
    if (!Root.isMapping())
      return Errors.at(Root, "a flow rule is a mapping");
    if (llvm::Error E = Errors.checkKeys(Root, RuleKeys))
      return E;
    FlowRule Rule;
    if (llvm::Error E = readDescriptor(Root, Rule.Descriptor))
      return E;
    if (llvm::Error E = readSeverities(Root, Rule.Severities))
      return E;
    if (llvm::Error E = verdicts(Root, Rule.Purpose))
      return E;
    if (llvm::Error E = text(Root, "questions-of", Rule.QuestionsOf, false))
      return E;
    if (!Rule.QuestionsOf.empty()) {
      for (StringRef Key : QuestionKeys)
        if (const YamlNode *Own = Root.find(Key))
          return Errors.at(*Own, "'" + Key + "' comes from the rule '" +
                                     Rule.QuestionsOf + "'");
      return Rule;
    }
    FlowQuestion Main;
    if (llvm::Error E = readQuestion(Root, Main))
      return E;
    if (llvm::Error E = checkComplete(Root, Main))
      return E;
    Rule.Questions.push_back(Main);
    if (const YamlNode *Also = Root.find("also")) {
      if (!Also->isSequence())
        return Errors.at(*Also, "'also' is a list of questions");
      for (const YamlNode &Item : Also->Items) {
        if (!Item.isMapping())
          return Errors.at(Item, "a question is a mapping");
        if (llvm::Error E = Errors.checkKeys(Item, QuestionKeys))
          return E;
        // What is not said is as in the rule's own question.
        FlowQuestion Question = Main;
        if (llvm::Error E = readQuestion(Item, Question))
          return E;
        if (llvm::Error E = checkComplete(Item, Question))
          return E;
        Rule.Questions.push_back(std::move(Question));
      }
    }
    if (llvm::Error E = Errors.strings(Root, "supersedes", Rule.Supersedes))
      return E;
    if (const YamlNode *Place = Root.find("report-at"))
      if (llvm::Error E =
              choice<ReportPlace>(*Place, "place", ReportPlaces, Rule.ReportAt))
        return E;
    Rule.IsAboutSecrets =
        llvm::any_of(Rule.Questions, [](const FlowQuestion &Q) {
          return Q.Literals && Q.Literals->Strings &&
                 Q.Literals->Strings->Is ==
                     StringCondition::Form::PlausibleSecret;
        });
    return Rule;
  }

private:
  template <typename T>
  llvm::Error choice(const YamlNode &Node, StringRef What,
                     llvm::ArrayRef<Choice<T>> Choices, T &Into) {
    auto Given = Errors.scalar(Node, What);
    if (!Given)
      return Given.takeError();
    std::vector<StringRef> Known;
    for (const Choice<T> &C : Choices) {
      if (C.Spelling == *Given) {
        Into = C.Value;
        return llvm::Error::success();
      }
      Known.push_back(C.Spelling);
    }
    return Errors.unknown(Node.Line, Node.Column, What, *Given, Known);
  }

  llvm::Error verdicts(const YamlNode &Map, std::vector<Verdict> &Into) {
    const YamlNode *Node = Map.find("purpose");
    if (!Node)
      return llvm::Error::success();
    if (!Node->isSequence())
      return Errors.at(*Node, "'purpose' is a list");
    for (const YamlNode &Item : Node->Items) {
      auto Given = Errors.scalar(Item, "purpose");
      if (!Given)
        return Given.takeError();
      std::optional<Verdict> Known = verdictNamed(*Given);
      if (!Known)
        return Errors.unknown(Item.Line, Item.Column, "purpose", *Given,
                              VerdictNames);
      Into.push_back(*Known);
    }
    return llvm::Error::success();
  }

  llvm::Error text(const YamlNode &Map, StringRef Key, std::string &Into,
                   bool IsNeeded = true) {
    const YamlNode *Node = Map.find(Key);
    if (!Node)
      return IsNeeded ? Errors.at(Map, "'" + Key + "' is missing")
                      : llvm::Error::success();
    auto Value = Errors.scalar(*Node, Key);
    if (!Value)
      return Value.takeError();
    StringRef Trimmed = StringRef(*Value).trim();
    if (Trimmed.empty() && IsNeeded)
      return Errors.at(*Node, "'" + Key + "' is empty");
    Into = Trimmed.str();
    return llvm::Error::success();
  }

  llvm::Error flag(const YamlNode &Map, StringRef Key, bool &Into) {
    const YamlNode *Node = Map.find(Key);
    if (!Node)
      return llvm::Error::success();
    auto Value = Errors.boolean(*Node, Key);
    if (!Value)
      return Value.takeError();
    Into = *Value;
    return llvm::Error::success();
  }

  llvm::Error integer(const YamlNode &Map, StringRef Key,
                      std::optional<std::int64_t> &Into) {
    const YamlNode *Node = Map.find(Key);
    if (!Node)
      return llvm::Error::success();
    auto Value = Errors.integer(*Node, Key);
    if (!Value)
      return Value.takeError();
    Into = *Value;
    return llvm::Error::success();
  }

  /// A list of kinds that stand in Role.
  llvm::Error kinds(const YamlNode &Map, StringRef Key,
                    analysis::Kind::Role Role, std::vector<std::string> &Into) {
    const YamlNode *Node = Map.find(Key);
    return Node ? kindsOf(*Node, Key, Role, Into) : llvm::Error::success();
  }
  llvm::Error kindsOf(const YamlNode &Node, StringRef Key,
                      analysis::Kind::Role Role,
                      std::vector<std::string> &Into) {
    auto Values = Errors.strings(Node, Key);
    if (!Values)
      return Values.takeError();
    Into = std::move(*Values);
    if (!Kinds)
      return llvm::Error::success();
    for (std::size_t I = 0; I != Into.size(); ++I) {
      const YamlNode &At = Node.isSequence() ? Node.Items[I] : Node;
      const analysis::Kind *Known = Kinds->kindNamed(Into[I]);
      if (!Known) {
        std::vector<StringRef> Names;
        for (const analysis::Kind &K : Kinds->Kinds)
          if (K.Roles & unsigned(Role))
            Names.push_back(K.Name);
        return Errors.unknown(At.Line, At.Column, "kind", Into[I], Names);
      }
      bool StandsInRole = llvm::any_of(Kinds->Kinds, [&](const auto &K) {
        return (K.Roles & unsigned(Role)) &&
               analysis::ModelSet::isKindWithin(K.Name, Into[I]);
      });
      if (!StandsInRole)
        return Errors.at(At, "kind '" + Into[I] + "' cannot stand in '" + Key +
                                 "': see its roles in kinds.yaml");
    }
    return llvm::Error::success();
  }

  /// Kinds, and lists of kinds that only together end the flow.
  llvm::Error sanitisers(const YamlNode &Map, FlowQuestion &Into) {
    const YamlNode *Node = Map.find("sanitisers");
    if (!Node)
      return llvm::Error::success();
    Into.JointSanitisers.clear();
    YamlNode Single = *Node;
    if (Node->isSequence()) {
      Single.Items.clear();
      for (const YamlNode &Item : Node->Items) {
        if (!Item.isSequence()) {
          Single.Items.push_back(Item);
          continue;
        }
        std::vector<std::string> &Group = Into.JointSanitisers.emplace_back();
        if (llvm::Error E = kindsOf(Item, "sanitisers",
                                    analysis::Kind::Role::Sanitiser, Group))
          return E;
        if (Group.size() < 2)
          return Errors.at(Item, "a list within 'sanitisers' holds the kinds "
                                 "that end the flow together: two at least");
      }
    }
    return kindsOf(Single, "sanitisers", analysis::Kind::Role::Sanitiser,
                   Into.Sanitisers);
  }

  llvm::Error readDescriptor(const YamlNode &Root, RuleDescriptor &Into) {
    Into.Form = RuleForm::Flow;
    if (llvm::Error E = text(Root, "id", Into.Id))
      return E;
    StringRef Stem = llvm::sys::path::stem(Errors.file());
    if (Into.Id != Stem)
      return Errors.at(*Root.find("id"), "the id '" + Into.Id +
                                             "' must be the file's name '" +
                                             Stem + "'");
    if (llvm::Error E = text(Root, "group", Into.Group))
      return E;
    if (llvm::Error E = text(Root, "title", Into.Title))
      return E;
    if (llvm::Error E =
            needed<Severity>(Root, "severity", Severities, Into.Level))
      return E;
    if (llvm::Error E =
            needed<Precision>(Root, "precision", Precisions, Into.HowPrecise))
      return E;
    if (llvm::Error E = needed<Pack>(Root, "pack", Packs, Into.InPack))
      return E;
    std::string Score;
    if (llvm::Error E = text(Root, "security-severity", Score))
      return E;
    if (StringRef(Score).getAsDouble(Into.SecuritySeverity) ||
        Into.SecuritySeverity < 0 || Into.SecuritySeverity > 10)
      return Errors.at(*Root.find("security-severity"),
                       "'security-severity' is a number from 0.0 to 10.0");
    const YamlNode *Cwe = Root.find("cwe");
    std::vector<std::string> Cwes;
    if (!Cwe)
      return Errors.at(Root, "'cwe' is missing");
    if (llvm::Error E = Errors.strings(Root, "cwe", Cwes))
      return E;
    for (const std::string &Number : Cwes) {
      unsigned Value;
      if (StringRef(Number).getAsInteger(10, Value) || !Value)
        return Errors.at(*Cwe, "'cwe' is a list of CWE numbers");
      Into.Cwes.push_back(Value);
    }
    if (Into.Cwes.empty())
      return Errors.at(*Cwe, "'cwe' is empty");
    return readDocumentation(Root, Into);
  }

  template <typename T>
  llvm::Error needed(const YamlNode &Map, StringRef Key,
                     llvm::ArrayRef<Choice<T>> Choices, T &Into) {
    const YamlNode *Node = Map.find(Key);
    if (!Node)
      return Errors.at(Map, "'" + Key + "' is missing");
    return choice<T>(*Node, Key, Choices, Into);
  }

  llvm::Error readDocumentation(const YamlNode &Root, RuleDescriptor &Into) {
    const YamlNode *Node = Root.find("documentation");
    if (!Node || !Node->isMapping())
      return Errors.at(Root, "'documentation' is missing");
    if (llvm::Error E =
            Errors.checkKeys(*Node, {"summary", "rationale", "remedy", "bad",
                                     "good", "references"}))
      return E;
    if (llvm::Error E = text(*Node, "summary", Into.Summary))
      return E;
    if (llvm::Error E = text(*Node, "rationale", Into.Rationale))
      return E;
    if (llvm::Error E = text(*Node, "remedy", Into.Remedy))
      return E;
    if (llvm::Error E = text(*Node, "bad", Into.Bad.Code))
      return E;
    if (llvm::Error E = text(*Node, "good", Into.Good.Code))
      return E;
    Into.Bad.FileName = "bad.cpp";
    Into.Good.FileName = "good.cpp";
    Into.Bad.Code += '\n';
    Into.Good.Code += '\n';
    if (llvm::Error E = Errors.strings(*Node, "references", Into.References))
      return E;
    if (Into.References.empty())
      return Errors.at(*Node, "'references' is missing");
    return llvm::Error::success();
  }

  llvm::Error readQuestion(const YamlNode &Map, FlowQuestion &Into) {
    using Role = analysis::Kind::Role;
    if (const YamlNode *Origins = Map.find("origins")) {
      Into.Sources.clear();
      Into.ExceptSources.clear();
      Into.Literals.reset();
      Into.Open = false;
      if (!Origins->isMapping())
        return Errors.at(*Origins, "'origins' is a mapping");
      if (llvm::Error E = Errors.checkKeys(
              *Origins, {"sources", "except", "literals", "open"}))
        return E;
      if (llvm::Error E =
              kinds(*Origins, "sources", Role::Source, Into.Sources))
        return E;
      if (llvm::Error E =
              kinds(*Origins, "except", Role::Source, Into.ExceptSources))
        return E;
      if (llvm::Error E = flag(*Origins, "open", Into.Open))
        return E;
      if (const YamlNode *Literals = Origins->find("literals"))
        if (llvm::Error E = readLiterals(*Literals, Into.Literals.emplace()))
          return E;
    }
    if (llvm::Error E = kinds(Map, "sinks", Role::Sink, Into.Sinks))
      return E;
    if (llvm::Error E = kinds(Map, "uses", Role::Use, Into.Uses))
      return E;
    if (llvm::Error E = sanitisers(Map, Into))
      return E;
    if (const YamlNode *Node = Map.find("requires"))
      if (llvm::Error E =
              choice<analysis::Travel>(*Node, "travel", Travels, Into.Requires))
        return E;
    if (llvm::Error E = flag(Map, "through-numbers", Into.ThroughNumbers))
      return E;
    if (llvm::Error E = flag(Map, "through-derived", Into.ThroughDerived))
      return E;
    if (llvm::Error E = hops(Map, "within", Into.Within))
      return E;
    if (llvm::Error E = hops(Map, "named-within", Into.NamedWithin))
      return E;
    if (llvm::Error E = message(Map, "message", Into.Message))
      return E;
    return message(Map, "use-message", Into.UseMessage);
  }

  llvm::Error message(const YamlNode &Map, StringRef Key, std::string &Into) {
    const YamlNode *Node = Map.find(Key);
    if (!Node)
      return llvm::Error::success();
    if (llvm::Error E = text(Map, Key, Into))
      return E;
    static constexpr StringRef Known[] = {"origin",     "origin.label", "sink",
                                          "sink.label", "literal",      "label",
                                          "purpose"};
    StringRef Rest = Into;
    while (true) {
      std::size_t Open = Rest.find('{');
      if (Open == StringRef::npos)
        return llvm::Error::success();
      std::size_t Close = Rest.find('}', Open);
      StringRef Name = Rest.slice(Open + 1, Close);
      if (Close == StringRef::npos || !llvm::is_contained(Known, Name))
        return Errors.unknown(Node->Line, Node->Column, "placeholder", Name,
                              Known);
      Rest = Rest.drop_front(Close + 1);
    }
  }

  llvm::Error hops(const YamlNode &Map, llvm::StringRef Name, unsigned &Into) {
    std::optional<std::int64_t> Value;
    if (llvm::Error E = integer(Map, Name, Value))
      return E;
    if (!Value)
      return llvm::Error::success();
    if (*Value < 0 || *Value > 1000)
      return Errors.at(*Map.find(Name),
                       "'" + Name + "' is a number from 0 to 1000");
    Into = static_cast<unsigned>(*Value);
    return llvm::Error::success();
  }

  llvm::Error readLiterals(const YamlNode &Map, LiteralOrigins &Into) {
    if (!Map.isMapping())
      return Errors.at(Map, "'literals' is a mapping");
    if (llvm::Error E =
            Errors.checkKeys(Map, {"strings", "integers", "names", "bytes"}))
      return E;
    if (const YamlNode *Strings = Map.find("strings"))
      if (llvm::Error E = readStrings(*Strings, Into.Strings.emplace()))
        return E;
    if (const YamlNode *Integers = Map.find("integers"))
      if (llvm::Error E = readIntegers(*Integers, Into.Integers.emplace()))
        return E;
    std::vector<std::string> Names;
    if (llvm::Error E = Errors.strings(Map, "names", Names))
      return E;
    Into.Names.insert(Names.begin(), Names.end());
    if (const YamlNode *Bytes = Map.find("bytes");
        Bytes && Bytes->isMapping()) {
      std::optional<std::int64_t> Min;
      if (llvm::Error E = Errors.checkKeys(*Bytes, {"zeros-min"}))
        return E;
      if (llvm::Error E = integer(*Bytes, "zeros-min", Min))
        return E;
      if (Min && *Min < 0)
        return Errors.at(*Bytes, "'zeros-min' is a number of bytes");
      Into.Bytes = true;
      Into.ZerosMin = static_cast<std::size_t>(Min.value_or(0));
    } else if (Bytes) {
      if (Bytes->Value != "any")
        return Errors.unknown(Bytes->Line, Bytes->Column, "condition on bytes",
                              Bytes->Value, {"any"});
      Into.Bytes = true;
    }
    return llvm::Error::success();
  }

  llvm::Error readStrings(const YamlNode &Node, StringCondition &Into) {
    if (Node.isMapping()) {
      if (llvm::Error E = Errors.checkKeys(Node, {"pattern"}))
        return E;
      std::string Pattern;
      if (llvm::Error E = text(Node, "pattern", Pattern))
        return E;
      Into.Is = StringCondition::Form::Pattern;
      try {
        Into.Pattern = std::make_shared<const std::regex>(
            Pattern,
            std::regex::ECMAScript | std::regex::icase | std::regex::optimize);
      } catch (const std::regex_error &E) {
        return Errors.at(*Node.find("pattern"),
                         llvm::Twine("bad pattern: ") + E.what());
      }
      return llvm::Error::success();
    }
    static constexpr Choice<StringCondition::Form> Forms[] = {
        {"any", StringCondition::Form::Any},
        {"plausible-secret", StringCondition::Form::PlausibleSecret}};
    return choice<StringCondition::Form>(Node, "condition on strings", Forms,
                                         Into.Is);
  }

  llvm::Error readIntegers(const YamlNode &Node, IntegerCondition &Into) {
    if (!Node.isMapping())
      return Errors.at(Node, "'integers' is a mapping");
    if (llvm::Error E =
            Errors.checkKeys(Node, {"min", "max", "below-policy", "default"}))
      return E;
    std::optional<std::int64_t> Min, Default;
    if (llvm::Error E = integer(Node, "min", Min))
      return E;
    if (llvm::Error E = integer(Node, "max", Into.Max))
      return E;
    if (llvm::Error E = integer(Node, "default", Default))
      return E;
    if (llvm::Error E = text(Node, "below-policy", Into.BelowPolicy, false))
      return E;
    if (Into.BelowPolicy.empty() != !Default)
      return Errors.at(Node, "'below-policy' and 'default' come together");
    Into.Min = Min.value_or(Into.Min);
    Into.PolicyDefault = Default.value_or(0);
    return llvm::Error::success();
  }

  llvm::Error readSeverities(const YamlNode &Root,
                             std::vector<SeverityCase> &Into) {
    using Role = analysis::Kind::Role;
    const YamlNode *Node = Root.find("severity-when");
    if (!Node)
      return llvm::Error::success();
    if (!Node->isSequence())
      return Errors.at(*Node, "'severity-when' is a list of cases");
    for (const YamlNode &Item : Node->Items) {
      if (!Item.isMapping())
        return Errors.at(Item, "a case is a mapping");
      if (llvm::Error E = Errors.checkKeys(
              Item, {"origins", "sinks", "purpose", "in-tests", "severity"}))
        return E;
      SeverityCase &Case = Into.emplace_back();
      if (llvm::Error E = kinds(Item, "origins", Role::Source, Case.Origins))
        return E;
      if (llvm::Error E = kinds(Item, "sinks", Role::Sink, Case.Sinks))
        return E;
      if (llvm::Error E = verdicts(Item, Case.Purpose))
        return E;
      if (Item.find("in-tests"))
        if (llvm::Error E = flag(Item, "in-tests", Case.InTests.emplace()))
          return E;
      if (llvm::Error E =
              needed<Severity>(Item, "severity", Severities, Case.Level))
        return E;
    }
    return llvm::Error::success();
  }

  llvm::Error checkComplete(const YamlNode &At, const FlowQuestion &Question) {
    bool HasOrigins =
        !Question.Sources.empty() || Question.Literals || Question.Open;
    if (HasOrigins != !Question.Sinks.empty())
      return Errors.at(At, "'origins' and 'sinks' come together");
    if (!HasOrigins && Question.Uses.empty())
      return Errors.at(At, "a rule needs 'origins' and 'sinks', or 'uses'");
    if (HasOrigins && Question.Message.empty())
      return Errors.at(At, "'message' is missing");
    if (!Question.Uses.empty() && Question.UseMessage.empty())
      return Errors.at(At, "'use-message' is missing");
    return llvm::Error::success();
  }

  YamlErrors Errors;
  const analysis::ModelSet *Kinds;
};

} // namespace

llvm::Expected<FlowRule> readFlowRule(llvm::MemoryBufferRef Yaml,
                                      const analysis::ModelSet *Kinds) {
  llvm::Expected<YamlNode> Root = parseYaml(Yaml);
  if (!Root)
    return Root.takeError();
  return Reader(Yaml.getBufferIdentifier(), Kinds).read(*Root);
}

} // namespace cppwarden::rules
