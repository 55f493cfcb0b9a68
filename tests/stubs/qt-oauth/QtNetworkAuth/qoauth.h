// Stub for fixtures and documentation examples: declarations with the signatures of
// Qt 5.15; `models verify` uses the real headers.
#ifndef CPPWARDEN_STUB_QT_OAUTH_QTNETWORKAUTH_QOAUTH_H
#define CPPWARDEN_STUB_QT_OAUTH_QTNETWORKAUTH_QOAUTH_H
#include <QString>
class QAbstractOAuth {
public:
  void setClientIdentifier(const QString &clientIdentifier);
  QString token() const;
  void setToken(const QString &token);
};
class QAbstractOAuth2 : public QAbstractOAuth {
public:
  void setScope(const QString &scope);
  void setClientIdentifierSharedKey(const QString &clientIdentifierSharedKey);
  QString refreshToken() const;
  void setRefreshToken(const QString &refreshToken);
};
class QOAuth2AuthorizationCodeFlow : public QAbstractOAuth2 {
public:
  QOAuth2AuthorizationCodeFlow();
};
class QOAuth1 : public QAbstractOAuth {
public:
  QOAuth1();
  void setClientCredentials(const QString &clientIdentifier, const QString &clientSharedSecret);
  void setTokenSecret(const QString &tokenSecret);
};

#endif
