//===- HtmlSource.h - A flow drawn over its source -------------*- C++ -*-===//
//
// The body of a finding in the html format: excerpts of the files a flow goes
// through, the marked ranges numbered, each step's words under its line.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_REPORT_HTMLSOURCE_H
#define CPPWARDEN_REPORT_HTMLSOURCE_H

#include "report/Redaction.h"
#include "report/SourceProvider.h"
#include "llvm/ADT/ArrayRef.h"

namespace cppwarden::report {

class HtmlSource {
public:
  /// Both must outlive it.
  HtmlSource(SourceProvider &Sources, const Redactor &Redact)
      : Sources(Sources), Redact(Redact) {}

  /// The finding's place and its flow.
  std::string draw(const Finding &Finding);
  /// The lines of an edit before and after it; empty when they cannot be shown:
  /// the source is gone, or a secret stands there.
  std::string drawEdit(const TextEdit &Edit);

private:
  /// Something to mark.
  struct Marker {
    SourceRange Range;
    std::size_t Number = 0; ///< of a step, from 1; 0: the finding itself
    const char *Kind = "";  ///< class of the style sheet
    std::string Words = {}; ///< the step as HTML
  };
  struct Highlight {
    std::size_t Begin, End;
    const char *Class;
  };

  void block(llvm::ArrayRef<Marker> Markers, std::string &Html);
  void line(llvm::ArrayRef<Marker> Markers, const SourceText &Text,
            std::uint32_t Number, std::string &Html);
  const std::vector<Highlight> &highlights(const std::string &File,
                                           const SourceText &Text);

  SourceProvider &Sources;
  const Redactor &Redact;
  std::map<std::string, std::vector<Highlight>> Coloured;
};

} // namespace cppwarden::report

#endif
