//===- WrittenText.cpp - Literals and comments as they are written
//---------===//
//
// One raw lexing pass over each project file. The raw lexer knows raw strings,
// encodings and comments and needs neither macros nor includes, so that text in
// macro bodies and skipped conditionals is seen too; it runs at some hundred
// megabytes a second, against a parse of perhaps one.
//
// A literal without escapes is taken as it is spelled. Only the others go
// through Clang's StringLiteralParser, token by token, so that each character
// can be traced to its token.
//
//===----------------------------------------------------------------------===//
#include "rules/WrittenText.h"
#include "frontend/Unit.h"
#include "clang/AST/ASTContext.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Basic/TargetInfo.h"
#include "clang/Lex/Lexer.h"
#include "clang/Lex/LiteralSupport.h"
#include "clang/Lex/Preprocessor.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/ConvertUTF.h"

using namespace clang;

namespace cppwarden::rules {

namespace {

/// Line and column (from 1) of an offset.
std::pair<std::uint32_t, std::uint32_t> lineAndColumn(llvm::StringRef Source,
                                                      std::size_t Offset) {
  llvm::StringRef Before = Source.take_front(Offset);
  std::size_t LineBegin = Before.rfind('\n');
  LineBegin = LineBegin == llvm::StringRef::npos ? 0 : LineBegin + 1;
  return {static_cast<std::uint32_t>(Before.count('\n')) + 1,
          static_cast<std::uint32_t>(Offset - LineBegin) + 1};
}

const WrittenText::Piece &pieceAt(llvm::ArrayRef<WrittenText::Piece> Pieces,
                                  std::size_t Offset) {
  auto After = llvm::upper_bound(
      Pieces, Offset,
      [](std::size_t O, const WrittenText::Piece &P) { return O < P.Begin; });
  return After == Pieces.begin() ? *After : *std::prev(After);
}

/// Appends Token's characters as UTF-8. Returns false for a broken literal.
bool decodeSlowly(const Token &Tok, const ASTContext &Context,
                  std::string &Into) {
  StringLiteralParser Parser(Tok, Context.getSourceManager(),
                             Context.getLangOpts(), Context.getTargetInfo());
  if (Parser.hadError)
    return false;
  llvm::StringRef Bytes = Parser.GetString();
  switch (Parser.isWide() || Parser.isUTF16() || Parser.isUTF32()
              ? Parser.GetStringLength() == 0
                    ? 1
                    : Bytes.size() / Parser.GetNumStringChars()
              : 1) {
  case 2: {
    llvm::SmallVector<llvm::UTF16, 128> Units(Bytes.size() / 2);
    std::memcpy(Units.data(), Bytes.data(), Units.size() * 2);
    std::string Converted;
    if (!llvm::convertUTF16ToUTF8String(Units, Converted))
      return false;
    Into += Converted;
    return true;
  }
  case 4: {
    llvm::SmallVector<llvm::UTF32, 128> Units(Bytes.size() / 4);
    std::memcpy(Units.data(), Bytes.data(), Units.size() * 4);
    std::string Converted;
    if (!llvm::convertUTF32ToUTF8String(Units, Converted))
      return false;
    Into += Converted;
    return true;
  }
  default:
    Into += Bytes;
    return true;
  }
}

/// Lexes one file and hands its texts over.
class FileScan {
public:
  FileScan(const ASTContext &Context, FileID Id, llvm::StringRef Source,
           llvm::StringRef File,
           llvm::function_ref<void(const WrittenText &)> Handle)
      : Context(Context), Source(Source), File(File), Handle(Handle),
        Begin(Context.getSourceManager().getLocForStartOfFile(Id)) {}

  void run() {
    Lexer Lex(Begin, Context.getLangOpts(), Source.begin(), Source.begin(),
              Source.end());
    Lex.SetCommentRetentionState(true);
    Token Tok;
    for (bool AtEnd = false; !AtEnd;) {
      AtEnd = Lex.LexFromRawLexer(Tok);
      if (tok::isStringLiteral(Tok.getKind())) {
        addLiteral(Tok);
      } else if (Tok.is(tok::comment)) {
        // A comment between two tokens of a literal does not end it.
        comment(offset(Tok), Tok.getLength());
      } else {
        flush();
      }
    }
    flush();
  }

private:
  std::size_t offset(const Token &Tok) const {
    return Tok.getLocation().getRawEncoding() - Begin.getRawEncoding();
  }

  void addLiteral(const Token &Tok) {
    std::size_t Offset = offset(Tok);
    llvm::StringRef Spelling = Source.substr(Offset, Tok.getLength());
    WrittenText::Piece Piece{Decoded.size(), Offset, Offset + Spelling.size(),
                             false};
    if (Spelling.starts_with('"') && Spelling.ends_with('"') &&
        !Spelling.contains('\\')) {
      Piece.SourceBegin += 1;
      Piece.SourceEnd -= 1;
      Piece.Exact = true;
      Decoded += Spelling.drop_front().drop_back();
    } else if (Spelling.starts_with("R\"") && Spelling.contains('(')) {
      std::size_t Open = Spelling.find('(');
      std::size_t Delimiter = Open - 2;
      if (Spelling.size() < Open + 1 + Delimiter + 2)
        return;
      Piece.SourceBegin = Offset + Open + 1;
      Piece.SourceEnd -= Delimiter + 2;
      Piece.Exact = true;
      Decoded += Source.slice(Piece.SourceBegin, Piece.SourceEnd);
    } else if (!decodeSlowly(Tok, Context, Decoded)) {
      return;
    }
    Pieces.push_back(Piece);
  }

