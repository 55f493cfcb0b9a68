#include "rules/OfferedFixes.h"
#include "analysis/Model.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace cppwarden::analysis;

namespace cppwarden::rules {
namespace {

/// With the number that the policy asks for; false if the place cannot hold it,
/// or holds as much already.
bool raiseToPolicy(FixOffer &Offer, std::int64_t Least) {
  if (!Offer.LargestNumber)
    return true;
  llvm::StringRef New = Offer.Edit.Replacement;
  llvm::StringRef Suffix = New.drop_while(llvm::isDigit);
  std::uint64_t Number = 0;
  if (New.drop_back(Suffix.size()).getAsInteger(10, Number))
    return false;
  if (Least > 0)
    Number = std::max(Number, static_cast<std::uint64_t>(Least));
  if (Number > Offer.LargestNumber)
    return false;
  Offer.Edit.Replacement = std::to_string(Number) + Suffix.str();
  return Offer.Edit.Replacement != Offer.Edit.Replaced;
}

Fix toFix(FixOffer Offer) {
  Fix Result;
  const TextEdit &Edit = Offer.Edit;
  Result.Description = "Use " + Edit.Replacement +
                       (Offer.IsCallee ? "()" : " instead of " + Edit.Replaced);
  Result.Safety = Offer.Caution.empty() ? FixSafety::Safe : FixSafety::Unsafe;
  Result.Caution = std::move(Offer.Caution);
  Result.Edits.push_back(std::move(Offer.Edit));
  return Result;
}

} // namespace

OfferedFixes::OfferedFixes(llvm::MutableArrayRef<TuObject> Objects) {
  for (TuObject &Object : Objects) {
    for (FixOffer &Offer : Object.FixOffers)
      ByPlace[Offer.Of].push_back(std::move(Offer));
    Object.FixOffers.clear();
  }
  // Headers are offered by every unit that reads them.
  for (auto &[Place, Offers] : ByPlace) {
    llvm::sort(Offers);
    Offers.erase(llvm::unique(Offers), Offers.end());
  }
}

std::vector<Fix> OfferedFixes::fixesFor(llvm::ArrayRef<SourceRange> Places,
                                        llvm::ArrayRef<llvm::StringRef> Kinds,
                                        std::int64_t LeastNumber) const {
  std::vector<Fix> Result;
  for (const SourceRange &Place : Places) {
    auto Found = ByPlace.find(Place);
    if (Found == ByPlace.end())
      continue;
    for (FixOffer Offer : Found->second) {
      bool IsAbout = llvm::any_of(Kinds, [&](llvm::StringRef Kind) {
        return ModelSet::isKindWithin(Kind, Offer.Kind);
      });
      if (!IsAbout || !raiseToPolicy(Offer, LeastNumber))
        continue;
      Fix New = toFix(std::move(Offer));
      if (Result.empty())
        Result.push_back(std::move(New));
      else if (New.Safety > Result.front().Safety)
        Result.front() = std::move(New);
    }
  }
  return Result;
}

} // namespace cppwarden::rules
