#include "analysis/NameLexicon.h"

#include "analysis/ModelReader.h"
#include "support/Yaml.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MemoryBuffer.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace cppwarden::analysis {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::unique_ptr<llvm::MemoryBuffer> fileOf(llvm::StringRef Path) {
  auto Buffer = llvm::MemoryBuffer::getFile(Path);
  EXPECT_TRUE(bool(Buffer)) << Path.str();
  return std::move(*Buffer);
}

NameLexicon read() {
  NameLexicon Lexicon;
  auto File = fileOf(CPPWARDEN_SOURCE_DIR "/rules/secrets.yaml");
  EXPECT_EQ(llvm::toString(Lexicon.add(File->getMemBufferRef())), "");
  return Lexicon;
}
const NameLexicon &shipped() {
  static const NameLexicon Lexicon = read();
  return Lexicon;
}

/// "a b c" to its words.
std::vector<std::string> list(llvm::StringRef Text) {
  llvm::SmallVector<llvm::StringRef> Parts;
  Text.split(Parts, ' ', -1, false);
  return {Parts.begin(), Parts.end()};
}

struct Group {
  const char *Kind;
  const char *Names;
};

TEST(NameLexicon, Words) {
  EXPECT_THAT(NameLexicon::words("m_dbPassword2"),
              ElementsAre("m", "db", "password", "2"));
  EXPECT_THAT(NameLexicon::words("API_KEY"), ElementsAre("api", "key"));
  EXPECT_THAT(NameLexicon::words("HTTPToken"), ElementsAre("http", "token"));
  EXPECT_THAT(NameLexicon::words("passwd_"), ElementsAre("passwd"));
  EXPECT_THAT(NameLexicon::words("x-api.key"), ElementsAre("x", "api", "key"));
  EXPECT_THAT(NameLexicon::words("sha256Hex"),
              ElementsAre("sha", "256", "hex"));
  EXPECT_THAT(NameLexicon::words("userIDs"), ElementsAre("user", "ids"));
  EXPECT_THAT(NameLexicon::words("getURLPath"),
              ElementsAre("get", "url", "path"));
  EXPECT_THAT(NameLexicon::words(""), ElementsAre());
  EXPECT_THAT(NameLexicon::words("___"), ElementsAre());
  EXPECT_THAT(NameLexicon::words("\xc3\xa4Key"),
              testing::SizeIs(testing::Ge(1u)));
}

