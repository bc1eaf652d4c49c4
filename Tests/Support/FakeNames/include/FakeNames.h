#ifndef MINGCHA_FAKE_NAMES_H
#define MINGCHA_FAKE_NAMES_H
// Put before a program's own libraries (LD_PRELOAD), this library answers getaddrinfo(3) from the
// variable FAKE_NAMES, so that a test decides what a name leads to, and when that changes:
//
//   FAKE_NAMES="a.test=127.0.0.2,10.0.0.1;b.test=127.0.0.2|127.0.0.3;c.test=slow"
//
// A comma parts the addresses of one answer, `|` the answers to one look-up after the other (the
// last one stays), `slow` keeps the caller waiting for a minute. A name that is not listed does not
// exist; addresses are read as ever. Each look-up of a name adds a line to the file FAKE_NAMES_LOG.
#endif
