#include "driver/ResultCache.h"
#include "driver/CacheEntry.h"
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <thread>

namespace {

namespace fs = std::filesystem;
using namespace cppwarden;
using namespace cppwarden::driver;
using frontend::FileAnswer;

class ResultCacheTest : public testing::Test {
protected:
  ResultCacheTest() {
    std::string Template =
        (fs::temp_directory_path() / "cppwarden-cache-XXXXXX").string();
    Top = ::mkdtemp(Template.data());
    Root = Top / "root";
    write(Root / "src/a.cpp", "#include <x.h>\n");
  }
  ~ResultCacheTest() override { fs::remove_all(Top); }

  static void write(const fs::path &File, const std::string &Text) {
    fs::create_directories(File.parent_path());
    std::ofstream(File, std::ios::binary) << Text;
  }
  frontend::UnitJob job(const fs::path &At) const {
    frontend::UnitJob Job;
    Job.Directory = At;
    Job.File = At / "src/a.cpp";
    Job.Arguments = {"-I" + (At / "include").string(), "-std=c++20"};
    Job.ProjectRoot = At;
    return Job;
  }
  std::unique_ptr<ResultCache> open(const fs::path &At,
                                    const rules::RuleOptions &Rules = {},
                                    std::uint64_t MaxBytes = 1 << 30) const {
    auto Cache = ResultCache::open({(Top / "cache").string(), MaxBytes},
                                   At.string(), Rules);
    EXPECT_TRUE(bool(Cache)) << llvm::toString(Cache.takeError());
    return std::move(*Cache);
  }
  std::string trace(const fs::path &At) const {
    frontend::UnitTrace Trace = {{At / "early/x.h", FileAnswer::Absent, {}},
                                 {At / "src/a.cpp", FileAnswer::Contents,
                                  frontend::digestOf("#include <x.h>\n")}};
    return encodeTrace(Trace, At.string());
  }
  static std::string object(const std::string &Message) {
    analysis::TuObject Object;
    Object.MainFile = "src/a.cpp";
    Finding F;
    F.RuleId = "weak-hash";
    F.Message = Message;
    Object.Findings.push_back(F);
    return analysis::serialise(Object);
  }
  std::vector<fs::path> entries() const {
    std::vector<fs::path> Found;
    for (const auto &E : fs::recursive_directory_iterator(Top / "cache/units"))
      if (E.is_regular_file())
        Found.push_back(E.path());
    return Found;
  }

