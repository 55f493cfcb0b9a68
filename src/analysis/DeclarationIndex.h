//===- DeclarationIndex.h - What a library's headers declare ---*- C++ -*-===//
//
// Plain data taken from a parsed unit for the model verifier: every function
// with the shape of its parameters, every class with its bases, and the names
// of types, variables, enumerators and macros. Names are those of
// qualifiedName().
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_ANALYSIS_DECLARATIONINDEX_H
#define CPPWARDEN_ANALYSIS_DECLARATIONINDEX_H

#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include <string>
#include <vector>

namespace clang {
class ASTContext;
class Preprocessor;
} // namespace clang

namespace cppwarden::analysis {

struct DeclaredParameter {
  std::string Type, Canonical; ///< as spelt, and without typedefs
  bool Dependent = false;      ///< on a template parameter: any type
  bool HoldsText = false;      ///< character pointer or class: may be a string
};

struct DeclaredFunction {
  std::vector<DeclaredParameter> Parameters; ///< without a trailing pack
  bool Open = false; ///< variadic, a parameter pack, or no prototype
  bool HasObject =
      false; ///< `this` exists: method that is not static, constructor
  bool IsConstructor = false;
  bool ReturnsVoid = false;
};

class DeclarationIndex {
public:
  void collect(clang::ASTContext &Context, clang::Preprocessor &PP);

  llvm::StringMap<std::vector<DeclaredFunction>> Functions;
  llvm::StringMap<std::vector<std::string>> Bases; ///< class → its direct bases
  llvm::StringSet<> Types;
  llvm::StringMap<std::string> Aliases; ///< typedef → the class behind it
  llvm::StringSet<> Variables;
  llvm::StringSet<> Enumerators;       ///< unqualified, as conditions name them
  llvm::StringMap<std::string> Macros; ///< name → first identifier of its body
};

} // namespace cppwarden::analysis

#endif
