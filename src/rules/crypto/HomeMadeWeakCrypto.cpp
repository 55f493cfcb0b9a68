//===- HomeMadeWeakCrypto.cpp - A program's own MD5, SHA-1, DES or RC4 ----===//
//
// Told by the constants that the algorithm cannot do without: the initial state
// and the round constants of the digests, the first S-box of DES as a table of
// its standard or as its permuted form. RC4 has none and is told by its key
// schedule. One finding an algorithm and file.
//
//===----------------------------------------------------------------------===//
#include "rules/Rc4KeySchedule.h"
#include "rules/StructuralRule.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"
#include <algorithm>
#include <array>
#include <map>

namespace cppwarden::rules {

namespace {

RuleDescriptor describe() {
  RuleDescriptor D;
  D.Id = "home-made-weak-crypto";
  D.Group = "crypto";
  D.Title = "Own copy of a broken digest or cipher";
  D.Cwes = {327, 328};
  D.Level = Severity::Warning;
  D.InPack = Pack::Audit;
  D.HowPrecise = Precision::High;
  D.SecuritySeverity = 5.9;
  D.Summary =
      "Finds MD4, MD5, SHA-1, RIPEMD-160, DES and RC4 that are part of the "
      "program, told by their constants: the initial state and the round "
      "constants of the digests, the first S-box of DES; RC4 by its key "
      "schedule, which swaps entries of a table of 256 as the key says. Each "
      "is reported once a file, whatever its functions are called. SHA-2, AES "
      "and other tables are silent, and so are a single constant, as it stands "
      "in a hash of a table, and a table that random numbers shuffle.";
  D.Rationale =
      "A copy is not seen by a search for the library's functions, and nobody "
      "mends it: two inputs with the same MD5 take seconds to find, a key of "
      "DES hours. What is written by hand also leaks its key through the time "
      "that its table look-ups take.";
  D.Remedy =
      "Use SHA-256 or BLAKE2 and AES-256-GCM or ChaCha20-Poly1305 of a "
      "maintained library, and delete the copy. Where a foreign protocol or "
      "format demands the algorithm, call it in that library, and suppress the "
      "finding there with the reason.";
  D.References = {"https://cwe.mitre.org/data/definitions/327.html",
                  "https://www.rfc-editor.org/rfc/rfc6151"};
  D.Bad = {"#include <cstdint>\n"
           "\n"
           "struct Digest {\n"
           "  std::uint32_t state[4];\n"
           "};\n"
           "\n"
           "void start(Digest &digest) {\n"
           "  digest.state[0] = 0x67452301;\n"
           "  digest.state[1] = 0xefcdab89;\n"
           "  digest.state[2] = 0x98badcfe;\n"
           "  digest.state[3] = 0x10325476;\n"
           "}\n",
           "bad.cpp"};
  D.Good = {"#include <openssl/evp.h>\n"
            "\n"
            "int start(EVP_MD_CTX *digest) {\n"
            "  return EVP_DigestInit_ex(digest, EVP_sha256(), nullptr);\n"
            "}\n",
            "good.cpp"};
  return D;
}

/// Constants that tell; a file's are gathered as bits.
constexpr std::array<std::uint32_t, 10> Constants = {
    0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, // MD4, MD5, SHA-1, RIPEMD
    0xd76aa478, 0xe8c7b756,                         // MD5, the first sines
    0xc3d2e1f0, 0xca62c1d6,                         // SHA-1
    0xa953fd4e, 0x50a28be6};                        // RIPEMD-160
constexpr unsigned State = 0xf, Sines = 0x30, Sha1 = 0xc0, Ripemd = 0x300;

/// The first row of the first S-box, and the first words of its permuted form.
constexpr std::array<std::uint32_t, 16> SBox = {14, 4,  13, 1,  2, 15, 11, 8,
                                                3,  10, 6,  12, 5, 9,  0,  7};
constexpr std::array<std::uint32_t, 4> Permuted = {0x01010400, 0x00000000,
                                                   0x00010000, 0x01010404};

class Collector : public clang::RecursiveASTVisitor<Collector> {
public:
  explicit Collector(const clang::SourceManager &SM) : SM(SM) {}

  struct File {
    unsigned Digests = 0;
    clang::SourceLocation Digest, Des, Rc4; ///< the first of each
    bool HasIdentity = false;               ///< of 256 entries
  };

  bool VisitIntegerLiteral(const clang::IntegerLiteral *E) {
    const llvm::APInt &Value = E->getValue();
    if (Value.getActiveBits() < 29 || Value.getActiveBits() > 32)
      return true;
    const auto *Known =
        std::find(Constants.begin(), Constants.end(), Value.getZExtValue());
    if (Known != Constants.end())
      seen(E->getBeginLoc(), 1u << (Known - Constants.begin()));
    return true;
  }

