#ifndef MINGCHA_CXLSXWRITER_H
#define MINGCHA_CXLSXWRITER_H
#include <xlsxwriter.h>
#endif
