#include "frontend/CompileDatabase.h"

#include "SourceTree.h"
#include "frontend/DatabaseReader.h"
#include "frontend/ProjectRoot.h"
#include "llvm/Support/JSON.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

using namespace cppwarden::frontend;
using cppwarden::test::SourceTree;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

namespace {

/// A project in a folder of its own, with `.git` at its top.
class CompileDatabase : public testing::Test {
protected:
  CompileDatabase() { Tree.makeFolder(".git"); }

  void source(llvm::StringRef File) { Tree.write(File, "int f();\n"); }

  void entry(llvm::StringRef File, llvm::StringRef Command) {
    source(File);
    Entries.push_back(llvm::json::Object{{"directory", Tree.path("")},
                                         {"file", File.str()},
                                         {"command", Command.str()}});
  }
  void entry(llvm::StringRef File, std::vector<std::string> Arguments) {
    source(File);
    Entries.push_back(
        llvm::json::Object{{"directory", Tree.path("")},
                           {"file", File.str()},
                           {"arguments", llvm::json::Array(Arguments)}});
  }

  void writeDatabase(llvm::StringRef At = "compile_commands.json") {
    std::string Text;
    llvm::raw_string_ostream(Text)
        << llvm::json::Value(llvm::json::Array(Entries));
    Tree.write(At, Text);
  }

  PlanRequest request(std::vector<std::string> Files = {}) const {
    PlanRequest Request;
    Request.WorkingDirectory = Tree.path("");
    Request.Files = std::move(Files);
    return Request;
  }

  Plan plan(const PlanRequest &Request) {
    auto P = planUnits(Request);
    if (P)
      return std::move(*P);
    ADD_FAILURE() << llvm::toString(P.takeError());
    return Plan();
  }
  Plan plan() {
    writeDatabase();
    return plan(request());
  }
  std::string errorOf(const PlanRequest &Request) {
    auto P = planUnits(Request);
    return P ? "" : llvm::toString(P.takeError());
  }
  std::string errorOfDatabase(llvm::StringRef Text) {
    Tree.write("compile_commands.json", Text);
    return errorOf(request());
  }

  /// The arguments that one command for a.cpp becomes.
  std::vector<std::string> adapted(llvm::StringRef Command,
                                   llvm::StringRef File = "a.cpp") {
    Entries.clear();
    entry(File, Command);
    LastPlan = plan();
    return LastPlan.Jobs.size() == 1 ? LastPlan.Jobs[0].Arguments
                                     : std::vector<std::string>{"<no job>"};
  }

  std::vector<std::string> filesOf(const Plan &P) const {
    std::vector<std::string> Files;
    for (const UnitJob &Job : P.Jobs)
      Files.push_back(
          llvm::StringRef(Job.File).drop_front(Tree.path("").size() + 1).str());
    return Files;
  }

