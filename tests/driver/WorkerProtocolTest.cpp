#include "driver/WorkerProtocol.h"
#include "driver/Version.h"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using namespace cppwarden;
using namespace cppwarden::driver;

rules::RuleOptions options() {
  rules::RuleOptions O;
  O.EnabledRules = {"a", "b"};
  O.Severities = {{"a", Severity::Note}, {"b", Severity::Error}};
  O.Trusted = {{"untrusted.argv", {"*"}}, {"untrusted.cgi", {}}};
  O.SecretNames = {{"*_pw", "secret.password"}};
  O.Policy = {{"rsa-bits", 2048}, {"odd", -1}};
  O.ModelFiles = {"/x/\xff\xfe.yaml"};
  return O;
}

TEST(WorkerProtocolTest, HelloArrivesAsSent) {
  auto Read = decodeHello(encodeHello(options()));
  ASSERT_TRUE(bool(Read)) << llvm::toString(Read.takeError());
  EXPECT_EQ(Read->EnabledRules, options().EnabledRules);
  EXPECT_EQ(Read->Severities, options().Severities);
  EXPECT_EQ(Read->Trusted, options().Trusted);
  EXPECT_EQ(Read->SecretNames, options().SecretNames);
  EXPECT_EQ(Read->Policy, options().Policy);
  EXPECT_EQ(Read->ModelFiles, options().ModelFiles);
}

TEST(WorkerProtocolTest, JobsArriveAsSentWhateverTheirBytes) {
  frontend::UnitJob Job;
  Job.Directory = "/build";
  Job.File = "/src/na\xefve.cpp";
  Job.Arguments = {"-DNAME=\"\xe9\"", "", "-Ix"};
  Job.ProjectRoot = "/";
  Job.SkippedHeaderBodies = {"a.h"};
  Job.Buffers = {{"/src/a.h", std::string("int x;\0\xff", 8)}};
  Job.KeepPreamble = true;
  auto Read = decodeJob(encodeJob(Job));
  ASSERT_TRUE(bool(Read)) << llvm::toString(Read.takeError());
  EXPECT_EQ(Read->Directory, Job.Directory);
  EXPECT_EQ(Read->File, Job.File);
  EXPECT_EQ(Read->Arguments, Job.Arguments);
  EXPECT_EQ(Read->ProjectRoot, Job.ProjectRoot);
  EXPECT_EQ(Read->SkippedHeaderBodies, Job.SkippedHeaderBodies);
  ASSERT_EQ(Read->Buffers.size(), 1u);
  EXPECT_EQ(Read->Buffers[0].Path, Job.Buffers[0].Path);
  EXPECT_EQ(Read->Buffers[0].Text, Job.Buffers[0].Text);
  EXPECT_TRUE(Read->KeepPreamble);
}

TEST(WorkerProtocolTest, CutOrForeignBytesAreRefused) {
  std::string Hello = encodeHello(options());
  for (std::size_t Size = 0; Size < Hello.size(); ++Size) {
    auto Read = decodeHello(llvm::StringRef(Hello).take_front(Size));
    EXPECT_FALSE(bool(Read)) << Size;
    llvm::consumeError(Read.takeError());
  }
  for (std::size_t I = 0; I < Hello.size(); ++I) {
    std::string Broken = Hello;
    Broken[I] = char(0xff);
    auto Read = decodeHello(Broken); // any answer but a crash
    llvm::consumeError(Read.takeError());
  }
  std::string Other = Hello;
  Other[8] = 'x'; // the first character of the version
  auto Read = decodeHello(Other);
  ASSERT_FALSE(bool(Read));
  EXPECT_THAT(llvm::toString(Read.takeError()),
              testing::HasSubstr(version().str()));
}

} // namespace
