//===- FormatString.cpp ---------------------------------------------------===//
#include "analysis/extract/FormatString.h"
#include "llvm/ADT/StringExtras.h"

namespace cppwarden::analysis {

std::vector<FormatConversion> parsePrintf(llvm::StringRef T) {
  using Takes = FormatConversion::Takes;
  std::vector<FormatConversion> Result;
  unsigned Next = 0;
  std::size_t I = 0, Percent = 0;
  auto Digits = [&](unsigned &Value) {
    std::size_t Start = I;
    Value = 0;
    while (I < T.size() && llvm::isDigit(T[I]) && Value < 100000)
      Value = Value * 10 + (T[I++] - '0');
    return I > Start;
  };
  auto Star = [&] {
    ++I;
    std::size_t Start = I;
    unsigned Position = 0;
    if (Digits(Position) && I < T.size() && T[I] == '$' && Position) {
      ++I;
      Result.push_back({Position - 1, Takes::Number, '*', Percent});
      return;
    }
    I = Start;
    Result.push_back({Next++, Takes::Number, '*', Percent});
  };
  while ((I = T.find('%', I)) != llvm::StringRef::npos) {
    Percent = I;
    if (++I >= T.size())
      break;
    if (T[I] == '%') {
      ++I;
      continue;
    }
    unsigned Value = 0, Position = 0;
    std::size_t Start = I;
    if (Digits(Value) && I < T.size() && T[I] == '$') {
      Position = Value;
      ++I;
    } else {
      I = Start;
    }
    while (I < T.size() && llvm::StringRef("-+ #0'I").contains(T[I]))
      ++I;
    if (I < T.size() && T[I] == '*')
      Star();
    else
      Digits(Value);
    if (I < T.size() && T[I] == '.') {
      ++I;
      if (I < T.size() && T[I] == '*')
        Star();
      else
        Digits(Value);
    }
    while (I < T.size() && llvm::StringRef("hlLqjztw").contains(T[I])) {
      // `q` is a length modifier only before a number (BSD's quad).
      if (T[I] == 'q' &&
          !(I + 1 < T.size() && llvm::StringRef("diouxX").contains(T[I + 1])))
        break;
      ++I;
    }
    if (I >= T.size())
      break;
    char Letter = T[I++];
    Takes What = Takes::Text;
    if (llvm::StringRef("diouxXeEfFgGaAbB").contains(Letter))
      What = Takes::Number;
    else if (Letter == 'c' || Letter == 'C')
      What = Takes::Character;
    else if (Letter == 'p' || Letter == 'n')
      What = Takes::Pointer;
    else if (Letter == 'm')
      continue; // errno's text takes no argument
    Result.push_back({Position ? Position - 1 : Next++, What, Letter, Percent});
  }
  return Result;
}

} // namespace cppwarden::analysis