TEST(NameLexicon, NamesOfSecrets) {
  const Group Groups[] = {
      {"secret.password",
       "password Password PASSWORD m_password m_sPassword password_ _password "
       "s_password g_password kPassword "
       "pszPassword szPwd lpszPassword wszPassword strPassword bstrPassword "
       "dbPassword m_dbPassword2 DB_PASSWORD "
       "db_passwd rootpw rootPw userPw passwd passwd_ pwd newPwd passphrase "
       "passPhrase pass_phrase keyPassphrase "
       "passcode smtpPass smtp_pass dbpass dbPass userpass user_pass userpwd "
       "userPasswd mysql_pwd adminPassword "
       "defaultPassword oldPassword newPassword currentPassword "
       "confirmPassword passwordConfirm password_confirmation "
       "passwordAgain password1 password2 passwordStr passwordBuf "
       "passwordBuffer passwordData passwordUtf8 "
       "plainPassword plaintextPassword clearTextPassword passwordForUser "
       "passwordFromEnv password_of_account "
       "getPassword get_password readPassword askPassword promptPassword "
       "loadPassword fetchPassword takePassword "
       "decryptPassword decodePassword generatePassword GetUserPassword "
       "currentUserPassword proxyPassword ircPass "
       "m_strServerPass saslPassword nickservPassword wifiPassword "
       "wpa_passphrase httpPassword ftp_password imapPassword "
       "sslKeyPassword pkcs12Password zipPassword keystorePassword passwords "
       "userPasswords PassWord passWd pass_word "
       "dbpassword userpassword mypassword newpassword pgpassword sshpass "
       "vncPassword rconPassword rcon_password "
       "ldapBindPassword bind_pw kennwort Passwort unlockPassword "
       "storedPassword enteredPassword"},
      {"secret.token",
       "authToken m_authToken auth_token AUTH_TOKEN authtoken access_token "
       "accessToken accesstoken apiToken api_token "
       "bearerToken refreshToken refresh_token csrfToken csrf_token xsrfToken "
       "sessionToken jwt jwtToken oauthToken "
       "OAuthToken oauth2_token securityToken idToken botToken githubToken "
       "GITHUB_TOKEN gh_token slackToken ssoToken "
       "passwordResetToken resetToken verificationToken activationToken "
       "rememberMeToken userToken getAccessToken "
       "fetchAuthToken readApiToken tokenAuthToken accessTokens vaultToken "
       "samlToken csrftoken accessTokenStr"},
      {"secret.key",
       "apiKey API_KEY api_key apikey m_apiKey secretKey secret_key SECRET_KEY "
       "secretkey privateKey private_key "
       "privKey privkey m_privkey privatekey encryptionKey encryption_key "
       "signingKey aesKey aes256Key AES_KEY hmacKey "
       "macKey masterKey master_key accessKey secretAccessKey "
       "AWS_SECRET_ACCESS_KEY sessionKey session_key sharedKey "
       "preSharedKey psk wpa_psk wifiPsk sshKey rsaPrivateKey privateKeyPem "
       "privateKeyData decryptionKey cipherKey "
       "apiKeys getApiKey loadPrivateKey jwtKey tsigKey encKey cookieKey "
       "wepKey apiKeyStr x_api_key stripeKey"},
      {"secret.credential",
       "secret m_secret k_secret clientSecret client_secret CLIENT_SECRET "
       "clientsecret sharedSecret sharedsecret "
       "credential credentials m_credentials userCredentials creds jwtSecret "
       "tokenSecret app_secret consumerSecret "
       "webhookSecret secrets totpSecret dbCreds awsCred cookieSecret "
       "getSecret oauthSecret"},
      {"secret.pin", "userPin user_pin cardPin securityPin simPin pincode "
                     "pinCode otp otpCode totp authCode "
                     "authorizationCode verificationCode recoveryCodes "
                     "backup_codes mfaCode twoFaCode2fa_code unlockPin "
                     "bluetoothPin soPin"},
      {"secret.session",
       "sessionId sessionID session_id m_sessionId sessionid sessId sess_id "
       "sessionCookie "
       "PHPSESSID JSESSIONID authCookie currentSessionId getSessionId"},
  };
  unsigned Count = 0;
  for (const Group &G : Groups)
    for (const std::string &Name : list(G.Names)) {
      EXPECT_EQ(shipped().kindOfName(Name).str(), G.Kind) << Name;
      ++Count;
    }
  EXPECT_GE(Count, 150u);
}

TEST(NameLexicon, NamesOfOtherKinds) {
  const Group Groups[] = {
      {"value.iv", "iv m_iv ivBuf initVector initializationVector aesIv IV "
                   "gcm_iv iv_bytes pIV"},
      {"value.salt", "salt m_salt passwordSalt salt_bytes saltStr kSalt "
                     "user_salt getSalt generateSalt"},
      {"value.nonce", "nonce m_nonce clientNonce nonceBytes server_nonce "
                      "makeNonce cnonceValueNonce"},
      {"pii.email", "email m_email emailAddress email_address userEmail eMail "
                    "mailAddress contactemail customerEmail "
                    "emails"},
      {"pii.phone", "phone phoneNumber phone_number mobileNumber telephone "
                    "homePhone msisdn"},
      {"pii.address", "streetAddress homeAddress billing_address "
                      "shippingAddress postalAddress postalCode zipCode "
                      "home_addr zipcode"},
      {"pii.birthdate",
       "birthDate birthdate dateOfBirth date_of_birth dob birthday"},
      {"pii.id", "ssn SSN socialSecurityNumber passportNumber taxId nationalId "
                 "driversLicenseNumber"},
      {"pii.card", "cardNumber creditCardNumber credit_card cardnumber cvv "
                   "cvv2 cvc ccNumber ccnum"},
      {"pii.account",
       "iban IBAN bankAccountNumber accountNumber account_number"},
      {"pii.location",
       "userLatitude gpsLongitude gps_lat userLocation gpsCoordinates homeLat"},
      {"pii.health", "patientName medicalRecord bloodType"},
  };
  for (const Group &G : Groups)
    for (const std::string &Name : list(G.Names))
      EXPECT_EQ(shipped().kindOfName(Name).str(), G.Kind) << Name;
}

