#include "support/Yaml.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include <random>

namespace cppwarden {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;

YamlNode parse(llvm::StringRef Text) {
  auto Node = parseYaml(llvm::MemoryBufferRef(Text, "t.yaml"));
  if (!Node) {
    ADD_FAILURE() << llvm::toString(Node.takeError()) << "\nin\n" << Text.str();
    return {};
  }
  return std::move(*Node);
}

std::string errorOf(llvm::StringRef Text) {
  auto Node = parseYaml(llvm::MemoryBufferRef(Text, "t.yaml"));
  return Node ? "" : llvm::toString(Node.takeError());
}

/// A compact spelling of a tree: {k: v}, [a, b], "quoted", ~.
std::string spell(const YamlNode &Node) {
  std::string Out;
  switch (Node.Is) {
  case YamlNode::Kind::Null:
    return "~";
  case YamlNode::Kind::Scalar:
    return Node.Quoted ? "\"" + Node.Value + "\"" : Node.Value;
  case YamlNode::Kind::Sequence:
    for (const YamlNode &Item : Node.Items)
      Out += (Out.empty() ? "" : ", ") + spell(Item);
    return "[" + Out + "]";
  case YamlNode::Kind::Mapping:
    for (const YamlNode::Entry &E : Node.Entries)
      Out += (Out.empty() ? "" : ", ") + E.Key + ": " + spell(E.Value);
    return "{" + Out + "}";
  }
  return Out;
}

TEST(Yaml, ReadsShapes) {
  struct {
    const char *Text, *Tree;
  } const Cases[] = {
      {"", "~"},
      {"# only a comment\n", "~"},
      {"  \n\n", "~"},
      {"a: 1\nb: two words\n", "{a: 1, b: two words}"},
      {"a: {at: arg1, kind: sql}\n", "{a: {at: arg1, kind: sql}}"},
      {"a: [x, \"y, z\", 'it''s']\n", "{a: [x, \"y, z\", \"it's\"]}"},
      {"a:\n- x\n- y\nb: 1\n", "{a: [x, y], b: 1}"},
      {"a:\n  - b: 1\n    c: 2\n  -\n    b: 3\n",
       "{a: [{b: 1, c: 2}, {b: 3}]}"},
      {"- - - a\n", "[[[a]]]"},
      {"a: {b: [{c: [1, 2]}]}\n", "{a: {b: [{c: [1, 2]}]}}"},
      {"a: {\n  b: 1,\n  c: 2,\n}\n", "{a: {b: 1, c: 2}}"},
      {"a:\nb: ~\nc: null\nd: \"null\"\ne: \"\"\n",
       "{a: ~, b: ~, c: ~, d: \"null\", e: \"\"}"},
      {"\"a\" : 1\n'b': 2\n", "{a: 1, b: 2}"},
      {"a: \"q\\n\\x41\\u00e9\\\"\"\n", "{a: \"q\nA\xc3\xa9\"\"}"},
      {"---\na: 1\n...\n", "{a: 1}"},
      {"%YAML 1.2\n---\na: 1\n", "{a: 1}"},
      {"a: b\r\nc: d\r\n", "{a: b, c: d}"},
      {"\xef\xbb\xbf"
       "a: 1\n",
       "{a: 1}"},
      {"just text\n", "just text"},
      {"n: std::operator+\nm: operator<<\nt: const char *\n",
       "{n: std::operator+, m: operator<<, t: const char *}"},
      {"u: http://x/y#z\nv: a#b\n", "{u: http://x/y#z, v: a#b}"},
      {"{0: arg2, 1: untrusted.network.http}\n",
       "{0: arg2, 1: untrusted.network.http}"},
      {"k: \xc3\xa9t\xc3\xa9\n", "{k: \xc3\xa9t\xc3\xa9}"},
  };
  for (const auto &Case : Cases)
    EXPECT_EQ(spell(parse(Case.Text)), Case.Tree) << Case.Text;
}

TEST(Yaml, CommentsStandAnywhere) {
  EXPECT_EQ(
      spell(parse(
          "# first\na: b # behind\n# between\n    # oddly indented\nc: # "
          "before a nested value\n"
          "  # inside\n  d: e\n  # after\nf: [1, # in a list\n  2]\n# last")),
      "{a: b, c: {d: e}, f: [1, 2]}");
  EXPECT_EQ(spell(parse("a:\n  - x # one\n  # two\n  - y\n")), "{a: [x, y]}");
  EXPECT_EQ(spell(parse("a: \"# no comment\"\nb: c#d\n")),
            "{a: \"# no comment\", b: c#d}");
}

TEST(Yaml, PlainScalarsOverSeveralLines) {
  EXPECT_EQ(spell(parse("a: one\n  two\n  three\nb: x\n")),
            "{a: one two three, b: x}");
  EXPECT_EQ(spell(parse("a: one\n  # comment\nb: x\n")), "{a: one, b: x}");
  // A comment ends the scalar; what follows must not become a key in silence.
  EXPECT_THAT(errorOf("a: one # c\n  two\nb: x\n"),
              StartsWith("t.yaml:2:3: a ':' is missing behind 'two'"));
}

TEST(Yaml, BlockScalars) {
  struct {
    const char *Text, *Value;
  } const Cases[] = {
      {"a: |\n  x\n  y\n\n  z\n", "x\ny\n\nz\n"},
      {"a: |-\n  x\n  y\n\n", "x\ny"},
      {"a: |+\n  x\n\n", "x\n\n"},
      {"a: |\n  if (x)\n    y();\n  z();\n", "if (x)\n  y();\nz();\n"},
      {"a: | # comment\n  x # text\n", "x # text\n"},
      {"a: |\n\n  x\n", "\nx\n"},
      {"a: |2\n    x\n   y\n", "  x\n y\n"},
      {"a: |\n", ""},
      {"a: >\n  one\n  two\n\n  three\n", "one two\nthree\n"},
      {"a: >-\n  one\n  two\n", "one two"},
      {"a: >+\n  one\n\n\n", "one\n\n\n"},
      {"a: >\n  one\n\n\n  two\n", "one\n\ntwo\n"},
      {"a: >\n  list:\n   - x\n   - y\n  end\n", "list:\n - x\n - y\nend\n"},
      {"a: > # c > d\n  one\n  two\n", "one two\n"},
      {"a: >\r\n  one\r\n  two\r\n", "one two\n"},
      {"a: >\n", ""},
  };
  for (const auto &Case : Cases) {
    YamlNode Root = parse(Case.Text);
    const YamlNode *A = Root.find("a");
    ASSERT_TRUE(A && A->isScalar()) << Case.Text;
    EXPECT_EQ(A->Value, Case.Value) << Case.Text;
    EXPECT_TRUE(A->Quoted) << Case.Text;
    EXPECT_EQ(A->Line, 1u) << Case.Text;
    EXPECT_EQ(A->Column, 4u) << Case.Text;
  }
  EXPECT_EQ(spell(parse("- |\n  a\n- >\n  b\n  c\n- d\n")),
            "[\"a\n\", \"b c\n\", d]");
}

TEST(Yaml, Locations) {
  YamlNode Root = parse("a: 1\nlist:\n  - {x: 1, yy: [p, q]}\n\xc3\xa4: z\n");
  const YamlNode &Item = Root.find("list")->Items.at(0);
  EXPECT_EQ(Item.Line, 3u);
  EXPECT_EQ(Item.Column, 5u);
  EXPECT_EQ(Item.Entries[1].Line, 3u);
  EXPECT_EQ(Item.Entries[1].Column, 12u);
  EXPECT_EQ(Item.Entries[1].Value.Items[1].Column, 20u);
  EXPECT_EQ(Root.Entries[2].Line, 4u);
  EXPECT_EQ(Root.Entries[2].Value.Column, 5u) << "columns count bytes";
  EXPECT_EQ(Root.find("nothing"), nullptr);
}

TEST(Yaml, Errors) {
  struct {
    const char *Text, *Message;
  } const Cases[] = {
      {"a: 1\nb: 2\na: 3\n", "t.yaml:3:1: the key 'a' is given twice"},
      {"x: {a: 1, a: 2}\n", "t.yaml:1:11: the key 'a' is given twice"},
      {"a: &x 1\n", "t.yaml:1:5: anchors are not supported"},
      {"a: 1\nb: *x\n", "t.yaml:2:4: aliases are not supported"},
      {"a: !t 1\n", "t.yaml:1:4: tags are not supported"},
      {"---\na: 1\n---\nb: 2\n", "t.yaml:4:1: only one document is read"},
      {"a: \"open\n", "t.yaml:1:9: not valid YAML: expected quote"},
      {"a: [1, 2\n", "t.yaml:1:9: not valid YAML: could not find closing ]"},
      {"a: }\n", "t.yaml:1:4: not valid YAML"},
      {"a: 1\nb\n", "t.yaml:2:1: a ':' is missing behind 'b'"},
      {"a: {x, y: 1}\n", "t.yaml:1:5: a ':' is missing behind 'x'"},
      {"a: x: y\n", "t.yaml:1:5: not valid YAML"},
      {"a:\n  b: 1\n   c: 2\n", "t.yaml:3:5: not valid YAML"},
      {"[a]: 1\n", "t.yaml:1:1: this is no plain key"},
      {": x\n", "t.yaml:1:1: "},
      {"a: @x\n", "t.yaml:1:4: not valid YAML"},
      {"a: \xff\n", "t.yaml:1:4: not valid UTF-8"},
      {"a: 1\nb: \x01\n", "t.yaml:2:4: a control character"},
  };
  for (const auto &Case : Cases)
    EXPECT_THAT(errorOf(Case.Text), StartsWith(Case.Message)) << Case.Text;
  EXPECT_THAT(errorOf(llvm::StringRef("a: \0b\n", 6)),
              StartsWith("t.yaml:1:4: a control character"));
}

TEST(Yaml, ErrorsSayHowToMend) {
  EXPECT_THAT(errorOf("a: {at: arg0[], k: v}\n"), HasSubstr("needs quotes"));
  EXPECT_THAT(errorOf("a: x: y\n"), HasSubstr("needs quotes"));
  EXPECT_THAT(errorOf("{at: arg1 kind: sql}\n"), HasSubstr("','"));
}

TEST(Yaml, ErrorsAreNotPrinted) {
  testing::internal::CaptureStderr();
  EXPECT_FALSE(errorOf("a: [1, 2\n").empty());
  EXPECT_FALSE(errorOf("a: @x\n").empty());
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
}

TEST(Yaml, HostileDepthAndSize) {
  std::string Deep(100'000, '[');
  EXPECT_THAT(errorOf(Deep), StartsWith("t.yaml:1:"));
  std::string Nested;
  for (int I = 0; I < 200; ++I)
    Nested += std::string(I, ' ') + "a:\n";
  EXPECT_THAT(errorOf(Nested), HasSubstr("nested deeper than 64 levels"));
  std::string Allowed = std::string(60, '[') + "x" + std::string(60, ']');
  EXPECT_EQ(spell(parse(Allowed)), Allowed);
  EXPECT_THAT(errorOf(std::string((16u << 20) + 1, ' ')),
              HasSubstr("larger than 16 MB"));
  std::string Many = "[";
  for (int I = 0; I < 1'000'001; ++I)
    Many += "a,";
  EXPECT_THAT(errorOf(Many + "]"), HasSubstr("more than 1000000 values"));
}

/// Mutated documents end in a tree or in one located line, never in a crash.
TEST(Yaml, MutatedDocumentsAreSafe) {
  const std::string Seed = "library: x # c\nverify:\n  headers: [a.h, "
                           "\"b.h\"]\n  flags: []\nfunctions:\n"
                           "  - names: [p, q]\n    when: {arg1: {not: [A, "
                           "/b/]}}\n    text: |\n      one\n\n      two\n"
                           "  - {name: 'r', sinks: [{at: arg0, kind: "
                           "sql}]}\nfold: >-\n  x\n    y\n  z\n";
  const std::string Alphabet = ":-?[]{},#&*!|>'\"%@` \n\t\r\\0aé~.+";
  std::mt19937 Random(7);
  unsigned Failed = 0;
  for (int Round = 0; Round < 20'000; ++Round) {
    std::string Text = Seed;
    for (unsigned N = 1 + Random() % 6; N; --N) {
      std::size_t At = Random() % Text.size();
      switch (Random() % 4) {
      case 0:
        Text[At] = Alphabet[Random() % Alphabet.size()];
        break;
      case 1:
        Text.insert(At, 1, Alphabet[Random() % Alphabet.size()]);
        break;
      case 2:
        Text.erase(At, 1 + Random() % 5);
        break;
      case 3:
        Text.resize(At + 1);
        break;
      }
      if (Text.empty())
        Text = "a";
    }
    auto Node = parseYaml(llvm::MemoryBufferRef(Text, "t.yaml"));
    if (Node)
      continue;
    ++Failed;
    std::string Message = llvm::toString(Node.takeError());
    ASSERT_THAT(Message, StartsWith("t.yaml:")) << Text;
    ASSERT_EQ(Message.find('\n'), std::string::npos) << Text;
  }
  EXPECT_GT(Failed, 1000u);
}

TEST(YamlErrors, KeysAndSuggestions) {
  YamlErrors Errors("f.yaml");
  YamlNode Root = parse("sources: 1\nsnks: 2\n");
  llvm::StringRef Known[] = {"sources", "sinks", "flows"};
  EXPECT_EQ(llvm::toString(Errors.checkKeys(Root, Known)),
            "f.yaml:2:1: unknown key 'snks'; did you mean 'sinks'?");
  EXPECT_FALSE(Errors.checkKeys(parse("flows: 1\n"), Known));
  EXPECT_EQ(
      llvm::toString(Errors.unknown(3, 4, "style", "zzzz", Known)),
      "f.yaml:3:4: unknown style 'zzzz'; known are sources, sinks, flows");
  EXPECT_THAT(llvm::toString(Errors.checkKeys(parse("[a]"), Known)),
              HasSubstr("expected a mapping"));
}

TEST(YamlErrors, Values) {
  YamlErrors Errors("f.yaml");
  YamlNode Root = parse("i: 42\nh: 0x10\nn: -3\nq: \"1\"\nt: true\ny: yes\ns: "
                        "text\nl: [a, b]\ne:\nm: {a: 1}\nx: [[a]]\n");
  auto At = [&](llvm::StringRef Key) -> const YamlNode & {
    return *Root.find(Key);
  };
  EXPECT_EQ(llvm::cantFail(Errors.integer(At("i"), "x")), 42);
  EXPECT_EQ(llvm::cantFail(Errors.integer(At("h"), "x")), 16);
  EXPECT_EQ(llvm::cantFail(Errors.integer(At("n"), "x")), -3);
  EXPECT_EQ(llvm::toString(Errors.integer(At("q"), "arity").takeError()),
            "f.yaml:4:4: arity must be an integer");
  EXPECT_TRUE(llvm::cantFail(Errors.boolean(At("t"), "x")));
  EXPECT_EQ(llvm::toString(Errors.boolean(At("y"), "pure").takeError()),
            "f.yaml:6:4: pure must be true or false");
  EXPECT_EQ(llvm::cantFail(Errors.scalar(At("s"), "x")), "text");
  EXPECT_EQ(llvm::toString(Errors.scalar(At("e"), "name").takeError()),
            "f.yaml:9:1: name is empty");
  EXPECT_EQ(llvm::toString(Errors.scalar(At("m"), "name").takeError()),
            "f.yaml:10:4: name must be a single value");
  EXPECT_THAT(llvm::cantFail(Errors.strings(At("l"), "x")),
              ElementsAre("a", "b"));
  EXPECT_THAT(llvm::cantFail(Errors.strings(At("s"), "x")),
              ElementsAre("text"));
  EXPECT_TRUE(errorToBool(Errors.strings(At("x"), "x").takeError()));
  EXPECT_TRUE(errorToBool(Errors.strings(At("m"), "x").takeError()));
}

TEST(NearestSpelling, SuggestsSlipsOnly) {
  llvm::StringRef Words[] = {"password", "token", "untrusted.network.http",
                             "sql", "log"};
  EXPECT_EQ(nearestSpelling("pasword", Words), "password");
  EXPECT_EQ(nearestSpelling("TOKEN", Words), "token");
  EXPECT_EQ(nearestSpelling("sqll", Words), "sql");
  EXPECT_EQ(nearestSpelling("untrusted.netwrk.htp", Words),
            "untrusted.network.http");
  EXPECT_EQ(nearestSpelling("banana", Words), std::nullopt);
  EXPECT_EQ(nearestSpelling("", Words), std::nullopt);
  EXPECT_EQ(nearestSpelling("xy", Words), std::nullopt);
  EXPECT_EQ(nearestSpelling(std::string(100'000, 'p'), Words), std::nullopt);
}

} // namespace
} // namespace cppwarden