  SourceTree Tree;
  std::vector<llvm::json::Value> Entries;
  Plan LastPlan;
};

using Strings = std::vector<std::string>;

TEST_F(CompileDatabase, ReadsBothFormsOfAnEntry) {
  entry("b.cpp",
        Strings{"g++", "-DNAME=two words", "-c", "b.cpp", "-o", "b.o"});
  entry("a.cpp", "g++ -D'NAME=two words' -I\"in c\" -c a.cpp -o a.o");
  Plan P = plan();
  ASSERT_EQ(P.Jobs.size(), 2u);
  EXPECT_EQ(P.Jobs[0].File, Tree.path("a.cpp"));
  EXPECT_EQ(P.Jobs[0].Directory, Tree.path(""));
  EXPECT_EQ(P.Jobs[0].ProjectRoot, Tree.path(""));
  EXPECT_THAT(P.Jobs[0].Arguments,
              ElementsAre("-D", "NAME=two words", "-I", "in c"));
  EXPECT_THAT(P.Jobs[1].Arguments, ElementsAre("-D", "NAME=two words"));
  EXPECT_EQ(P.Report.Entries, 2u);
  EXPECT_EQ(P.Report.DatabasePath, Tree.path("compile_commands.json"));
}

TEST_F(CompileDatabase, PathsBecomeAbsoluteAndNormal) {
  source("src/a.cpp");
  Tree.makeFolder("build");
  Tree.write(
      "build/compile_commands.json",
      R"([{"directory": ".", "file": "../src/./x/../a.cpp", "command": "c++ -c ../src/a.cpp"}])");
  Plan P = plan(request());
  ASSERT_EQ(P.Jobs.size(), 1u);
  EXPECT_EQ(P.Jobs[0].File, Tree.path("src/a.cpp"));
  EXPECT_EQ(P.Jobs[0].Directory, Tree.path("build"));
}

TEST_F(CompileDatabase, IsFoundUpwardThenInBuildFolders) {
  entry("src/deep/a.cpp", "g++ -c src/deep/a.cpp");
  writeDatabase("build/release/compile_commands.json");
  PlanRequest Deep = request();
  Deep.WorkingDirectory = Tree.path("src/deep");
  EXPECT_EQ(plan(Deep).Report.DatabasePath,
            Tree.path("build/release/compile_commands.json"));
  writeDatabase("build-debug/compile_commands.json");
  Plan Two = plan(request());
  EXPECT_EQ(Two.Report.DatabasePath,
            Tree.path("build/release/compile_commands.json"));
  EXPECT_THAT(Two.Report.Warnings, Contains(HasSubstr("build-debug")));
  writeDatabase("src/compile_commands.json");
  EXPECT_EQ(plan(Deep).Report.DatabasePath,
            Tree.path("src/compile_commands.json"));

  Deep.BuildPath = "../../build-debug";
  EXPECT_EQ(plan(Deep).Report.DatabasePath,
            Tree.path("build-debug/compile_commands.json"));
  Deep.BuildPath = Tree.path("build-debug/compile_commands.json");
  EXPECT_EQ(plan(Deep).Report.DatabasePath,
            Tree.path("build-debug/compile_commands.json"));
  Deep.BuildPath = "nowhere";
  EXPECT_THAT(errorOf(Deep),
              HasSubstr("src/deep/nowhere: no such file or folder"));
  Deep.BuildPath = ".";
  EXPECT_THAT(errorOf(Deep), HasSubstr("holds no compile_commands.json"));
}

TEST_F(CompileDatabase, NoneAndNoFilesIsAnErrorThatSaysHow) {
  std::string Message = errorOf(request());
  EXPECT_THAT(Message, HasSubstr("CMAKE_EXPORT_COMPILE_COMMANDS"));
  EXPECT_EQ(Message.find('\n'), std::string::npos);
}

TEST_F(CompileDatabase, BrokenJsonIsOneClearLine) {
  for (const auto &[Text, Expected] :
       std::vector<std::pair<std::string, std::string>>{
           {"", "not valid JSON"},
           {"[{\"file\": \"a.cpp\",]", "line 1, column"},
           {"[\n{\"file\": \"a.cpp\"\n", "not valid JSON"},
           {"{\"file\": \"a.cpp\"}", "a list of entries was expected"},
           {"42", "a list of entries was expected"},
           {"[] trailing", "not valid JSON"},
           {std::string(200000, '['), "not valid JSON"},
           {std::string("[\"\x80\xff\"]"), "not valid JSON"}}) {
    std::string Message = errorOfDatabase(Text);
    EXPECT_THAT(Message, HasSubstr(Expected)) << Text.substr(0, 60);
    EXPECT_THAT(Message, HasSubstr("compile_commands.json"));
    EXPECT_EQ(Message.find('\n'), std::string::npos) << Message;
  }
}

TEST_F(CompileDatabase, BrokenEntriesAreWarningsAndTheRestIsUsed) {
  source("ok.cpp");
  Tree.write("compile_commands.json",
             R"([ 7, "text", [], {}, {"file": "a.cpp"},
                  {"directory": "/", "file": "b.cpp"},
                  {"directory": "/", "file": 3, "command": "g++ x"},
                  {"directory": "/", "file": "c.cpp", "arguments": "g++ -c c.cpp"},
                  {"directory": "/", "file": "d.cpp", "arguments": ["g++", 5]},
                  {"directory": "/", "file": "e.cpp", "arguments": []},
                  {"directory": "/", "file": "f.cpp", "command": "g++ \u0000 f.cpp"},
                  {"directory": "/", "file": "g.cpp", "command": "ccache"},
                  {"directory": ".", "file": "ok.cpp", "command": "g++ -DGOOD -c ok.cpp",
                   "output": {"deep": [1, {"file": "no"}]}} ])");
  Plan P = plan(request());
  ASSERT_EQ(P.Jobs.size(), 1u);
  EXPECT_THAT(P.Jobs[0].Arguments, ElementsAre("-D", "GOOD"));
  EXPECT_EQ(P.Report.Entries, 13u);
  for (const char *Expected :
       {"entry 1 is a number", "entry 2 is a string", "entry 3 is a list",
        "entry 4 has no \"file\"", "entry 5 (a.cpp) has no \"directory\"",
        "entry 6 (b.cpp) has neither", "\"file\" is a number",
        "(c.cpp) : \"arguments\" is a string", "\"arguments\" holds a number",
        "(e.cpp) has an empty command", "(f.cpp) contains a NUL"})
    EXPECT_THAT(P.Report.Warnings, Contains(HasSubstr(Expected)));
}