TEST(NameLexicon, NamesOfSomethingElse) {
  const char *Names =
      // what a secret's name is about
      "passwordUrl passwordResetUrl password_uri passwordLink passwordPath "
      "passwordFile passwd_file passwordFilename "
      "passwordDir passwordName keyName key_name tokenName passwordLabel "
      "password_label passwordTitle passwordText "
      "passwordField PASSWORD_FIELD passwordColumn passwordHeader "
      "passwordPrefix tokenPrefix tokenSuffix passwordCount "
      "token_count tokenCount passwordLength password_len passwordLen "
      "passwordSize passwordMax maxPasswordLength "
      "minPasswordLength passwordLimit passwordPolicy passwordStrength "
      "passwordRegex passwordPattern passwordFormat "
      "passwordType tokenType token_type passwordId accessKeyId access_key_id "
      "accesskeyid AWS_ACCESS_KEY_ID passwordIndex "
      "tokenIdx passwordHint passwordPrompt passwordPlaceholder "
      "passwordMessage passwordMsg passwordError "
      "passwordRequired passwordEnabled passwordValid passwordChanged "
      "passwordExpired tokenExpiry authTokenExpiry "
      "passwordTimeout accessTokenTtl tokenTime passwordDate accessTokenType "
      "apiKeyHeader apiKeyName secretName "
      "secret_name credentialType credentialsPath credentialsFile "
      "sessionIdLength sessionCookieName cookieName "
      "privateKeyPath privateKeyFile private_key_file private_key_filename "
      "encryptionKeySize encryptionKeyLength "
      "passwordWidget passwordEdit m_passwordEdit passwordBox passwordDialog "
      "passwordButton passwordInput "
      "passwordLineEdit m_ui_passwordLabel passwordCallback password_cb "
      "passwordHandler passwordProvider credentialsProvider "
      "passwordManager passwordStore secretService secretStore passwordFactory "
      "passwordValidator passwordGenerator "
      "tokenGenerator passwordReset passwordEnv passwordVar PASSWORD_ENV_VAR "
      "passwordOption passwordFlag passwordArg "
      "passwordParam password_key passwordStatus passwordState passwordMode "
      "authTokenUrl tokenEndpoint jwtAlgorithm "
      "jwtHeader jwtIssuer secretSanta credentialHelper passwordChangedSignal "
      "passwordPage passwordView passwordsMatch "
      // asked, changed, or no longer the secret
      "hasPassword isPassword showPassword hidePassword needPassword "
      "needsPassword requirePassword usePassword "
      "allowPassword checkPassword validatePassword verifyPassword setPassword "
      "set_password changePassword "
      "resetPassword updatePassword savePassword clearPassword noPassword "
      "emptyPassword invalidPassword wrongPassword "
      "missingPassword forgotPassword lostPassword passwordHash password_hash "
      "hashedPassword hashed_password "
      "hashPassword encryptedPassword encrypted_password passwordEncrypted "
      "maskedPassword passwordMasked saltedPassword "
      "ciphersuitesPsk CIPHERS_PSK passwordDigest sha256Password numPasswords "
      "hasApiKey isSecret noSecret "
      "public_key publicKey pubkey pubKey "
      "publicKeyPem authTokenHash hashedToken logPassword sendPassword "
      "writePassword printSecret "
      // ambiguous words in their other sense
      "token m_token nextToken currentToken prevToken lastToken peekToken "
      "tokens stringToken parseToken getToken "
      "tokenizer tokenize tokenStream lexerToken tokenKind key m_key keys "
      "sortKey primaryKey foreignKey mapKey keyCode keyboard "
      "keyPress hotKey cacheKey lookupKey rowKey partitionKey key_value "
      "configKey keyword keyId "
      "pass m_pass renderPass firstPass passes compass bypass passenger "
      "passport passive passwall passthrough "
      "pin gpioPin pinNumber ledPin PIN_MODE pinned spin pins secretary "
      "secretion "
      "address ipAddress macAddress memoryAddress addr remoteAddr "
      "serverAddress latitude longitude lat lon location "
      "mail mailbox mailServer emailSubject emailBody emailTemplate phoneBook "
      "iphone headphone "
      "session sessionName sessionTimeout sessionPath cookie cookies cookieJar "
      "divider ivec archive pivot salted "
      "saltLength basalt nonces_seen announce nonceSize code errorCode "
      "statusCode zip sort card cardName soundCard "
      "credentialsRequired user userName username login loginName account "
      "accountName author authority authenticated "
      "authMethod authType author_key description crypto cipher hash digest";
  std::vector<std::string> All = list(Names);
  for (const std::string &Name : All)
    EXPECT_EQ(shipped().kindOfName(Name).str(), "") << Name;
  EXPECT_GE(All.size(), 200u);
}

