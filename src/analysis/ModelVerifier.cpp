//===- ModelVerifier.cpp - Models against the real headers
//-----------------===//
//
// For each name of an entry: is there a declaration; is there an overload that
// the entry's `arity` and `types` select; has one of those the positions that
// the entry names; can the values of `when` be written. Where a type depends on
// a template parameter, nothing is known and nothing is reported.
//
// Arguments are counted as the extractor counts them: defaulted ones are
// arguments, so that a function without `...` or a pack takes exactly as many
// as it has parameters.
//
//===----------------------------------------------------------------------===//
#include "analysis/ModelVerifier.h"

#include "analysis/DeclarationIndex.h"
#include "analysis/PositionSyntax.h"
#include "frontend/Unit.h"
#include "frontend/UnitFacts.h"
#include "support/Yaml.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/ScopeExit.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include <set>

using namespace llvm;

namespace cppwarden::analysis {
namespace {

bool isIdentifier(StringRef Text) {
  return !Text.empty() && !isDigit(Text[0]) &&
         all_of(Text, [](char C) { return isAlnum(C) || C == '_'; });
}

/// What stands behind the last `::`, and what before. Operators hold none.
std::pair<StringRef, StringRef> splitScope(StringRef Name) {
  std::size_t At = Name.rfind("::");
  return At == StringRef::npos
             ? std::pair(StringRef(), Name)
             : std::pair(Name.take_front(At), Name.substr(At + 2));
}

bool takes(const DeclaredFunction &F, unsigned Low, unsigned High) {
  unsigned Least = F.Parameters.size();
  return Least <= High && (F.Open || Least >= Low);
}

bool hasArgument(const DeclaredFunction &F, unsigned Index) {
  return F.Open || Index < F.Parameters.size();
}

std::string countsOf(ArrayRef<const DeclaredFunction *> Overloads) {
  std::set<std::pair<unsigned, bool>> Counts;
  for (const DeclaredFunction *F : Overloads)
    Counts.insert({static_cast<unsigned>(F->Parameters.size()), F->Open});
  std::string Out;
  for (auto [Count, Open] : Counts)
    Out += (Out.empty() ? "" : ", ") + std::to_string(Count) +
           (Open ? " or more" : "");
  return Out;
}

/// The parameter lists of the first overloads, as `types` is compared.
std::string typesOf(ArrayRef<const DeclaredFunction *> Overloads) {
  std::string Out;
  for (const DeclaredFunction *F : Overloads.take_front(3)) {
    std::string One;
    for (const DeclaredParameter &P : F->Parameters)
      One += (One.empty() ? "" : ", ") + P.Type;
    Out += (Out.empty() ? "(" : ", (") + One + ")";
  }
  return Overloads.size() > 3 ? Out + ", …" : Out;
}

class Comparison {
public:
  Comparison(const DeclarationIndex &Declared, unsigned &Verified)
      : Declared(Declared), Verified(Verified) {}

  void function(const FunctionModel &Model) {
    for (const std::string &Name : Model.Names) {
      auto Found = Declared.Functions.find(Name);
      if (Found == Declared.Functions.end())
        report(Model, "'" + Name + "' is declared nowhere" + hint(Name));
      else
        compare(Model, Name, Found->second);
    }
  }

  void type(const TypeModel &Model) {
    for (const std::string &Name : Model.Names)
      if (Declared.Types.contains(Name))
        ++Verified;
      else if (auto Alias = Declared.Aliases.find(Name);
               Alias != Declared.Aliases.end())
        report(Model, "the type '" + Name + "' is an alias of '" +
                          Alias->second + "': name that");
      else
        report(Model, "the type '" + Name + "' is declared nowhere" +
                          nearest(Name, Declared.Types));
  }

  void variable(const VariableModel &Model) {
    for (const std::string &Name : Model.Names)
      if (Declared.Variables.contains(Name))
        ++Verified;
      else
        report(Model, "the variable '" + Name + "' is declared nowhere" +
                          nearest(Name, Declared.Variables));
  }

  std::vector<VerificationProblem> take() {
    llvm::sort(Problems);
    Problems.erase(std::unique(Problems.begin(), Problems.end()),
                   Problems.end());
    return std::move(Problems);
  }

private:
  template <class Model> void report(const Model &Of, const Twine &Message) {
    Problems.push_back({Of.File, Of.Line, Message.str()});
  }

