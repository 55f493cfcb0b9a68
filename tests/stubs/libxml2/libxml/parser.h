//===- parser.h - Stub of libxml2 2.9 for fixtures -*- C++ -*-==============//
//
// Declarations only, a few of the library's, with its signatures.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_LIBXML2_LIBXML_PARSER_H
#define CPPWARDEN_STUB_LIBXML2_LIBXML_PARSER_H

#ifdef __cplusplus
extern "C" {
#endif

typedef unsigned char xmlChar;
typedef struct _xmlNode xmlNode;
typedef xmlNode *xmlNodePtr;
typedef struct _xmlDoc xmlDoc;
typedef xmlDoc *xmlDocPtr;
xmlDocPtr xmlReadMemory(const char *buffer, int size, const char *URL, const char *encoding, int options);
xmlNodePtr xmlDocGetRootElement(const xmlDoc *doc);
xmlChar *xmlNodeGetContent(const xmlNode *cur);
xmlChar *xmlGetProp(const xmlNode *node, const xmlChar *name);

#ifdef __cplusplus
}
#endif

#endif
