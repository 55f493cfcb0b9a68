#include "driver/ChangeFilter.h"
#include "support/Paths.h"
#include "llvm/ADT/STLExtras.h"

namespace cppwarden::driver {
namespace {

bool isAffected(const CompiledUnit &Unit, const frontend::UnitJob &Job,
                const Changes &What) {
  // Of a unit that failed nothing is known.
  if (!Unit.Object)
    return true;
  auto Changed = [&](const std::string &File) { return What.hasFile(File); };
  return Changed(relativeTo(Job.File, Job.ProjectRoot)) ||
         llvm::any_of(Unit.Object->ProjectFiles, Changed) ||
         llvm::any_of(Unit.Object->SystemFiles, Changed) ||
         // It may have lost a header.
         (!What.Deleted.empty() && !Unit.Object->Errors.empty());
}

} // namespace

bool touches(const Finding &F, const Changes &What, NewLines Which) {
  auto Lies = [&](const SourceRange &Range) {
    return Which == NewLines::Off
               ? What.hasFile(Range.File)
               : What.hasLine(Range.File, Range.Line,
                              std::max(Range.Line, Range.EndLine));
  };
  bool HasSink = false;
  for (const FlowStep &Step : F.Flow) {
    HasSink |= Step.Kind == FlowStepKind::Sink;
    if ((Which != NewLines::Sink || Step.Kind == FlowStepKind::Sink) &&
        Lies(Step.Range))
      return true;
  }
  return (Which != NewLines::Sink || !HasSink) && Lies(F.Range);
}

void keepTouching(report::Report &Report, const Changes &What, NewLines Which) {
  llvm::erase_if(Report.Findings, [&](const report::ReportedFinding &F) {
    return !touches(F.Value, What, Which);
  });
}

llvm::Expected<std::size_t> keepAffectedUnits(Project &Project,
                                              const Changes &What,
                                              const RunContext &Context) {
  std::vector<frontend::UnitJob> &Jobs = Project.Plan.Jobs;
  CompileOptions Options = compileOptions(Project, Context);
  Options.OnlyFiles = true;
  auto Units = compileUnits(Jobs, Options);
  if (!Units)
    return Units.takeError();
  std::size_t Before = Jobs.size();
  std::vector<frontend::UnitJob> Kept;
  for (std::size_t I = 0; I < Before; ++I)
    if (isAffected((*Units)[I], Jobs[I], What))
      Kept.push_back(std::move(Jobs[I]));
  Jobs = std::move(Kept);
  Project.IsPartial = true;
  return Before;
}

} // namespace cppwarden::driver