  bool VisitInitListExpr(const clang::InitListExpr *List) {
    if (startsWith(*List, SBox) || startsWith(*List, Permuted)) {
      clang::SourceLocation At = SM.getExpansionLoc(List->getBeginLoc());
      File &F = Files[SM.getFileID(At)];
      if (F.Des.isInvalid() || SM.isBeforeInTranslationUnit(At, F.Des))
        F.Des = At;
    }
    return true;
  }

  bool VisitFunctionDecl(const clang::FunctionDecl *Function) {
    if (!Function->doesThisDeclarationHaveABody())
      return true;
    Rc4Parts Parts = rc4PartsOf(*Function);
    if (!Parts.FillsIdentity && Parts.Mixes.isInvalid())
      return true;
    File &F = Files[SM.getFileID(SM.getExpansionLoc(Function->getLocation()))];
    F.HasIdentity |= Parts.FillsIdentity;
    if (Parts.Mixes.isValid() && F.Rc4.isInvalid())
      F.Rc4 = SM.getExpansionLoc(Parts.Mixes);
    return true;
  }

  std::map<clang::FileID, File> Files;

private:
  void seen(clang::SourceLocation Where, unsigned Bit) {
    clang::SourceLocation At = SM.getExpansionLoc(Where);
    File &F = Files[SM.getFileID(At)];
    F.Digests |= Bit;
    if (F.Digest.isInvalid() || SM.isBeforeInTranslationUnit(At, F.Digest))
      F.Digest = At;
  }

  template <std::size_t N>
  static bool startsWith(const clang::InitListExpr &List,
                         const std::array<std::uint32_t, N> &Wanted) {
    if (List.getNumInits() < N || List.getNumInits() < 16)
      return false;
    for (std::size_t I = 0; I < N; ++I) {
      const auto *Literal = llvm::dyn_cast<clang::IntegerLiteral>(
          List.getInit(I)->IgnoreParenCasts());
      if (!Literal || Literal->getValue() != Wanted[I])
        return false;
    }
    return true;
  }

  const clang::SourceManager &SM;
};

class HomeMadeWeakCrypto final : public StructuralRule {
public:
  const RuleDescriptor &descriptor() const override {
    static const RuleDescriptor Descriptor = describe();
    return Descriptor;
  }
  bool isNoteInTests() const override { return true; }

  void finish(FindingSink &Sink) override {
    frontend::ParsedUnit &Unit = Sink.unit();
    Collector Seen(Unit.Context.getSourceManager());
    for (clang::Decl *D : Unit.Context.getTranslationUnitDecl()->decls())
      if (Unit.isInProject(D->getLocation()))
        Seen.TraverseDecl(D);
    for (const auto &[Id, File] : Seen.Files) {
      if (llvm::StringRef Digest = digestOf(File.Digests); !Digest.empty())
        report(Sink, File.Digest, "constants of " + Digest.str(),
               "use SHA-256 or BLAKE2 of a maintained library");
      if (File.Des.isValid())
        report(Sink, File.Des, "constants of DES", UseAes);
      if (File.Rc4.isValid() && File.HasIdentity)
        report(Sink, File.Rc4, "key schedule of RC4", UseAes);
    }
  }

private:
  static constexpr const char *UseAes =
      "use AES-256-GCM or ChaCha20-Poly1305 of a maintained library";

  static llvm::StringRef digestOf(unsigned Seen) {
    bool HasState = (Seen & State) == State;
    bool IsSha1 = HasState && (Seen & Sha1) && !(Seen & Ripemd);
    bool IsMd5 = (Seen & Sines) == Sines;
    if (IsSha1)
      return IsMd5 ? "MD5 and SHA-1" : "SHA-1";
    if (HasState && (Seen & Ripemd) == Ripemd)
      return "RIPEMD-160";
    if (IsMd5)
      return "MD5";
    return HasState ? "MD4 or MD5" : "";
  }

  static void report(FindingSink &Sink, clang::SourceLocation Where,
                     const std::string &What, const char *Hint) {
    Finding &F = Sink.report(
        {Where, Where},
        (What.starts_with("constants") ? "these are the " : "this is the ") +
            What + ": the program has its own copy of it");
    F.Hint = Hint;
  }
};

} // namespace

std::unique_ptr<StructuralRule> makeHomeMadeWeakCrypto() {
  return std::make_unique<HomeMadeWeakCrypto>();
}

} // namespace cppwarden::rules