TEST_F(CompileDatabase, ManyBrokenEntriesAreCounted) {
  std::string Text = "[1";
  for (int I = 0; I < 499; ++I)
    Text += ",1";
  Tree.write("compile_commands.json", Text + "]");
  Plan P = plan(request());
  EXPECT_LT(P.Report.Warnings.size(), 30u);
  EXPECT_THAT(P.Report.Warnings.back(), HasSubstr("480 more"));
}

TEST_F(CompileDatabase, DropsWhatOnlyTheBuildNeeds) {
  EXPECT_THAT(adapted("g++ -std=gnu++17 -O2 -g -ggdb3 -Wall -Wextra -Werror "
                      "-Wno-error=foo -pedantic -pipe -MD -MT a.o "
                      "-MF a.d -MMD -MP -MQ x -fdiagnostics-color=always "
                      "-Wl,--as-needed -Wa,--noexecstack -L/lib "
                      "-lfoo -save-temps=obj -c a.cpp -o a.o"),
              ElementsAre("-O2", "-std=gnu++17"));
  EXPECT_THAT(LastPlan.Report.DroppedFlags, IsEmpty());
}

TEST_F(CompileDatabase, DropsAndReportsFlagsOfGcc) {
  EXPECT_THAT(adapted("g++ -fno-gnu-unique-and-more -mno-such-thing=3 "
                      "-fconcepts-ts -fmodules-ts -fmodule-mapper=x "
                      "-specs=/usr/share/dpkg/no-pie.specs -march=znver99 "
                      "-mtune=native -aux-info out.txt "
                      "-DKEPT -c a.cpp"),
              ElementsAre("-D", "KEPT", "-mtune=native"));
  for (const char *Flag :
       {"-fno-gnu-unique-and-more", "-mno-such-thing=", "-fconcepts-ts",
        "-fmodules-ts", "-fmodule-mapper=", "-march=znver99"})
    EXPECT_EQ(LastPlan.Report.DroppedFlags.count(Flag), 1u) << Flag;
}

TEST_F(CompileDatabase, DropsInstrumentationPluginsAndFortify) {
  EXPECT_THAT(
      adapted("clang++ -fsanitize=address,undefined -fno-sanitize-recover=all "
              "-flto=thin -fprofile-use=x.prof "
              "--coverage -fplugin=evil.so -fpass-plugin=p.so -fopenmp "
              "-D_FORTIFY_SOURCE=2 "
              "-U_FORTIFY_SOURCE -Wp,-D_FORTIFY_SOURCE=3 -Wp,-DKEPT,-MD,x.d "
              "-resource-dir /opt/x "
              "-Xclang -load -Xclang bad.so -Xclang -add-plugin -Xclang bad "
              "-Xclang -plugin-arg-bad -Xclang v "
              "-Xclang -fexperimental-bounded-strings -c a.cpp"),
      ElementsAre("-D", "KEPT", "-Xclang", "-fexperimental-bounded-strings"));
  for (const char *Flag :
       {"-fsanitize=", "-flto=", "-fplugin=", "-fpass-plugin=", "-fopenmp",
        "-D_FORTIFY_SOURCE", "-Xclang -load", "-resource-dir"})
    EXPECT_EQ(LastPlan.Report.DroppedFlags.count(Flag), 1u) << Flag;
}

TEST_F(CompileDatabase, PrecompiledHeadersAreReadAsText) {
  std::string Header = Tree.write("build/cmake_pch.hxx", "#include <vector>\n");
  Tree.write("build/cmake_pch.hxx.pch", "binary");
  EXPECT_THAT(adapted("clang++ -Winvalid-pch -fpch-instantiate-templates "
                      "-Xclang -include-pch -Xclang " +
                      Header + ".pch -Xclang -include -Xclang " + Header +
                      " -c a.cpp"),
              ElementsAre("-include", Header));
  EXPECT_THAT(adapted("g++ -Winvalid-pch -include " + Header + " -c a.cpp"),
              ElementsAre("-include", Header));
  EXPECT_THAT(adapted("clang++ -include-pch build/cmake_pch.hxx.pch -c a.cpp"),
              ElementsAre("-include", Header));
  EXPECT_THAT(adapted("clang++ -include-pch gone.pch -c a.cpp"), IsEmpty());
  EXPECT_EQ(LastPlan.Report.DroppedFlags.count("-include-pch"), 1u);
}

