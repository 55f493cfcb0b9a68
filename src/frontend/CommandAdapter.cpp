//===- CommandAdapter.cpp ---------------------------------------*- C++ -*-===//
//
// Two passes. The first looks for flags of foreign compilers by their spelling,
// because Clang's option table would take them for something else or not know
// how many words they span. The second runs Clang's own option table over the
// rest: it resolves aliases (cl's /I and /D become -I and -D), separates values
// from flags, and tells the flags that Clang does not know; those are dropped.
//
//===----------------------------------------------------------------------===//
#include "frontend/CommandAdapter.h"

#include "support/Paths.h"
#include "clang/Basic/LangStandard.h"
#include "clang/Driver/Types.h"
#include "clang/Options/Options.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Option/Arg.h"
#include "llvm/Option/ArgList.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/TargetParser/Triple.h"
#include "llvm/TargetParser/X86TargetParser.h"
#include <optional>
#include <set>

using namespace llvm;
namespace options = clang::options;

namespace cppwarden::frontend {
namespace {

CompilerFamily familyOf(StringRef Compiler, ArrayRef<std::string> Arguments) {
  std::string Stem = StringRef(programStem(Compiler)).lower();
  if (Stem == "nvcc")
    return CompilerFamily::Nvcc;
  if (Stem == "clang-cl" || is_contained(Arguments, "--driver-mode=cl") ||
      StringRef(Stem).starts_with("clang-cl-"))
    return CompilerFamily::ClangCl;
  return Stem == "cl" ? CompilerFamily::Msvc : CompilerFamily::Gnu;
}

bool compilesCxx(StringRef Compiler) {
  std::string Stem = programStem(Compiler);
  StringRef Name = StringRef(Stem).rtrim("0123456789.-");
  return Name.ends_with("++") || Name == "mpiCC" || Name == "CC" ||
         Name == "CXX" || Name == "icpc" || Name == "icpx";
}

/// Without its dot.
StringRef extensionOf(StringRef File) {
  StringRef Extension = sys::path::extension(File);
  Extension.consume_front(".");
  return Extension;
}

clang::driver::types::ID typeByExtension(StringRef File) {
  StringRef Extension = extensionOf(File);
  return Extension.empty()
             ? clang::driver::types::TY_INVALID
             : clang::driver::types::lookupTypeForExtension(Extension);
}

enum class Language { C, Cxx, CHeader, CxxHeader, Module, Other };

Language languageOf(clang::driver::types::ID Type) {
  using namespace clang::driver::types;
  switch (Type) {
  case TY_C:
  case TY_PP_C:
    return Language::C;
  case TY_CXX:
  case TY_PP_CXX:
    return Language::Cxx;
  case TY_CHeader:
  case TY_PP_CHeader:
    return Language::CHeader;
  case TY_CXXHeader:
  case TY_PP_CXXHeader:
  case TY_CXXHUHeader:
  case TY_CXXSHeader:
  case TY_CXXUHeader:
    return Language::CxxHeader;
  case TY_CXXModule:
  case TY_PP_CXXModule:
    return Language::Module;
  default:
    return Language::Other;
  }
}

class Adapter {
public:
  Adapter(const CommandTokens &Command, StringRef File)
      : Command(Command), File(File),
        Family(familyOf(Command.Compiler, Command.Arguments)) {}

  AdaptedCommand run() {
    std::vector<std::string> Words = removeForeign(Command.Arguments);
    adaptKnown(Words, /*Depth=*/0);
    addImplied();
    settleLanguage();
    if (!Out.NotCxx.empty())
      return std::move(Out);
    settleStandard();
    Out.Dropped.assign(Dropped.begin(), Dropped.end());
    Out.Translated.assign(Translated.begin(), Translated.end());
    return std::move(Out);
  }

private:
  std::vector<std::string> removeForeign(ArrayRef<std::string> Words) {
    ArrayRef<FlagRule> Rules = foreignFlags(Family);
    std::vector<std::string> Kept;
    for (std::size_t I = 0; I < Words.size(); ++I) {
      StringRef Word = Words[I];
      const FlagRule *Rule = findFlagRule(Rules, Word);
      if (!Rule) {
        Kept.push_back(Word.str());
        continue;
      }
      StringRef Value = Word.drop_front(
          std::min(Word.size(), StringRef(Rule->Pattern).rtrim('*').size()));
      std::size_t Values =
          std::min<std::size_t>(Rule->Values, Words.size() - I - 1);
      if (Values)
        Value = Words[I + 1];
      I += Values;
      StringRef Name = StringRef(Rule->Pattern).rtrim('*');
      switch (Rule->Treatment) {
      case FlagTreatment::Plumbing:
        break;
      case FlagTreatment::Drop:
        Dropped.insert(Name.str());
        break;
      case FlagTreatment::Keep:
        Kept.push_back(Word.str());
        break;
      case FlagTreatment::Replace:
        Kept.push_back(replace(*Rule, Name, Value));
        break;
      case FlagTreatment::HostFlags:
        for (StringRef Part : split(Value, ','))
          Kept.push_back(Part.str());
        break;
      }
    }
    return Kept;
  }

