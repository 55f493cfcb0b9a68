// What is read of git's files, without git.
#include "driver/GitRepository.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>

namespace {

namespace fs = std::filesystem;
using namespace cppwarden;
using namespace cppwarden::driver;

const std::string Commit(40, 'a'), Other(40, 'b'), Long(64, 'c');

class GitRepositoryTest : public testing::Test {
protected:
  void SetUp() override {
    llvm::SmallString<128> Folder;
    ASSERT_FALSE(llvm::sys::fs::createUniqueDirectory("cppwarden-git", Folder));
    Root = fs::canonical(Folder.c_str());
    fs::create_directories(Root / "top/src");
  }
  void TearDown() override { fs::remove_all(Root); }

  void write(const std::string &Path, const std::string &Text) {
    fs::create_directories((Root / Path).parent_path());
    std::ofstream(Root / Path) << Text;
  }
  report::Repository describe(const std::string &Folder = "top") {
    return describeRepository((Root / Folder).string());
  }
  fs::path Root;
};

TEST_F(GitRepositoryTest, BranchCommitAndRemote) {
  write("top/.git/HEAD", "ref: refs/heads/feature/x\n");
  write("top/.git/refs/heads/feature/x", Commit + "\n");
  write("top/.git/config",
        "[core]\n\tbare = false\n[remote \"origin\"]\n\turl = "
        "https://me:pw@git.example.org/a.git\n\tfetch = +refs/*:refs/*\n");
  report::Repository R = describe();
  EXPECT_EQ(R.Branch, "feature/x");
  EXPECT_EQ(R.Revision, Commit);
  EXPECT_EQ(R.Uri, "https://me:pw@git.example.org/a.git")
      << "the formats take the credentials out";
  EXPECT_TRUE(R.IsAtRoot);
  EXPECT_FALSE(describe("top/src").IsAtRoot);
  EXPECT_EQ(describe("top/src").Revision, Commit);
}

TEST_F(GitRepositoryTest, TheRemoteOfTheBranchComesFirst) {
  write("top/.git/HEAD", "ref: refs/heads/main\n");
  write("top/.git/config",
        "[remote \"origin\"]\nurl = https://one.example.org/a\n"
        "[Remote \"team\"]\nURL = \"git@two.example.org:g/a.git\"\n"
        "[branch \"main\"]\nremote = team\n");
  EXPECT_EQ(describe().Uri, "ssh://git@two.example.org/g/a.git");
  write("top/.git/HEAD", "ref: refs/heads/other\n");
  EXPECT_EQ(describe().Uri, "https://one.example.org/a");
  write("top/.git/config", "[remote \"team\"]\nurl = ssh://x.example.org/a\n");
  EXPECT_EQ(describe().Uri, "ssh://x.example.org/a") << "the only one";
}

TEST_F(GitRepositoryTest, RemotesOnThisMachineAreNotTold) {
  write("top/.git/HEAD", Commit);
  for (const char *Url :
       {"/srv/git/a.git", "../a", "file:///srv/a", "C:\\a", "./a:b"}) {
    write("top/.git/config",
          std::string("[remote \"origin\"]\nurl = ") + Url + "\n");
    EXPECT_EQ(describe().Uri, "") << Url;
  }
}

TEST_F(GitRepositoryTest, PackedAndSymbolicReferences) {
  write("top/.git/HEAD", "ref: refs/heads/main\n");
  write("top/.git/packed-refs",
        "# pack-refs with: peeled fully-peeled sorted\n" + Other +
            " refs/heads/mainline\n" + Commit + " refs/heads/main\n^" + Other +
            "\n");
  EXPECT_EQ(describe().Revision, Commit);
  write("top/.git/refs/heads/main", "ref: refs/heads/loop\n");
  write("top/.git/refs/heads/loop", "ref: refs/heads/main\n");
  EXPECT_EQ(describe().Revision, "") << "and no endless search";
  write("top/.git/refs/heads/main", Long);
  EXPECT_EQ(describe().Revision, Long) << "SHA-256 repositories";
}

TEST_F(GitRepositoryTest, WorkTreesShareReferencesAndSettings) {
  write("top/.git", "gitdir: ../bare/worktrees/top\n");
  write("bare/worktrees/top/HEAD", "ref: refs/heads/side\n");
  write("bare/worktrees/top/commondir", "../..\n");
  write("bare/refs/heads/side", Commit);
  write("bare/config", "[remote \"origin\"]\nurl=https://h.example.org/a\n");
  report::Repository R = describe();
  EXPECT_EQ(R.Revision, Commit);
  EXPECT_EQ(R.Branch, "side");
  EXPECT_EQ(R.Uri, "https://h.example.org/a");
}

TEST_F(GitRepositoryTest, NothingIsToldOutsideAndOfBrokenOnes) {
  auto Nothing = [&] {
    report::Repository R = describe();
    return R.Uri.empty() && R.Revision.empty() && R.Branch.empty();
  };
  // The temporary folder may lie in somebody's work tree.
  fs::create_directories(Root / "top/.git");
  EXPECT_TRUE(Nothing());
  write("top/.git/HEAD", "ref: refs/../../../secret\n");
  write("secret", Commit);
  EXPECT_TRUE(Nothing()) << "a reference leads nowhere else";
  write("top/.git/HEAD", "ref: refs/heads/.invalid\n");
  EXPECT_TRUE(Nothing()) << "a repository with a reftable";
  fs::remove_all(Root / "top/.git");
  write("top/.git", "gitdir:\n");
  EXPECT_TRUE(Nothing());
  write("top/.git", "nonsense");
  EXPECT_TRUE(Nothing());
  fs::remove(Root / "top/.git");
  fs::create_symlink("/dev/zero", Root / "top/.git");
  EXPECT_TRUE(Nothing());
}

} // namespace