TEST_F(CompileDatabase, TakesLaunchersOff) {
  for (const char *Command :
       {"ccache g++ -DX -c a.cpp",
        "/usr/bin/ccache /usr/bin/x86_64-linux-gnu-g++-12 -DX -c a.cpp",
        "CCACHE_DIR=/x ccache g++ -DX -c a.cpp", "distcc g++ -DX -c a.cpp",
        "sccache clang++ -DX -c a.cpp", "icecc g++ -DX -c a.cpp",
        "env A=b -u C LANG=C g++ -DX -c a.cpp",
        "nice -n 5 ccache g++ -DX -c a.cpp",
        "/bin/sh ../libtool --tag=CXX --mode=compile g++ -DX -c a.cpp",
        "cmake -E __run_co_compile --launcher=ccache --tidy=clang-tidy;-checks "
        "--source=a.cpp -- /usr/bin/c++ -DX -c "
        "a.cpp",
        "cmake -E env A=b g++ -DX -c a.cpp",
        ": && g++ -DX -c a.cpp && :", "my-own-compiler -DX -c a.cpp",
        "ccache my-own-compiler -DX -c a.cpp"}) {
    Strings Arguments = adapted(Command);
    llvm::erase_if(Arguments, [](const std::string &A) {
      return llvm::StringRef(A).starts_with("--target=");
    });
    EXPECT_THAT(Arguments, ElementsAre("-D", "X")) << Command;
  }
}

TEST_F(CompileDatabase, ChangesIntoTheFolderOfTheCommand) {
  Tree.makeFolder("sub");
  adapted("cd sub && g++ -DX -c ../a.cpp");
  EXPECT_EQ(LastPlan.Jobs.at(0).Directory, Tree.path("sub"));
}

TEST_F(CompileDatabase, CrossCompilersNameTheirTarget) {
  EXPECT_THAT(
      adapted("aarch64-linux-gnu-g++-12 -DX -march=armv8-a -c a.cpp"),
      ElementsAre("--target=aarch64-linux-gnu", "-D", "X", "-march=armv8-a"));
  EXPECT_THAT(
      adapted("aarch64-linux-gnu-g++ --target=arm-linux-gnueabi -c a.cpp"),
      ElementsAre("--target=arm-linux-gnueabi"));
  EXPECT_THAT(adapted("clang++-22 -c a.cpp"), IsEmpty());
}

TEST_F(CompileDatabase, ExpandsResponseFiles) {
  Tree.write("flags.rsp", "-DONE \"-DTWO=a b\"\n@inner.rsp -c a.cpp -o a.o\n");
  Tree.write("inner.rsp", "-I inc\n-DTHREE");
  EXPECT_THAT(adapted("g++ @flags.rsp -DLAST"),
              ElementsAre("-D", "ONE", "-D", "TWO=a b", "-I", "inc", "-D",
                          "THREE", "-D", "LAST"));
  EXPECT_THAT(adapted("g++ @gone.rsp -DX -c a.cpp"), ElementsAre("-D", "X"));
  EXPECT_THAT(LastPlan.Report.Warnings, Contains(HasSubstr("gone.rsp")));
}

TEST_F(CompileDatabase, ResponseFilesThatExplodeAreBounded) {
  Tree.write("loop.rsp", "-DX @loop.rsp @loop.rsp @loop.rsp");
  adapted("g++ @loop.rsp -c a.cpp");
  EXPECT_THAT(LastPlan.Report.Warnings,
              Contains(HasSubstr("loop.rsp: nested deeper")));
  EXPECT_THAT(LastPlan.Report.Warnings,
              Contains(HasSubstr("more than 1000 response files")));
}

TEST_F(CompileDatabase, DevicesAreNoResponseFiles) {
  EXPECT_THAT(adapted("g++ @/dev/zero -DX -c a.cpp"), ElementsAre("-D", "X"));
  EXPECT_THAT(LastPlan.Report.Warnings, Contains(HasSubstr("/dev/zero")));
}

