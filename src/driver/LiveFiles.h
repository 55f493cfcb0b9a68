//===- LiveFiles.h - The texts that editors have ---------------*- C++ -*-===//
//
// Which files are other than on disk, and when each last changed. Part of a
// LiveProject.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_DRIVER_LIVEFILES_H
#define CPPWARDEN_DRIVER_LIVEFILES_H

#include "driver/CompileUnits.h"
#include "report/SourceProvider.h"
#include <map>

namespace cppwarden::driver {

/// Paths are absolute.
class LiveFiles {
public:
  /// What an editor shows as Path.
  void setBuffer(llvm::StringRef Path, std::string Text);
  /// Path is what the disk has, from now on.
  void dropBuffer(llvm::StringRef Path);
  /// Path was written, made or removed.
  void noteOnDisk(llvm::StringRef Path);

  /// Raised by every change.
  std::uint64_t revision() const { return Revision; }
  /// What changed after Since.
  std::vector<std::string> changedAfter(std::uint64_t Since) const;

  /// Buffers that differ from the disk.
  std::vector<FileBuffer> edited() const;

  /// The text of Path, or null when no editor has it.
  const std::string *buffer(llvm::StringRef Path) const;

private:
  struct Buffer {
    std::string Text;
    bool IsEdited = false;
  };
  void note(llvm::StringRef Path);

  std::uint64_t Revision = 0;
  std::map<std::string, Buffer, std::less<>> Buffers;
  std::map<std::string, std::uint64_t, std::less<>> Changed;
};

/// The files of a project as LiveFiles has them.
class LiveSources final : public report::DirectorySources {
public:
  /// Files must outlive it.
  LiveSources(llvm::StringRef Root, const LiveFiles &Files)
      : DirectorySources(Root), Root(Root.str()), Files(Files) {}

protected:
  std::optional<std::string> read(llvm::StringRef File) const override;

private:
  std::string Root;
  const LiveFiles &Files;
};

} // namespace cppwarden::driver

#endif
