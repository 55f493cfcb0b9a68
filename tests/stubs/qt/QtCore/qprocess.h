//===- qprocess.h - Stub of QProcess for fixtures -----------------*- C++
//-*-===//
//
// Declarations only, with the signatures of Qt 5.15.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_QPROCESS_H
#define CPPWARDEN_STUB_QPROCESS_H

#include "qstring.h"

class QIODevice {
public:
  enum OpenModeFlag { NotOpen = 0, ReadOnly = 1, WriteOnly = 2, ReadWrite = 3 };
  using OpenMode = OpenModeFlag;
  virtual ~QIODevice();
};

class QProcess : public QIODevice {
public:
  QProcess();
  ~QProcess() override;
  void start(const QString &program, const QStringList &arguments,
             OpenMode mode = ReadWrite);
  void start(const QString &command, OpenMode mode = ReadWrite);
  void start(OpenMode mode = ReadWrite);
  void setProgram(const QString &program);
  void setArguments(const QStringList &arguments);
  bool waitForFinished(int msecs = 30000);
  QByteArray readAllStandardOutput();
  static int execute(const QString &program, const QStringList &arguments);
  static int execute(const QString &command);
  static bool startDetached(const QString &program,
                            const QStringList &arguments,
                            const QString &workingDirectory = QString(),
                            qlonglong *pid = nullptr);
  static bool startDetached(const QString &command);
};

#endif