TEST_F(CompileDatabase, TranslatesCommandsOfMicrosoftsCompiler) {
  EXPECT_THAT(
      adapted(
          R"(C:\VS\bin\cl.exe /nologo /DX=1 /I inc /Iother /FIforced.h /std:c++20 /EHsc /W4 /WX /O2 /MDd )"
          R"(/Zi /Zc:__cplusplus /Zc:wchar_t /GR- /J /Yu"pch.h" /Fpx.pch /Foa.obj /permissive- /utf-8 )"
          R"(/external:I ext /arch:AVX2 /bigobj /MP8 /c a.cpp)"),
      ElementsAre("-D", "X=1", "-I", "inc", "-I", "other", "-include",
                  "forced.h", "-fno-rtti", "-funsigned-char", "-isystem", "ext",
                  "-mavx2", "-fms-extensions", "-fdeclspec", "-std=c++20"));
  EXPECT_EQ(LastPlan.Report.TranslatedFlags.count("/std: → -std="), 1u);
  EXPECT_THAT(
      adapted("cl /TP /std:c++latest /c a.c", "a.c"),
      ElementsAre("-fms-extensions", "-fdeclspec", "-x", "c++", "-std=c++26"));
}

TEST_F(CompileDatabase, ClangClKeepsItsMode) {
  Strings Arguments = adapted("clang-cl /DX /std:c++20 /imsvc sdk "
                              "--target=x86_64-pc-windows-msvc /c a.cpp");
  ASSERT_FALSE(Arguments.empty());
  EXPECT_EQ(Arguments[0], "--driver-mode=cl");
  EXPECT_THAT(Arguments, Contains("/std:c++20"));
  EXPECT_THAT(Arguments, Contains(HasSubstr("imsvc")));
}

TEST_F(CompileDatabase, TranslatesCommandsOfNvcc) {
  EXPECT_THAT(adapted("nvcc -ccbin /usr/bin/g++ -gencode "
                      "arch=compute_70,code=sm_70 -Xcompiler -fopenmp,-DHOST "
                      "--expt-relaxed-constexpr -isystem=/opt/cuda -DX "
                      "-std=c++17 -dc a.cpp -o a.o"),
              ElementsAre("-D", "HOST", "-isystem", "/opt/cuda", "-D", "X",
                          "-std=c++17"));
  EXPECT_EQ(LastPlan.Report.DroppedFlags.count("-gencode"), 1u);
  EXPECT_EQ(LastPlan.Report.TranslatedFlags.count("-isystem=… → -isystem…"),
            1u);
}

TEST_F(CompileDatabase, KnowsTheLanguage) {
  EXPECT_THAT(adapted("g++ -c a.c", "a.c"), ElementsAre("-x", "c++"));
  EXPECT_THAT(adapted("gcc -std=c11 -c a.c", "a.c"), ElementsAre("-std=c11"));
  EXPECT_THAT(adapted("gcc -std=c++17 -c a.c", "a.c"), IsEmpty())
      << "Clang refuses what GCC warns of";
  EXPECT_THAT(adapted("gcc -x c++ -c a.c", "a.c"), ElementsAre("-x", "c++"));
  EXPECT_THAT(adapted("gcc -x c++ a.inl -x none -c", "a.inl"),
              ElementsAre("-x", "c++"));
}

TEST_F(CompileDatabase, OtherLanguagesAreCountedApart) {
  entry("a.S", "gcc -c a.S");
  entry("b.f90", "gfortran -c b.f90");
  entry("c.cu", "nvcc -c c.cu");
  entry("d.cpp", "nvcc -x cu -c d.cpp");
  entry("e.m", "clang -c e.m");
  entry("cmake_pch.hxx.cxx",
        "g++ -x c++-header -c cmake_pch.hxx.cxx -o cmake_pch.hxx.gch");
  entry("ok.cpp", "g++ -c ok.cpp");
  entry("sub.d/tool", "gcc -c sub.d/tool");
  Plan P = plan();
  EXPECT_THAT(filesOf(P), ElementsAre("ok.cpp"));
  ASSERT_EQ(P.Report.NotCxx.size(), 7u);
  EXPECT_EQ(P.Report.NotCxx[0], "a.S: not C or C++ (.S)");
  EXPECT_EQ(P.Report.NotCxx[3], "cmake_pch.hxx.cxx: precompiled header");
  EXPECT_EQ(P.Report.NotCxx[4], "d.cpp: not C or C++ (-x cu)");
  EXPECT_EQ(P.Report.NotCxx[6], "sub.d/tool: not C or C++ (no extension)");
}

