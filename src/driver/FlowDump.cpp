#include "driver/FlowDump.h"
#include "analysis/FlowDump.h"
#include "support/Paths.h"
#include <set>

namespace cppwarden::driver {

llvm::Expected<bool> dumpFlow(const Project &Project, const RunContext &Context,
                              llvm::StringRef Name, llvm::raw_ostream &Out) {
  llvm::ArrayRef<frontend::UnitJob> Jobs = Project.Plan.Jobs;
  auto Units = compileUnits(Jobs, compileOptions(Project, Context));
  if (!Units)
    return Units.takeError();
  std::set<std::string> Printed;
  for (std::size_t I = 0; I < Jobs.size(); ++I) {
    std::string File = relativeTo(Jobs[I].File, Jobs[I].ProjectRoot);
    const CompiledUnit &Unit = (*Units)[I];
    if (!Unit.Object) {
      Out << File << ": " << Unit.Failure << '\n';
      continue;
    }
    std::string Text = analysis::dumpFlow(Unit.Object->Graph, Name);
    if (!Text.empty() && Printed.insert(Text).second)
      Out << File << ":\n" << Text << '\n';
  }
  return !Printed.empty();
}

} // namespace cppwarden::driver
