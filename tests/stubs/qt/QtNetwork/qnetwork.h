// Stub for fixtures and documentation examples: declarations with the signatures of
// Qt 5.15; `models verify` uses the real headers.
#ifndef CPPWARDEN_STUB_QT_QNETWORK_H
#define CPPWARDEN_STUB_QT_QNETWORK_H
#include <QByteArray>
#include <QString>

class QIODevice;
namespace QSsl {
enum KeyAlgorithm { Opaque, Rsa, Dsa, Ec };
enum EncodingFormat { Pem, Der };
enum KeyType { PrivateKey, PublicKey };
} // namespace QSsl
class QAuthenticator {
public:
  QString user() const;
  void setUser(const QString &user);
  QString password() const;
  void setPassword(const QString &password);
};
class QNetworkProxy {
public:
  enum ProxyType { DefaultProxy, Socks5Proxy, NoProxy, HttpProxy };
  QNetworkProxy();
  QNetworkProxy(ProxyType type, const QString &hostName = QString(), unsigned short port = 0,
                const QString &user = QString(), const QString &password = QString());
  void setUser(const QString &userName);
  void setPassword(const QString &password);
  QString password() const;
};
class QNetworkRequest {
public:
  void setRawHeader(const QByteArray &headerName, const QByteArray &value);
};
class QSslKey {
public:
  QSslKey();
  QSslKey(const QByteArray &encoded, QSsl::KeyAlgorithm algorithm, QSsl::EncodingFormat format = QSsl::Pem,
          QSsl::KeyType type = QSsl::PrivateKey, const QByteArray &passPhrase = QByteArray());
};

#endif