TEST(NameLexicon, Keys) {
  const Group Groups[] = {
      {"secret.password",
       "DB_PASSWORD db.password smtp-password PGPASSWORD MYSQL_PWD "
       "MYSQL_ROOT_PASSWORD SSHPASS "
       "RABBITMQ_DEFAULT_PASS pass Proxy/Password password: password="},
      {"secret.key", "api-key X-Api-Key AWS_SECRET_ACCESS_KEY SECRET_KEY "
                     "PRIVATE_KEY api_key"},
      {"secret.token", "token TOKEN GH_TOKEN NPM_TOKEN VAULT_TOKEN "
                       "X-Auth-Token access_token SLACK_BOT_TOKEN X-CSRF-Token "
                       "X-Amz-Security-Token"},
      {"secret.credential", "Authorization Authorization: Proxy-Authorization "
                            "client_secret REDISCLI_AUTH secret"},
      {"secret.session", "Cookie Set-Cookie session_id PHPSESSID"},
      {"", "key name user username id type url AWS_ACCESS_KEY_ID grant_type "
           "token_type expires_in max_tokens HTTP_PROXY "
           "PATH HOME password_file PASSWORD_FILE /api/password password_hash "
           "WWW-Authenticate Content-Type host "
           "Enter\tpassword token_count password_label public_key "
           "keyboard.layout DATABASE_NAME"},
  };
  for (const Group &G : Groups)
    for (const std::string &Name : list(G.Names))
      EXPECT_EQ(shipped().kindOfKey(Name).str(), G.Kind) << Name;
  for (const char *Text : {"Enter your password:", "Wrong password",
                           "--password", "%s password", "password=%s", ""})
    if (llvm::StringRef(Text) != "--password")
      EXPECT_EQ(shipped().kindOfKey(Text).str(), "") << Text;
}

TEST(NameLexicon, Sanitisers) {
  const Group Groups[] = {
      {"mask",
       "mask maskPassword redact redactSecret redact_url obfuscate "
       "hidePassword scrub censor sanitizeForLog "
       "sanitise anonymizeIp toMasked masked passwordMasked getRedacted"},
      {"hash", "hash hashPasswordless hash_string sha256 sha256Hex SHA256_hex "
               "md5 md5sum MD5Hash computeHash getHash "
               "passwordHash tokenHash calcDigest hmacSha256 fingerprint crc32 "
               "toMd5 stringDigest sha1_hex"},
      {"hash.strong", "bcrypt bcryptHash scrypt argon2id pbkdf2Hmac "
                      "hashPassword hash_password"},
      {"encrypt", "encrypt encryptPassword aesEncrypt encrypt_aes_gcm seal "
                  "wrapKey encryptString dataEncrypted"},
      {"length", "length size count getLength passwordLength token_count empty "
                 "strlen pwdLen countTokens lengthOf"},
      {"escape.sql", "escapeSql sqlEscape escape_sql mysqlEscape "
                     "mysql_real_escape EscapeSQLString dbEscape sqlEscaped "
                     "escapeQuery"},
      {"escape.sql.quoted", "quoteLiteral quoteSql sqlQuote quote_sqlite"},
      {"escape.sql.identifier",
       "quoteIdentifier escape_identifier quoteIdent quoteSqlIdentifier"},
      {"escape.shell", "shellEscape shellQuote shell_quote escapeShell "
                       "escapeShellArg escapeshellarg quoteArgument"},
      {"escape.html", "htmlEscape escapeHtml escapeHTML htmlEncode "
                      "html_entities toHtmlEscaped escapeXml xmlEscape "
                      "htmlspecialchars"},
      {"escape.url", "urlEncode url_encode encodeURIComponent percentEncode "
                     "urlencode uriEncode toPercentEncoding "
                     "escapeUrl"},
      {"", "process handle unescapeHtml unEscape urlDecode decrypt "
           "decryptPassword unmask hashTable hash_map hashFind "
           "rehashTable maskToBits netmask bitmask verifyHash checkHash "
           "loadHash resize emplace getName toString append "
           "wrapText parseHash decodeHash hashLookup hasHash isMasked encoder "
           "escape quote sizer shadow counterpart "
           "hashmap_get readPassword getEncryptionKey encryptionKey lookupHash "
           "subnetMask"},
  };
  for (const Group &G : Groups)
    for (const std::string &Name : list(G.Names))
      EXPECT_EQ(shipped().sanitiserOfFunction(Name).str(), G.Kind) << Name;
}

