//===- NodeKinds.h - Questions about kinds of nodes ------------*- C++ -*-===//
//
// One place for what the reader, the linker and the solver each need to know
// about a NodeKind or a ValueClass.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_ANALYSIS_NODEKINDS_H
#define CPPWARDEN_ANALYSIS_NODEKINDS_H

#include "analysis/FlowGraph.h"

namespace cppwarden::analysis {

/// Belongs to a call: Node::Ref is a CallId.
constexpr bool isCallPort(NodeKind Kind) {
  return Kind == NodeKind::Argument || Kind == NodeKind::ArgumentOut ||
         Kind == NodeKind::Result || Kind == NodeKind::Callee;
}
/// Belongs to a function's signature.
constexpr bool isFunctionPort(NodeKind Kind) {
  return Kind == NodeKind::Param || Kind == NodeKind::ParamOut ||
         Kind == NodeKind::Return;
}
/// One node program-wide; a path through it forgets the calling context.
constexpr bool isProgramWide(NodeKind Kind) {
  return Kind == NodeKind::Global || Kind == NodeKind::Field ||
         Kind == NodeKind::Capture;
}
/// Node::Ref is a StringId: of a key or of a kind.
constexpr bool refersToString(NodeKind Kind) {
  return isProgramWide(Kind) || Kind == NodeKind::FunctionRef ||
         Kind == NodeKind::Source || Kind == NodeKind::Sink ||
         Kind == NodeKind::Use;
}
/// No injection passes through values of this class.
constexpr bool carriesNoText(ValueClass Class) {
  return Class == ValueClass::Number || Class == ValueClass::Boolean ||
         Class == ValueClass::Enum;
}

} // namespace cppwarden::analysis

#endif
