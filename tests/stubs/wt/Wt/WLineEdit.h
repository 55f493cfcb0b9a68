//===- WLineEdit.h - Stub of Wt 4.11 for fixtures -*- C++ -*-===============//
//
// Declarations only, a few of the library's, with its signatures.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_WT_WT_WLINEEDIT_H
#define CPPWARDEN_STUB_WT_WT_WLINEEDIT_H

#include <Wt/WString.h>

namespace Wt {
class WLineEdit {
public:
  const WString &text() const;
  virtual WString valueText() const;
};
} // namespace Wt

#endif
