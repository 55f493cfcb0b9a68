//===- Cgicc.h - Stub of cgicc for fixtures -----------------*- C++ -*-===//
//
// Declarations with the signatures of cgicc 3.2.19. For fixtures; `models
// verify` uses the real header.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_CGICC_CGICC_H
#define CPPWARDEN_STUB_CGICC_CGICC_H

#include "CgiEnvironment.h"
#include "FormEntry.h"
#include "FormFile.h"
#include <string>
#include <vector>

namespace cgicc {
typedef std::vector<FormEntry>::iterator form_iterator;
typedef std::vector<FormEntry>::const_iterator const_form_iterator;
typedef std::vector<FormFile>::iterator file_iterator;
typedef std::vector<FormFile>::const_iterator const_file_iterator;

class Cgicc {
public:
  explicit Cgicc(CgiInput *input = nullptr);
  ~Cgicc();
  std::string operator()(const std::string &name) const;
  form_iterator operator[](const std::string &name);
  const_form_iterator operator[](const std::string &name) const;
  form_iterator getElement(const std::string &name);
  const_form_iterator getElement(const std::string &name) const;
  bool getElement(const std::string &name,
                  std::vector<FormEntry> &result) const;
  const std::vector<FormEntry> &getElements() const;
  const std::vector<FormEntry> &operator*() const;
  bool queryCheckbox(const std::string &elementName) const;
  file_iterator getFile(const std::string &name);
  const_file_iterator getFile(const std::string &name) const;
  const std::vector<FormFile> &getFiles() const;
  const CgiEnvironment &getEnvironment() const;
};
} // namespace cgicc

#endif
