#include "cli/OutputWriter.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/raw_ostream.h"
#include <cstdlib>
#include <unistd.h>

namespace cppwarden::cli {
namespace {

namespace fs = llvm::sys::fs;

/// Writes beside the file and renames, so that a reader never sees half a
/// report. What is no regular file (a pipe, /dev/stderr) is written directly.
llvm::Error writeFile(const OutputSpec &Spec, llvm::StringRef Bytes) {
  fs::file_status Status;
  bool Special = !fs::status(Spec.File, Status) &&
                 Status.type() != fs::file_type::regular_file;
  if (!Special)
    return llvm::writeToOutput(Spec.File, [&](llvm::raw_ostream &Out) {
      Out << Bytes;
      return llvm::Error::success();
    });
  std::error_code Error;
  llvm::raw_fd_ostream Out(Spec.File, Error, fs::OF_None);
  if (Error)
    return llvm::errorCodeToError(Error);
  Out << Bytes;
  Out.close();
  Error = Out.error();
  Out.clear_error();
  return llvm::errorCodeToError(Error);
}

} // namespace

bool wantsColour(ColourWhen When) {
  if (When != ColourWhen::Auto)
    return When == ColourWhen::Always;
  const char *NoColour = std::getenv("NO_COLOR");
  const char *Terminal = std::getenv("TERM");
  return ::isatty(STDOUT_FILENO) && !(NoColour && *NoColour) &&
         !(Terminal && llvm::StringRef(Terminal) == "dumb");
}

bool flushStandardOutput() {
  llvm::raw_fd_ostream &Out = llvm::outs();
  Out.flush();
  if (!Out.has_error())
    return true;
  llvm::errs() << "cppwarden: cannot write to standard output: "
               << Out.error().message() << '\n';
  Out.clear_error();
  return false;
}

bool writeOutputs(const std::vector<OutputSpec> &Outputs,
                  const report::Report &Report, report::SourceProvider &Sources,
                  const report::WriteOptions &Options) {
  bool AllWritten = true, AnyWritten = false;
  for (const OutputSpec &Spec : Outputs) {
    if (Spec.File.empty()) {
      Spec.Format->Write(Report, Sources, Options, llvm::outs());
      bool Written = flushStandardOutput();
      AllWritten &= Written;
      AnyWritten |= Written;
      continue;
    }
    report::WriteOptions Plain = Options;
    Plain.Colour = false;
    std::string Bytes;
    llvm::raw_string_ostream Buffer(Bytes);
    Spec.Format->Write(Report, Sources, Plain, Buffer);
    if (llvm::Error Failed = writeFile(Spec, Bytes)) {
      llvm::errs() << "cppwarden: cannot write '" << Spec.File
                   << "': " << llvm::toString(std::move(Failed)) << '\n';
      AllWritten = false;
      continue;
    }
    AnyWritten = true;
  }
  if (!AnyWritten && !Outputs.empty() &&
      llvm::none_of(Outputs,
                    [](const OutputSpec &S) { return S.File.empty(); })) {
    report::findFormat("text")->Write(Report, Sources, Options, llvm::outs());
    flushStandardOutput();
  }
  return AllWritten;
}

} // namespace cppwarden::cli