  std::string replace(const FlagRule &Rule, StringRef Name, StringRef Value) {
    auto [Before, After] = StringRef(Rule.Replacement).split('%');
    std::string New = Before.str();
    std::string Old = Name.str();
    if (StringRef(Rule.Replacement).contains('%')) {
      New += Value.str() + After.str();
      Old += "…";
    }
    Translated.insert(Old + " → " + Before.str() + (Old != Name ? "…" : ""));
    return New;
  }

  bool clStyle() const {
    return Family == CompilerFamily::Msvc || Family == CompilerFamily::ClangCl;
  }

  void adaptKnown(ArrayRef<std::string> Words, unsigned Depth) {
    std::vector<const char *> Pointers;
    for (const std::string &Word : Words)
      Pointers.push_back(Word.c_str());
    unsigned MissingIndex = 0, MissingCount = 0;
    opt::Visibility Visible(Depth == 0 && clStyle() ? options::CLOption
                                                    : options::ClangOption);
    opt::InputArgList Args = clang::getDriverOptTable().ParseArgs(
        Pointers, MissingIndex, MissingCount, Visible);

    std::vector<std::string>
        Frontend; // values of -Xclang, which follow each other
    for (const opt::Arg *A : Args) {
      unsigned Id = A->getOption().getID();
      if (Id == options::OPT_Xclang) {
        Frontend.push_back(A->getValue());
        continue;
      }
      if (Id == options::OPT_INPUT || Id == options::OPT__DASH_DASH) {
        noteInputs(*A);
        continue;
      }
      if (Id == options::OPT_UNKNOWN) {
        dropUnknown(A->getAsString(Args));
        continue;
      }
      if (Id == options::OPT_x) {
        LanguageNow = A->getValue();
        continue;
      }
      if (Id == options::OPT_include_pch) {
        textualPrecompiled(A->getValue());
        continue;
      }
      adaptOne(Args, *A, Depth);
    }
    adaptFrontendFlags(Frontend);
  }

  void noteInputs(const opt::Arg &A) {
    if (!LanguageOfFile && !LanguageNow.empty())
      for (const char *Value : A.getValues())
        if (absolutePath(Value, Command.Directory) == File)
          LanguageOfFile = LanguageNow;
  }

  void dropUnknown(StringRef Flag) {
    // Without a value it names the flag; with one, the part before it.
    Dropped.insert(Flag.take_until([](char C) { return C == '='; }).str() +
                   (Flag.contains('=') ? "=" : ""));
  }

  void adaptOne(const opt::InputArgList &Args, const opt::Arg &A,
                unsigned Depth) {
    const opt::Option &Option = A.getOption();
    unsigned Id = Option.getID();
    std::string Name = Option.getPrefixedName().str();
    StringRef Value = A.getNumValues() ? A.getValue() : "";

    // Values that decide, before the table by name.
    if (Id == options::OPT_D || Id == options::OPT_U) {
      // The checking wrappers of glibc hide the functions that the code calls.
      StringRef Macro = Value.split('=').first;
      if (Macro == "_FORTIFY_SOURCE") {
        Dropped.insert(Name + "_FORTIFY_SOURCE");
        return;
      }
    }
    if (Id == options::OPT_std_EQ) {
      Standard = Value.str();
      return;
    }
    if (Id == options::OPT__SLASH_std) {
      Translated.insert("/std: → -std=");
      Standard = Value == "c++latest" ? "c++26"
                 : Value == "clatest" ? "c23"
                                      : Value.str();
      return;
    }
    if (Id == options::OPT_march_EQ || Id == options::OPT_mtune_EQ) {
      Architecture.emplace_back(Name, Value.str());
      return;
    }
    if (Id == options::OPT_target ||
        Id == options::OPT_target_legacy_spelling || Id == options::OPT_m32 ||
        Id == options::OPT_m64 || Id == options::OPT_mx32)
      Out.Target = Name + Value.str();
    if (Id == options::OPT__SLASH_Tp || Id == options::OPT__SLASH_Tc)
      LanguageNow = Id == options::OPT__SLASH_Tp ? "c++" : "c";

    // The table: names with their value ("/arch:AVX2") before bare ones.
    const FlagRule *Rule = nullptr;
    if (Option.getRenderStyle() == opt::Option::RenderJoinedStyle)
      Rule = findFlagRule(knownFlags(), Name + Value.str());
    if (!Rule)
      Rule = findFlagRule(knownFlags(), Name);
    bool OwnClMode = Family == CompilerFamily::ClangCl && Rule &&
                     StringRef(Rule->Pattern).starts_with("/");
    if (OwnClMode && Rule->Treatment == FlagTreatment::Replace)
      Rule = nullptr;
    if (Rule) {
      switch (Rule->Treatment) {
      case FlagTreatment::Plumbing:
        return;
      case FlagTreatment::Drop:
        Dropped.insert(Name);
        return;
      case FlagTreatment::Replace: {
        std::string New = replace(*Rule, Name, Value);
        if (StringRef(New).starts_with("-x"))
          LanguageNow = New.substr(2);
        else
          Out.Arguments.push_back(New);
        return;
      }
      case FlagTreatment::HostFlags: {
        constexpr unsigned MaxDepth = 2;
        std::vector<std::string> Inner(A.getValues().begin(),
                                       A.getValues().end());
        if (Depth < MaxDepth)
          adaptKnown(Inner, Depth + 1);
        return;
      }
      case FlagTreatment::Keep:
        break;
      }
    }
    if (Option.matches(options::OPT_W_Group) ||
        Option.matches(options::OPT_M_Group) ||
        Option.matches(options::OPT_g_Group) ||
        Option.matches(options::OPT_Link_Group) ||
        Option.matches(options::OPT_R_Group) ||
        Option.hasFlag(options::LinkOption) ||
        Option.hasFlag(options::LinkerInput) ||
        Option.hasFlag(options::Ignored))
      return;

    opt::ArgStringList Rendered;
    A.render(Args, Rendered);
    for (const char *Word : Rendered)
      Out.Arguments.push_back(Word);
  }