  void compare(const FunctionModel &Model, const std::string &Name,
               ArrayRef<DeclaredFunction> All) {
    std::vector<const DeclaredFunction *> Overloads;
    for (const DeclaredFunction &F : All)
      Overloads.push_back(&F);
    auto Keep = [&](auto Fits, const Twine &Message) {
      std::vector<const DeclaredFunction *> Left;
      copy_if(Overloads, std::back_inserter(Left),
              [&](const DeclaredFunction *F) { return Fits(*F); });
      if (Left.empty()) {
        report(Model, Message);
        return false;
      }
      Overloads = std::move(Left);
      return true;
    };
    if (Model.Arity &&
        !Keep(
            [&](const DeclaredFunction &F) {
              return takes(F, Model.Arity->first, Model.Arity->second);
            },
            "no '" + Name + "' takes " + spellArity(*Model.Arity) +
                " arguments (defaulted ones counted); declared are " +
                countsOf(Overloads)))
      return;
    if (!Model.ParameterTypes.empty() &&
        !Keep([&](const DeclaredFunction &F) { return hasTypes(F, Model); },
              "no '" + Name + "' has the parameter types (" +
                  join(Model.ParameterTypes, ", ") + ")" + "; declared are " +
                  typesOf(Overloads)))
      return;
    bool Sound = checkPositions(Model, Name, Overloads);
    Sound &= checkConditions(Model, Name, Overloads);
    Sound &= checkFixes(Model, Name, Overloads);
    Verified += Sound;
  }

  static std::string spellArity(std::pair<unsigned, unsigned> Arity) {
    std::string Out = std::to_string(Arity.first);
    if (Arity.second != Arity.first)
      Out += " to " + std::to_string(Arity.second);
    return Out;
  }

  static bool hasTypes(const DeclaredFunction &F, const FunctionModel &Model) {
    for (unsigned I = 0; I < Model.ParameterTypes.size(); ++I) {
      const std::string &Wanted = Model.ParameterTypes[I];
      if (Wanted.empty())
        continue;
      if (I >= F.Parameters.size())
        return false;
      const DeclaredParameter &P = F.Parameters[I];
      if (!P.Dependent && !StringRef(P.Type).contains(Wanted) &&
          !StringRef(P.Canonical).contains(Wanted))
        return false;
    }
    return true;
  }

  bool checkPositions(const FunctionModel &Model, const std::string &Name,
                      ArrayRef<const DeclaredFunction *> Overloads) {
    bool Sound = true;
    std::set<std::string> Told;
    auto Check = [&](const ModelPosition &Position) {
      std::string Fault;
      switch (Position.Base) {
      case ModelPosition::Root::Argument:
      case ModelPosition::Root::ArgumentsFrom:
        // `args` of a function without arguments is every one of none.
        if (!(Position.Base == ModelPosition::Root::ArgumentsFrom &&
              Position.Index == 0) &&
            none_of(Overloads, [&](const DeclaredFunction *F) {
              return hasArgument(*F, Position.Index);
            }))
          Fault =
              "no selected overload has so many (" + countsOf(Overloads) + ")";
        break;
      case ModelPosition::Root::Receiver:
        if (none_of(Overloads,
                    [](const DeclaredFunction *F) { return F->HasObject; }))
          Fault = "it is no method and has no object";
        break;
      case ModelPosition::Root::Return:
        if (all_of(Overloads, [](const DeclaredFunction *F) {
              return F->ReturnsVoid || F->IsConstructor;
            }))
          Fault = Overloads[0]->IsConstructor ? "a constructor makes 'this'"
                                              : "it returns nothing";
        break;
      }
      if (Fault.empty() || !Told.insert(spell(Position) + Fault).second)
        return;
      report(Model, "'" + spell(Position) + "' of '" + Name + "': " + Fault);
      Sound = false;
    };
    forEachPosition(Model, Check);
    if (Model.Format) {
      ModelPosition Template;
      Template.Index = Model.Format->Template;
      Check(Template);
    }
    return Sound;
  }

  bool checkConditions(const FunctionModel &Model, const std::string &Name,
                       ArrayRef<const DeclaredFunction *> Overloads) {
    bool Sound = true;
    auto Fault = [&](const Twine &Message) {
      report(Model, Message);
      Sound = false;
    };
    for (const ModelCondition &Condition : Model.When) {
      if (Condition.OfObject) {
        if (none_of(Overloads,
                    [](const DeclaredFunction *F) { return F->HasObject; }))
          Fault("'when' asks for the object of '" + Name +
                "', which is no method");
        continue;
      }
      if (none_of(Overloads, [&](const DeclaredFunction *F) {
            return hasArgument(*F, Condition.Argument);
          })) {
        Fault("'when' asks for arg" + Twine(Condition.Argument) + " of '" +
              Name + "', which takes " + countsOf(Overloads));
        continue;
      }
      // A parameter that may hold a string is compared with texts as well.
      bool MayBeText = any_of(Overloads, [&](const DeclaredFunction *F) {
        return Condition.Argument >= F->Parameters.size() ||
               F->Parameters[Condition.Argument].HoldsText;
      });
      for (StringRef Value : Condition.AnyOf) {
        if (Value.contains("::"))
          Fault("'when' value '" + Value + "': write '" +
                splitScope(Value).second +
                "'; conditions compare the name without its scope");
        else if (!MayBeText && isIdentifier(Value) && !isKnownConstant(Value))
          Fault("'when' value '" + Value +
                "' is no enumerator, macro or constant of these headers" +
                nearest(Value, Declared.Enumerators));
      }
    }
    return Sound;
  }