TEST(NameLexicon, UserNames) {
  NameLexicon Lexicon = read();
  Lexicon.addSecretName("session ticket", "secret.token");
  Lexicon.addSecretName("hush_*", "secret");
  Lexicon.addSecretName("publicPassword", "secret.password");
  Lexicon.addSecretName("demoPassword", "none");
  EXPECT_EQ(Lexicon.kindOfName("m_sessionTicket"), "secret.token");
  EXPECT_EQ(Lexicon.kindOfName("session_tickets"), "secret.token");
  EXPECT_EQ(Lexicon.kindOfName("sessionTicketUrl"), "");
  EXPECT_EQ(Lexicon.kindOfName("HUSH_money"), "secret");
  EXPECT_EQ(Lexicon.kindOfName("publicPassword"), "secret.password");
  EXPECT_EQ(Lexicon.kindOfName("demoPassword"), "");
  EXPECT_EQ(Lexicon.kindOfName("password"), "secret.password");
}

TEST(NameLexicon, HostileIdentifiers) {
  EXPECT_EQ(shipped().kindOfName(std::string(100'000, 'p')), "");
  EXPECT_EQ(shipped().sanitiserOfFunction(std::string(100'000, 'h')), "");
  EXPECT_EQ(shipped().kindOfName("password\xff\xfe"), "");
  EXPECT_EQ(shipped().kindOfKey(std::string(100'000, '_')), "");
}

TEST(NameLexicon, Errors) {
  auto Error = [](llvm::StringRef Text) {
    NameLexicon Lexicon;
    return llvm::toString(Lexicon.add(llvm::MemoryBufferRef(Text, "n.yaml")));
  };
  EXPECT_EQ(Error("names: {befor: [a]}\n"),
            "n.yaml:1:9: unknown key 'befor'; did you mean 'before'?");
  EXPECT_THAT(Error("other: 1\n"), HasSubstr("'names' is missing"));
  EXPECT_THAT(Error("names: {before: [twoWords]}\n"),
              HasSubstr("not one lower-case word"));
  EXPECT_THAT(Error("names: {values: [{words: [a]}]}\n"),
              HasSubstr("'kind' is missing"));
  EXPECT_THAT(
      Error("names: {values: [{kind: secret, qualified: [{words: [a]}]}]}\n"),
      HasSubstr("'by' is missing"));
  EXPECT_THAT(Error("names: {values: [{kind: secret, words: [\"--\"]}]}\n"),
              HasSubstr("holds no word"));
  EXPECT_THAT(Error("names: {functions: [{kind: hash, verb: [a]}]}\n"),
              HasSubstr("did you mean 'verbs'?"));
}

/// Kinds in the shipped words are declared, in the role they are used in.
TEST(NameLexicon, ShippedKindsAreDeclared) {
  ModelSet Set;
  auto Kinds = fileOf(CPPWARDEN_SOURCE_DIR "/rules/kinds.yaml");
  ASSERT_EQ(llvm::toString(readKinds(Kinds->getMemBufferRef(), Set)), "");
  auto File = fileOf(CPPWARDEN_SOURCE_DIR "/rules/secrets.yaml");
  YamlNode Root = llvm::cantFail(parseYaml(File->getMemBufferRef()));
  unsigned Seen = 0;
  for (auto [Part, Role] : {std::pair("values", Kind::Role::Sink),
                            std::pair("keys", Kind::Role::Source),
                            std::pair("functions", Kind::Role::Sanitiser)})
    for (const YamlNode &Item : Root.find("names")->find(Part)->Items) {
      const Kind *K = Set.kindNamed(Item.find("kind")->Value);
      ASSERT_TRUE(K) << Item.find("kind")->Value;
      EXPECT_TRUE(K->Roles & static_cast<unsigned>(Role)) << K->Name;
      ++Seen;
    }
  EXPECT_GT(Seen, 20u);
}

} // namespace
} // namespace cppwarden::analysis