  /// `-Xclang A -Xclang B` passes A and its value B to the front end.
  void adaptFrontendFlags(ArrayRef<std::string> Words) {
    for (std::size_t I = 0; I < Words.size(); ++I) {
      StringRef Word = Words[I];
      bool HasNext = I + 1 < Words.size();
      if (Word == "-include-pch" && HasNext) {
        textualPrecompiled(Words[++I]);
      } else if (Word == "-include" && HasNext) {
        Out.Arguments.insert(Out.Arguments.end(), {"-include", Words[++I]});
      } else if ((Word == "-load" || Word == "-add-plugin" ||
                  Word == "-plugin") &&
                 HasNext) {
        Dropped.insert("-Xclang " + Word.str());
        ++I;
      } else if (Word.starts_with("-plugin-arg-") && HasNext) {
        ++I;
      } else if (Word.starts_with("-emit-") || Word.starts_with("-fno-pch") ||
                 Word.starts_with("-fpch") || Word.starts_with("-fmodule") ||
                 Word.starts_with("-debug-info") || Word.starts_with("-W") ||
                 Word == "-fno-validate-pch") {
        Dropped.insert("-Xclang " + Word.str());
      } else {
        Out.Arguments.insert(Out.Arguments.end(), {"-Xclang", Word.str()});
      }
    }
  }

  /// A precompiled header is of another compiler or version: read its text. The
  /// build systems either include the text as well (CMake) or keep it beside.
  void textualPrecompiled(StringRef Precompiled) {
    StringRef Text = Precompiled;
    bool Known = Text.consume_back(".pch") || Text.consume_back(".gch");
    std::string Header = absolutePath(Text, Command.Directory);
    if (Known && sys::fs::is_regular_file(Header)) {
      if (!is_contained(Out.Arguments, Header))
        PrecompiledText = Header;
      Translated.insert("-include-pch … → -include …");
      return;
    }
    Dropped.insert("-include-pch");
  }

  /// What the compiler's own name says: target triple, cl mode.
  void addImplied() {
    // CMake passes both the precompiled and the textual header, in that order.
    if (!PrecompiledText.empty()) {
      bool Given = any_of(Out.Arguments, [&](const std::string &A) {
        return absolutePath(A, Command.Directory) == PrecompiledText;
      });
      if (!Given)
        Out.Arguments.insert(Out.Arguments.begin(),
                             {"-include", PrecompiledText});
    }
    if (Family == CompilerFamily::ClangCl)
      Out.Arguments.insert(Out.Arguments.begin(), "--driver-mode=cl");
    if (Family == CompilerFamily::Msvc)
      Out.Arguments.insert(Out.Arguments.end(),
                           {"-fms-extensions", "-fdeclspec"});
    if (Out.Target.empty())
      addTargetOfName();
  }

