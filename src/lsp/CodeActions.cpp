#include "lsp/CodeActions.h"
#include "llvm/ADT/STLExtras.h"

namespace cppwarden::lsp {
namespace {

using llvm::json::Array;
using llvm::json::Object;
using llvm::json::Value;

constexpr llvm::StringLiteral ReasonToWrite = "TODO: say why this is safe";

Object action(const std::string &Title, const ShownDiagnostic &Shown) {
  return Object{{"title", Title},
                {"kind", "quickfix"},
                {"diagnostics", Array{Shown.Json}}};
}

Object commandAction(const std::string &Title, llvm::StringRef Command,
                     Object Argument, const ShownDiagnostic &Shown) {
  Object Action = action(Title, Shown);
  Action["command"] = Object{{"title", Title},
                             {"command", Command},
                             {"arguments", Array{std::move(Argument)}}};
  return Action;
}

bool isContinued(llvm::StringRef Line) { return Line.rtrim().ends_with("\\"); }

} // namespace

std::optional<llvm::lsp::TextEdit>
suppressionEdit(llvm::StringRef RuleId, std::uint32_t Line,
                const report::SourceText &Text) {
  if (Line == 0 || Line > Text.lineCount() ||
      (Line > 1 && isContinued(Text.line(Line - 1))))
    return std::nullopt;
  llvm::StringRef Code = Text.line(Line);
  std::size_t End = Text.offset(Line, 1) + Code.size();
  bool HasCarriageReturn = Text.contents().substr(End).starts_with("\r\n");
  llvm::lsp::TextEdit Edit;
  Edit.range = llvm::lsp::Range(llvm::lsp::Position(int(Line - 1), 0));
  Edit.newText =
      (Code.take_while([](char C) { return C == ' ' || C == '\t'; }) +
       "// cppwarden-ignore[" + RuleId + "]: " + ReasonToWrite +
       (HasCarriageReturn ? "\r\n" : "\n"))
          .str();
  return Edit;
}

Array codeActions(const ShownDiagnostic &Shown, const Finding &Of,
                  const OpenFile &File,
                  llvm::function_ref<bool(const std::string &Path)> IsCurrent) {
  Array Actions;
  for (const ShownFix &Way : Shown.Fixes) {
    if (!llvm::all_of(Way.Paths, IsCurrent))
      continue;
    Object Mend = action(Way.Title, Shown);
    Mend["edit"] = Way.Edit;
    // What an editor may take by itself when it is told to mend all.
    if (Way.IsSafe)
      Mend["isPreferred"] = true;
    Actions.push_back(std::move(Mend));
  }
  if (!Shown.IsElsewhere) {
    if (auto Edit = suppressionEdit(Of.RuleId, Of.Range.Line, File.Text)) {
      Object Suppress =
          action("Suppress " + Of.RuleId + " here, with a reason", Shown);
      Suppress["edit"] =
          Object{{"changes", Object{{File.Uri, Array{toJSON(*Edit)}}}}};
      Actions.push_back(std::move(Suppress));
    }
    Actions.push_back(commandAction(
        "Add this " + Of.RuleId + " to the baseline", AddToBaselineCommand,
        Object{{"uri", File.Uri}, {"rule", Of.RuleId}, {"range", Shown.Range}},
        Shown));
  }
  Actions.push_back(commandAction("Explain " + Of.RuleId, ExplainCommand,
                                  Object{{"rule", Of.RuleId}}, Shown));
  return Actions;
}

} // namespace cppwarden::lsp
