//===- UnitContext.cpp ----------------------------------------------------===//
#include "analysis/extract/UnitContext.h"
#include "analysis/NameLexicon.h"
#include "analysis/QualifiedName.h"
#include "cppwarden/Finding.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Index/USRGeneration.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/Regex.h"

using namespace clang;

namespace cppwarden::analysis {

static bool isCharacter(QualType T) {
  return T->isCharType() || T->isWideCharType() || T->isChar8Type() ||
         T->isChar16Type() || T->isChar32Type();
}

static bool isOctet(QualType T) {
  if (const auto *B = T->getAs<BuiltinType>())
    return B->getKind() == BuiltinType::UChar;
  return false;
}

const TypeModel *UnitContext::typeModel(QualType Type) {
  if (Type.isNull())
    return nullptr;
  Type = Type.getNonReferenceType();
  if (Type->isPointerType())
    Type = Type->getPointeeType();
  const clang::Type *Canonical = Type.getCanonicalType().getTypePtrOrNull();
  if (!Canonical)
    return nullptr;
  auto [It, New] = TypeModels.try_emplace(Canonical, nullptr);
  if (!New)
    return It->second;
  const TypeModel *Found = nullptr;
  // A typedef may be the modelled name (C handles), or the class, or a base.
  if (const auto *Typedef = Type->getAs<TypedefType>())
    Found = Models.typeNamed(qualifiedName(*Typedef->getDecl()));
  if (!Found)
    if (const auto *Record = Type->getAsRecordDecl()) {
      Found = Models.typeNamed(qualifiedName(*Record));
      const auto *Class = dyn_cast<CXXRecordDecl>(Record);
      if (!Found && Class && Class->hasDefinition())
        for (const CXXBaseSpecifier &Base : Class->bases()) {
          Found = typeModel(Base.getType());
          if (Found)
            break;
        }
    }
  TypeModels[Canonical] = Found;
  return Found;
}

llvm::StringRef UnitContext::typeSource(QualType Type) {
  const TypeModel *Model = typeModel(Type);
  return Model ? llvm::StringRef(Model->Source) : llvm::StringRef();
}

llvm::StringRef UnitContext::typeAs(QualType Type) {
  const TypeModel *Model = typeModel(Type);
  return Model ? llvm::StringRef(Model->As) : llvm::StringRef();
}

const VariableModel *UnitContext::variableModel(const VarDecl *Variable) {
  if (!Variable->getIdentifier() || Unit.isInProject(Variable->getLocation()))
    return nullptr;
  return Models.variableNamed(qualifiedName(*Variable));
}

ValueClass UnitContext::classify(QualType Type) {
  if (Type.isNull() || Type->isDependentType())
    return ValueClass::Unknown;
  Type = Type.getNonReferenceType().getCanonicalType().getUnqualifiedType();
  const clang::Type *T = Type.getTypePtr();
  auto Known = Classes.find(T);
  if (Known != Classes.end())
    return Known->second;
  Classes[T] = ValueClass::Unknown; // ends recursion through template arguments

  auto Decide = [&]() -> ValueClass {
    if (T->isBooleanType())
      return ValueClass::Boolean;
    if (const auto *E = T->getAs<EnumType>())
      return E->getDecl()->getName() == "byte" ? ValueClass::Bytes
                                               : ValueClass::Enum;
    if (isOctet(Type))
      return ValueClass::Bytes;
    if (isCharacter(Type))
      return ValueClass::Text;
    if (T->isArithmeticType())
      return ValueClass::Number;
    if (T->isFunctionType() || T->isMemberPointerType() ||
        T->isBlockPointerType())
      return ValueClass::Function;
    if (T->isPointerType() || T->isArrayType()) {
      QualType Inner = T->isPointerType()
                           ? T->getPointeeType()
                           : Context.getAsArrayType(Type)->getElementType();
      Inner = Inner.getCanonicalType().getUnqualifiedType();
      if (isOctet(Inner) || Inner->isVoidType())
        return ValueClass::Bytes;
      if (isCharacter(Inner))
        return ValueClass::Text;
      if (Inner->isFunctionType())
        return ValueClass::Function;
      if (Inner->isArithmeticType() || Inner->isEnumeralType())
        return T->isArrayType() ? ValueClass::Number : ValueClass::Pointer;
      ValueClass Below = classify(Inner);
      return Below == ValueClass::Text || Below == ValueClass::Bytes ||
                     Below == ValueClass::Object ||
                     Below == ValueClass::Function
                 ? Below
                 : ValueClass::Pointer;
    }
    const auto *Record = T->getAsCXXRecordDecl();
    if (!Record)
      return T->isRecordType() ? ValueClass::Object : ValueClass::Unknown;
    llvm::StringRef As = typeAs(Type);
    if (As == "text" || As == "secret")
      return ValueClass::Text;
    if (As == "bytes")
      return ValueClass::Bytes;
    if (As == "object")
      return ValueClass::Object;
    if (Record->isLambda())
      return ValueClass::Function;
    if (!Record->isInStdNamespace())
      return ValueClass::Object;
    llvm::StringRef Name =
        Record->getIdentifier() ? Record->getName() : llvm::StringRef();
    if (Name == "basic_string" || Name == "basic_string_view")
      return ValueClass::Text;
    if (Name == "function" || Name == "move_only_function")
      return ValueClass::Function;
    if (const auto *Spec = dyn_cast<ClassTemplateSpecializationDecl>(Record)) {
      const TemplateArgumentList &Args = Spec->getTemplateArgs();
      if (Args.size() && Args[0].getKind() == TemplateArgument::Type) {
        QualType First = Args[0].getAsType().getCanonicalType();
        if (Name == "vector" || Name == "array" || Name == "span" ||
            Name == "deque") {
          if (isOctet(First) ||
              (First->isEnumeralType() && classify(First) == ValueClass::Bytes))
            return ValueClass::Bytes;
          if (isCharacter(First))
            return ValueClass::Text;
        }
        if (Name == "optional" || Name == "unique_ptr" ||
            Name == "shared_ptr" || Name == "reference_wrapper" ||
            Name == "atomic" || Name == "expected")
          return classify(First);
      }
    }
    return ValueClass::Object;
  };
  ValueClass Result = Decide();
  Classes[T] = Result;
  return Result;
}

bool UnitContext::canHoldSecret(QualType Type) {
  if (Type.isNull())
    return false;
  QualType Plain = Type.getNonReferenceType().getCanonicalType();
  // A single character or byte is no secret; a pointer to void is a handle.
  if (Plain->isArithmeticType() || Plain->isVoidPointerType())
    return false;
  ValueClass Class = classify(Type);
  return Class == ValueClass::Text || Class == ValueClass::Bytes;
}

bool UnitContext::holdsSecrets(QualType Type) {
  if (Type.isNull())
    return false;
  Type = Type.getNonReferenceType().getCanonicalType();
  if (const auto *Array = Context.getAsArrayType(Type)) {
    QualType Inner = Array->getElementType();
    return !Inner->isArithmeticType() && canHoldSecret(Inner);
  }
  const auto *Spec = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      Type->getAsCXXRecordDecl());
  if (!Spec || !Spec->isInStdNamespace() || !Spec->getIdentifier())
    return false;
  static const llvm::StringRef Sequences[] = {
      "vector", "list", "deque", "array", "span", "set", "unordered_set"};
  const TemplateArgumentList &Arguments = Spec->getTemplateArgs();
  if (!llvm::is_contained(Sequences, Spec->getName()) || !Arguments.size() ||
      Arguments[0].getKind() != TemplateArgument::Type)
    return false;
  QualType Inner = Arguments[0].getAsType();
  return !Inner->isArithmeticType() && !Inner->isEnumeralType() &&
         canHoldSecret(Inner);
}

