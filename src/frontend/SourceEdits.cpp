#include "frontend/SourceEdits.h"
#include "clang/Tooling/Core/Replacement.h"

using clang::tooling::Replacement;
using clang::tooling::Replacements;

namespace cppwarden::frontend {

/// Replacements insist on a file; one object is about one file here.
static constexpr llvm::StringLiteral TheFile("file");

struct SourceEdits::State {
  Replacements All;
};

SourceEdits::SourceEdits() : Impl(std::make_unique<State>()) {}
SourceEdits::SourceEdits(const SourceEdits &Other)
    : Impl(std::make_unique<State>(*Other.Impl)) {}
SourceEdits::SourceEdits(SourceEdits &&) noexcept = default;
SourceEdits &SourceEdits::operator=(SourceEdits Other) noexcept {
  Impl = std::move(Other.Impl);
  return *this;
}
SourceEdits::~SourceEdits() = default;

bool SourceEdits::add(const ByteEdit &Edit) {
  constexpr std::size_t Largest = std::numeric_limits<unsigned>::max() / 2;
  if (Edit.Offset > Largest || Edit.Length > Largest)
    return false;
  Replacement New(TheFile, unsigned(Edit.Offset), unsigned(Edit.Length),
                  Edit.Text);
  for (const Replacement &Old : Impl->All)
    if (Old == New)
      return true;
  if (llvm::Error Conflict = Impl->All.add(New)) {
    llvm::consumeError(std::move(Conflict));
    return false;
  }
  return true;
}

std::vector<ByteEdit> SourceEdits::edits() const {
  std::vector<ByteEdit> Result;
  for (const Replacement &Each : Impl->All)
    Result.push_back(
        {Each.getOffset(), Each.getLength(), Each.getReplacementText().str()});
  return Result;
}

llvm::Expected<std::string> SourceEdits::apply(llvm::StringRef Before) const {
  for (const Replacement &Each : Impl->All)
    if (std::uint64_t(Each.getOffset()) + Each.getLength() > Before.size())
      return llvm::createStringError("an edit lies outside of the file");
  return clang::tooling::applyAllReplacements(Before, Impl->All);
}

} // namespace cppwarden::frontend
