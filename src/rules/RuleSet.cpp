//===- RuleSet.cpp - All rules, and compiling one unit with them ----------===//
#include "rules/RuleSet.h"
#include "analysis/LinkedGraph.h"
#include "analysis/Linker.h"
#include "analysis/ModelReader.h"
#include "analysis/Solver.h"
#include "analysis/extract/Extractor.h"
#include "rules/FlowRulePlan.h"
#include "rules/FlowRuleReader.h"
#include "rules/FlowWording.h"
#include "rules/PlausibleSecret.h"
#include "rules/PurposeFinder.h"
#include "rules/StructuralRule.h"
#include "rules/TestPath.h"
#include "support/InputFile.h"
#include "support/Resources.h"
#include "support/Yaml.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/MemoryBuffer.h"

using llvm::StringRef;

namespace cppwarden::rules {

namespace {

constexpr StringRef FlowFolder = "rules/flows/", ModelFolder = "rules/models/";

llvm::MemoryBufferRef bufferOf(const Resource &R) {
  return {R.Contents, R.Name};
}

/// A file that every build of cppwarden has.
llvm::Expected<Resource> needed(StringRef Name) {
  Resource R = resource("rules", Name);
  if (R.Name.empty())
    return llvm::createStringError("the binary lacks its own file '" +
                                   Name.str() + "': build it again");
  return R;
}

template <typename T> llvm::Expected<T> readNeeded(StringRef Name) {
  auto File = needed(Name);
  if (!File)
    return File.takeError();
  return T::read(bufferOf(*File));
}

llvm::Expected<std::vector<FlowRule>>
readFlowRules(const analysis::ModelSet *Kinds) {
  std::vector<FlowRule> Rules;
  for (const Resource &R : resources("rules")) {
    if (!R.Name.starts_with(FlowFolder))
      continue;
    llvm::Expected<FlowRule> Rule = readFlowRule(bufferOf(R), Kinds);
    if (!Rule)
      return Rule.takeError();
    Rules.push_back(std::move(*Rule));
  }
  for (FlowRule &Rule : Rules) {
    if (Rule.QuestionsOf.empty())
      continue;
    auto Asked = llvm::find_if(Rules, [&](const FlowRule &Other) {
      return Other.Descriptor.Id == Rule.QuestionsOf;
    });
    if (Asked == Rules.end() || !Asked->QuestionsOf.empty())
      return llvm::createStringError("rule '" + Rule.Descriptor.Id +
                                     "': there are no questions of '" +
                                     Rule.QuestionsOf + "'");
    Rule.Questions = Asked->Questions;
    Rule.ReportAt = Asked->ReportAt;
    Rule.IsAboutSecrets = Asked->IsAboutSecrets;
  }
  return Rules;
}

llvm::Error readAllModels(const RuleOptions &Options,
                          analysis::ModelSet &Models) {
  for (const Resource &R : resources("rules"))
    if (R.Name.starts_with(ModelFolder))
      if (llvm::Error E = analysis::readModels(bufferOf(R), Models))
        return E;
  for (const std::string &Path : Options.ModelFiles) {
    auto Buffer = readInputFile(Path);
    if (!Buffer)
      return llvm::createStringError(Path + ": cannot read the model file: " +
                                     Buffer.getError().message());
    if (llvm::Error E = analysis::readModels(**Buffer, Models))
      return E;
  }
  Models.index();
  return llvm::Error::success();
}

std::string relativeTo(StringRef Root, StringRef File) {
  StringRef Rest = File;
  if (Rest.consume_front(Root) && Rest.consume_front("/"))
    return Rest.str();
  return File.str();
}

} // namespace

struct RuleSet::State {
  RuleOptions Options;
  analysis::ModelSet Models;
  analysis::NameLexicon Names;
  std::optional<PlausibleSecret> Judge;
  PurposeLexicon Purposes;
  std::vector<FlowRule> Flows;
  std::map<std::string, std::vector<std::string>> Supersedes;
  std::vector<StructuralRuleFactory> Structural; ///< of the enabled rules
  bool HasFlows = false;

