//===- EditedFile.h - A check of what an editor has open -------*- C++ -*-===//
//
// For `check --stdin-filename`: quick, so that it can run at every pause in
// typing. The units of the file are compiled with the editor's text; of the
// rest of the program there is what the result cache has.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_DRIVER_EDITEDFILE_H
#define CPPWARDEN_DRIVER_EDITEDFILE_H

#include "driver/Project.h"
#include "report/Report.h"
#include "report/SourceProvider.h"

namespace cppwarden::driver {

/// As openProject(). Buffer.Path is absolute; a file that no compile command
/// knows (a header, a new file) gets the flags of its neighbours.
llvm::Expected<Project> openForEdit(const ProjectRequest &Request,
                                    FileBuffer Buffer);

/// Keeps findings of which some place lies in the file.
void keepInFile(report::Report &Report, const Project &Project);

/// The files on disk, but for the edited one.
class EditedSources final : public report::DirectorySources {
public:
  EditedSources(llvm::StringRef Root, const FileBuffer &Buffer);

protected:
  std::optional<std::string> read(llvm::StringRef File) const override;

private:
  std::string Name, Text;
};

} // namespace cppwarden::driver

#endif
