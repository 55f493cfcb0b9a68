// The judgement of literals, as a table: one line a spelling met in programs.
#include "rules/PlausibleSecret.h"
#include "support/Resources.h"
#include <gtest/gtest.h>

namespace cppwarden::tests {
namespace {

struct Case {
  const char *Literal;
  const char *Kind = "secret.password";
  const char *Name = "password";
};

void PrintTo(const Case &C, std::ostream *Out) {
  *Out << '"' << C.Literal << "\" for " << C.Name << " (" << C.Kind << ")";
}

const rules::PlausibleSecret &judge() {
  static const rules::PlausibleSecret Judge = [] {
    Resource R = resource("rules", "rules/plausible-secrets.yaml");
    return llvm::cantFail(rules::PlausibleSecret::read({R.Contents, R.Name}));
  }();
  return Judge;
}

class Secret : public testing::TestWithParam<Case> {};
TEST_P(Secret, IsAccepted) {
  EXPECT_TRUE(
      judge().accepts(GetParam().Literal, GetParam().Kind, GetParam().Name));
}

class NoSecret : public testing::TestWithParam<Case> {};
TEST_P(NoSecret, IsSilent) {
  EXPECT_FALSE(
      judge().accepts(GetParam().Literal, GetParam().Kind, GetParam().Name));
}

constexpr const char *Password = "credential.password",
                     *Token = "credential.token",
                     *UserPwd = "credential.userpwd",
                     *Shared = "credential.secret",
                     *NamedToken = "secret.token", *NamedKey = "secret.key",
                     *Pin = "secret.pin", *Session = "secret.session";

const Case AcceptedAtApis[] = {
    {"changeme", Password, "mysql_real_connect"},
    {"password", Password, "mysql_real_connect"},
    {"admin", Password, "mysql_real_connect"},
    {"secret", Shared, "jwt::algorithm::hs256::hs256"},
    {"root", Password, "mysql_real_connect"},
    {"a", Password, "QSqlDatabase::setPassword"},
    {"correct horse battery staple", Password, "sqlite3_key"},
    {"Enter1here!", Password, "QSqlDatabase::setPassword"},
    {"tiger", Password, "SQLConnect"},
    {"my-jwt-secret", Shared, "jwt_set_alg"},
    {"key", Shared, "jwt_set_alg"},
    {"db_password", Password, "mysql_real_connect"},
    {"/etc", Password, "mysql_real_connect"},
    {"1234", Password, "mysql_real_connect"},
    {"p@ss%word", Password, "mysql_real_connect"},
    {"100%", Password, "mysql_real_connect"},
    {"x9", Token, "httplib::Client::set_bearer_token_auth"},
    {"admin:admin", UserPwd, "curl_easy_setopt"},
    {"deploy:s3cr3t", UserPwd, "curl_easy_setopt"},
    {"user@example.com:letmein", UserPwd, "curl_easy_setopt"},
};
INSTANTIATE_TEST_SUITE_P(Apis, Secret, testing::ValuesIn(AcceptedAtApis));

const Case AcceptedByName[] = {
    {"changeme"},
    {"letmein"},
    {"admin"},
    {"123456"},
    {"hunter2"},
    {"P@ssw0rd"},
    {"Passw0rd!"},
    {"qwerty"},
    {"7uN-pelican!4"},
    {"sunshine"},
    {"Tr0ub4dor&3"},
    {"correct-horse-battery-staple"},
    {"S3cureP4ss"},
    {"winter2024"},
    {"Summer2023!"},
    {"abc123"},
    {"root", "secret.password", "dbPassword"},
    {"postgres", "secret.password", "m_pgPassword"},
    {"raspberry", "secret.password", "DEFAULT_PASSWORD"},
    {"my-super-secret-password"},
    {"supersecret"},
    {"topsecret"},
    {"mypassword"},
    {"#Kx9!mLq2", "secret.password", "adminPass"},
    {"~Zeus4711", "secret.password", "passwd"},
    {"naïve-passwörd7"},
    {"g1thub-deploy", "secret.credential", "deployCredential"},
    {"9f86d081884c7d659a2feaa0c55ad015", NamedKey, "apiKey"},
    {"a1b2c3d4e5f6", NamedKey, "apiKey"},
    {"Bearer 9f31c07be2a84d55", NamedToken, "authorization"},
    {"Thund3r.Reed"},
    {"p4ss.w0rd.key7"},
    {"AIzaSyD4-x9QmZb", NamedKey, "API_KEY"},
    {"kM+R5Kjp1vRt/1fjORS+6ilI8ihN5KXSc7Tvo+hB", NamedKey, "secretKey"},
    {"my-super-secret-key", NamedKey, "SECRET_KEY"},
    {"MySuperSecretKey", NamedKey, "jwtSecret"},
    {"very-secret", NamedKey, "secretKey"},
    {"this-is-our-signing-key", NamedKey, "signingKey"},
    {"tok_8f3a91c2", NamedToken, "authToken"},
    {"eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI3In0.k3yT0k3nS1gn4tur3", NamedToken,
     "accessToken"},
    {"QmFzZTY0VG9rZW5WYWx1ZQ==", NamedToken, "refreshToken"},
    {"0f9e8d7c6b5a", Session, "sessionId"},
    {"XJDU4YWKQPZMNVLB", NamedToken, "deviceToken"},
    {"qWeRtYuIoPaSdFgH", NamedKey, "encryptionKey"},
    {"8273645546372819", NamedToken, "apiToken"},
    {"0000", Pin, "pin"},
    {"4711", Pin, "doorPin"},
    {"123456", Pin, "otp"},
};
INSTANTIATE_TEST_SUITE_P(Names, Secret, testing::ValuesIn(AcceptedByName));

const Case SilentAtApis[] = {
    {"", Password, "mysql_real_connect"},
    {"   ", Password, "mysql_real_connect"},
    {"<password>", Password, "mysql_real_connect"},
    {"${DB_PASSWORD}", Password, "mysql_real_connect"},
    {"{{ db_password }}", Password, "mysql_real_connect"},
    {"@DB_PASSWORD@", Password, "mysql_real_connect"},
    {"%DB_PASSWORD%", Password, "mysql_real_connect"},
    {"$DB_PASSWORD", Password, "mysql_real_connect"},
    {"xxx", Password, "mysql_real_connect"},
    {"XXXXXXXX", Token, "setToken"},
    {"********", Password, "mysql_real_connect"},
    {"...", Password, "mysql_real_connect"},
    {"%s", Password, "mysql_real_connect"},
    {"your-password-here", Password, "mysql_real_connect"},
    {"YOUR_API_KEY", Token, "setToken"},
    {"insert token", Token, "setToken"},
    {"TODO", Password, "mysql_real_connect"},
    {"none", Password, "mysql_real_connect"},
    {"NULL", Password, "mysql_real_connect"},
    {"N/A", Password, "mysql_real_connect"},
    {"[redacted]", Password, "mysql_real_connect"},
    {":", UserPwd, "curl_easy_setopt"},
    {"user:", UserPwd, "curl_easy_setopt"},
    {"user", UserPwd, "curl_easy_setopt"},
    {"anonymous:ftp@example.com", UserPwd, "curl_easy_setopt"},
    {"user:%s", UserPwd, "curl_easy_setopt"},
    {"-----BEGIN PUBLIC KEY-----\nMIIBIjANBg\n-----END PUBLIC KEY-----\n",
     Shared, "jwt"},
};
INSTANTIATE_TEST_SUITE_P(Apis, NoSecret, testing::ValuesIn(SilentAtApis));

const Case SilentByName[] = {
    {""},
    {"x"},
    {"password", "secret.password", "PASSWORD_FIELD"},
    {"password"},
    {"Password"},
    {"passwd"},
    {"api_key", NamedKey, "apiKey"},
    {"i2cp.leaseSetPrivKey", NamedKey, "I2CP_PRIV_KEY"},
    {"smtp2.password"},
    {"webircpassword", "secret.password", "TUNNEL_WEBIRC_PASSWORD"},
    {"Bearer token", NamedToken, "authorization"},
    {"apiKey", NamedKey, "apiKey"},
    {"x-api-key", NamedKey, "apiKey"},
    {"X-Auth-Token", NamedToken, "authToken"},
    {"Authorization", NamedToken, "token"},
    {"access_token", NamedToken, "token"},
    {"DB_PASSWORD", "secret.password", "dbPassword"},
    {"ORDERS_DB_PASSWORD"},
    {"db.password"},
    {"database/password"},
    {"login.password.label"},
    {"settings.network.proxy"},
    {"Password:"},
    {"password="},
    {"Enter your password"},
    {"Please enter the password for the key"},
    {"Invalid password"},
    {"wrong password, try again", "secret.password", "passwordError"},
    {"/etc/app/password.txt"},
    {"/run/secrets/db"},
    {"./secret.key", NamedKey, "privateKey"},
    {"~/.ssh/id_rsa", NamedKey, "privateKey"},
    {"C:\\keys\\server.pem", NamedKey, "privateKey"},
    {"server.key", NamedKey, "privateKey"},
    {"key.pem", NamedKey, "sslKey"},
    {"https://login.example.com/token", NamedToken, "tokenEndpoint"},
    {"/api/v1/token", NamedToken, "token"},
    {"/oauth2/token", NamedToken, "token"},
    {"www.example.com", NamedToken, "token"},
    {"%s:%s"},
    {"password %d"},
    {"{}:{}"},
    {"{user}"},
    {"user={0}"},
    {"<input type=\"password\">"},
    {"{\"password\":null}"},
    {"application/json", NamedToken, "token"},
    {"text/plain", NamedToken, "token"},
    {"--password"},
    {"-p"},
    {"-pw"},
    {"?token=", NamedToken, "token"},
    {"&key=", NamedKey, "apiKey"},
    {"^[A-Za-z0-9]{8,}$"},
    {"[a-z]+[0-9]+"},
    {"SELECT password FROM users"},
    {"Bearer", NamedToken, "token"},
    {"bearer", NamedToken, "tokenType"},
    {"Basic ", NamedToken, "authorization"},
    {"identifier", NamedToken, "token"},
    {"if", NamedToken, "token"},
    {"return", NamedToken, "token"},
    {"enabled", NamedKey, "key"},
    {"end_of_file", NamedToken, "token"},
    {"sha256", NamedKey, "hmacKey"},
    {"ssh-rsa", NamedKey, "hostKey"},
    {"ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABgQC7", NamedKey, "authorizedKey"},
    {"-----BEGIN RSA PRIVATE KEY-----", NamedKey, "privateKey"},
    {"-----BEGIN CERTIFICATE-----\nMIIDdzCC\n-----END CERTIFICATE-----\n",
     NamedKey, "sslKey"},
    {"MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA", NamedKey, "key"},
    {"$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy"},
    {"$argon2id$v=19$m=65536,t=3,p=4$c29tZXNhbHQ$RdescudvJCsgt3ub"},
    {"{SSHA}9rAqbqQUVHXKWlY1xFB1Fc3dMYwnM7Hn"},
    {"changeit%s"},
    {"<password>"},
    {"${PASSWORD}"},
    {"{{password}}"},
    {"your-password-here"},
    {"YOUR_TOKEN", NamedToken, "token"},
    {"********"},
    {"xxxxxxxx"},
    {"..."},
    {"(null)"},
    {"none"},
    {"default"},
    {"prompt"},
    {"required"},
    {"true"},
    {"line\nbreak"},
    {"0000000000000000", NamedKey, "apiKey"},
    {"abcd", Pin, "pin"},
    {"12", Pin, "pin"},
    {"PIN code", Pin, "pin"},
    {"session_id", Session, "sessionId"},
    {"PHPSESSID", Session, "sessionId"},
    {"JSESSIONID", Session, "sessionId"},
};
INSTANTIATE_TEST_SUITE_P(Names, NoSecret, testing::ValuesIn(SilentByName));

TEST(PlausibleSecret, IgnoresWhatFollowsTheTerminator) {
  llvm::StringRef Padded("hunter2\0\0\0\0", 11);
  EXPECT_TRUE(judge().accepts(Padded, "secret.password", "password"));
  EXPECT_FALSE(judge().accepts(llvm::StringRef("\0\0\0\0", 4), Password, ""));
}

TEST(PlausibleSecret, BrokenDataIsReportedWithItsPlace) {
  auto Read = rules::PlausibleSecret::read({"placeholdrs: [x]\n", "p.yaml"});
  ASSERT_FALSE(Read);
  std::string Why = llvm::toString(Read.takeError());
  EXPECT_NE(Why.find("p.yaml:1:1"), std::string::npos) << Why;
  EXPECT_NE(Why.find("placeholders"), std::string::npos) << Why;
}

} // namespace
} // namespace cppwarden::tests
