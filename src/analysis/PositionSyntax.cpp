#include "analysis/PositionSyntax.h"

#include "support/Yaml.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace cppwarden::analysis {
namespace {

Error problem(const Twine &Message) {
  return createStringError(inconvertibleErrorCode(), Message);
}

Error parseRoot(StringRef Root, StringRef Whole, ModelPosition &To) {
  if (Root == "this") {
    To.Base = ModelPosition::Root::Receiver;
    return Error::success();
  }
  if (Root == "return") {
    To.Base = ModelPosition::Root::Return;
    return Error::success();
  }
  if (Root == "args") {
    To.Base = ModelPosition::Root::ArgumentsFrom;
    return Error::success();
  }
  StringRef Number = Root;
  if (Number.consume_front("arg") && !Number.empty() && isDigit(Number[0])) {
    To.Base = Number.consume_back("+") ? ModelPosition::Root::ArgumentsFrom
                                       : ModelPosition::Root::Argument;
    if (all_of(Number, isDigit)) {
      if (Number.getAsInteger(10, To.Index) || To.Index >= MaxModelArguments)
        return problem("position '" + Whole + "' is beyond the " +
                       Twine(MaxModelArguments) +
                       " arguments a model can name (arg0 is the first)");
      return Error::success();
    }
  }
  static constexpr StringRef Known[] = {"this", "return", "args", "arg0",
                                        "arg1", "arg2",   "arg3"};
  std::string Message = ("unknown position '" + Whole + "'").str();
  if (auto Near = nearestSpelling(Root, Known))
    Message += ("; did you mean '" + *Near + "'?").str();
  else
    Message += "; a position is argN, argN+, args, this or return, and [], "
               "[key] or .field may follow";
  return problem(Message);
}

} // namespace

bool looksLikePosition(StringRef Text) {
  StringRef Root = Text.take_until([](char C) { return C == '.' || C == '['; });
  if (Root == "this" || Root == "return" || Root == "args")
    return true;
  return Root.consume_front("arg") && !Root.empty() && isDigit(Root[0]);
}

Expected<ModelPosition> parsePosition(StringRef Text) {
  ModelPosition Out;
  StringRef Root = Text.take_until([](char C) { return C == '.' || C == '['; });
  if (Error E = parseRoot(Root, Text, Out))
    return std::move(E);
  StringRef Rest = Text.drop_front(Root.size());
  while (!Rest.empty()) {
    ModelPosition::Element Element;
    if (Rest.consume_front("[]")) {
      Element.Kind = PathElementKind::Element;
    } else if (Rest.consume_front("[key]")) {
      Element.Kind = PathElementKind::Key;
    } else if (Rest.consume_front(".")) {
      Element.Kind = PathElementKind::Field;
      StringRef Name =
          Rest.take_while([](char C) { return isAlnum(C) || C == '_'; });
      if (Name.empty())
        return problem("a field's name is missing behind '.' in position '" +
                       Text + "'");
      Element.Name = Name.str();
      Rest = Rest.drop_front(Name.size());
    } else {
      return problem("'" + Rest + "' in position '" + Text +
                     "' is no path; use [], [key] or .field");
    }
    Out.Path.push_back(std::move(Element));
  }
  if (Out.Path.size() > MaxPathDepth)
    return problem("position '" + Text + "' is deeper than the " +
                   Twine(MaxPathDepth) + " elements that paths are followed");
  return Out;
}

std::string spell(const ModelPosition &Position) {
  std::string Out;
  switch (Position.Base) {
  case ModelPosition::Root::Argument:
    Out = "arg" + std::to_string(Position.Index);
    break;
  case ModelPosition::Root::ArgumentsFrom:
    Out = "arg" + std::to_string(Position.Index) + "+";
    break;
  case ModelPosition::Root::Receiver:
    Out = "this";
    break;
  case ModelPosition::Root::Return:
    Out = "return";
    break;
  }
  for (const ModelPosition::Element &Element : Position.Path)
    switch (Element.Kind) {
    case PathElementKind::Field:
      Out += "." + Element.Name;
      break;
    case PathElementKind::Element:
      Out += "[]";
      break;
    case PathElementKind::Key:
      Out += "[key]";
      break;
    case PathElementKind::Keyed:
      llvm_unreachable("models have no function bodies");
    }
  return Out;
}

void forEachPosition(const FunctionModel &Model,
                     function_ref<void(const ModelPosition &)> Visit) {
  auto All = [&](const auto &List, auto Member) {
    for (const auto &Item : List)
      Visit(Item.*Member);
  };
  All(Model.Sources, &ModelEndpoint::At);
  All(Model.Sinks, &ModelEndpoint::At);
  All(Model.Flows, &ModelFlow::From);
  All(Model.Flows, &ModelFlow::To);
  All(Model.Guards, &ModelGuard::Of);
  for (const ModelPosition &Position : Model.Clears)
    Visit(Position);
  for (const ModelPosition &Position : Model.Compares)
    Visit(Position);
  for (const ModelCallback &Callback : Model.Callbacks) {
    Visit(Callback.Function);
    for (const ModelCallback::Parameter &Parameter : Callback.Parameters)
      if (Parameter.From)
        Visit(*Parameter.From);
    if (Callback.Result)
      Visit(*Callback.Result);
  }
  if (Model.Format && Model.Format->To)
    Visit(*Model.Format->To);
  if (Model.Format && Model.Format->From)
    Visit(*Model.Format->From);
}

} // namespace cppwarden::analysis