  void addTargetOfName() {
    std::string Stem = programStem(Command.Compiler);
    StringRef Prefix = StringRef(Stem).rtrim("0123456789.-");
    std::size_t Dash = Prefix.rfind('-');
    if (Dash == StringRef::npos)
      return;
    Prefix = Prefix.take_front(Dash);
    Triple Named(Triple::normalize(Prefix));
    if (!Prefix.contains('-') || Named.getArch() == Triple::UnknownArch)
      return;
    Out.Target = "--target=" + Prefix.str();
    Out.Arguments.insert(Out.Arguments.begin(), Out.Target);
    StringRef Bin = sys::path::parent_path(Command.Compiler);
    std::string Toolchain =
        absolutePath(sys::path::parent_path(Bin), Command.Directory);
    if (sys::path::is_absolute(Command.Compiler) && Toolchain != "/usr" &&
        Toolchain != "/" &&
        sys::fs::is_directory(Toolchain + "/lib/gcc/" + Prefix))
      Out.Arguments.insert(Out.Arguments.begin(),
                           "--gcc-toolchain=" + Toolchain);
  }

  void settleLanguage() {
    std::string Explicit = LanguageOfFile.value_or(LanguageNow);
    using namespace clang::driver;
    types::ID Type = !Explicit.empty() && Explicit != "none"
                         ? types::lookupTypeForTypeSpecifier(Explicit.c_str())
                         : typeByExtension(File);
    bool ByCompiler = Explicit.empty() || Explicit == "none";
    if (ByCompiler && Type == types::TY_C && compilesCxx(Command.Compiler)) {
      Type = types::TY_CXX; // g++ takes a .c file for C++
      Explicit = "c++";
    }
    Language Is = languageOf(Type);
    std::string Shown = "-x " + Explicit;
    if (Explicit.empty())
      Shown = extensionOf(File).empty() ? "no extension"
                                        : "." + extensionOf(File).str();
    if (Is == Language::Other) {
      Out.NotCxx = "not C or C++ (" + Shown + ")";
      return;
    }
    if (Is == Language::CHeader || Is == Language::CxxHeader) {
      Out.NotCxx = "precompiled header";
      return;
    }
    Out.IsCxx = Is != Language::C;
    if (!Explicit.empty() && Explicit != "none") {
      Out.Arguments.push_back("-x");
      Out.Arguments.push_back(Explicit);
    }
  }

  /// Values of known flags that Clang would refuse.
  void settleStandard() {
    if (!Standard.empty()) {
      clang::LangStandard::Kind Kind =
          clang::LangStandard::getLangKind(Standard);
      bool Known = Kind != clang::LangStandard::lang_unspecified;
      bool Fits =
          Known &&
          clang::LangStandard::getLangStandardForKind(Kind).isCPlusPlus() ==
              Out.IsCxx;
      if (Fits && Family == CompilerFamily::ClangCl)
        Out.Arguments.push_back("/std:" + Standard);
      else if (Fits)
        Out.Arguments.push_back("-std=" + Standard);
      else
        Dropped.insert("-std=" + Standard);
    }
    bool X86 = Out.Target.empty() || StringRef(Out.Target).contains("86") ||
               StringRef(Out.Target).starts_with("-m");
#if !defined(__x86_64__) && !defined(__i386__)
    X86 = X86 && StringRef(Out.Target).contains("86");
#endif
    for (const auto &[Name, Value] : Architecture) {
      if (X86 && Value != "native" &&
          X86::parseArchX86(Value) == X86::CK_None &&
          X86::parseTuneCPU(Value) == X86::CK_None)
        Dropped.insert(Name + Value);
      else
        Out.Arguments.push_back(Name + Value);
    }
  }

  const CommandTokens &Command;
  StringRef File;
  CompilerFamily Family;
  AdaptedCommand Out;
  std::set<std::string> Dropped, Translated;
  std::string LanguageNow; ///< of the last -x
  std::optional<std::string>
      LanguageOfFile; ///< -x in force where the file stands
  std::string Standard;
  std::vector<std::pair<std::string, std::string>> Architecture;
  std::string PrecompiledText;
};

} // namespace

AdaptedCommand adaptCommand(const CommandTokens &Command, StringRef File) {
  return Adapter(Command, File).run();
}

bool isHeaderName(StringRef File) {
  Language Is = languageOf(typeByExtension(File));
  StringRef Extension = sys::path::extension(File);
  return Is == Language::CHeader || Is == Language::CxxHeader ||
         Extension == ".inl" || Extension == ".ipp" || Extension == ".tpp" ||
         Extension == ".txx" || Extension == ".inc" || Extension == ".tcc";
}

bool isSourceName(StringRef File) {
  Language Is = languageOf(typeByExtension(File));
  return Is == Language::C || Is == Language::Cxx || Is == Language::Module;
}

} // namespace cppwarden::frontend
