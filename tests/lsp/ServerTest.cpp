// The built server, driven by a scripted editor.
#include "LspClient.h"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace cppwarden::test;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

namespace {

const std::string Harmless = "int nothing() { return 0; }\n";

/// A shell runs what the environment says; the first line is free.
std::string flawedBelow(const std::string &FirstLine) {
  return FirstLine + "\n" + flawed("A");
}

class ServerTest : public testing::Test {
protected:
  ServerTest() {
    Project.addUnit("src/a.cpp", flawed("A"));
    Project.writeDatabase();
  }
  TestProject Project;
};

TEST_F(ServerTest, FindingsOfAnOpenedFileAreShown) {
  LspClient Client(Project.root());
  Json Can = Client.initialize()["capabilities"];
  EXPECT_EQ(Can["textDocumentSync"]["change"], 2);
  EXPECT_EQ(Can["hoverProvider"], true);
  Client.open("src/a.cpp", flawed("A"));
  Json Shown = Client.diagnostics("src/a.cpp");
  ASSERT_THAT(codes(Shown), ElementsAre("command-injection")) << Shown.dump(2);
  const Json &One = Shown[0];
  EXPECT_EQ(One["source"], "cppwarden");
  EXPECT_EQ(One["severity"], 1);
  EXPECT_EQ(One["range"]["start"], (Json{{"line", 3}, {"character", 11}}));
  EXPECT_EQ(One["range"]["end"], (Json{{"line", 3}, {"character", 12}}));
  EXPECT_THAT(One["codeDescription"]["href"].get<std::string>(),
              HasSubstr("https://"));
  ASSERT_GE(One["relatedInformation"].size(), 2u);
  EXPECT_EQ(One["relatedInformation"][0]["location"]["uri"],
            Client.uri("src/a.cpp"));
  EXPECT_EQ(Client.leave(), 0);
}

TEST_F(ServerTest, AnEditTakesTheFindingAwayAndBringsItBack) {
  LspClient Client(Project.root());
  Client.initialize();
  Client.open("src/a.cpp", flawed("A"));
  Client.diagnostics("src/a.cpp");
  Client.change("src/a.cpp", Harmless);
  EXPECT_THAT(Client.diagnostics("src/a.cpp"), IsEmpty());
  Client.change("src/a.cpp", "\n\n" + flawed("A"));
  Json Back = Client.diagnostics("src/a.cpp");
  ASSERT_THAT(codes(Back), ElementsAre("command-injection"));
  EXPECT_EQ(Back[0]["range"]["start"]["line"], 5);
  EXPECT_EQ(readFile(Project.root() / "src/a.cpp"), flawed("A"));
}

TEST_F(ServerTest, PlacesCountUtf16) {
  std::string Text = "#include <stdlib.h>\n"
                     "void run() {\n"
                     "  const char *c = getenv(\"A\");\n"
                     "  /* \xc3\xa4\xf0\x9f\x98\x80 */ system(c);\n"
                     "}\n";
  LspClient Client(Project.root());
  Client.initialize();
  Client.open("src/a.cpp", Text);
  Json Shown = Client.diagnostics("src/a.cpp");
  ASSERT_THAT(codes(Shown), ElementsAre("command-injection"));
  // Two spaces, "/* ", one unit, two units, " */ system(".
  EXPECT_EQ(Shown[0]["range"]["start"]["character"], 2 + 3 + 1 + 2 + 11);
  // The argument becomes a literal.
  Client.notify(
      "textDocument/didChange",
      {{"textDocument", {{"uri", Client.uri("src/a.cpp")}, {"version", 2}}},
       {"contentChanges",
        Json::array({{{"range", Shown[0]["range"]}, {"text", "\"ls\""}}})}});
  EXPECT_THAT(Client.diagnostics(
                  "src/a.cpp", [](const Json &P) { return P["version"] == 2; }),
              IsEmpty());
}

TEST_F(ServerTest, HoverExplainsTheRule) {
  LspClient Client(Project.root());
  Client.initialize();
  Client.open("src/a.cpp", flawed("A"));
  auto Hover = [&](int Line, int Character) {
    return Client.request(
        "textDocument/hover",
        {{"textDocument", {{"uri", Client.uri("src/a.cpp")}}},
         {"position", {{"line", Line}, {"character", Character}}}});
  };
  // Asked before anything is shown: the answer waits for the analysis.
  Json There = Hover(3, 11);
  EXPECT_EQ(There["contents"]["kind"], "markdown");
  std::string Text = There["contents"]["value"];
  EXPECT_THAT(Text, HasSubstr("# command-injection"));
  EXPECT_THAT(Text, HasSubstr("## Why it is bad"));
  EXPECT_EQ(Hover(0, 0), nullptr);
}

Json actionsAt(LspClient &Client, const Json &Range) {
  return Client.request("textDocument/codeAction",
                        {{"textDocument", {{"uri", Client.uri("src/a.cpp")}}},
                         {"range", Range},
                         {"context", {{"diagnostics", Json::array()}}}});
}

TEST_F(ServerTest, TheSuppressionOfACodeActionSuppresses) {
  LspClient Client(Project.root());
  Client.initialize();
  Client.open("src/a.cpp", flawed("A"));
  Json Shown = Client.diagnostics("src/a.cpp");
  ASSERT_EQ(Shown.size(), 1u);
  Json Actions = actionsAt(Client, Shown[0]["range"]);
  ASSERT_EQ(Actions.size(), 3u) << Actions.dump(2);
  EXPECT_EQ(Actions[0]["kind"], "quickfix");
  EXPECT_EQ(Actions[0]["diagnostics"][0], Shown[0]);
  Json Edits = Actions[0]["edit"]["changes"][Client.uri("src/a.cpp")];
  ASSERT_EQ(Edits.size(), 1u);
  EXPECT_THAT(Edits[0]["newText"].get<std::string>(),
              HasSubstr("    // cppwarden-ignore[command-injection]: "));
  Client.notify(
      "textDocument/didChange",
      {{"textDocument", {{"uri", Client.uri("src/a.cpp")}, {"version", 2}}},
       {"contentChanges", Json::array({{{"range", Edits[0]["range"]},
                                        {"text", Edits[0]["newText"]}}})}});
  EXPECT_THAT(Client.diagnostics(
                  "src/a.cpp", [](const Json &P) { return P["version"] == 2; }),
              IsEmpty());
  Json Line = {{"line", 0}, {"character", 0}};
  EXPECT_THAT(actionsAt(Client, {{"start", Line}, {"end", Line}}), IsEmpty());
}

/// A digest and what it is made with, in another file.
const char *const OldDigest =
    "#pragma once\n"
    "extern \"C\" { struct EVP_MD; struct EVP_MD_CTX; struct ENGINE;\n"
    "const EVP_MD *EVP_md5(void); const EVP_MD *EVP_sha256(void);\n"
    "int EVP_DigestInit_ex(EVP_MD_CTX *, const EVP_MD *, ENGINE *); }\n"
    "inline const EVP_MD *\xC3\xA4lter() { return EVP_md5(); }\n";

TEST_F(ServerTest, AFixIsAnEdit) {
  std::string Text = std::string(OldDigest) +
                     "void f(EVP_MD_CTX *c) {\n"
                     "  /* \xF0\x9F\x94\x91 */ EVP_DigestInit_ex(c, EVP_md5(), "
                     "nullptr);\n"
                     "}\n";
  Project.write("src/a.cpp", Text);
  LspClient Client(Project.root());
  Client.initialize();
  Client.open("src/a.cpp", Text);
  Json Shown = Client.diagnostics("src/a.cpp");
  ASSERT_EQ(Shown.size(), 1u) << Shown.dump(2);
  Json Actions = actionsAt(Client, Shown[0]["range"]);
  ASSERT_EQ(Actions.size(), 4u) << Actions.dump(2);
  EXPECT_EQ(Actions[0]["kind"], "quickfix");
  EXPECT_THAT(
      Actions[0]["title"].get<std::string>(),
      testing::StartsWith("Use EVP_sha256() (unsafe: The digest has 32 bytes"));
  EXPECT_FALSE(Actions[0].contains("isPreferred")) << "it is not safe";
  EXPECT_EQ(Actions[0]["diagnostics"][0], Shown[0]);
  Json Edits = Actions[0]["edit"]["changes"][Client.uri("src/a.cpp")];
  ASSERT_EQ(Edits.size(), 1u);
  EXPECT_EQ(Edits[0]["newText"], "EVP_sha256");
  // The key before it is two UTF-16 code units.
  EXPECT_EQ(Edits[0]["range"]["start"], (Json{{"line", 6}, {"character", 32}}));
  EXPECT_EQ(Edits[0]["range"]["end"], (Json{{"line", 6}, {"character", 39}}));
  Client.notify(
      "textDocument/didChange",
      {{"textDocument", {{"uri", Client.uri("src/a.cpp")}, {"version", 2}}},
       {"contentChanges", Json::array({{{"range", Edits[0]["range"]},
                                        {"text", Edits[0]["newText"]}}})}});
  EXPECT_THAT(Client.diagnostics(
                  "src/a.cpp", [](const Json &P) { return P["version"] == 2; }),
              IsEmpty());
}

TEST_F(ServerTest, AFixMayBeInAnotherFile) {
  Project.write("src/old.h", OldDigest);
  std::string Text = "#include \"old.h\"\n"
                     "void f(EVP_MD_CTX *c) {\n"
                     "  EVP_DigestInit_ex(c, \xC3\xA4lter(), nullptr);\n"
                     "}\n";
  Project.write("src/a.cpp", Text);
  LspClient Client(Project.root());
  Client.initialize();
  Client.open("src/a.cpp", Text);
  Json Shown = Client.diagnostics("src/a.cpp");
  ASSERT_EQ(Shown.size(), 1u) << Shown.dump(2);
  Json Actions = actionsAt(Client, Shown[0]["range"]);
  ASSERT_EQ(Actions.size(), 4u) << Actions.dump(2);
  Json Edits = Actions[0]["edit"]["changes"][Client.uri("src/old.h")];
  ASSERT_EQ(Edits.size(), 1u) << Actions[0].dump(2);
  EXPECT_EQ(Edits[0]["range"]["start"], (Json{{"line", 4}, {"character", 38}}));
}

TEST_F(ServerTest, ASafeFixIsPreferred) {
  std::string Text =
      "extern \"C\" { struct AES_KEY; int RAND_pseudo_bytes(unsigned char *, "
      "int); int RAND_bytes(unsigned char *, int);\n"
      "int AES_set_encrypt_key(const unsigned char *, int, AES_KEY *); }\n"
      "void f(unsigned char *key, AES_KEY *schedule) {\n"
      "  RAND_pseudo_bytes(key, 32);\n"
      "  AES_set_encrypt_key(key, 256, schedule);\n"
      "}\n";
  Project.write("src/a.cpp", Text);
  LspClient Client(Project.root());
  Client.initialize();
  Client.open("src/a.cpp", Text);
  Json Shown = Client.diagnostics("src/a.cpp");
  ASSERT_EQ(Shown.size(), 1u) << Shown.dump(2);
  Json Actions = actionsAt(Client, Shown[0]["range"]);
  ASSERT_EQ(Actions.size(), 4u);
  EXPECT_EQ(Actions[0]["title"], "Use RAND_bytes()");
  EXPECT_EQ(Actions[0]["isPreferred"], true);
}

TEST_F(ServerTest, ExplainAndBaselineAreCommands) {
  LspClient Client(Project.root());
  Client.initialize();
  Client.open("src/a.cpp", flawed("A"));
  Json Shown = Client.diagnostics("src/a.cpp");
  Json Actions = actionsAt(Client, Shown[0]["range"]);
  ASSERT_EQ(Actions.size(), 3u);
  Json Text = Client.request("workspace/executeCommand", Actions[2]["command"]);
  EXPECT_THAT(Text.get<std::string>(), HasSubstr("# command-injection"));
  Client.message("window/showMessage", [](const Json &Params) {
    return Params["message"].get<std::string>().find("# command-injection") !=
           std::string::npos;
  });
  Client.request("workspace/executeCommand", Actions[1]["command"]);
  EXPECT_THAT(
      Client.diagnostics(
          "src/a.cpp", [](const Json &P) { return P["diagnostics"].empty(); }),
      IsEmpty());
  RunResult Check = Project.run(
      {"check", "-p", "build", "--baseline", ".cppwarden-baseline.json"});
  EXPECT_EQ(Check.Status, 0) << Check.Out << Check.Err;
  Json Unknown = Client.answer(Client.send(
      "workspace/executeCommand", {{"command", "cppwarden.nonsense"}}));
  EXPECT_EQ(Unknown["error"]["code"], -32602);
}

TEST_F(ServerTest, ACrashingUnitCostsItsDiagnosticsOnly) {
  Project.addUnit("src/bad.cpp", Harmless);
  Project.writeDatabase();
  LspClient Client(Project.root(), {}, {{"CPPWARDEN_TEST_CRASH_ON", "bad"}});
  Client.initialize();
  Client.open("src/bad.cpp", Harmless);
  Client.open("src/a.cpp", flawed("A"));
  Json Bad = Client.diagnostics("src/bad.cpp");
  ASSERT_THAT(codes(Bad), ElementsAre("unit-failed"));
  EXPECT_THAT(Bad[0]["message"].get<std::string>(), HasSubstr("SIGSEGV"));
  EXPECT_THAT(codes(Client.diagnostics("src/a.cpp")),
              ElementsAre("command-injection"));
  Client.change("src/a.cpp", Harmless);
  EXPECT_THAT(Client.diagnostics("src/a.cpp"), IsEmpty());
  EXPECT_EQ(Client.leave(), 0);
}

TEST_F(ServerTest, WhatTheCacheHasIsCompiledForTheEditToCome) {
  ASSERT_EQ(Project.run({"check", "-p", "build"}).Status, 1);
  // The crash shows that it was tried.
  LspClient Client(Project.root(), {}, {{"CPPWARDEN_TEST_CRASH_ON", "a.cpp"}});
  Client.initialize();
  Client.open("src/a.cpp", flawed("A"));
  EXPECT_THAT(codes(Client.diagnostics("src/a.cpp")),
              ElementsAre("command-injection"));
  Client.diagnostics("src/a.cpp", [](const Json &P) {
    return codes(P["diagnostics"]) == std::vector<std::string>{"unit-failed"};
  });
}

TEST_F(ServerTest, AHangingUnitKeepsNobodyWaiting) {
  Project.addUnit("src/slow.cpp", Harmless);
  Project.writeDatabase();
  LspClient Client(Project.root(), {"--unit-timeout", "10"},
                   {{"CPPWARDEN_TEST_HANG_ON", "slow"}});
  Client.initialize();
  Client.open("src/slow.cpp", Harmless);
  Client.open("src/a.cpp", flawed("A"));
  EXPECT_THAT(codes(Client.diagnostics("src/a.cpp")),
              ElementsAre("command-injection"));
  Json Slow = Client.diagnostics("src/slow.cpp");
  ASSERT_THAT(codes(Slow), ElementsAre("unit-failed"));
  EXPECT_THAT(Slow[0]["message"].get<std::string>(), HasSubstr("timed out"));
}

TEST_F(ServerTest, AWaitingRequestCanBeCancelled) {
  LspClient Client(Project.root(), {"--debounce", "10000"});
  Client.initialize();
  Client.open("src/a.cpp", flawed("A"));
  Client.diagnostics("src/a.cpp");
  Client.change("src/a.cpp", flawedBelow("// x"));
  int Id = Client.send("textDocument/hover",
                       {{"textDocument", {{"uri", Client.uri("src/a.cpp")}}},
                        {"position", {{"line", 4}, {"character", 11}}}});
  Client.notify("$/cancelRequest", {{"id", Id}});
  EXPECT_EQ(Client.answer(Id)["error"]["code"], -32800);
  // Nothing waits for the pause any more once the file is saved.
  Client.save("src/a.cpp");
  EXPECT_EQ(Client.diagnostics("src/a.cpp")[0]["range"]["start"]["line"], 4);
}

TEST_F(ServerTest, OnlyTheLastOfManyEditsIsShown) {
  LspClient Client(Project.root());
  Client.initialize();
  Client.open("src/a.cpp", flawed("A"));
  std::string Text = flawed("A");
  for (int I = 0; I < 30; ++I)
    Client.change("src/a.cpp", Text = "\n" + Text);
  EXPECT_EQ(Client.diagnostics("src/a.cpp")[0]["range"]["start"]["line"], 33);
}

TEST_F(ServerTest, TheConfigurationIsReadAgain) {
  LspClient Client(Project.root());
  Client.initialize();
  Json Asked = Client.message("client/registerCapability");
  EXPECT_THAT(Asked["params"].dump(), HasSubstr("**/.cppwarden.yaml"));
  Client.open("src/a.cpp", flawed("A"));
  EXPECT_EQ(Client.diagnostics("src/a.cpp").size(), 1u);
  auto Rewrite = [&](const std::string &Text) {
    Project.write(".cppwarden.yaml", Text);
    Client.notify(
        "workspace/didChangeWatchedFiles",
        {{"changes", Json::array({{{"uri", Client.uri(".cppwarden.yaml")},
                                   {"type", 2}}})}});
  };
  Rewrite("ignore: [command-injection]\n");
  Client.diagnostics("src/a.cpp",
                     [](const Json &P) { return P["diagnostics"].empty(); });
  Rewrite("ignore: [no-such-rule]\n");
  Json Said = Client.message("window/showMessage", [](const Json &Params) {
    return Params["type"] == 1;
  });
  EXPECT_THAT(Said["params"]["message"].get<std::string>(),
              HasSubstr(".cppwarden.yaml:1:"));
  // This client does not tell; the next edit finds out.
  Project.write(".cppwarden.yaml", "severity: {command-injection: note}\n");
  Client.change("src/a.cpp", flawed("A"));
  Json Noted = Client.diagnostics(
      "src/a.cpp", [](const Json &P) { return !P["diagnostics"].empty(); });
  EXPECT_EQ(Noted[0]["severity"], 3);
}

TEST_F(ServerTest, SettingsOfTheClientCount) {
  Project.write("other.yaml", "ignore: [command-injection]\n");
  LspClient Client(Project.root());
  Client.initialize();
  Client.open("src/a.cpp", flawed("A"));
  EXPECT_EQ(Client.diagnostics("src/a.cpp").size(), 1u);
  Client.notify("workspace/didChangeConfiguration",
                {{"settings", {{"cppwarden", {{"config", "other.yaml"}}}}}});
  Client.diagnostics("src/a.cpp",
                     [](const Json &P) { return P["diagnostics"].empty(); });
}

TEST_F(ServerTest, TheExitStatusTellsWhetherTheSessionEndedInOrder) {
  {
    LspClient Client(Project.root());
    Client.initialize();
    Client.notify("exit", nullptr);
    EXPECT_EQ(Client.exitStatus(), 1);
  }
  {
    LspClient Client(Project.root());
    Client.initialize();
    Client.closeInput();
    EXPECT_EQ(Client.exitStatus(), 1);
  }
  LspClient Client(Project.root());
  EXPECT_EQ(Client.leave(), 0);
}

TEST_F(ServerTest, NonsenseDoesNotEndTheSession) {
  LspClient Client(Project.root());
  Client.initialize();
  Client.sendRaw("Content-Length: 5\r\n\r\n{\"a\":");
  Client.notify("textDocument/didOpen", {{"textDocument", 7}});
  Client.notify("no/such/notification", Json::object());
  Json Answer = Client.answer(Client.send("no/such/request", Json::object()));
  EXPECT_EQ(Answer["error"]["code"], -32601);
  Client.notify(
      "textDocument/didChange",
      {{"textDocument", {{"uri", Client.uri("x.cpp")}, {"version", 3}}},
       {"contentChanges", Json::array()}});
  Client.open("src/a.cpp", flawed("A"));
  EXPECT_EQ(Client.diagnostics("src/a.cpp").size(), 1u);
  Client.sendRaw("Content-Length: much\r\n\r\n");
  EXPECT_EQ(Client.exitStatus(), 1);
}

/// The environment is read in input.cpp, the shell runs in run.cpp.
class FlowServerTest : public testing::Test {
protected:
  FlowServerTest() {
    Project.write("src/input.h", "const char *input();\n");
    Project.addUnit("src/input.cpp", Source);
    Project.addUnit("src/run.cpp", Sink);
    for (int I = 0; I < 4; ++I)
      Project.addUnit("src/more" + std::to_string(I) + ".cpp", Harmless);
    Project.writeDatabase();
  }
  const std::string Source = "#include \"input.h\"\n"
                             "#include <stdlib.h>\n"
                             "const char *input() { return getenv(\"A\"); }\n";
  const std::string Sink = "#include \"input.h\"\n"
                           "#include <stdlib.h>\n"
                           "int main() { system(input()); }\n";
  TestProject Project;
};

TEST_F(FlowServerTest, FlowsThroughFilesThatAreNotOpenAreFound) {
  LspClient Client(Project.root());
  Client.initialize();
  Client.open("src/input.cpp", Source);
  // The sink's file is compiled in the background.
  Json There = Client.diagnostics(
      "src/run.cpp", [](const Json &P) { return !P["diagnostics"].empty(); });
  EXPECT_THAT(codes(There), ElementsAre("command-injection"));
  Json Here = Client.diagnostics(
      "src/input.cpp", [](const Json &P) { return !P["diagnostics"].empty(); });
  ASSERT_THAT(codes(Here), ElementsAre("command-injection"));
  EXPECT_EQ(Here[0]["severity"], 3);
  EXPECT_THAT(Here[0]["message"].get<std::string>(),
              HasSubstr("src/run.cpp:3"));
  Client.message("$/progress", [](const Json &Params) {
    return Params["value"]["kind"] == "end";
  });
  Client.change("src/input.cpp", Harmless);
  Client.diagnostics("src/run.cpp",
                     [](const Json &P) { return P["diagnostics"].empty(); });
}

TEST_F(FlowServerTest, TheCacheHasWhatTheBackgroundMayNotCompile) {
  EXPECT_EQ(Project.run({"check", "-p", "build", "-q"}).Status, 1);
  LspClient Client(Project.root(), {"--no-background"});
  Client.initialize();
  Client.open("src/input.cpp", Source);
  EXPECT_THAT(codes(Client.diagnostics("src/input.cpp")),
              ElementsAre("command-injection"));
}

TEST_F(FlowServerTest, WhatWasSavedIsInTheCache) {
  LspClient Client(Project.root());
  Client.initialize();
  Client.open("src/run.cpp", Sink);
  std::string Edited = "// so\n" + Sink;
  Client.change("src/run.cpp", Edited);
  Client.diagnostics("src/run.cpp", [](const Json &P) {
    return P["version"] == 2 && !P["diagnostics"].empty();
  });
  Client.message("$/progress", [](const Json &Params) {
    return Params["value"]["kind"] == "end";
  });
  Project.write("src/run.cpp", Edited);
  Client.save("src/run.cpp");
  // Answered once the saved text has been compiled.
  Client.request("textDocument/hover",
                 {{"textDocument", {{"uri", Client.uri("src/run.cpp")}}},
                  {"position", {{"line", 3}, {"character", 20}}}});
  RunResult Check = Project.run({"check", "-p", "build", "-v"});
  EXPECT_THAT(Check.Err, HasSubstr("6 units from the cache"));
  EXPECT_THAT(Check.Out, HasSubstr("src/run.cpp:4:"));
}

TEST_F(FlowServerTest, AnEditBelowTheIncludesForgetsNothingAboveThem) {
  Project.write("src/inside.h",
                "#include <stdlib.h>\n"
                "inline void inside() { system(getenv(\"A\")); }\n"
                "// cppwarden-ignore[command-injection]: known\n"
                "inline void known() { system(getenv(\"A\")); }\n");
  std::string Top = "// cppwarden-ignore-file[weak-hash]: all of it\n"
                    "#include \"inside.h\"\n";
  Project.addUnit("src/outside.cpp", Top);
  Project.writeDatabase();
  LspClient Client(Project.root());
  Client.initialize();
  Client.open("src/outside.cpp", Top);
  Client.open("src/inside.h", readFile(Project.root() / "src/inside.h"));
  Client.diagnostics("src/inside.h", [](const Json &P) {
    return P["diagnostics"].size() == 1;
  });
  for (int I = 0; I < 2; ++I) {
    Client.change("src/outside.cpp", Top + "void run" + std::to_string(I) +
                                         "() { system(getenv(\"B\")); }\n");
    EXPECT_THAT(codes(Client.diagnostics("src/outside.cpp")),
                ElementsAre("command-injection"));
    Json Inside = Client.diagnostics(
        "src/inside.h", [](const Json &P) { return P["version"] == 1; });
    ASSERT_THAT(codes(Inside), ElementsAre("command-injection"));
    EXPECT_EQ(Inside[0]["range"]["start"]["line"], 1);
  }
  // As long as before: its size says nothing.
  Client.change("src/inside.h",
                "#include <stdlib.h>\n"
                "inline void inside() { system( \"ls -la\" ); }\n"
                "// cppwarden-ignore[command-injection]: known\n"
                "inline void known() { system(getenv(\"A\")); }\n");
  EXPECT_THAT(Client.diagnostics("src/inside.h"), IsEmpty());
}

TEST_F(FlowServerTest, UnsavedHeadersCountInEveryUnit) {
  Project.write("src/choose.h",
                "#include <stdlib.h>\n"
                "inline const char *choose() { return \"ls\"; }\n");
  std::string Unit = "#include \"choose.h\"\n"
                     "void run() { system(choose()); }\n";
  Project.addUnit("src/run.cpp", Unit);
  Project.writeDatabase();
  LspClient Client(Project.root());
  Client.initialize();
  Client.open("src/run.cpp", Unit);
  EXPECT_THAT(Client.diagnostics("src/run.cpp"), IsEmpty());
  std::string Edited =
      "#include <stdlib.h>\n"
      "inline const char *choose() { return getenv(\"A\"); }\n";
  Client.open("src/choose.h", Edited);
  Json Shown = Client.diagnostics(
      "src/run.cpp", [](const Json &P) { return !P["diagnostics"].empty(); });
  EXPECT_THAT(codes(Shown), ElementsAre("command-injection"));
  EXPECT_THAT(codes(Client.diagnostics("src/choose.h")),
              ElementsAre("command-injection"));
}

TEST_F(FlowServerTest, AnUnsavedHeaderIsCheckedWithoutItsUnits) {
  std::string Header = "#include <stdlib.h>\n"
                       "inline void go() { system(getenv(\"A\")); }\n";
  Project.write("src/alone.h", Header);
  LspClient Client(Project.root());
  Client.initialize();
  Client.open("src/alone.h", Header);
  EXPECT_THAT(codes(Client.diagnostics("src/alone.h")),
              ElementsAre("command-injection"));
}

} // namespace
