"""The script between us and PostgreSQL: runs a program that ends with its parent, for root as another user.

    python child.py PARENT_PID UID GID PROGRAM ARGUMENT…

PostgreSQL refuses root, and the user it is handed to may reach neither its programs nor its data when one of
the folders above is root's alone.  One capability, to look into folders and read files, is kept across the
change of user instead of opening those folders to everyone.  Linux only; a script of its own, because Python
between fork and exec must not run in a process that has threads.  See capabilities(7) and prctl(2).
"""

import ctypes
import os
import signal
import sys

PR_SET_PDEATHSIG = 1
PR_SET_KEEPCAPS = 8
PR_CAP_AMBIENT = 47
PR_CAP_AMBIENT_RAISE = 2
CAP_DAC_OVERRIDE = 1
CAP_DAC_READ_SEARCH = 2
CAPABILITY_VERSION_3 = 0x20080522
FAILED = 126
"""The exit status of this script when it could not start the program; the reason is on stderr."""

_libc = ctypes.CDLL(None, use_errno=True)


def main(arguments: list[str]) -> None:
    """Become the user, ask for a signal at the parent's death, and turn into the program."""
    parent, uid, gid, program = int(arguments[0]), int(arguments[1]), int(arguments[2]), arguments[3:]
    try:
        if uid != os.geteuid():
            _become(uid, gid)
        # Only now: the kernel forgets this wish when a process changes its user.
        _call("prctl", PR_SET_PDEATHSIG, signal.SIGINT.value, 0, 0, 0)
        if os.getppid() != parent:
            sys.exit("the parent has ended")
        os.umask(0o077)
        os.execv(program[0], program)  # noqa: S606 - the command is our own
    except OSError as error:
        print(error, file=sys.stderr)  # noqa: T201 - the parent reads it
        sys.exit(FAILED)


def _become(uid: int, gid: int) -> None:
    """Change to ``uid`` and ``gid``, keeping of root's powers at most the one to search and read."""
    held = _permitted()
    kept = next((1 << power for power in (CAP_DAC_READ_SEARCH, CAP_DAC_OVERRIDE) if held >> power & 1), 0)
    _call("prctl", PR_SET_KEEPCAPS, 1, 0, 0, 0)
    os.setgroups([])
    os.setgid(gid)
    os.setuid(uid)
    _call("capset", _header(), (ctypes.c_uint32 * 6)(kept, kept, kept))
    if kept:
        _call("prctl", PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE, kept.bit_length() - 1, 0, 0)


def _permitted() -> int:
    """The capabilities this process may use, as bits; the first 32 are enough here."""
    sets = (ctypes.c_uint32 * 6)()
    _call("capget", _header(), sets)
    return sets[1]


def _header() -> ctypes.Array[ctypes.c_uint32]:
    return (ctypes.c_uint32 * 2)(CAPABILITY_VERSION_3, 0)


def _call(name: str, *arguments: object) -> None:
    """Call a function of the C library that returns 0 or sets errno; raises OSError."""
    # prctl is variadic and reads full words, where ctypes would pass half of one
    words = [ctypes.c_ulong(value) if isinstance(value, int) else value for value in arguments]
    if getattr(_libc, name)(*words) != 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{name}: {os.strerror(number)}")


if __name__ == "__main__":
    main(sys.argv[1:])
