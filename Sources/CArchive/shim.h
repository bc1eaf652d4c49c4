#ifndef MINGCHA_CARCHIVE_H
#define MINGCHA_CARCHIVE_H
#include <archive.h>
#include <archive_entry.h>
#include <locale.h>
#endif