StringId UnitContext::numberKind(const ValueDecl *Decl) {
  QualType Type = Decl->getType();
  if (!Decl->getIdentifier() || !Type->isIntegerType() ||
      Type->isBooleanType() || Type->isEnumeralType() || isCharacter(Type))
    return 0;
  llvm::StringRef Kind = Names.kindOfName(Decl->getName());
  return Kind.starts_with("secret.") ? Builder.string(Kind) : 0;
}

StringId UnitContext::nameKind(const ValueDecl *Decl) {
  if (!Decl->getIdentifier())
    return 0;
  auto [It, New] = NameKinds.try_emplace(Decl, 0);
  if (!New)
    return It->second;
  StringId Kind = 0;
  if (canHoldSecret(Decl->getType()) || holdsSecrets(Decl->getType())) {
    llvm::StringRef Name = Names.kindOfName(Decl->getName());
    if (Name.empty() && typeAs(Decl->getType()) == "secret")
      Name = "secret";
    if (Name.empty())
      Name = Names.looseKindOf(Decl->getName());
    Kind = Name.empty() ? 0 : Builder.string(Name);
  }
  NameKinds[Decl] = Kind;
  return Kind;
}

bool anyOverridden(const CXXMethodDecl *Method,
                   llvm::function_ref<bool(const CXXMethodDecl *)> Is) {
  llvm::SmallVector<const CXXMethodDecl *, 4> Work(
      Method->overridden_methods());
  while (!Work.empty()) {
    const CXXMethodDecl *Base = Work.pop_back_val();
    if (Is(Base))
      return true;
    llvm::append_range(Work, Base->overridden_methods());
  }
  return false;
}

