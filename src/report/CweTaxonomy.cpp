#include "report/CweTaxonomy.h"
#include <algorithm>
#include <iterator>

namespace cppwarden::report {

namespace {
struct Weakness {
  unsigned Number;
  const char *Title;
};
} // namespace

// Sorted by number. Titles as in CWE 4.x, without the quotes of nicknames.
static constexpr Weakness Weaknesses[] = {
    {14, "Compiler Removal of Code to Clear Buffers"},
    {15, "External Control of System or Configuration Setting"},
    {20, "Improper Input Validation"},
    {22, "Improper Limitation of a Pathname to a Restricted Directory (Path "
         "Traversal)"},
    {23, "Relative Path Traversal"},
    {36, "Absolute Path Traversal"},
    {73, "External Control of File Name or Path"},
    {77, "Improper Neutralization of Special Elements used in a Command "
         "(Command Injection)"},
    {78, "Improper Neutralization of Special Elements used in an OS Command "
         "(OS Command Injection)"},
    {79, "Improper Neutralization of Input During Web Page Generation "
         "(Cross-site Scripting)"},
    {88, "Improper Neutralization of Argument Delimiters in a Command "
         "(Argument Injection)"},
    {89, "Improper Neutralization of Special Elements used in an SQL Command "
         "(SQL Injection)"},
    {90, "Improper Neutralization of Special Elements used in an LDAP Query "
         "(LDAP Injection)"},
    {91, "XML Injection (aka Blind XPath Injection)"},
    {93, "Improper Neutralization of CRLF Sequences (CRLF Injection)"},
    {94, "Improper Control of Generation of Code (Code Injection)"},
    {95, "Improper Neutralization of Directives in Dynamically Evaluated Code "
         "(Eval Injection)"},
    {113, "Improper Neutralization of CRLF Sequences in HTTP Headers (HTTP "
          "Request/Response Splitting)"},
    {114, "Process Control"},
    {116, "Improper Encoding or Escaping of Output"},
    {117, "Improper Output Neutralization for Logs"},
    {119,
     "Improper Restriction of Operations within the Bounds of a Memory Buffer"},
    {120,
     "Buffer Copy without Checking Size of Input (Classic Buffer Overflow)"},
    {125, "Out-of-bounds Read"},
    {129, "Improper Validation of Array Index"},
    {134, "Use of Externally-Controlled Format String"},
    {184, "Incomplete List of Disallowed Inputs"},
    {190, "Integer Overflow or Wraparound"},
    {200, "Exposure of Sensitive Information to an Unauthorized Actor"},
    {203, "Observable Discrepancy"},
    {204, "Observable Response Discrepancy"},
    {208, "Observable Timing Discrepancy"},
    {209, "Generation of Error Message Containing Sensitive Information"},
    {214, "Invocation of Process Using Visible Sensitive Information"},
    {223, "Omission of Security-relevant Information"},
    {226, "Sensitive Information in Resource Not Removed Before Reuse"},
    {242, "Use of Inherently Dangerous Function"},
    {244, "Improper Clearing of Heap Memory Before Release (Heap Inspection)"},
    {247, "DEPRECATED: Reliance on DNS Lookups in a Security Decision"},
    {248, "Uncaught Exception"},
    {252, "Unchecked Return Value"},
    {253, "Incorrect Check of Function Return Value"},
    {256, "Plaintext Storage of a Password"},
    {259, "Use of Hard-coded Password"},
    {273, "Improper Check for Dropped Privileges"},
    {276, "Incorrect Default Permissions"},
    {287, "Improper Authentication"},
    {295, "Improper Certificate Validation"},
    {297, "Improper Validation of Certificate with Host Mismatch"},
    {306, "Missing Authentication for Critical Function"},
    {307, "Improper Restriction of Excessive Authentication Attempts"},
    {311, "Missing Encryption of Sensitive Data"},
    {312, "Cleartext Storage of Sensitive Information"},
    {313, "Cleartext Storage in a File or on Disk"},
    {319, "Cleartext Transmission of Sensitive Information"},
    {321, "Use of Hard-coded Cryptographic Key"},
    {326, "Inadequate Encryption Strength"},
    {327, "Use of a Broken or Risky Cryptographic Algorithm"},
    {328, "Use of Weak Hash"},
    {329, "Generation of Predictable IV with CBC Mode"},
    {330, "Use of Insufficiently Random Values"},
    {335, "Incorrect Usage of Seeds in Pseudo-Random Number Generator (PRNG)"},
    {337, "Predictable Seed in Pseudo-Random Number Generator (PRNG)"},
    {338,
     "Use of Cryptographically Weak Pseudo-Random Number Generator (PRNG)"},
    {345, "Insufficient Verification of Data Authenticity"},
    {347, "Improper Verification of Cryptographic Signature"},
    {350, "Reliance on Reverse DNS Resolution for a Security-Critical Action"},
    {353, "Missing Support for Integrity Check"},
    {359, "Exposure of Private Personal Information to an Unauthorized Actor"},
    {362, "Concurrent Execution using Shared Resource with Improper "
          "Synchronization (Race Condition)"},
    {367, "Time-of-check Time-of-use (TOCTOU) Race Condition"},
    {377, "Insecure Temporary File"},
    {379, "Creation of Temporary File in Directory with Insecure Permissions"},
    {390, "Detection of Error Condition Without Action"},
    {391, "Unchecked Error Condition"},
    {396, "Declaration of Catch for Generic Exception"},
    {400, "Uncontrolled Resource Consumption"},
    {426, "Untrusted Search Path"},
    {427, "Uncontrolled Search Path Element"},
    {454, "External Initialization of Trusted Variables or Data Stores"},
    {470, "Use of Externally-Controlled Input to Select Classes or Code "
          "(Unsafe Reflection)"},
    {476, "NULL Pointer Dereference"},
    {494, "Download of Code Without Integrity Check"},
    {497, "Exposure of Sensitive System Information to an Unauthorized Control "
          "Sphere"},
    {502, "Deserialization of Untrusted Data"},
    {522, "Insufficiently Protected Credentials"},
    {523, "Unprotected Transport of Credentials"},
    {526,
     "Cleartext Storage of Sensitive Information in an Environment Variable"},
    {532, "Insertion of Sensitive Information into Log File"},
    {538, "Insertion of Sensitive Information into Externally-Accessible File "
          "or Directory"},
    {540, "Inclusion of Sensitive Information in Source Code"},
    {599, "Missing Validation of OpenSSL Certificate"},
    {601, "URL Redirection to Untrusted Site (Open Redirect)"},
    {606, "Unchecked Input for Loop Condition"},
    {611, "Improper Restriction of XML External Entity Reference"},
    {614, "Sensitive Cookie in HTTPS Session Without Secure Attribute"},
    {617, "Reachable Assertion"},
    {639, "Authorization Bypass Through User-Controlled Key"},
    {643, "Improper Neutralization of Data within XPath Expressions (XPath "
          "Injection)"},
    {676, "Use of Potentially Dangerous Function"},
    {680, "Integer Overflow to Buffer Overflow"},
    {693, "Protection Mechanism Failure"},
    {704, "Incorrect Type Conversion or Cast"},
    {730, "OWASP Top Ten 2004 Category A9 - Denial of Service"},
    {732, "Incorrect Permission Assignment for Critical Resource"},
    {757, "Selection of Less-Secure Algorithm During Negotiation (Algorithm "
          "Downgrade)"},
    {759, "Use of a One-Way Hash without a Salt"},
    {760, "Use of a One-Way Hash with a Predictable Salt"},
    {770, "Allocation of Resources Without Limits or Throttling"},
    {776, "Improper Restriction of Recursive Entity References in DTDs (XML "
          "Entity Expansion)"},
    {777, "Regular Expression without Anchors"},
    {778, "Insufficient Logging"},
    {779, "Logging of Excessive Data"},
    {780, "Use of RSA Algorithm without OAEP"},
    {787, "Out-of-bounds Write"},
    {789, "Memory Allocation with Excessive Size Value"},
    {798, "Use of Hard-coded Credentials"},
    {829, "Inclusion of Functionality from Untrusted Control Sphere"},
    {862, "Missing Authorization"},
    {863, "Incorrect Authorization"},
    {916, "Use of Password Hash With Insufficient Computational Effort"},
    {918, "Server-Side Request Forgery (SSRF)"},
    {942, "Permissive Cross-domain Security Policy with Untrusted Domains"},
    {943, "Improper Neutralization of Special Elements in Data Query Logic"},
    {1004, "Sensitive Cookie Without HttpOnly Flag"},
    {1021, "Improper Restriction of Rendered UI Layers or Frames"},
    {1104, "Use of Unmaintained Third Party Components"},
    {1204, "Generation of Weak Initialization Vector (IV)"},
    {1275, "Sensitive Cookie with Improper SameSite Attribute"},
    {1327, "Binding to an Unrestricted IP Address"},
    {1333, "Inefficient Regular Expression Complexity"},
    {1336,
     "Improper Neutralization of Special Elements Used in a Template Engine"},
    {1357, "Reliance on Insufficiently Trustworthy Component"},
    {1395, "Dependency on Vulnerable Third-Party Component"},
};

llvm::StringRef cweTitle(unsigned Number) {
  const Weakness *It = std::lower_bound(
      std::begin(Weaknesses), std::end(Weaknesses), Number,
      [](const Weakness &W, unsigned Number) { return W.Number < Number; });
  return It != std::end(Weaknesses) && It->Number == Number
             ? llvm::StringRef(It->Title)
             : llvm::StringRef();
}

std::string cweUrl(unsigned Number) {
  return "https://cwe.mitre.org/data/definitions/" + std::to_string(Number) +
         ".html";
}

} // namespace cppwarden::report
