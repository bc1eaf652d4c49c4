// The reference of the reading benchmark: libxml2 alone, in C.
//
//   reference tree|sax ROUNDS < list-of-files
//
// tree: builds libxml2's tree and walks it for links. sax: counts links from the callbacks.
// Pages are read into memory first and taken for UTF-8; only parsing is timed (CPU time of this
// thread). Prints: pages, bytes, links, CPU seconds.
#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static long links;

static void walk(xmlNode *first) {
  // A loop, not recursion: pages may be deep.
  xmlNode *node = first;
  while (node) {
    if (node->type == XML_ELEMENT_NODE && !strcmp((const char *)node->name, "a")) {
      for (xmlAttr *attr = node->properties; attr; attr = attr->next)
        if (!strcmp((const char *)attr->name, "href")) links++;
    }
    if (node->children) {
      node = node->children;
      continue;
    }
    while (node && !node->next) node = node->parent;
    if (node) node = node->next;
  }
}

static void start(void *user, const xmlChar *name, const xmlChar **attributes) {
  (void)user;
  if (strcmp((const char *)name, "a") || !attributes) return;
  for (; attributes[0]; attributes += 2)
    if (!strcmp((const char *)attributes[0], "href")) links++;
}

static void parse(const char *mode, const char *bytes, int length) {
  htmlParserCtxtPtr context = htmlCreateMemoryParserCtxt(bytes, length);
  if (!context) return;
  htmlCtxtUseOptions(context, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                  HTML_PARSE_NONET | HTML_PARSE_COMPACT | HTML_PARSE_IGNORE_ENC);
  xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8);
  if (!strcmp(mode, "sax")) {
    memset(context->sax, 0, sizeof *context->sax);
    context->sax->startElement = start;
    htmlParseDocument(context);
  } else {
    htmlParseDocument(context);
    if (context->myDoc) walk(context->myDoc->children);
  }
  if (context->myDoc) xmlFreeDoc(context->myDoc);
  htmlFreeParserCtxt(context);
}

int main(int argc, char **argv) {
  if (argc != 3) return 2;
  int rounds = atoi(argv[2]), count = 0;
  char **pages = NULL, line[4096];
  int *lengths = NULL;
  long total = 0;
  while (fgets(line, sizeof line, stdin)) {
    line[strcspn(line, "\n")] = 0;
    FILE *file = fopen(line, "rb");
    if (!file) continue;
    fseek(file, 0, SEEK_END);
    long length = ftell(file);
    rewind(file);
    if (length > 0) {
      pages = realloc(pages, (count + 1) * sizeof *pages);
      lengths = realloc(lengths, (count + 1) * sizeof *lengths);
      pages[count] = malloc(length);
      lengths[count] = (int)fread(pages[count], 1, length, file);
      total += lengths[count++];
    }
    fclose(file);
  }
  struct timespec before, after;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &before);
  for (int round = 0; round < rounds; round++)
    for (int page = 0; page < count; page++) parse(argv[1], pages[page], lengths[page]);
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &after);
  double seconds = (after.tv_sec - before.tv_sec) + (after.tv_nsec - before.tv_nsec) / 1e9;
  printf("%ld %ld %ld %.6f\n", (long)count * rounds, total * rounds, links, seconds);
  return 0;
}
