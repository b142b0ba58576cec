#ifndef ORESUND_CLINUX_SHIM_H
#define ORESUND_CLINUX_SHIM_H

// Two calls of Linux's C libraries that Swift's Glibc module does not show, because their headers hide
// them behind _GNU_SOURCE.

/// Writes everything cached of a descriptor's file system to its device (syncfs(2)).
extern int syncfs(int descriptor);

/// renameat(2) with flags (renameat2(2)).
extern int renameat2(
    int old_folder, const char *old_path, int new_folder, const char *new_path, unsigned int flags);

/// renameat2: swap both files, neither is ever absent.
static const unsigned int CLINUX_RENAME_EXCHANGE = 2;

#endif
