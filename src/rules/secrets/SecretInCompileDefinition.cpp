//===- SecretInCompileDefinition.cpp - -DAPI_KEY="…"
//-----------------------===//
//
// A macro of the command line whose name and value are a secret's, or whose
// value has a provider's format. It is told where the program first uses it:
// the command has no line of its own, and a macro that every unit is given but
// none uses would be told once a unit.
//
//===----------------------------------------------------------------------===//
#include "rules/ShippedSecrets.h"
#include "rules/StructuralRule.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Lex/LiteralSupport.h"
#include "clang/Lex/PPCallbacks.h"
#include "clang/Lex/Preprocessor.h"
#include <map>

namespace cppwarden::rules {

namespace {

RuleDescriptor describe() {
  RuleDescriptor D;
  D.Id = "secret-in-compile-definition";
  D.Group = "secrets";
  D.Title = "Secret given in the compile command";
  D.Cwes = {798, 540};
  D.Level = Severity::Error;
  D.HowPrecise = Precision::High;
  D.SecuritySeverity = 8.2;
  D.Summary =
      "Finds macros that the compile command defines (`-DAPI_KEY=\"…\"`, "
      "target_compile_definitions) and whose name and value are those of a "
      "password, token or key, or whose value has the format of a known "
      "provider's secret. It is reported at the program's first use of the "
      "macro. Names of files, environment variables and settings, "
      "placeholders, empty texts, numbers and switches are silent. In files "
      "that are plainly tests or examples the finding is a note.";
  D.Rationale =
      "A secret that is kept out of the source this way is still in the build "
      "log, in the process list while the compiler runs, in "
      "compile_commands.json, in the debug information, and as plain text in "
      "the program that is shipped, where `strings` finds it.";
  D.Remedy =
      "Read the secret at run time from the environment, a file that only the "
      "service can read, or a secret store. Change the one that was built in: "
      "it counts as known.";
  D.References = {"https://cwe.mitre.org/data/definitions/540.html",
                  "https://cheatsheetseries.owasp.org/cheatsheets/"
                  "Secrets_Management_Cheat_Sheet.html"};
  // A line marker puts the definition where `-D` does.
  D.Bad = {"# 1 \"<command line>\" 1\n"
           "#define DB_PASSWORD \"Tr0ub4dor-and-9\"\n"
           "# 4 \"bad.cpp\" 2\n"
           "void connect(const char *user, const char *password);\n"
           "\n"
           "void start() { connect(\"orders\", DB_PASSWORD); }\n",
           "bad.cpp"};
  D.Good = {"#include <cstdlib>\n"
            "\n"
            "void connect(const char *user, const char *password);\n"
            "\n"
            "void start() {\n"
            "  if (const char *password = std::getenv(\"DB_PASSWORD\"))\n"
            "    connect(\"orders\", password);\n"
            "}\n",
            "good.cpp"};
  return D;
}

struct Definition {
  std::string What;  ///< noun phrase
  std::string Value; ///< the secret itself, to be redacted
  clang::SourceRange Use;
};

class Watcher final : public clang::PPCallbacks {
public:
  Watcher(clang::Preprocessor &PP, std::map<std::string, Definition> &Found)
      : PP(PP), SM(PP.getSourceManager()), Found(Found) {}

  void FileChanged(clang::SourceLocation Location, FileChangeReason,
                   clang::SrcMgr::CharacteristicKind, clang::FileID) override {
    clang::PresumedLoc Presumed = SM.getPresumedLoc(Location);
    IsCommandLine = Presumed.isValid() &&
                    llvm::StringRef(Presumed.getFilename()) == "<command line>";
  }

  void MacroDefined(const clang::Token &Name,
                    const clang::MacroDirective *Directive) override {
    if (!IsCommandLine)
      return;
    const clang::MacroInfo *Macro = Directive->getMacroInfo();
    if (Macro->isFunctionLike() || Macro->getNumTokens() == 0)
      return;
    std::string Identifier = Name.getIdentifierInfo()->getName().str();
    std::string Value;
    bool IsText = valueOf(*Macro, Value);
    Definition D;
    D.Value = Value;
    llvm::SmallVector<SecretFormats::Match, 2> Matches;
    shippedFormats().scan(Value, Identifier + " = \"", Matches);
    llvm::StringRef Kind = shippedNames().kindOfName(Identifier);
    if (!Matches.empty())
      D.What = Matches[0].Format->Name;
    else if (IsText && !Kind.empty() &&
             shippedJudge().accepts(Value, Kind, Identifier))
      D.What = "a secret";
    else
      return;
    Found.insert({std::move(Identifier), std::move(D)});
  }

  void MacroExpands(const clang::Token &Name, const clang::MacroDefinition &,
                    clang::SourceRange Range,
                    const clang::MacroArgs *) override {
    if (Found.empty())
      return;
    auto At = Found.find(Name.getIdentifierInfo()->getName().str());
    if (At == Found.end() || At->second.Use.isValid())
      return;
    // In the body of another macro: where that one is written out.
    clang::SourceLocation Where = SM.getExpansionLoc(Range.getBegin());
    if (!SM.isInSystemHeader(Where))
      At->second.Use = {Where, Where};
  }

private:
  /// The text of the literals that the macro consists of; what is no text is
  /// spelt as given, for a macro that makes a text of it.
  bool valueOf(const clang::MacroInfo &Macro, std::string &Value) const {
    bool AllText = true;
    for (const clang::Token &Each : Macro.tokens())
      AllText &= clang::tok::isStringLiteral(Each.getKind());
    if (AllText) {
      clang::StringLiteralParser Literal(Macro.tokens(), PP);
      if (Literal.hadError || Literal.GetString().size() > 4096)
        return false;
      Value = Literal.GetString().str();
      return true;
    }
    for (const clang::Token &Each : Macro.tokens())
      if (Value.size() < 4096)
        Value += PP.getSpelling(Each);
    return false;
  }

  clang::Preprocessor &PP;
  clang::SourceManager &SM;
  std::map<std::string, Definition> &Found;
  bool IsCommandLine = false; ///< what is being read now
};

class SecretInCompileDefinition final : public StructuralRule {
public:
  const RuleDescriptor &descriptor() const override {
    static const RuleDescriptor Descriptor = describe();
    return Descriptor;
  }
  std::vector<std::string> supersedes() const override {
    return {"hardcoded-credential", "hardcoded-crypto-key"};
  }
  bool isNoteInTests() const override { return true; }

  void registerPreprocessor(clang::CompilerInstance &Compiler,
                            FindingSink &) override {
    clang::Preprocessor &PP = Compiler.getPreprocessor();
    PP.addPPCallbacks(std::make_unique<Watcher>(PP, Found));
  }

  void finish(FindingSink &Sink) override {
    for (const auto &[Name, Definition] : Found) {
      if (Definition.Use.isInvalid())
        continue;
      Finding &F =
          Sink.report(Definition.Use,
                      Definition.What + " is given in the compile command (-D" +
                          Name + ")");
      F.Hint = "take it out of the build files, change it, and read the new "
               "one at run time";
      F.Secrets.push_back(Definition.Value);
    }
  }

private:
  std::map<std::string, Definition> Found;
};

} // namespace

std::unique_ptr<StructuralRule> makeSecretInCompileDefinition() {
  return std::make_unique<SecretInCompileDefinition>();
}

} // namespace cppwarden::rules
