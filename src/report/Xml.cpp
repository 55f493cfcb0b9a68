#include "report/Xml.h"
#include "report/SourceText.h"
#include <fmt/format.h>

namespace cppwarden::report {

/// The production Char of XML 1.0, less the C1 controls that it discourages.
static bool isXmlCharacter(char32_t C) {
  if (C < 0x20)
    return C == '\t' || C == '\n' || C == '\r';
  return !(C >= 0x7F && C <= 0x9F) && !(C >= 0xD800 && C <= 0xDFFF) &&
         C != 0xFFFE && C != 0xFFFF;
}

static std::string escape(llvm::StringRef Text, bool KeepsLines) {
  std::string Result;
  while (!Text.empty()) {
    DecodedCharacter C = decodeFirst(Text);
    llvm::StringRef Bytes = Text.take_front(C.Bytes);
    Text = Text.drop_front(C.Bytes);
    switch (C.Value) {
    case '&':
      Result += "&amp;";
      continue;
    case '<':
      Result += "&lt;";
      continue;
    case '>':
      Result += "&gt;";
      continue;
    case '"':
      Result += "&quot;";
      continue;
    case '\'':
      Result += "&apos;";
      continue;
    default:
      break;
    }
    bool IsSpace = C.Value == '\n' || C.Value == '\t';
    if (C.Value == '\r' || (IsSpace && !KeepsLines))
      Result += fmt::format("&#{};", static_cast<unsigned>(C.Value));
    else if (C.Value == 0xFFFD || !isXmlCharacter(C.Value))
      Result += "\xEF\xBF\xBD";
    else
      Result += Bytes;
  }
  return Result;
}

std::string xmlEscaped(llvm::StringRef Text) { return escape(Text, false); }
std::string xmlContent(llvm::StringRef Text) { return escape(Text, true); }

} // namespace cppwarden::report