  /// What a fix writes must be declared, and its argument be there.
  bool checkFixes(const FunctionModel &Model, const std::string &Name,
                  ArrayRef<const DeclaredFunction *> Overloads) {
    bool Sound = true;
    auto Fault = [&](const Twine &Message) {
      report(Model, "'fixes' of '" + Name + "': " + Message);
      Sound = false;
    };
    for (const ModelFix &Fix : Model.Fixes) {
      if (Fix.Argument && none_of(Overloads, [&](const DeclaredFunction *F) {
            return hasArgument(*F, *Fix.Argument);
          }))
        Fault("arg" + Twine(*Fix.Argument) +
              ": no selected overload has so many (" + countsOf(Overloads) +
              ")");
      StringRef With = Fix.With;
      bool IsCall = With.consume_back("()") || !Fix.Argument;
      StringRef Last = splitScope(With).second;
      if (!isIdentifier(Last))
        continue;
      if (IsCall ? !isKnownFunction(Last) : !isKnownConstant(Last))
        Fault("'" + Twine(Fix.With) + "' is declared nowhere in these headers");
    }
    return Sound;
  }

  bool isKnownFunction(StringRef Name) const {
    return any_of(Declared.Functions.keys(), [&](StringRef Full) {
      return splitScope(Full).second == Name;
    });
  }

  bool isKnownConstant(StringRef Name) const {
    if (Declared.Enumerators.contains(Name) || Declared.Macros.contains(Name) ||
        Name == "true" || Name == "false" || Name == "nullptr")
      return true;
    auto EndsInName = [&](StringRef Full) {
      return splitScope(Full).second == Name;
    };
    return any_of(Declared.Variables.keys(), EndsInName) ||
           any_of(Declared.Functions.keys(), EndsInName);
  }

  // --- suggestions ---

  /// Where a name may be meant that is declared nowhere.
  std::string hint(StringRef Name) const {
    auto [Scope, Member] = splitScope(Name);
    if (!Scope.empty()) {
      if (auto Alias = Declared.Aliases.find(Scope);
          Alias != Declared.Aliases.end())
        return "; '" + Scope.str() + "' is an alias: name '" + Alias->second +
               "::" + Member.str() + "'";
      if (std::string Owner = ownerAmongBases(Scope, Member); !Owner.empty())
        return "; it is inherited: name '" + Owner + "::" + Member.str() + "'";
    }
    if (auto Macro = Declared.Macros.find(Name); Macro != Declared.Macros.end())
      return "; it is a macro: " +
             (Macro->second.empty()
                  ? std::string("model what it expands to")
                  : "model '" + Macro->second + "', which it expands to");
    // The same name in another scope; a function of the C library has none.
    std::vector<StringRef> Same;
    for (StringRef Known : Declared.Functions.keys())
      if (splitScope(Known).second == Member)
        Same.push_back(Known);
    if (!Same.empty()) {
      llvm::sort(Same);
      auto Near = nearestSpelling(Name, Same);
      return "; did you mean '" + (Near ? *Near : Same.front()).str() + "'?";
    }
    std::vector<StringRef> InScope;
    for (StringRef Known : Declared.Functions.keys())
      if (splitScope(Known).first == Scope)
        InScope.push_back(Known);
    llvm::sort(InScope);
    auto Near = nearestSpelling(Name, InScope);
    return Near ? "; did you mean '" + Near->str() + "'?" : "";
  }

  std::string ownerAmongBases(StringRef Class, StringRef Member) const {
    std::vector<std::string> Work{Class.str()};
    StringSet<> Seen;
    for (std::size_t I = 0; I < Work.size(); ++I) {
      auto Bases = Declared.Bases.find(Work[I]);
      if (!Seen.insert(Work[I]).second || Bases == Declared.Bases.end())
        continue;
      for (const std::string &Base : Bases->second) {
        if (Declared.Functions.contains(Base + "::" + Member.str()))
          return Base;
        Work.push_back(Base);
      }
    }
    return "";
  }

