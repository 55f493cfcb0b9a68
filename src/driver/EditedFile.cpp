#include "driver/EditedFile.h"
#include "driver/ChangeFilter.h"
#include "support/Paths.h"
#include "llvm/ADT/STLExtras.h"
#include <limits>

namespace cppwarden::driver {

llvm::Expected<Project> openForEdit(const ProjectRequest &Request,
                                    FileBuffer Buffer) {
  auto IsOwn = [&](const frontend::UnitJob &Job) {
    return Job.File == Buffer.Path;
  };
  auto Whole = openProject(Request);
  if (!Whole || llvm::none_of(Whole->Plan.Jobs, IsOwn)) {
    if (!Whole)
      llvm::consumeError(Whole.takeError());
    ProjectRequest Alone = Request;
    Alone.Files = {Buffer.Path};
    Whole = openProject(Alone);
    if (!Whole)
      return Whole.takeError();
  }
  std::vector<frontend::UnitJob> Kept;
  std::unique_ptr<ResultCache> Cache;
  if (!Whole->Cache.Folder.empty()) {
    auto Opened = ResultCache::open(Whole->Cache, Whole->Plan.ProjectRoot,
                                    Whole->Config.Values.ruleOptions());
    if (!Opened)
      return Opened.takeError();
    Cache = std::move(*Opened);
  }
  for (frontend::UnitJob &Job : Whole->Plan.Jobs) {
    if (!IsOwn(Job)) {
      auto Object = Cache ? Cache->find(Job) : std::nullopt;
      // A unit that includes the file has an old text of it.
      if (!Object || reads(*Object, Job, Buffer.Path))
        continue;
    }
    Kept.push_back(std::move(Job));
  }
  Whole->Plan.Jobs = std::move(Kept);
  Whole->Plan.Report.Missing.clear();
  Whole->Buffer = std::move(Buffer);
  Whole->IsPartial = true;
  return Whole;
}

void keepInFile(report::Report &Report, const Project &Project) {
  Changes File;
  File.Lines[relativeTo(Project.Buffer.Path, Project.Plan.ProjectRoot)] = {
      {1, std::numeric_limits<std::uint32_t>::max()}};
  keepTouching(Report, File, NewLines::AnyStep);
}

EditedSources::EditedSources(llvm::StringRef Root, const FileBuffer &Buffer)
    : DirectorySources(Root), Name(relativeTo(Buffer.Path, Root)),
      Text(Buffer.Text) {}

std::optional<std::string> EditedSources::read(llvm::StringRef File) const {
  return File == Name ? Text : DirectorySources::read(File);
}

} // namespace cppwarden::driver