  fs::path Top, Root;
};

TEST_F(ResultCacheTest, FindsWhatWasStoredAsLongAsTheDiskSaysTheSame) {
  open(Root)->store(job(Root), trace(Root), object("m"));
  auto Found = open(Root)->find(job(Root));
  ASSERT_TRUE(Found);
  EXPECT_EQ(analysis::serialise(*Found), object("m"));

  write(Root / "early/x.h", "");
  EXPECT_FALSE(open(Root)->find(job(Root))) << "a header appeared";
  fs::remove(Root / "early/x.h");
  EXPECT_TRUE(open(Root)->find(job(Root)));
  write(Root / "src/a.cpp", "#include <y.h>\n");
  EXPECT_FALSE(open(Root)->find(job(Root))) << "same size, other contents";
}

TEST_F(ResultCacheTest, KeysDependOnFlagsRulesModelsAndBodies) {
  open(Root)->store(job(Root), trace(Root), object("m"));
  frontend::UnitJob Other = job(Root);
  Other.Arguments.push_back("-DX");
  EXPECT_FALSE(open(Root)->find(Other));
  Other = job(Root);
  Other.SkippedHeaderBodies = {"x.h"};
  EXPECT_FALSE(open(Root)->find(Other));
  rules::RuleOptions Rules;
  Rules.EnabledRules = {"weak-hash"};
  EXPECT_FALSE(open(Root, Rules)->find(job(Root)));
  Rules = {};
  write(Top / "model.yaml", "library: a\n");
  Rules.ModelFiles = {Top / "model.yaml"};
  open(Root, Rules)->store(job(Root), trace(Root), object("m"));
  EXPECT_TRUE(open(Root, Rules)->find(job(Root)));
  write(Top / "model.yaml", "library: b\n");
  EXPECT_FALSE(open(Root, Rules)->find(job(Root)));
  write(Top / "moved.yaml", "library: a\n");
  Rules.ModelFiles = {Top / "moved.yaml"};
  EXPECT_TRUE(open(Root, Rules)->find(job(Root))) << "its name does not matter";
}

TEST_F(ResultCacheTest, ServesAnotherCheckoutUnlessTheRootIsInTheObject) {
  fs::path Copy = Top / "elsewhere/copy";
  write(Copy / "src/a.cpp", "#include <x.h>\n");
  open(Root)->store(job(Root), trace(Root), object("m"));
  EXPECT_TRUE(open(Copy)->find(job(Copy)));
  write(Copy / "early/x.h", "");
  EXPECT_FALSE(open(Copy)->find(job(Copy))) << "its own files are asked";
  fs::remove(Copy / "early/x.h");

  fs::remove_all(Top / "cache");
  open(Root)->store(job(Root), trace(Root),
                    object("text of " + (Root / "src/a.cpp").string()));
  EXPECT_TRUE(open(Root)->find(job(Root)));
  EXPECT_FALSE(open(Copy)->find(job(Copy)));
}

TEST_F(ResultCacheTest, BothSidesOfABranchAreKept) {
  open(Root)->store(job(Root), trace(Root), object("one"));
  write(Root / "src/a.cpp", "int two;\n");
  frontend::UnitTrace Two = {{Root / "src/a.cpp", FileAnswer::Contents,
                              frontend::digestOf("int two;\n")}};
  open(Root)->store(job(Root), encodeTrace(Two, Root.string()), object("two"));
  EXPECT_EQ(open(Root)->find(job(Root))->Findings[0].Message, "two");
  write(Root / "src/a.cpp", "#include <x.h>\n");
  EXPECT_EQ(open(Root)->find(job(Root))->Findings[0].Message, "one");
}

TEST_F(ResultCacheTest, DamagedEntriesAreMisses) {
  open(Root)->store(job(Root), trace(Root), object("m"));
  ASSERT_EQ(entries().size(), 1u);
  fs::path Entry = entries()[0];
  std::ifstream In(Entry, std::ios::binary);
  std::string Whole((std::istreambuf_iterator<char>(In)), {});
  for (std::size_t I = 0; I < Whole.size(); ++I) {
    std::string Broken = Whole;
    Broken[I] = char(Broken[I] ^ 0x41);
    write(Entry, Broken);
    ASSERT_FALSE(open(Root)->find(job(Root))) << "byte " << I;
    write(Entry, Whole.substr(0, I));
    ASSERT_FALSE(open(Root)->find(job(Root))) << "cut at " << I;
  }
  write(Entry, Whole);
  EXPECT_TRUE(open(Root)->find(job(Root)));
}

TEST_F(ResultCacheTest, ForgedEntriesAreMisses) {
  // With a right digest around wrong contents.
  std::string Good = trace(Root);
  for (const std::string &Trace :
       {std::string(), std::string("\xff\xff\xff\xff\x7f"), Good + "x",
        Good.substr(0, Good.size() - 1),
        std::string("\x01\x04\x00\x01/\x7f")}) {
    fs::remove_all(Top / "cache");
    open(Root)->store(job(Root), Trace, object("m"));
    EXPECT_FALSE(open(Root)->find(job(Root)));
  }
  fs::remove_all(Top / "cache");
  open(Root)->store(job(Root), Good, "no object");
  EXPECT_FALSE(open(Root)->find(job(Root)));
}

TEST_F(ResultCacheTest, PruningKeepsWhatWasUsedLast) {
  auto Cache = open(Root);
  std::string Big(10000, 'm');
  std::vector<frontend::UnitJob> Jobs;
  for (int I = 0; I < 10; ++I) {
    Jobs.push_back(job(Root));
    Jobs.back().Arguments.push_back("-DN=" + std::to_string(I));
    Cache->store(Jobs.back(), trace(Root), object(Big));
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  Cache = open(Root, {}, 50000);
  Cache->prune();
  EXPECT_EQ(entries().size(), 10u)
      << "a run that stores nothing prunes nothing";
  Cache->store(Jobs[0], trace(Root), object(Big));
  Cache->prune();
  auto Statistics = cacheStatistics((Top / "cache").string());
  ASSERT_TRUE(bool(Statistics));
  EXPECT_LE(Statistics->Bytes, 50000u);
  EXPECT_GE(Statistics->Entries, 3u);
  EXPECT_TRUE(Cache->find(Jobs[9]));
  EXPECT_TRUE(Cache->find(Jobs[0])) << "stored once more";
  EXPECT_FALSE(Cache->find(Jobs[1]));
}

TEST_F(ResultCacheTest, PruningMayBeSpaced) {
  CacheSettings Settings{(Top / "cache").string(), 1, std::chrono::minutes(10)};
  auto StoreAndPrune = [&](const char *Flag) {
    auto Cache = ResultCache::open(Settings, Root.string(), {});
    ASSERT_TRUE(bool(Cache)) << llvm::toString(Cache.takeError());
    frontend::UnitJob Job = job(Root);
    Job.Arguments.push_back(Flag);
    (*Cache)->store(Job, trace(Root), object("m"));
    (*Cache)->prune();
  };
  StoreAndPrune("-DA");
  StoreAndPrune("-DB");
  EXPECT_EQ(entries().size(), 2u) << "too soon";
  fs::path Lock = Top / "cache" / "lock";
  fs::last_write_time(Lock, fs::last_write_time(Lock) - std::chrono::hours(1));
  StoreAndPrune("-DC");
  EXPECT_EQ(entries().size(), 0u) << "nothing fits into a byte";
  StoreAndPrune("-DD");
  EXPECT_EQ(entries().size(), 1u) << "the last one was just now";
}

TEST_F(ResultCacheTest, SeveralWritersDoNotDisturbReaders) {
  std::vector<std::thread> Threads;
  std::atomic<int> Wrong{0};
  for (int I = 0; I < 4; ++I)
    Threads.emplace_back([&] {
      auto Cache = open(Root, {}, 5000);
      for (int K = 0; K < 50; ++K) {
        Cache->store(job(Root), trace(Root), object("m"));
        if (auto Found = Cache->find(job(Root)))
          Wrong += analysis::serialise(*Found) != object("m");
        Cache->prune();
      }
    });
  for (std::thread &T : Threads)
    T.join();
  EXPECT_EQ(Wrong, 0);
  for (const fs::path &Entry : entries())
    EXPECT_EQ(Entry.string().find(".tmp-"), std::string::npos) << Entry;
}

TEST_F(ResultCacheTest, ForeignFoldersAreLeftAlone) {
  write(Top / "cache/precious.txt", "x");
  auto Cache =
      ResultCache::open({(Top / "cache").string(), 1}, Root.string(), {});
  ASSERT_FALSE(bool(Cache));
  EXPECT_THAT(llvm::toString(Cache.takeError()),
              testing::HasSubstr("no cache of cppwarden"));
  auto Cleaned = cleanCache((Top / "cache").string());
  ASSERT_FALSE(bool(Cleaned));
  llvm::consumeError(Cleaned.takeError());
  EXPECT_TRUE(fs::exists(Top / "cache/precious.txt"));
}

} // namespace
