//===- WTextArea.h - Stub of Wt 4.11 for fixtures -*- C++ -*-===============//
//
// Declarations only, a few of the library's, with its signatures.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_WT_WT_WTEXTAREA_H
#define CPPWARDEN_STUB_WT_WT_WTEXTAREA_H

#include <Wt/WString.h>

namespace Wt {
class WTextArea {
public:
  const WString &text() const;
  virtual WString valueText() const;
};
} // namespace Wt

#endif