std::string UnitContext::lambdaKey(const CXXRecordDecl *Lambda) {
  LocationId Where = location(Lambda);
  const Location &L = Builder.graph().Locations[Where];
  return (Builder.text(L.File) + "$lambda@" + llvm::Twine(L.Line) + ":" +
          llvm::Twine(L.Column))
      .str();
}

/// Clang calls a type without a name after its place, with the file as this
/// unit came to it: `(anonymous union at /home/me/p/build/../src/tag.h:85:4)`.
/// Other units come another way, and another checkout lies elsewhere: the
/// folder goes. The rest of the key says what is meant well enough.
static std::string withoutFolders(llvm::StringRef Key) {
  static const llvm::Regex Place("\\((anonymous|unnamed|lambda)[^():]* at "
                                 "([^:]*/)[^/:]*:[0-9]+:[0-9]+\\)");
  std::string Result;
  llvm::SmallVector<llvm::StringRef> Match;
  if (!Key.contains(" at "))
    return Key.str();
  while (Place.match(Key, &Match)) {
    llvm::StringRef Folder = Match[2];
    Result += llvm::StringRef(Key.data(), Folder.data() - Key.data());
    Key = Key.substr(Folder.end() - Key.data());
  }
  return Result + Key.str();
}

std::string UnitContext::key(const NamedDecl *Decl) {
  const NamedDecl *Canonical = cast<NamedDecl>(Decl->getCanonicalDecl());
  auto Known = Keys.find(Canonical);
  if (Known != Keys.end())
    return Known->second;
  std::string Key;
  const auto *Method = dyn_cast<CXXMethodDecl>(Decl);
  if (Method && Method->getParent()->isLambda()) {
    Key = lambdaKey(Method->getParent());
    // A generic lambda has one body for each instantiation.
    if (const auto *Args = Method->getTemplateSpecializationArgs()) {
      llvm::raw_string_ostream Out(Key);
      for (const TemplateArgument &Arg : Args->asArray()) {
        Out << '|';
        Arg.print(Context.getPrintingPolicy(), Out, true);
      }
      Key = withoutFolders(Key);
    }
  } else {
    llvm::SmallString<128> Buffer;
    if (index::generateUSRForDecl(Decl, Buffer))
      Buffer = Decl->getQualifiedNameAsString();
    Key = withoutFolders(Buffer);
    // Internal names are this unit's own; Clang's USR names only the file.
    bool Internal = !Decl->isExternallyVisible();
    if (Internal) {
      Key += "@";
      Key += Unit.relativePath(Decl->getLocation());
      if (const auto *V = dyn_cast<VarDecl>(Decl); V && V->isStaticLocal()) {
        const Location &L = Builder.graph().Locations[location(Decl)];
        Key += (llvm::Twine(":") + llvm::Twine(L.Line) + ":" +
                llvm::Twine(L.Column))
                   .str();
      }
    }
  }
  Keys[Canonical] = Key;
  return Key;
}

/// Does a field's name say nothing of what it holds? Classes that keep it are
/// containers of the most different values, and what is in one object says
/// nothing of the others: it is followed from object to object only.
static bool isGenericName(llvm::StringRef Name) {
  static const llvm::StringSet<> Generic = {
      "array",    "b",       "base",   "begin",   "buf",      "buffer",
      "bytes",    "c",       "chars",  "child",   "cur",      "current",
      "d",        "data",    "elem",   "element", "elements", "end",
      "entry",    "entries", "head",   "impl",    "item",     "items",
      "left",     "len",     "length", "list",    "m",        "map",
      "mem",      "memory",  "next",   "node",    "nodes",    "obj",
      "object",   "p",       "parent", "payload", "pos",      "prev",
      "previous", "ptr",     "raw",    "ref",     "right",    "root",
      "s",        "self",    "size",   "start",   "storage",  "table",
      "tail",     "tmp",     "v",      "val",     "value",    "values",
      "vec",      "vector",  "x",      "y"};
  std::vector<std::string> Words = NameLexicon::words(Name);
  return llvm::all_of(
      Words, [](const std::string &Word) { return Generic.contains(Word); });
}

std::string UnitContext::fieldKey(const FieldDecl *Field) {
  auto Known = FieldKeys.find(Field);
  if (Known != FieldKeys.end())
    return Known->second;
  const RecordDecl *Record = Field->getParent();
  std::string Key;
  bool IsProject = Unit.isInProject(Record->getLocation());
  const auto *Class = dyn_cast<CXXRecordDecl>(Record);
  if (IsProject && !(Class && Class->isLambda()) &&
      !isGenericName(Field->getNameAsString())) {
    // All instantiations of a class template share their fields: the pattern's
    // key is enough, and the graph stays small.
    const NamedDecl *Owner = Record;
    if (Class)
      if (const CXXRecordDecl *Pattern =
              Class->getTemplateInstantiationPattern())
        Owner = Pattern;
    Key = key(Owner) + "::" + Field->getNameAsString();
  }
  FieldKeys[Field] = Key;
  return Key;
}

