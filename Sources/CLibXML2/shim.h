#ifndef MINGCHA_CLIBXML2_H
#define MINGCHA_CLIBXML2_H
#include <libxml/xmlversion.h>
/// Debian's libxml2 drags the system's ICU headers in, which clash with those of Foundation in any
/// module that sees both. None of what we call knows ICU: without the macro they stay out.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlwriter.h>
#include <string.h>

/// Settles UTF-8 for a parser whose input has been converted already: without it a
/// `<meta charset=gb2312>` switches the decoder in the middle of the page.
static inline int mc_html_use_utf8(htmlParserCtxtPtr context, int options) {
  int rest = htmlCtxtUseOptions(context, options);
  xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8);
  return rest;
}

/// Gives back text that the library allocated; its own name is a variable there.
static inline void mc_xml_free(xmlChar *text) { xmlFree(text); }
#endif
