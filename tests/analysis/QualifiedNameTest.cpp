#include "analysis/QualifiedName.h"

#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Frontend/ASTUnit.h"
#include "clang/Tooling/Tooling.h"
#include "gtest/gtest.h"
#include <set>

namespace cppwarden::analysis {
namespace {

class Collector : public clang::RecursiveASTVisitor<Collector> {
public:
  std::multiset<std::string> Names;
  bool shouldVisitTemplateInstantiations() const { return true; }
  bool shouldVisitImplicitCode() const { return false; }
  bool VisitNamedDecl(clang::NamedDecl *D) {
    if (!llvm::isa<clang::TemplateDecl, clang::NamespaceDecl>(D))
      Names.insert(qualifiedName(*D));
    return true;
  }
  bool VisitLambdaExpr(clang::LambdaExpr *L) {
    Names.insert(qualifiedName(*L->getCallOperator()));
    return true;
  }
};

std::multiset<std::string> namesIn(llvm::StringRef Code,
                                   llvm::StringRef File = "a.cpp") {
  std::vector<std::string> Flags;
  if (File.ends_with(".cpp"))
    Flags.push_back("-std=c++20");
  auto Unit = clang::tooling::buildASTFromCodeWithArgs(Code, Flags, File);
  EXPECT_TRUE(Unit && !Unit->getDiagnostics().hasErrorOccurred());
  Collector Visitor;
  Visitor.TraverseDecl(Unit->getASTContext().getTranslationUnitDecl());
  return Visitor.Names;
}

#define EXPECT_NAME(Names, Name)                                               \
  EXPECT_TRUE((Names).contains(Name)) << Name << " is missing"

TEST(QualifiedName, InlineAndAnonymousNamespacesAreLeftOut) {
  auto Names =
      namesIn("namespace std { inline namespace __cxx11 { template <class C> "
              "struct basic_string {\n"
              "  basic_string &append(const C *); }; } }\n"
              "namespace app { namespace { void hidden(); } namespace v2 { "
              "void seen(); } }\n"
              "void use(std::basic_string<char> &s) { s.append(nullptr); }\n");
  EXPECT_EQ(Names.count("std::basic_string::append"), 2u)
      << "the pattern and its instantiation";
  EXPECT_EQ(Names.count("std::basic_string"), 2u)
      << "the pattern and its specialisation";
  EXPECT_NAME(Names, "app::hidden");
  EXPECT_NAME(Names, "app::v2::seen");
}

TEST(QualifiedName, SpecialMembersAndOperators) {
  auto Names = namesIn("typedef decltype(sizeof(0)) size_t;\n"
                       "namespace n { template <class T> struct C { C(); "
                       "template <class U> C(U); ~C();\n"
                       "  operator bool() const; explicit operator const char "
                       "*() const; C &operator<<(int);\n"
                       "  int operator()(int) const; int &operator[](int); C "
                       "&operator=(const C &); bool operator!() const;\n"
                       "  void *operator new(size_t); static void s(); friend "
                       "bool operator==(C, C) { return true; } };\n"
                       "C<int> operator+(C<int>, C<int>); }\n"
                       "int operator\"\"_km(unsigned long long);\n"
                       "n::C<int> c; bool b = c == c;\n");
  for (const char *Name :
       {"n::C::C", "n::C::~C", "n::C::operator conversion", "n::C::operator<<",
        "n::C::operator()", "n::C::operator[]",
        "n::C::operator=", "n::C::operator!", "n::C::operator new", "n::C::s",
        "n::operator==", "n::operator+", "operator\"\"_km"})
    EXPECT_NAME(Names, Name);
  EXPECT_FALSE(Names.contains("n::C::operator=="));
}

TEST(QualifiedName, CNamesArePlain) {
  auto Names = namesIn("extern \"C\" { int open_it(const char *); }\n"
                       "namespace lib { extern \"C\" int shared(void); extern "
                       "\"C++\" int own(void); }\n"
                       "void f() { extern int late(int); late(1); }\n");
  for (const char *Name : {"open_it", "shared", "lib::own", "late"})
    EXPECT_NAME(Names, Name);
  auto InC = namesIn("typedef struct { int fd; } conn; struct other { int fd; "
                     "}; int c_open(conn *c);\n",
                     "a.c");
  for (const char *Name : {"c_open", "conn", "conn::fd", "other::fd"})
    EXPECT_NAME(InC, Name);
}

TEST(QualifiedName, NestedNamelessAndLocal) {
  auto Names = namesIn("struct A { enum Kind { First }; enum class Mode { On "
                       "}; struct { int deep; } part;\n"
                       "  union { int u; }; struct B { void m(); }; };\n"
                       "void A::B::m() { struct Local { void go() {} }; auto l "
                       "= [](int x) { return x; }; l(1); }\n");
  for (const char *Name :
       {"A::First", "A::Mode::On", "A::deep", "A::u", "A::B::m",
        "A::B::m::Local::go", "A::B::m::lambda::operator()"})
    EXPECT_NAME(Names, Name);
}

} // namespace
} // namespace cppwarden::analysis
