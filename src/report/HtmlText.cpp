#include "report/HtmlText.h"
#include "report/Excerpt.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"

namespace cppwarden::report {

std::string htmlEscaped(llvm::StringRef Text) {
  std::string Result;
  Result.reserve(Text.size());
  for (char C : Text) {
    switch (C) {
    case '&':
      Result += "&amp;";
      break;
    case '<':
      Result += "&lt;";
      break;
    case '>':
      Result += "&gt;";
      break;
    case '"':
      Result += "&quot;";
      break;
    case '\'':
      Result += "&#39;";
      break;
    default:
      Result += C;
    }
  }
  return Result;
}

std::string htmlLine(llvm::StringRef Text) {
  return htmlEscaped(printable(Text));
}

/// A span from Mark to its next occurrence; empty when it is not closed.
static llvm::StringRef spanAfter(llvm::StringRef Text, llvm::StringRef Mark) {
  if (!Text.starts_with(Mark))
    return {};
  std::size_t End = Text.find(Mark, Mark.size());
  return End == llvm::StringRef::npos ? llvm::StringRef()
                                      : Text.slice(Mark.size(), End);
}

std::string htmlMessage(llvm::StringRef Text) {
  std::string Result;
  while (!Text.empty()) {
    llvm::StringRef Code = spanAfter(Text, "`");
    if (!Code.empty()) {
      Result += "<code>" + htmlLine(Code) + "</code>";
      Text = Text.drop_front(Code.size() + 2);
      continue;
    }
    std::size_t Next = Text.find('`', 1);
    Result += htmlLine(Text.take_front(Next));
    Text = Text.substr(Next);
  }
  return Result;
}

static std::string inlineHtml(llvm::StringRef Text) {
  std::string Result;
  auto Span = [&](llvm::StringRef Mark, const char *Tag) {
    llvm::StringRef Inner = spanAfter(Text, Mark);
    if (Inner.empty() || (Mark != "`" && llvm::isSpace(Inner.front())))
      return false;
    bool IsCode = Mark == "`";
    Result +=
        (llvm::Twine("<") + Tag + ">" +
         (IsCode ? htmlLine(Inner) : inlineHtml(Inner)) + "</" + Tag + ">")
            .str();
    Text = Text.drop_front(Inner.size() + 2 * Mark.size());
    return true;
  };
  while (!Text.empty()) {
    if (Span("`", "code") || Span("**", "strong") || Span("*", "em"))
      continue;
    std::size_t Next = Text.find_first_of("`*", 1);
    Result += htmlLine(Text.take_front(Next));
    Text = Text.substr(Next);
  }
  return Result;
}

std::string htmlFromMarkdown(llvm::StringRef Markdown) {
  llvm::SmallVector<llvm::StringRef> Lines;
  Markdown.trim().split(Lines, '\n');
  std::string Result, Block;
  enum { None, Paragraph, List, Code } Open = None;
  auto Close = [&] {
    if (Open == Paragraph)
      Result += "<p>" + inlineHtml(Block) + "</p>\n";
    else if (Open == List)
      Result += "<li>" + inlineHtml(Block) + "</li></ul>\n";
    else if (Open == Code)
      Result += "<pre><code>" + htmlEscaped(wellFormedUtf8(Block)) +
                "</code></pre>\n";
    Open = None;
    Block.clear();
  };
  for (llvm::StringRef Line : Lines) {
    llvm::StringRef Words = Line.trim();
    if (Open == Code && !Words.starts_with("```")) {
      Block += (Line + "\n").str();
    } else if (Words.starts_with("```")) {
      bool Ends = Open == Code;
      Close();
      if (!Ends)
        Open = Code;
    } else if (Words.empty()) {
      Close();
    } else if (Words.starts_with("- ") || Words.starts_with("* ")) {
      if (Open == List) {
        Result += "<li>" + inlineHtml(Block) + "</li>";
        Block.clear();
      } else {
        Close();
        Result += "<ul>";
        Open = List;
      }
      Block = Words.drop_front(2).str();
    } else {
      if (Open == None)
        Open = Paragraph;
      Block += (Block.empty() ? "" : " ") + Words.str();
    }
  }
  Close();
  return Result;
}

} // namespace cppwarden::report
