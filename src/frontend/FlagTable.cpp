#include "frontend/FlagTable.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

namespace cppwarden::frontend {
namespace {

using enum FlagTreatment;

// GCC and compilers that imitate it.
constexpr FlagRule GnuForeign[] = {
    {"-aux-info", Plumbing, 1},
    {"-auxbase", Plumbing, 1},
    {"-auxbase-strip", Plumbing, 1},
    {"-dumpbase", Plumbing, 1},
    {"-dumpbase-ext", Plumbing, 1},
    {"-specs", Drop, 1},
    {"--specs", Drop, 1},
    {"-wrapper", Drop, 1},
    {"-imultilib", Drop, 1},
    {"-imultiarch", Drop, 1},
    {"-fdiagnostics-format=*",
     Plumbing}, // GCC's values (sarif-file, json) differ
    {"-fconcepts-ts", Drop},
    {"-fmodules-ts", Drop},
    {"-fmodule-mapper=*", Drop},
    {"-qopenmp", Drop}, // Intel
    {"-fp-model", Drop, 1},
    {"-wd", Plumbing, 1},
    {"-diag-disable", Plumbing, 1},
    {"-diag-enable", Plumbing, 1},
    {"-diag-error", Plumbing, 1},
};

// Microsoft's cl; the flags that Clang's cl mode knows are canonical by then.
constexpr FlagRule MsvcForeign[] = {
    {"/headerUnit*", Drop, 1},
    {"/reference", Drop, 1},
    {"/ifcOutput", Drop, 1},
    {"/sourceDependencies", Plumbing, 1},
    {"/scanDependencies", Plumbing, 1},
    {"/MP*", Plumbing},
    {"/analyze:plugin*", Plumbing},
    {"/ifcSearchDir", Drop, 1},
};

constexpr FlagRule NvccForeign[] = {
    {"-Xcompiler", HostFlags, 1},
    {"--compiler-options", HostFlags, 1},
    {"-Xcompiler=*", HostFlags},
    {"--compiler-options=*", HostFlags},
    {"-isystem=*", Replace, 0, "-isystem%"},
    {"--system-include=*", Replace, 0, "-isystem%"},
    {"--include-path=*", Replace, 0, "-I%"},
    {"--define-macro=*", Replace, 0, "-D%"},
    {"--undefine-macro=*", Replace, 0, "-U%"},
    {"-include=*", Replace, 0, "-include%"},
    {"--pre-include=*", Replace, 0, "-include%"},
    {"--std=*", Replace, 0, "-std=%"},
    {"--x=*", Replace, 0, "-x%"},
    {"-ccbin", Drop, 1},
    {"--compiler-bindir", Drop, 1},
    {"-ccbin=*", Drop},
    {"--compiler-bindir=*", Drop},
    {"-gencode", Drop, 1},
    {"--generate-code", Drop, 1},
    {"-gencode=*", Drop},
    {"--generate-code=*", Drop},
    {"-arch", Drop, 1},
    {"--gpu-architecture", Drop, 1},
    {"-arch=*", Drop},
    {"--gpu-architecture=*", Drop},
    {"-code", Drop, 1},
    {"--gpu-code", Drop, 1},
    {"-code=*", Drop},
    {"--gpu-code=*", Drop},
    {"-Xcudafe", Drop, 1},
    {"-Xptxas", Drop, 1},
    {"-Xnvlink", Drop, 1},
    {"-Xarchive", Drop, 1},
    {"-Xfatbin", Drop, 1},
    {"-maxrregcount", Drop, 1},
    {"--maxrregcount", Drop, 1},
    {"-diag-suppress", Plumbing, 1},
    {"--diag-suppress", Plumbing, 1},
    {"-cudart", Drop, 1},
    {"-t", Plumbing, 1},
    {"--threads", Plumbing, 1},
    {"--dependency-output", Plumbing, 1},
    {"-dc", Plumbing},
    {"--device-c", Plumbing},
    {"-dw", Plumbing},
    {"-G", Drop},
    {"-lineinfo", Plumbing},
    {"-use_fast_math", Drop},
    {"--expt-*", Drop},
    {"-expt-*", Drop},
    {"-extended-lambda", Drop},
    {"--extended-lambda", Drop},
    {"-rdc=*", Drop},
    {"--relocatable-device-code=*", Drop},
    {"-forward-unknown-to-host-compiler", Plumbing},
    {"--forward-unknown-to-host-compiler", Plumbing},
};

constexpr FlagRule Known[] = {
    // What to do and where to put it.
    {"-c", Plumbing},
    {"-S", Plumbing},
    {"-E", Plumbing},
    {"-P", Plumbing},
    {"-fsyntax-only", Plumbing},
    {"-emit-*", Plumbing},
    {"-o", Plumbing},
    {"-pipe", Plumbing},
    {"-save-temps*", Plumbing},
    {"-dumpdir", Plumbing},
    {"-v", Plumbing},
    {"-###", Plumbing},
    {"-d*", Plumbing},
    {"-H", Plumbing},
    {"-print-*", Plumbing},
    {"-Wp,*", HostFlags}, // for the preprocessor: definitions stay, -MD goes
    {"-Wa,*", Plumbing},
    {"-Wl,*", Plumbing},
    {"-Xassembler", Plumbing},
    {"-Xlinker", Plumbing},
    {"-Xpreprocessor", HostFlags},
    {"-pthreads", Plumbing},
    // Warnings and the look of diagnostics.
    {"-w", Plumbing},
    {"-pedantic*", Plumbing},
    {"-fdiagnostics-*", Plumbing},
    {"-fno-diagnostics-*", Plumbing},
    {"-fcolor-diagnostics", Plumbing},
    {"-fno-color-diagnostics", Plumbing},
    {"-fansi-escape-codes", Plumbing},
    {"-fmessage-length=*", Plumbing},
    {"-fshow-*", Plumbing},
    {"-fno-show-*", Plumbing},
    {"-fcaret-*", Plumbing},
    {"-fno-caret-*", Plumbing},
    {"-fmax-errors=*", Plumbing},
    {"-ferror-limit=*", Plumbing},
    {"--serialize-diagnostics", Plumbing},
    {"-frecord-*", Plumbing},
    {"-fstack-usage", Plumbing},
    {"-ftime-*", Plumbing},
    {"-fproc-stat-report*", Plumbing},
    {"-fcrash-diagnostics*", Plumbing},
    {"-gen-reproducer*", Plumbing},
    {"-fdebug-*", Plumbing},
    {"-fno-debug-*", Plumbing},
    {"-fdump-*", Plumbing},
    {"-fsave-optimization-record*", Plumbing},
    {"-foptimization-record*", Plumbing},
    // The resource folder is our own.
    {"-resource-dir*", Drop},
    {"-no-canonical-prefixes", Plumbing},
    // Code generation that changes what the preprocessor sees, for no gain.
    {"-fsanitize*", Drop},
    {"-fno-sanitize*", Drop},
    {"-flto*", Drop},
    {"-fno-lto*", Drop},
    {"-ffat-lto-objects", Drop},
    {"-fwhole-program-vtables", Drop},
    {"-fprofile*", Drop},
    {"-fno-profile*", Drop},
    {"-fcoverage*", Drop},
    {"-fno-coverage*", Drop},
    {"-fmcdc*", Drop},
    {"--coverage", Drop},
    {"-ftest-coverage", Drop},
    {"-p", Drop},
    {"-pg", Drop},
    {"-fopenmp*", Drop}, // captured statements instead of the code as written
    {"-fopenacc*", Drop},
    {"-foffload*", Drop},
    {"--offload*", Drop},
    {"-mllvm", Drop},
    {"-mllvm=*", Drop},
    // Programs loaded into the compiler.
    {"-fplugin*", Drop},
    {"-fpass-plugin*", Drop},
    {"-Xanalyzer", Plumbing},
    {"--analyze*", Plumbing},
    // Precompiled headers and module caches of another compiler. Compiled
    // modules (-fmodule-file=) stay: an import has no other meaning.
    {"-fpch-*", Plumbing},
    {"-fno-pch-*", Plumbing},
    {"-fmodule-file=*", Keep},
    {"-fmodules*", Drop},
    {"-fno-modules*", Drop},
    {"-fmodule-*", Drop},
    {"-fno-module-*", Drop},
    {"-fimplicit-module*", Drop},
    {"-fno-implicit-module*", Drop},
    {"-fcxx-modules", Drop},
    {"-fbuild-session*", Drop},
    {"-index-store-path", Drop},
    // Microsoft's own spellings that have no canonical one.
    {"/TP", Replace, 0, "-xc++"},
    {"/TC", Replace, 0, "-xc"},
    {"/Tp", Replace, 0, "-xc++"},
    {"/Tc", Replace, 0, "-xc"},
    {"/std:*", Replace, 0, "-std=%"},
    {"/imsvc", Replace, 0, "-isystem%"},
    {"/external:I", Replace, 0, "-isystem%"},
    {"/arch:AVX", Replace, 0, "-mavx"},
    {"/arch:AVX2", Replace, 0, "-mavx2"},
    {"/arch:AVX512", Replace, 0, "-mavx512f"},
    {"/GR-", Replace, 0, "-fno-rtti"},
    {"/Zc:char8_t", Replace, 0, "-fchar8_t"},
    {"/Zc:char8_t-", Replace, 0, "-fno-char8_t"},
    {"/Zc:wchar_t-", Drop},
    {"/X", Replace, 0, "-nostdinc"},
    {"/clang:", HostFlags},
    {"/*", Plumbing},
};

constexpr llvm::StringLiteral Launchers[] = {
    "ccache",
    "sccache",
    "distcc",
    "icecc",
    "icerun",
    "buildcache",
    "gomacc",
    "rewrapper",
    "recc",
    "goma",
    "fbuild",
    "env",
    "nice",
    "ionice",
    "time",
    "libtool",
    "slibtool",
    "sh",
    "bash",
    "dash",
    "cmake",
    "python",
    "python3",
    "perl",
    "compiler_wrapper",
    "colorgcc",
    "clcache",
    "xcrun",
    "pump",
    "strace",
    "firebuild",
    "chronic",
    "ccache-swig",
    "pvs-studio-analyzer",
    "bear",
    "intercept-build",
    "scan-build",
    "taskset",
};

} // namespace

llvm::ArrayRef<FlagRule> foreignFlags(CompilerFamily Family) {
  switch (Family) {
  case CompilerFamily::Gnu:
    return GnuForeign;
  case CompilerFamily::Msvc:
  case CompilerFamily::ClangCl:
    return MsvcForeign;
  case CompilerFamily::Nvcc:
    return NvccForeign;
  }
  return {};
}

llvm::ArrayRef<FlagRule> knownFlags() { return Known; }

const FlagRule *findFlagRule(llvm::ArrayRef<FlagRule> Rules,
                             llvm::StringRef Flag) {
  for (const FlagRule &Rule : Rules) {
    llvm::StringRef Stem = Rule.Pattern;
    if (Stem.consume_back("*") ? Flag.starts_with(Stem) : Flag == Stem)
      return &Rule;
  }
  return nullptr;
}

bool isLauncher(llvm::StringRef ProgramStem) {
  return llvm::is_contained(Launchers, ProgramStem);
}

bool isCompilerName(llvm::StringRef ProgramStem) {
  // A version ("-12", "-12.2", "12") at the end.
  llvm::StringRef Name = ProgramStem.rtrim("0123456789.");
  Name.consume_back("-");
  for (llvm::StringRef End :
       {"g++", "gcc", "c++", "clang", "clang++", "cc", "cpp"})
    if (Name == End ||
        (Name.ends_with(End) && Name.drop_back(End.size()).ends_with("-")))
      return true;
  for (llvm::StringRef Whole :
       {"clang-cl",  "cl",     "CC",     "cxx",   "CXX",      "icc",  "icpc",
        "icx",       "icpx",   "dpcpp",  "nvcc",  "hipcc",    "emcc", "em++",
        "mpicc",     "mpicxx", "mpic++", "mpiCC", "armclang", "xlc",  "xlC",
        "xlclang++", "pgcc",   "pgc++",  "nvc",   "nvc++",    "tcc",  "zig"})
    if (Name == Whole)
      return true;
  return false;
}

} // namespace cppwarden::frontend