  void flush() {
    if (Pieces.empty())
      return;
    WrittenText Text;
    Text.Is = WrittenText::Kind::Literal;
    Text.Text = Decoded;
    Text.Pieces.assign(Pieces.begin(), Pieces.end());
    hand(Text);
    Pieces.clear();
    Decoded.clear();
  }

  void comment(std::size_t Offset, std::size_t Length) {
    WrittenText Text;
    Text.Is = WrittenText::Kind::Comment;
    Text.Text = Source.substr(Offset, Length);
    Text.Pieces.push_back({0, Offset, Offset + Length, true});
    hand(Text);
  }

  void hand(WrittenText &Text) {
    Text.File = File;
    Text.Source = Source;
    Handle(Text);
  }

  const ASTContext &Context;
  llvm::StringRef Source, File;
  llvm::function_ref<void(const WrittenText &)> Handle;
  SourceLocation Begin;
  std::string Decoded;
  llvm::SmallVector<WrittenText::Piece, 8> Pieces;
};

} // namespace

SourceRange WrittenText::range(std::size_t Begin, std::size_t End) const {
  const Piece &First = pieceAt(Pieces, Begin);
  const Piece &Last = pieceAt(Pieces, End ? End - 1 : 0);
  std::size_t From = First.Exact ? First.SourceBegin + (Begin - First.Begin)
                                 : First.SourceBegin;
  std::size_t To =
      Last.Exact ? Last.SourceBegin + (End - Last.Begin) : Last.SourceEnd;
  std::size_t LineEnd = Source.find_first_of("\r\n", From);
  To = std::min({To, LineEnd, Source.size()});
  SourceRange Result;
  Result.File = File.str();
  std::tie(Result.Line, Result.Column) = lineAndColumn(Source, From);
  Result.EndLine = Result.Line;
  Result.EndColumn =
      Result.Column + static_cast<std::uint32_t>(To > From ? To - From : 1);
  return Result;
}

llvm::StringRef WrittenText::lineBefore() const {
  llvm::StringRef Before = Source.take_front(Pieces.front().SourceBegin);
  std::size_t LineBegin = Before.rfind('\n');
  return LineBegin == llvm::StringRef::npos ? Before
                                            : Before.drop_front(LineBegin + 1);
}

std::vector<std::string> WrittenText::spellings(std::size_t Begin,
                                                std::size_t End) const {
  std::vector<std::string> Result;
  for (std::size_t I = 0; I != Pieces.size(); ++I) {
    const Piece &P = Pieces[I];
    std::size_t PieceEnd =
        I + 1 == Pieces.size() ? Text.size() : Pieces[I + 1].Begin;
    if (PieceEnd <= Begin || P.Begin >= End)
      continue;
    if (!P.Exact) {
      Result.push_back(Source.slice(P.SourceBegin, P.SourceEnd).str());
      continue;
    }
    std::size_t From = std::max(P.Begin, Begin), To = std::min(PieceEnd, End);
    Result.push_back(Text.slice(From, To).str());
  }
  return Result;
}

void forEachWrittenText(frontend::ParsedUnit &Unit,
                        llvm::function_ref<void(const WrittenText &)> Handle) {
  const SourceManager &Sources = Unit.Context.getSourceManager();
  llvm::StringSet<> Seen;
  for (const std::string &Skipped : Unit.Job.SkippedHeaderBodies)
    Seen.insert(Skipped);
  auto Scan = [&](const SrcMgr::SLocEntry &Entry) {
    if (!Entry.isFile())
      return;
    FileID Id = Sources.getFileID(
        SourceLocation::getFromRawEncoding(Entry.getOffset()));
    if (!Sources.getFileEntryRefForID(Id))
      return;
    SourceLocation Begin = Sources.getLocForStartOfFile(Id);
    if (!Unit.isInProject(Begin))
      return;
    std::string File = Unit.relativePath(Begin);
    if (!Seen.insert(File).second)
      return;
    if (std::optional<llvm::StringRef> Source = Sources.getBufferDataOrNone(Id))
      FileScan(Unit.Context, Id, *Source, File, Handle).run();
  };
  for (unsigned I = 0, E = Sources.local_sloc_entry_size(); I != E; ++I)
    Scan(Sources.getLocalSLocEntry(I));
  // Those of a preamble that an earlier parse left.
  for (unsigned I = 0, E = Sources.loaded_sloc_entry_size(); I != E; ++I)
    Scan(Sources.getLoadedSLocEntry(I));
}

} // namespace cppwarden::rules
