//===- HtmlText.h - Text as HTML -------------------------------*- C++ -*-===//
//
// Every text of the html format goes through here: messages, file names and
// source lines are a stranger's.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_REPORT_HTMLTEXT_H
#define CPPWARDEN_REPORT_HTMLTEXT_H

#include "llvm/ADT/StringRef.h"
#include <string>

namespace cppwarden::report {

/// For content and for attribute values in double quotes; bytes as they are.
std::string htmlEscaped(llvm::StringRef Text);
/// One line that shows what it holds: well-formed UTF-8, control characters and
/// bidirectional controls as U+FFFD, line ends as spaces; then escaped.
std::string htmlLine(llvm::StringRef Text);
/// A line in which `code` stands between backquotes, as in our messages. What
/// is quoted may hold any other mark of Markdown, so these mean nothing here.
std::string htmlMessage(llvm::StringRef Text);
/// The Markdown that our documentation uses: paragraphs, lists, fenced code,
/// `code`, **strong**, *emphasis*. Anything else is text.
std::string htmlFromMarkdown(llvm::StringRef Markdown);

} // namespace cppwarden::report

#endif
