#include "driver/ExitCode.h"
#include "driver/Doctor.h"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using namespace cppwarden;
using namespace cppwarden::driver;

report::Report reportWith(std::initializer_list<Severity> Levels,
                          unsigned Units = 3, unsigned Incomplete = 0,
                          unsigned Failed = 0) {
  report::Report R;
  for (Severity Level : Levels) {
    report::ReportedFinding F;
    F.Value.Level = Level;
    R.Findings.push_back(F);
  }
  R.Units.Units = Units;
  for (unsigned I = 0; I < Incomplete; ++I)
    R.Units.Problems.push_back(
        {"i", report::UnitState::Incomplete, "", "", {}});
  for (unsigned I = 0; I < Failed; ++I)
    R.Units.Problems.push_back({"f", report::UnitState::Failed, "", "", {}});
  return R;
}

TEST(ExitCodeTest, FindingsAtOrAboveTheBar) {
  GateOptions Gate;
  EXPECT_EQ(judge(reportWith({}), Gate), ExitClean);
  EXPECT_EQ(judge(reportWith({Severity::Note}), Gate), ExitClean);
  EXPECT_EQ(judge(reportWith({Severity::Note, Severity::Warning}), Gate),
            ExitFindings);
  Gate.FailAt = FailOn::Error;
  EXPECT_EQ(judge(reportWith({Severity::Warning}), Gate), ExitClean);
  EXPECT_EQ(judge(reportWith({Severity::Error}), Gate), ExitFindings);
  Gate.FailAt = FailOn::Note;
  EXPECT_EQ(judge(reportWith({Severity::Note}), Gate), ExitFindings);
  Gate.FailAt = FailOn::Never;
  EXPECT_EQ(judge(reportWith({Severity::Error}), Gate), ExitClean);
}

TEST(ExitCodeTest, SuppressedFindingsDoNotCount) {
  report::Report R = reportWith({Severity::Error});
  R.Findings[0].Suppression.emplace();
  EXPECT_EQ(judge(R, {}), ExitClean);
}

TEST(ExitCodeTest, IncompletenessIsNoSuccess) {
  EXPECT_EQ(judge(reportWith({}, 3, 1, 0), {}), ExitIncomplete);
  EXPECT_EQ(judge(reportWith({}, 3, 0, 1), {}), ExitIncomplete);
  EXPECT_EQ(judge(reportWith({Severity::Error}, 3, 1, 1), {}), ExitFindings)
      << "findings come first";
  GateOptions Allow;
  Allow.AllowIncomplete = true;
  EXPECT_EQ(judge(reportWith({}, 3, 1, 1), Allow), ExitClean);
  EXPECT_EQ(judge(reportWith({}, 0), Allow), ExitIncomplete)
      << "nothing was analysed";
  EXPECT_EQ(judge(reportWith({}, 2, 0, 2), Allow), ExitIncomplete);
  GateOptions Zero;
  Zero.ExitZero = true;
  EXPECT_EQ(judge(reportWith({Severity::Error}, 2, 0, 2), Zero), ExitClean);
}

TEST(DoctorAdviceTest, ToldByTheCompilersFirstError) {
  EXPECT_THAT(adviceFor("'ui_main.h' file not found"),
              testing::HasSubstr("looks generated"));
  EXPECT_THAT(adviceFor("'proto/a.pb.h' file not found"),
              testing::HasSubstr("looks generated"));
  EXPECT_THAT(adviceFor("'boost/asio.hpp' file not found"),
              testing::HasSubstr("install the package"));
  EXPECT_THAT(adviceFor("unknown type name 'Foo'"),
              testing::HasSubstr("flags"));
  EXPECT_EQ(adviceFor("expected ';' after expression"), "");
}

} // namespace