TEST_F(CompileDatabase, StaticAndSharedLibraryAreOneUnit) {
  entry("a.cpp", "g++ -Dlib_EXPORTS -fPIC -DX -c a.cpp -o shared/a.o");
  entry("a.cpp", "g++ -DX -c a.cpp -o static/a.o");
  entry("a.cpp", "g++ -DX -DUNIT_TEST -Itest -c a.cpp -o test/a.o");
  Plan P = plan();
  ASSERT_EQ(P.Jobs.size(), 1u);
  EXPECT_THAT(P.Jobs[0].Arguments, ElementsAre("-D", "X"));
  EXPECT_EQ(P.Report.Duplicates, 2u);
  EXPECT_EQ(P.Report.Entries, 3u);
}

TEST_F(CompileDatabase, OrderOfTheDatabaseDoesNotMatter) {
  entry("b.cpp", "g++ -DB -c b.cpp");
  entry("a.cpp", "g++ -DZ -c a.cpp");
  entry("a.cpp", "g++ -DA -c a.cpp");
  Plan First = plan();
  std::reverse(Entries.begin(), Entries.end());
  Plan Second = plan();
  ASSERT_EQ(First.Jobs.size(), 2u);
  EXPECT_EQ(filesOf(First), filesOf(Second));
  for (int I : {0, 1})
    EXPECT_EQ(First.Jobs[I].Arguments, Second.Jobs[I].Arguments);
  EXPECT_THAT(First.Jobs[0].Arguments, ElementsAre("-D", "A"));
}

TEST_F(CompileDatabase, AnotherLanguageOrTargetIsAnotherUnit) {
  entry("a.c", "gcc -c a.c");
  entry("a.c", "gcc -x c++ -c a.c");
  entry("a.c", "gcc -m32 -c a.c");
  entry("a.c", "gcc -x c -c a.c");
  Plan P = plan();
  EXPECT_EQ(P.Jobs.size(), 3u);
  EXPECT_EQ(P.Report.Duplicates, 1u);
}

TEST_F(CompileDatabase, MissingFilesAreNamed) {
  entry("a.cpp", "g++ -c a.cpp");
  entry("gone.cpp", "g++ -c gone.cpp");
  llvm::sys::fs::remove(Tree.path("gone.cpp"));
  Plan P = plan();
  EXPECT_THAT(filesOf(P), ElementsAre("a.cpp"));
  EXPECT_THAT(P.Report.Missing, ElementsAre("gone.cpp"));
}

TEST_F(CompileDatabase, MissingFilesKeepTheirFlags) {
  entry("gone.cpp", "g++ -DA -c gone.cpp");
  entry("gone.cpp", "g++ -DA -DB -c gone.cpp");
  entry("gone.cpp", "g++ -m32 -c gone.cpp");
  llvm::sys::fs::remove(Tree.path("gone.cpp"));
  Plan P = plan();
  EXPECT_TRUE(P.Jobs.empty());
  EXPECT_THAT(P.Report.Missing, ElementsAre("gone.cpp"));
  ASSERT_EQ(P.MissingJobs.size(), 2u) << "one a target";
  EXPECT_THAT(P.MissingJobs[0].Arguments, ElementsAre("-D", "A"));
  EXPECT_THAT(P.MissingJobs[1].Arguments, ElementsAre("-m32"));
  EXPECT_EQ(P.MissingJobs[0].File, Tree.path("gone.cpp"));
}

TEST_F(CompileDatabase, AdaptedFlagsAreTakenAsTheyAre) {
  source("a.cpp");
  PlanRequest Request = request({"a.cpp"});
  Request.HasFixedFlags = Request.FlagsAreAdapted = true;
  Request.FlagsDirectory = "sub";
  Tree.makeFolder("sub");
  // Each of them would be dropped, translated, or read as something else.
  const std::vector<std::string> Flags = {
      "--driver-mode=cl", "-Wall", "-I",           "@generated",
      "-fno-such-flag",   "-D",    "T=\"a b\"\n\\"};
  Request.FixedFlags = Flags;
  Plan P = plan(Request);
  ASSERT_EQ(P.Jobs.size(), 1u);
  EXPECT_EQ(P.Jobs[0].Arguments, Flags);
  EXPECT_EQ(P.Jobs[0].Directory, Tree.path("sub"));
  EXPECT_EQ(P.Jobs[0].File, Tree.path("a.cpp"));

  Tree.write("sub/flags", "\"--driver-mode=cl\"\n\"-Wall\"\n\"-I\"\n"
                          "\"@generated\"\n\"-fno-such-flag\"\n\"-D\"\n"
                          "\"T=\\\"a b\\\"\n\\\\\"\n");
  Request.FixedFlags = {"@flags"};
  EXPECT_EQ(plan(Request).Jobs[0].Arguments, Flags);
  Request.FixedFlags = {"@absent"};
  EXPECT_THAT(errorOf(Request), HasSubstr("sub/absent"));

  Request.FixedFlags = {};
  Request.Files = {"gone.cpp"};
  P = plan(Request);
  EXPECT_TRUE(P.Jobs.empty());
  EXPECT_EQ(P.MissingJobs.size(), 1u);
}