  bool isEnabled(StringRef Id) const {
    return std::binary_search(Options.EnabledRules.begin(),
                              Options.EnabledRules.end(), Id.str());
  }
  llvm::Error load();
  void runStructural(frontend::ParsedUnit &Unit,
                     std::vector<std::unique_ptr<StructuralRule>> &Rules,
                     std::vector<FindingSink> &Sinks) const;
  Severity structuralSeverity(const StructuralRule &Rule,
                              const Finding &F) const;
};

llvm::Error RuleSet::State::load() {
  llvm::sort(Options.EnabledRules);
  auto KindsFile = needed("rules/kinds.yaml");
  if (!KindsFile)
    return KindsFile.takeError();
  if (llvm::Error E = analysis::readKinds(bufferOf(*KindsFile), Models))
    return E;
  Models.index();
  if (llvm::Error E = readAllModels(Options, Models))
    return E;

  auto NamesFile = needed("rules/secrets.yaml");
  if (!NamesFile)
    return NamesFile.takeError();
  if (llvm::Error E = Names.add(bufferOf(*NamesFile)))
    return E;
  for (const auto &[Name, Kind] : Options.SecretNames)
    Names.addSecretName(Name, Kind);

  auto Read = readNeeded<PlausibleSecret>("rules/plausible-secrets.yaml");
  if (!Read)
    return Read.takeError();
  Judge = std::move(*Read);

  auto Told = readNeeded<PurposeLexicon>("rules/purposes.yaml");
  if (!Told)
    return Told.takeError();
  Purposes = std::move(*Told);
  for (const std::string &Phrase : Purposes.outcomes())
    Names.addLooseName(Phrase, "value.purpose");

  auto Rules = readFlowRules(&Models);
  if (!Rules)
    return Rules.takeError();
  Flows = std::move(*Rules);
  llvm::StringSet<> Known;
  for (const FlowRule &Rule : Flows) {
    Known.insert(Rule.Descriptor.Id);
    HasFlows |= isEnabled(Rule.Descriptor.Id);
    if (isEnabled(Rule.Descriptor.Id))
      Supersedes[Rule.Descriptor.Id] = Rule.Supersedes;
  }
  for (StructuralRuleFactory Make : structuralRuleFactories()) {
    std::unique_ptr<StructuralRule> Rule = Make();
    Known.insert(Rule->descriptor().Id);
    if (!isEnabled(Rule->descriptor().Id))
      continue;
    Structural.push_back(Make);
    Supersedes[Rule->descriptor().Id] = Rule->supersedes();
  }
  for (const std::string &Id : Options.EnabledRules)
    if (!Known.contains(Id))
      return llvm::createStringError("there is no rule '" + Id +
                                     "': see `cppwarden rules`");
  return llvm::Error::success();
}

RuleSet::RuleSet() : Impl(std::make_unique<State>()) {}
RuleSet::~RuleSet() = default;

llvm::Expected<std::unique_ptr<RuleSet>>
RuleSet::load(const RuleOptions &Options) {
  std::unique_ptr<RuleSet> Result(new RuleSet());
  Result->Impl->Options = Options;
  if (llvm::Error E = Result->Impl->load())
    return E;
  return Result;
}

llvm::Expected<std::vector<RuleDescriptor>> RuleSet::allDescriptors() {
  auto Flows = readFlowRules(nullptr);
  if (!Flows)
    return Flows.takeError();
  std::vector<RuleDescriptor> Result;
  for (FlowRule &Rule : *Flows)
    Result.push_back(std::move(Rule.Descriptor));
  for (StructuralRuleFactory Make : structuralRuleFactories())
    Result.push_back(Make()->descriptor());
  llvm::sort(Result, [](const RuleDescriptor &A, const RuleDescriptor &B) {
    return A.Id < B.Id;
  });
  return Result;
}

const analysis::ModelSet &RuleSet::models() const { return Impl->Models; }
const analysis::NameLexicon &RuleSet::names() const { return Impl->Names; }

Severity RuleSet::State::structuralSeverity(const StructuralRule &Rule,
                                            const Finding &F) const {
  auto Override = Options.Severities.find(F.RuleId);
  if (Override != Options.Severities.end())
    return Override->second;
  return Rule.isNoteInTests() && isTestPath(F.Range.File) ? Severity::Note
                                                          : F.Level;
}

void RuleSet::State::runStructural(
    frontend::ParsedUnit &Unit,
    std::vector<std::unique_ptr<StructuralRule>> &Rules,
    std::vector<FindingSink> &Sinks) const {
  RuleMatchers Matchers;
  for (std::size_t I = 0; I != Rules.size(); ++I) {
    Sinks[I].bind(Unit);
    Rules[I]->registerMatchers(Matchers, Sinks[I]);
  }
  Matchers.run(Unit);
  if (llvm::any_of(Rules, [](const auto &R) { return R->readsTexts(); }))
    forEachWrittenText(Unit, [&](const WrittenText &Text) {
      for (std::size_t I = 0; I != Rules.size(); ++I)
        if (Rules[I]->readsTexts())
          Rules[I]->checkText(Text, Sinks[I]);
    });
  for (std::size_t I = 0; I != Rules.size(); ++I)
    Rules[I]->finish(Sinks[I]);
}

analysis::TuObject RuleSet::compileUnit(const frontend::UnitJob &Job,
                                        frontend::UnitTrace *Trace) const {
  analysis::TuObject Object;
  Object.MainFile = relativeTo(Job.ProjectRoot, Job.File);

  std::vector<std::unique_ptr<StructuralRule>> Rules;
  std::vector<std::vector<Finding>> Found(Impl->Structural.size());
  std::vector<FindingSink> Sinks;
  for (StructuralRuleFactory Make : Impl->Structural) {
    Rules.push_back(Make());
    Sinks.emplace_back(Rules.back()->descriptor(), Found[Sinks.size()]);
  }
  frontend::UnitResult Result = frontend::parseUnit(
      Job,
      [&](clang::CompilerInstance &Compiler) {
        for (std::size_t I = 0; I != Rules.size(); ++I)
          Rules[I]->registerPreprocessor(Compiler, Sinks[I]);
      },
      [&](frontend::ParsedUnit &Unit) {
        Impl->runStructural(Unit, Rules, Sinks);
        if (Impl->HasFlows)
          analysis::extractFlow(Unit, Impl->Models, Impl->Names, Object);
      });
  for (std::size_t I = 0; I != Rules.size(); ++I)
    for (Finding &F : Found[I]) {
      F.Level = Impl->structuralSeverity(*Rules[I], F);
      Object.Findings.push_back(std::move(F));
    }
  llvm::sort(Object.Findings);
  Object.Errors = std::move(Result.Errors);
  Object.Comments = std::move(Result.Comments);
  Object.ProjectFiles = std::move(Result.ProjectFiles);
  Object.SystemFiles = std::move(Result.SystemFiles);
  if (Trace)
    *Trace = std::move(Result.Trace);
  return Object;
}

std::vector<Finding>
RuleSet::link(std::vector<analysis::TuObject> Objects) const {
  std::vector<Candidate> Candidates;
  for (analysis::TuObject &Object : Objects) {
    for (Finding &F : Object.Findings)
      Candidates.push_back({std::move(F), {}});
    Object.Findings.clear();
  }
  if (Impl->HasFlows) {
    FlowPlan Plan = planFlowRules(Impl->Flows, Impl->Options, *Impl->Judge);
    OfferedFixes Offers(Objects);
    analysis::LinkedGraph Linked = analysis::link(Objects);
    PurposeFinder Purposes(Linked, Impl->Purposes);
    FlowWording Wording(Linked, Impl->Models, Impl->Options, Offers, Purposes);
    for (const analysis::FlowAnswer &Answer :
         analysis::solve(Linked, Plan.Queries))
      if (auto Worded = Wording.word(Plan.Questions[Answer.Query], Answer))
        Candidates.push_back(std::move(*Worded));
  }
  return mergeFindings(std::move(Candidates), Impl->Supersedes);
}

} // namespace cppwarden::rules
