#ifndef MINGCHA_CSANDBOX_H
#define MINGCHA_CSANDBOX_H
/// What Swift can't call of Linux: variadic calls, macros, and functions that glibc declares for
/// _GNU_SOURCE alone.
#include <errno.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <malloc.h>
#include <spawn.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

extern int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *, const char *);
extern int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *, int);
extern long syscall(long, ...);
extern int pipe2(int[2], int);

/// A file in memory without a name; -1 when the system has none to give.
static inline int mc_memory_file(void) {
  return (int)syscall(SYS_memfd_create, "attachment", 1U /* MFD_CLOEXEC */);
}

/// Swaps two paths of one file system in one move: at every moment each of them names something.
///
/// -1 with ENOSYS or EINVAL where the kernel or the file system can't.
static inline int mc_exchange(const char *one, const char *other) {
  return (int)syscall(
      SYS_renameat2, -100 /* AT_FDCWD */, one, -100, other, 2U /* RENAME_EXCHANGE */);
}

/// Asks for large pages where the system gives them to who asks; whole ones within the run only.
static inline void mc_advise_large_pages(void *start, size_t count) {
  const uintptr_t page = (uintptr_t)2 << 20;
  uintptr_t from = ((uintptr_t)start + page - 1) & ~(page - 1);
  uintptr_t to = ((uintptr_t)start + count) & ~(page - 1);
  if (from < to) madvise((void *)from, to - from, 14 /* MADV_HUGEPAGE */);
}

/// Has the heap grow by `room` bytes at once and asks for large pages there. The system gives
/// memory when it is touched: room that is never used costs nothing.
///
/// 0 when the system does not grant so much; the heap then grows as ever.
static inline int mc_widen_heap(size_t room) {
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TRIM_THRESHOLD, 0x7FFFFFFF);
  mallopt(M_TOP_PAD, (int)room);
  void *probe = malloc(1 << 20);
  mallopt(M_TOP_PAD, 4 << 20);
  if (probe == NULL) return 0;
  mc_advise_large_pages(probe, room);
  free(probe);
  return 1;
}

/// Has the process killed when the thread that started it ends.
static inline int mc_die_with_parent(void) { return prctl(PR_SET_PDEATHSIG, 9, 0, 0, 0); }

/// A network namespace of its own, with nothing in it; needs a privilege that many lack.
static inline int mc_leave_network(void) {
  return (int)syscall(SYS_unshare, 0x40000000 /* CLONE_NEWNET */);
}

/// Refuses socket(2) and io_uring to this process and all that it starts, for ever.
///
/// Calls of a foreign architecture are refused whole: their numbers mean something else.
static inline int mc_forbid_sockets(void) {
#if defined(__x86_64__)
  const unsigned arch = 0xC000003EU;
#elif defined(__aarch64__)
  const unsigned arch = 0xC00000B7U;
#else
  const unsigned arch = 0;
#endif
  if (arch == 0) return -1;
  struct sock_filter rules[] = {
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, arch, 1, 0),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EACCES),
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
      BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000U, 4, 0),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_socket, 3, 0),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_io_uring_setup, 2, 0),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_ptrace, 1, 0),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EACCES),
  };
  struct sock_fprog program = {(unsigned short)(sizeof rules / sizeof rules[0]), rules};
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return -1;
  return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0);
}
#endif