TEST_F(CompileDatabase, ResponseFilesThatWereReadAreNamed) {
  Tree.write("outer.rsp", "-DOUTER @inner.rsp");
  Tree.write("inner.rsp", "-DINNER");
  entry("a.cpp", "g++ @outer.rsp @absent.rsp -c a.cpp");
  Plan P = plan();
  EXPECT_THAT(P.Report.ResponseFiles,
              ElementsAre(Tree.path("inner.rsp"), Tree.path("outer.rsp")));
  EXPECT_EQ(P.Report.Warnings.size(), 1u);
}

TEST_F(CompileDatabase, RestrictsToFilesFoldersAndGlobs) {
  for (const char *File :
       {"src/a.cpp", "src/net/b.cpp", "src/net/c.cc", "test/d.cpp"})
    entry(File, std::string("g++ -c ") + File);
  writeDatabase();
  EXPECT_THAT(filesOf(plan(request({"src/a.cpp"}))), ElementsAre("src/a.cpp"));
  EXPECT_THAT(filesOf(plan(request({Tree.path("test"), "src/net/"}))),
              ElementsAre("src/net/b.cpp", "src/net/c.cc", "test/d.cpp"));
  EXPECT_THAT(filesOf(plan(request({"src/**/*.cpp"}))),
              ElementsAre("src/a.cpp", "src/net/b.cpp"));
  EXPECT_THAT(filesOf(plan(request({"*.cc"}))), ElementsAre("src/net/c.cc"));
  PlanRequest Inside = request({"b.cpp", "../a.cpp"});
  Inside.WorkingDirectory = Tree.path("src/net");
  Inside.BuildPath = Tree.path("");
  EXPECT_THAT(filesOf(plan(Inside)), ElementsAre("src/a.cpp", "src/net/b.cpp"));
}

TEST_F(CompileDatabase, ANameThatMatchesNothingIsAnError) {
  entry("src/a.cpp", "g++ -c src/a.cpp");
  writeDatabase();
  Tree.makeFolder("docs");
  Tree.write("README.md", "text");
  EXPECT_THAT(errorOf(request({"src/a.cpp", "typo.cpp"})),
              HasSubstr("typo.cpp: no such file"));
  EXPECT_THAT(errorOf(request({"*.cxx"})), HasSubstr("*.cxx: matches no unit"));
  EXPECT_THAT(errorOf(request({"docs"})), HasSubstr("docs: no unit of"));
  EXPECT_THAT(errorOf(request({"README.md"})),
              HasSubstr("nor a C or C++ file"));
}

TEST_F(CompileDatabase, GuessesFlagsFromASimilarUnit) {
  entry("src/net/socket.cpp", "ccache g++ -DNET -std=c++17 "
                              "-fno-such-flag-anywhere -c src/net/socket.cpp");
  entry("src/ui/window.cpp", "g++ -DUI -std=c++20 -c src/ui/window.cpp");
  writeDatabase();
  source("src/net/packet.cpp");
  source("src/ui/window.h");
  Plan P = plan(request({"src/net/packet.cpp", "src/ui/window.h"}));
  ASSERT_EQ(P.Jobs.size(), 2u);
  EXPECT_THAT(P.Jobs[0].Arguments, Contains("NET"));
  EXPECT_THAT(P.Jobs[0].Arguments, Contains("-std=c++17"));
  EXPECT_THAT(P.Jobs[1].Arguments, Contains("UI"));
  EXPECT_THAT(P.Jobs[1].Arguments, Contains("c++-header"));
  EXPECT_THAT(P.Jobs[1].Arguments, Not(Contains(HasSubstr("window.h"))));
  ASSERT_EQ(P.Report.Guessed.size(), 2u);
  EXPECT_THAT(P.Report.Guessed[0], HasSubstr("src/net/packet.cpp: flags of "));
  EXPECT_THAT(P.Report.Guessed[0], HasSubstr("socket.cpp"));
  EXPECT_THAT(P.Report.Guessed[1], HasSubstr("window.cpp"));
  EXPECT_EQ(parseUnit(P.Jobs[1], nullptr, [](ParsedUnit &) {}).Errors.size(),
            0u);
}