  static std::string nearest(StringRef Name, const StringSet<> &Known) {
    std::vector<StringRef> Sorted(Known.keys().begin(), Known.keys().end());
    llvm::sort(Sorted);
    auto Near = nearestSpelling(Name, Sorted);
    return Near ? "; did you mean '" + Near->str() + "'?" : "";
  }

  const DeclarationIndex &Declared;
  unsigned &Verified;
  std::vector<VerificationProblem> Problems;
};

/// A folder that lives as long as the verification.
class TemporaryFolder {
public:
  static Expected<TemporaryFolder> create() {
    SmallString<128> Path;
    if (std::error_code Failed =
            sys::fs::createUniqueDirectory("cppwarden-verify", Path))
      return createStringError(Failed, "cannot make a temporary folder: " +
                                           Failed.message());
    SmallString<128> Real;
    if (!sys::fs::real_path(Path, Real))
      Path = Real;
    return TemporaryFolder(Path.str().str());
  }
  TemporaryFolder(TemporaryFolder &&Other) noexcept
      : Path(std::exchange(Other.Path, {})) {}
  ~TemporaryFolder() {
    if (!Path.empty())
      sys::fs::remove_directories(Path);
  }
  const std::string &path() const { return Path; }

private:
  explicit TemporaryFolder(std::string Path) : Path(std::move(Path)) {}
  std::string Path;
};

Error writeUnit(const std::string &Path, const LibraryVerification &Of) {
  std::error_code Failed;
  raw_fd_ostream Out(Path, Failed);
  for (const std::string &Header : Of.Headers)
    Out << "#include <" << Header << ">\n";
  Out.close();
  if (!Failed)
    Failed = Out.error();
  return Failed ? createStringError(Failed, "cannot write " + Path + ": " +
                                                Failed.message())
                : Error::success();
}

} // namespace

std::vector<VerificationProblem> compareModels(const ModelSet &Models,
                                               StringRef Library,
                                               const DeclarationIndex &Declared,
                                               unsigned &Verified) {
  Comparison Compare(Declared, Verified);
  auto OfLibrary = [&](const auto &List, auto Visit) {
    for (const auto &Model : List)
      if (Model.Library == Library)
        (Compare.*Visit)(Model);
  };
  OfLibrary(Models.Functions, &Comparison::function);
  OfLibrary(Models.Types, &Comparison::type);
  OfLibrary(Models.Variables, &Comparison::variable);
  return Compare.take();
}

Expected<VerificationReport>
verifyLibrary(const ModelSet &Models, const LibraryVerification &Verification,
              StringRef StubRoot) {
  VerificationReport Report;
  Report.Library = Verification.Library;
  auto Folder = TemporaryFolder::create();
  if (!Folder)
    return Folder.takeError();

  frontend::UnitJob Job;
  Job.Directory = Job.ProjectRoot = Folder->path();
  Job.File = Folder->path() +
             (Verification.Language == "c" ? "/headers.c" : "/headers.cpp");
  Job.Arguments = Verification.Flags;
  if (!Verification.StubFolder.empty()) {
    SmallString<128> Stubs(StubRoot);
    sys::path::append(Stubs, Verification.StubFolder);
    sys::fs::make_absolute(Stubs);
    Job.Arguments.push_back("-isystem");
    Job.Arguments.push_back(Stubs.str().str());
  }
  if (Error E = writeUnit(Job.File, Verification))
    return std::move(E);

  std::string Unit = sys::path::filename(Job.File).str();
  frontend::UnitResult Result =
      frontend::parseUnit(Job, nullptr, [&](frontend::ParsedUnit &Parsed) {
        DeclarationIndex Declared;
        Declared.collect(Parsed.Context, Parsed.PP);
        Report.Problems = compareModels(Models, Verification.Library, Declared,
                                        Report.Verified);
      });
  for (const UnitDiagnostic &Diagnostic : Result.Errors) {
    // A header that our own #include does not find is not installed.
    if (Diagnostic.Range.File == Unit && Diagnostic.Range.Line > 0 &&
        Diagnostic.Range.Line <= Verification.Headers.size() &&
        StringRef(Diagnostic.Message).contains("file not found")) {
      Report.MissingHeaders.push_back(
          Verification.Headers[Diagnostic.Range.Line - 1]);
      continue;
    }
    Report.CompileErrors.push_back(Diagnostic.Range.File + ":" +
                                   std::to_string(Diagnostic.Range.Line) +
                                   ": " + Diagnostic.Message);
  }
  if (!Result.Parsed && Report.CompileErrors.empty())
    return createStringError("the headers of " + Verification.Library +
                             " could not be parsed");
  if (!Report.isInstalled()) {
    Report.Problems.clear();
    Report.Verified = 0;
  }
  return Report;
}

} // namespace cppwarden::analysis
