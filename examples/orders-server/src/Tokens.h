#pragma once
#include <openssl/evp.h>
#include <string>

namespace orders {

/// Session identifiers of the old web front end.
std::string makeSessionIdOld();
std::string makeSessionId();

/// Key pair for signed receipts.
EVP_PKEY *makeReceiptKey(int bits);
EVP_PKEY *receiptKeyOld();
EVP_PKEY *receiptKey();

/// Encrypts a receipt number for the customer's link.
std::string sealOld(const std::string &number, const unsigned char *key);
std::string seal(const std::string &number, const unsigned char *key, const unsigned char *iv);

} // namespace orders