TEST_F(CompileDatabase, SingleFilesWithoutADatabase) {
  source("a.cpp");
  source("b.c");
  Plan P = plan(request({"b.c", "a.cpp"}));
  EXPECT_THAT(filesOf(P), ElementsAre("a.cpp", "b.c"));
  EXPECT_THAT(P.Jobs[0].Arguments, ElementsAre("-std=gnu++20"));
  EXPECT_THAT(P.Jobs[1].Arguments, IsEmpty());
  EXPECT_EQ(P.Report.Guessed.size(), 2u);
  EXPECT_EQ(P.Report.DatabasePath, "");
}

TEST_F(CompileDatabase, FixedFlagsNeedNoDatabase) {
  entry("src/a.cpp", "g++ -DFROM_DATABASE -c src/a.cpp");
  writeDatabase();
  source("src/b.c");
  Tree.write("src/notes.txt", "x");
  PlanRequest Request = request({"src"});
  Request.HasFixedFlags = true;
  Request.FixedFlags = {"-DX", "-Wall", "-Iinc"};
  Request.ExtraArguments = {"-DEXTRA"};
  Plan P = plan(Request);
  EXPECT_THAT(filesOf(P), ElementsAre("src/a.cpp", "src/b.c"));
  EXPECT_THAT(P.Jobs[0].Arguments,
              ElementsAre("-D", "X", "-I", "inc", "-DEXTRA"));
  Request.FixedFlags = {"g++", "-DX"};
  EXPECT_THAT(plan(Request).Jobs[0].Arguments,
              ElementsAre("-D", "X", "-DEXTRA"));
  Request.Files = {};
  EXPECT_THAT(errorOf(Request), HasSubstr("no file to check"));
  Request.Files = {"src/notes.txt"};
  EXPECT_THAT(errorOf(Request), HasSubstr("not a C or C++ file"));
}

TEST_F(CompileDatabase, AdaptedCommandsParse) {
  Tree.write("inc/api.h", "#include <string>\nstd::string api();\n");
  entry("a.cpp", "ccache g++ -Iinc -std=gnu++20 -fno-semantic-interposition "
                 "-fvar-tracking-assignments -fanalyzer "
                 "-Wlogical-op -Werror -fsanitize=address -MD -c a.cpp -o a.o");
  entry("b.cpp", "cl.exe /Iinc /std:c++17 /EHsc /c b.cpp");
  Tree.write("a.cpp",
             "#include \"api.h\"\nint main() { return (int)api().size(); }\n");
  Tree.write("b.cpp", "#include \"api.h\"\n__declspec(dllexport) int b() { "
                      "return (int)api().size(); }\n");
  for (const UnitJob &Job : plan().Jobs) {
    UnitResult R = parseUnit(Job, nullptr, [](ParsedUnit &) {});
    EXPECT_TRUE(R.Parsed);
    for (const auto &E : R.Errors)
      ADD_FAILURE() << Job.File << ": " << E.Message;
  }
}

TEST(ProjectRoot, IsTheNearestMarkedFolderAroundTheSources) {
  SourceTree Tree;
  auto root = [&](Strings Sources, llvm::StringRef Build = "") {
    for (std::string &S : Sources)
      S = Tree.path(S);
    std::string Root =
        deriveProjectRoot(Sources, Build.empty() ? "" : Tree.path(Build));
    return Root == Tree.path("") ? std::string(".")
                                 : llvm::StringRef(Root)
                                       .drop_front(Tree.path("").size() + 1)
                                       .str();
  };
  EXPECT_EQ(root({"p/src/a.cpp", "p/src/net/b.cpp"}), "p/src");
  EXPECT_EQ(root({"p/src/a.cpp", "q/gen.cpp"}, "q"), "p/src");
  Tree.makeFolder("p/.git");
  EXPECT_EQ(root({"p/src/a.cpp", "p/src/net/b.cpp"}), "p");
  Tree.makeFolder("p/third/.git");
  EXPECT_EQ(root({"p/src/a.cpp", "p/third/x.cpp"}), "p");
  EXPECT_EQ(root({"p/src/a.cpp", "p/src/b.cpp", "elsewhere/moc.cpp"}), "p");
  Tree.write("p/src/.cppwarden.yaml", "");
  EXPECT_EQ(root({"p/src/a.cpp", "p/src/net/b.cpp"}), "p/src");
}

} // namespace
