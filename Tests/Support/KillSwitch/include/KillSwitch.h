#ifndef MINGCHA_KILL_SWITCH_H
#define MINGCHA_KILL_SWITCH_H
/// Put before a program's own libraries, this kills the program at its n-th change of the file
/// system: `KILL_AT` names n, and `KILL_COUNT` a file into which the number of changes is written
/// when the program gets past them all.
int kill_switch_is_there(void);
#endif
