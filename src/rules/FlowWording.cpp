//===- FlowWording.cpp - The solver's answers as findings -----------------===//
//
// A path of the solver visits every value. A reader wants the few points where
// something happens: where it comes from, where it becomes part of a larger
// text, where it changes function, where it ends. The rest is dropped, and of
// what remains at most MaxFlowSteps are kept, plain assignments going first.
//
//===----------------------------------------------------------------------===//
#include "rules/FlowWording.h"
#include "rules/TestPath.h"
#include "llvm/ADT/StringExtras.h"

using namespace cppwarden::analysis;
using llvm::StringRef;

namespace cppwarden::rules {

namespace {

std::string quoted(StringRef Name) { return ("`" + Name + "`").str(); }

/// The literal as a reader may see it: short, on one line.
std::string excerpt(StringRef Text) {
  std::string Result = "\"";
  for (char C : Text.take_front(40))
    Result +=
        llvm::isPrint(C) || static_cast<unsigned char>(C) >= 0x80 ? C : '.';
  return Result + (Text.size() > 40 ? "…\"" : "\"");
}

/// How little a step tells; the least telling are dropped first.
struct WordedStep {
  FlowStep Step;
  unsigned Worth = 0;
};

} // namespace

SourceRange FlowWording::place(const Node &Of) const {
  const Location &L = Graph.Locations[Of.Location];
  return {Graph.Strings[L.File], L.Line, L.Column, L.EndLine, L.EndColumn};
}

const Node &FlowWording::reportNode(const FlowRule &Rule,
                                    const FlowAnswer &Answer) const {
  if (Rule.ReportAt == ReportPlace::Origin && node(Answer.Origin).Location)
    return node(Answer.Origin);
  std::size_t Step = Answer.ReportStep;
  if (Rule.ReportAt == ReportPlace::HandOver)
    // The first call that is entered after the last that is left: before it the
    // value was still being fetched.
    for (std::size_t I = Answer.Steps.size(); I-- > 1;) {
      if (Answer.Steps[I].LeavesCall)
        break;
      if (Answer.Steps[I].EntersCall)
        Step = I - 1;
    }
  for (std::size_t I = Step; I < Answer.Steps.size(); ++I)
    if (node(Answer.Steps[I].Node).Location)
      return node(Answer.Steps[I].Node);
  return node(Answer.Sink);
}

std::string FlowWording::kindPhrase(StringRef Kind) const {
  const analysis::Kind *Known = Models.kindNamed(Kind);
  return Known ? Known->Description : Kind.str();
}

std::string FlowWording::originPhrase(const FlowAnswer &Answer) const {
  const Node &Origin = node(Answer.Origin);
  if (Answer.OriginIsOpen)
    return quoted(label(Origin));
  if (Origin.Kind == NodeKind::Literal)
    return "a literal";
  return kindPhrase(Graph.Strings[Origin.Ref]);
}

std::string FlowWording::literalText(const FlowRule &Rule,
                                     const Node &Origin) const {
  if (Origin.Kind != NodeKind::Literal)
    return label(Origin).str();
  const Literal &Value = Graph.Literals[Origin.Ref];
  StringRef Text = Graph.Strings[Value.Text];
  switch (Value.Kind) {
  case LiteralKind::Integer:
    return Text.empty() ? std::to_string(Value.Value) : Text.str();
  case LiteralKind::String:
    return Rule.IsAboutSecrets ? "a literal" : excerpt(Text);
  case LiteralKind::Bytes:
    return "a constant array";
  }
  return "a literal";
}

Purpose FlowWording::purposeOf(const FlowRule &Rule, const FlowAnswer &Answer,
                               const Node &At) const {
  if (Rule.Purpose.empty())
    return {};
  llvm::SmallVector<NodeId, 8> Way;
  for (const AnswerStep &Step : Answer.Steps)
    Way.push_back(Step.Node);
  return Purposes.purposeOf(Answer.Sink, NodeId(&At - Graph.Nodes.data()), Way);
}

std::string FlowWording::fill(StringRef Template, const FlowRule &Rule,
                              const FlowAnswer &Answer,
                              const Purpose &For) const {
  const Node &Origin = node(Answer.Origin), &Sink = node(Answer.Sink);
  std::string Result;
  while (true) {
    auto [Text, Rest] = Template.split('{');
    Result += Text;
    if (Rest.empty())
      return Result;
    auto [Name, After] = Rest.split('}');
    Template = After;
    if (Name == "origin")
      Result += originPhrase(Answer);
    else if (Name == "origin.label")
      Result += quoted(label(Origin));
    else if (Name == "sink")
      Result += kindPhrase(Graph.Strings[Sink.Ref]);
    else if (Name == "sink.label" || Name == "label")
      Result += quoted(label(Sink));
    else if (Name == "literal")
      Result += literalText(Rule, Origin);
    else if (Name == "purpose")
      Result += For.Phrase;
  }
}

std::string FlowWording::originMessage(const FlowRule &Rule,
                                       const FlowAnswer &Answer) const {
  const Node &Origin = node(Answer.Origin);
  StringRef Label = label(Origin);
  if (Answer.OriginIsOpen)
    return "whoever calls `" +
           Graph.Strings[Graph.Functions[Origin.Function].Name] + "` chooses " +
           quoted(Label);
  if (Origin.Kind == NodeKind::Literal)
    return literalText(Rule, Origin) + " is written here";
  std::string Is = kindPhrase(Graph.Strings[Origin.Ref]);
  if (Label.empty())
    return Is + " comes in here";
  if (Origin.Flags & NF_Named)
    return quoted(Label) + " is " + Is;
  StringRef Kind = Graph.Strings[Origin.Ref];
  return quoted(Label) +
         (ModelSet::isKindWithin(Kind, "untrusted") ? " comes from "
                                                    : " gives ") +
         Is + " here";
}

std::string FlowWording::sinkMessage(const Node &Sink) const {
  StringRef Label = label(Sink);
  if (Label.empty())
    return "becomes " + kindPhrase(Graph.Strings[Sink.Ref]);
  if (Sink.Flags & NF_Comparison)
    return "is compared with " + quoted(Label);
  return "reaches " + quoted(Label);
}

std::vector<FlowStep> FlowWording::steps(const FlowRule &Rule,
                                         const FlowAnswer &Answer) const {
  std::vector<WordedStep> Worded;
  auto Add = [&](FlowStepKind Kind, const Node &At, std::string Message,
                 unsigned Worth) {
    if (!At.Location)
      return;
    SourceRange Where = place(At);
    auto Begin = [](const SourceRange &R) {
      return std::tie(R.File, R.Line, R.Column);
    };
    bool IsSamePlace =
        !Worded.empty() && Begin(Worded.back().Step.Range) == Begin(Where);
    if (!IsSamePlace || Kind == FlowStepKind::Sink) {
      Worded.push_back({{Kind, std::move(Where), std::move(Message)}, Worth});
      return;
    }
    // One place, one step. Two different happenings are joined; a plain
    // assignment adds nothing.
    WordedStep &Last = Worded.back();
    bool IsOrigin = Last.Step.Kind == FlowStepKind::Origin;
    if (Worth <= 2 || StringRef(Last.Step.Message).ends_with(Message))
      return;
    if (!IsOrigin && Last.Worth <= 2)
      Last.Step.Message = std::move(Message);
    else
      Last.Step.Message += " and " + Message;
    Last.Worth = std::max(Last.Worth, Worth);
    if (!IsOrigin && Kind != FlowStepKind::Propagation)
      Last.Step.Kind = Kind;
  };
  auto FunctionName = [&](const Node &Of) {
    return Of.Function == None
               ? std::string("the function")
               : quoted(Graph.Strings[Graph.Functions[Of.Function].Name]);
  };

  // A program-wide origin, std::cin, is told where it is first met.
  const Node *FirstMet = &node(Answer.Origin);
  for (const AnswerStep &Step : Answer.Steps)
    if (!FirstMet->Location)
      FirstMet = &node(Step.Node);
  Add(FlowStepKind::Origin, *FirstMet, originMessage(Rule, Answer), 9);
  for (std::size_t I = 1; I + 1 < Answer.Steps.size(); ++I) {
    const AnswerStep &Step = Answer.Steps[I];
    const Node &At = node(Step.Node);
    const Node &Before = node(Answer.Steps[I - 1].Node);
    if (Step.EntersCall) {
      Add(FlowStepKind::Call, Before, "is passed to " + FunctionName(At), 3);
    } else if (Step.LeavesCall) {
      Add(FlowStepKind::Return, At,
          (Before.Kind == NodeKind::ParamOut ? "is written by "
                                             : "is returned from ") +
              FunctionName(Before),
          3);
    } else if (Step.Via == EdgeKind::Embed) {
      Add(FlowStepKind::Propagation, At, "becomes part of a larger text", 4);
    } else if (Step.Via == EdgeKind::Index) {
      Add(FlowStepKind::Propagation, At, "selects another value", 3);
    } else if (At.Kind == NodeKind::Field || At.Kind == NodeKind::Global) {
      Add(FlowStepKind::Propagation, At,
          label(At).empty() ? "is kept" : "is kept in " + quoted(label(At)), 2);
    } else if (At.Flags & NF_Step) {
      Add(FlowStepKind::Propagation, At,
          label(At).empty() ? "is passed on"
                            : "is held by " + quoted(label(At)),
          1);
    }
  }
  if (Answer.Steps.size() > 1 || Answer.Sink != Answer.Origin)
    Add(FlowStepKind::Sink, node(Answer.Sink), sinkMessage(node(Answer.Sink)),
        9);

  for (unsigned Worth = 1; Worth < 9 && Worded.size() > MaxFlowSteps; ++Worth)
    for (std::size_t I = Worded.size() / 2;
         I-- > 1 && Worded.size() > MaxFlowSteps;)
      if (Worded[I].Worth == Worth)
        Worded.erase(Worded.begin() + I);
  while (Worded.size() > MaxFlowSteps)
    Worded.erase(Worded.begin() + Worded.size() / 2);

  std::vector<FlowStep> Result;
  for (WordedStep &W : Worded)
    Result.push_back(std::move(W.Step));
  return Result;
}

std::string FlowWording::hint(const FlowRule &Rule, const Node &Sink) const {
  StringRef Kind = Graph.Strings[Sink.Ref];
  for (unsigned Index : Models.functionsNamed(label(Sink))) {
    const FunctionModel &Model = Models.Functions[Index];
    bool HasSink = llvm::any_of(
        Model.Sinks, [&](const ModelEndpoint &E) { return E.Kind == Kind; });
    bool HasUse = llvm::is_contained(Model.Uses, Kind) ||
                  (Model.Format && Model.Format->SinkKind == Kind);
    if (!Model.Remedy.empty() && (HasSink || HasUse))
      return Model.Remedy;
  }
  // The first sentence of the documentation, on one line.
  StringRef Remedy = Rule.Descriptor.Remedy;
  std::size_t End = std::min(Remedy.find(". "), Remedy.find(".\n"));
  std::string Line = Remedy.take_front(End).rtrim('.').str();
  std::replace(Line.begin(), Line.end(), '\n', ' ');
  return Line;
}

Severity FlowWording::severity(const FlowRule &Rule, const FlowAnswer &Answer,
                               StringRef File, Verdict For) const {
  auto Override = Options.Severities.find(Rule.Descriptor.Id);
  if (Override != Options.Severities.end())
    return Override->second;
  const Node &Origin = node(Answer.Origin), &Sink = node(Answer.Sink);
  StringRef OriginKind = Origin.Kind == NodeKind::Source
                             ? StringRef(Graph.Strings[Origin.Ref])
                             : "";
  StringRef SinkKind = Graph.Strings[Sink.Ref];
  auto Within = [](StringRef Kind, const std::vector<std::string> &Any) {
    return Any.empty() || llvm::any_of(Any, [&](const std::string &A) {
             return ModelSet::isKindWithin(Kind, A);
           });
  };
  for (const SeverityCase &Case : Rule.Severities)
    if (Within(OriginKind, Case.Origins) && Within(SinkKind, Case.Sinks) &&
        (Case.Purpose.empty() || llvm::is_contained(Case.Purpose, For)) &&
        (!Case.InTests || *Case.InTests == isTestPath(File)))
      return Case.Level;
  return Rule.Descriptor.Level;
}

std::vector<Fix> FlowWording::fixes(const FlowQuestion &Question,
                                    const Node &Origin,
                                    const Node &Sink) const {
  bool IsUse = Sink.Kind == NodeKind::Use;
  llvm::SmallVector<SourceRange, 2> Places;
  llvm::SmallVector<StringRef, 2> Kinds{Graph.Strings[Sink.Ref]};
  Places.push_back(place(Origin));
  if (Origin.Kind == NodeKind::Source)
    Kinds.push_back(Graph.Strings[Origin.Ref]);
  // A use is told by what is written, not by a number of the policy.
  return Offers.fixesFor(Places, Kinds,
                         IsUse ? 0 : leastByPolicy(Question, Options));
}

std::optional<Candidate> FlowWording::word(const PlannedQuestion &Asked,
                                           const FlowAnswer &Answer) const {
  const FlowRule &Rule = *Asked.Rule;
  const Node &Sink = node(Answer.Sink), &Origin = node(Answer.Origin);
  Candidate Result;
  Finding &F = Result.What;
  F.RuleId = Rule.Descriptor.Id;
  const Node &At = reportNode(Rule, Answer);
  const Purpose For = purposeOf(Rule, Answer, At);
  if (!Rule.Purpose.empty() && !llvm::is_contained(Rule.Purpose, For.Is))
    return std::nullopt;
  F.Range = place(At);
  F.Level = severity(Rule, Answer, F.Range.File, For.Is);
  bool IsUse = Sink.Kind == NodeKind::Use;
  F.Message = fill(IsUse ? Asked.Question->UseMessage : Asked.Question->Message,
                   Rule, Answer, For);
  F.Hint = hint(Rule, Sink);
  if (At.Function != None)
    F.EnclosingFunction = Graph.Strings[Graph.Functions[At.Function].Name];
  if (!IsUse)
    F.Flow = steps(Rule, Answer);
  if (Rule.IsAboutSecrets && Origin.Kind == NodeKind::Literal &&
      Graph.Literals[Origin.Ref].Kind != LiteralKind::Integer)
    F.Secrets.push_back(Graph.Strings[Graph.Literals[Origin.Ref].Text]);
  F.Fixes = fixes(*Asked.Question, Origin, Sink);
  Result.SinkPlace = place(Sink);
  return Result;
}

} // namespace cppwarden::rules