void UnitContext::enqueue(const FunctionDecl *Function) {
  if (Function && Done.insert(Function).second)
    Pending.push_back(Function);
}

/// Words of a yes/no function that vets its argument.
static bool soundsLikeValidator(llvm::StringRef Name) {
  static const llvm::StringRef Subjects[] = {
      "valid",        "validate",    "allowed",    "allow",
      "permitted",    "safe",        "whitelist",  "allowlist",
      "whitelisted",  "allowlisted", "sane",       "wellformed",
      "alphanumeric", "alnum",       "identifier", "trusted"};
  for (const std::string &Word : NameLexicon::words(Name))
    for (llvm::StringRef Subject : Subjects)
      if (Word == Subject)
        return true;
  return false;
}

const CalleeInfo &UnitContext::callee(const FunctionDecl *Function) {
  Function = Function->getCanonicalDecl();
  auto &Slot = Callees[Function];
  if (Slot)
    return *Slot;
  auto Info = std::make_unique<CalleeInfo>();
  Info->Name = qualifiedName(*Function);
  Info->NameId = Builder.string(Info->Name);
  Info->Key = Builder.string(key(Function));
  Info->InLibrary = !Unit.isInProject(Function->getLocation());

  auto Add = [&](llvm::StringRef Name) {
    for (unsigned Index : Models.functionsNamed(Name))
      if (!llvm::is_contained(Info->Models, Index))
        Info->Models.push_back(Index);
  };
  Add(Info->Name);
  if (Info->Models.empty())
    if (const auto *Method = dyn_cast<CXXMethodDecl>(Function)) {
      anyOverridden(Method, [&](const CXXMethodDecl *Base) {
        Add(qualifiedName(*Base));
        return !Info->Models.empty();
      });
    }
  if (const IdentifierInfo *Identifier = Function->getIdentifier()) {
    llvm::StringRef Name = Identifier->getName();
    Info->Sanitiser = Names.sanitiserOfFunction(Name).str();
    if (canHoldSecret(Function->getReturnType()) && Info->Sanitiser.empty()) {
      llvm::StringRef Kind = Names.kindOfName(Name);
      if (!Kind.empty())
        Info->GetterKind = Builder.string(Kind);
    }
    QualType Result = Function->getReturnType();
    Info->IsValidator = (Result->isBooleanType() || Result->isIntegerType()) &&
                        soundsLikeValidator(Name);
  }
  Slot = std::move(Info);
  return *Slot;
}

LocationId UnitContext::location(SourceLocation Begin, SourceLocation End) {
  if (Begin.isInvalid())
    return 0;
  SourceRange Range = Unit.range(Begin, End.isValid() ? End : Begin);
  Location L;
  L.File = Builder.string(Range.File);
  L.Line = Range.Line;
  L.Column = Range.Column;
  L.EndLine = Range.EndLine;
  L.EndColumn = Range.EndColumn;
  return Builder.location(L);
}

LocationId UnitContext::location(const Stmt *S) {
  return S ? location(S->getBeginLoc(), S->getEndLoc()) : 0;
}

LocationId UnitContext::location(const Decl *D) {
  return D ? location(D->getLocation(), D->getLocation()) : 0;
}

std::string UnitContext::label(const Expr *E) {
  if (!E)
    return "";
  E = E->IgnoreImplicit();
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E))
    return Ref->getDecl()->getNameAsString();
  if (const auto *Member = dyn_cast<MemberExpr>(E)) {
    const Expr *Base = Member->getBase()->IgnoreImplicit();
    if (isa<CXXThisExpr>(Base))
      return Member->getMemberDecl()->getNameAsString();
  }
  const SourceManager &SM = Context.getSourceManager();
  CharSourceRange Range = CharSourceRange::getTokenRange(
      SM.getFileLoc(E->getBeginLoc()), SM.getFileLoc(E->getEndLoc()));
  bool Invalid = false;
  llvm::StringRef Text =
      Lexer::getSourceText(Range, SM, Context.getLangOpts(), &Invalid);
  if (Invalid || Text.empty())
    return "";
  std::string Folded;
  for (char C : Text) {
    bool Space = C == ' ' || C == '\t' || C == '\n' || C == '\r';
    if (Space && (Folded.empty() || Folded.back() == ' '))
      continue;
    Folded += Space ? ' ' : C;
    if (Folded.size() > 40)
      break;
  }
  if (Folded.size() > 40) {
    Folded.resize(37);
    while (!Folded.empty() && (Folded.back() & 0xC0) == 0x80)
      Folded.pop_back();
    Folded += "...";
  }
  return Folded;
}

} // namespace cppwarden::analysis
