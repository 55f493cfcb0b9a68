//===- Reporters.h - One function an output format -------------*- C++ -*-===//
//
// Declared together because FormatRegistry.cpp is their only caller beside the
// tests; each is defined in the file named after the format.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_REPORT_REPORTERS_H
#define CPPWARDEN_REPORT_REPORTERS_H

#include "report/FormatRegistry.h"

namespace cppwarden::report {

void writeText(const Report &, SourceProvider &, const WriteOptions &,
               llvm::raw_ostream &);
void writeSarif(const Report &, SourceProvider &, const WriteOptions &,
                llvm::raw_ostream &);
void writeJsonLines(const Report &, SourceProvider &, const WriteOptions &,
                    llvm::raw_ostream &);
void writeGitlabSast(const Report &, SourceProvider &, const WriteOptions &,
                     llvm::raw_ostream &);
void writeGitlabCodeQuality(const Report &, SourceProvider &,
                            const WriteOptions &, llvm::raw_ostream &);
void writeGithub(const Report &, SourceProvider &, const WriteOptions &,
                 llvm::raw_ostream &);
void writeCheckstyle(const Report &, SourceProvider &, const WriteOptions &,
                     llvm::raw_ostream &);
void writeJunit(const Report &, SourceProvider &, const WriteOptions &,
                llvm::raw_ostream &);
void writeCsv(const Report &, SourceProvider &, const WriteOptions &,
              llvm::raw_ostream &);
void writeHtml(const Report &, SourceProvider &, const WriteOptions &,
               llvm::raw_ostream &);

} // namespace cppwarden::report

#endif
