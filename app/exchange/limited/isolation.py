"""Isolate the running process for good: it opens no socket, starts no process and changes no file.

Linux holds it to that. A seccomp filter refuses the system calls; it needs no right, and works in containers
and under docs/deploy/muster.service, which forbids namespaces. On a machine whose calls are not known here a
network namespace takes its place: sockets open, but lead nowhere. Elsewhere there is no isolation.
"""

import ctypes
import os
import struct

# Numbers of system calls, by machine: the token of its architecture, then what is refused there.
# https://github.com/torvalds/linux/tree/master/arch/x86/entry/syscalls, include/uapi/asm-generic/unistd.h
_X86_64, _AARCH64 = 0xC000003E, 0xC00000B7
_REFUSED: dict[str, dict[int, tuple[int, ...]]] = {
    "sockets": {
        # socket, connect, accept, sendto, sendmsg, bind, listen, socketpair, accept4, sendmmsg
        _X86_64: (41, 42, 43, 44, 46, 49, 50, 53, 288, 307),
        _AARCH64: (198, 203, 202, 206, 211, 200, 201, 199, 242, 269),
    },
    "processes": {
        # clone, fork, vfork, execve, execveat, clone3, unshare, setns
        _X86_64: (56, 57, 58, 59, 322, 435, 272, 308),
        _AARCH64: (220, 221, 281, 435, 97, 268),
    },
    "other processes": {
        # kill, tkill, tgkill, rt_sigqueueinfo, rt_tgsigqueueinfo, ptrace, process_vm_readv and _writev,
        # pidfd_open, _getfd and _send_signal
        _X86_64: (62, 200, 234, 129, 297, 101, 310, 311, 434, 438, 424),
        _AARCH64: (129, 130, 131, 138, 240, 117, 270, 271, 434, 438, 424),
    },
    "files": {
        # creat, openat2, truncate, mkdir, rmdir, unlink, rename, link, symlink, mknod, chmod, and all …at
        _X86_64: (85, 437, 76, 83, 258, 84, 87, 263, 82, 264, 316, 86, 265, 88, 266, 133, 259, 90, 268, 319),
        _AARCH64: (437, 45, 34, 35, 38, 276, 37, 36, 33, 53, 279),
    },
    "what is known of files": {
        # fchmod, fchmodat2; chown, fchown, lchown, fchownat; utime, utimes, futimesat, utimensat;
        # setxattr, lsetxattr, fsetxattr; removexattr, lremovexattr, fremovexattr
        _X86_64: (91, 452, 92, 93, 94, 260, 132, 235, 261, 280, 188, 189, 190, 197, 198, 199),
        _AARCH64: (52, 452, 55, 54, 88, 5, 6, 7, 14, 15, 16),
    },
    "ways around": {
        # io_uring_setup, bpf, perf_event_open
        _X86_64: (425, 321, 298),
        _AARCH64: (425, 280, 241),
    },
}
# Calls that open a file, with the place of their flags among their arguments.
_OPENING: dict[int, dict[int, int]] = {_X86_64: {2: 1, 257: 2}, _AARCH64: {56: 2}}
_ARCHITECTURES = {"x86_64": _X86_64, "aarch64": _AARCH64}
# From here on x86-64 has its calls a second time, with other types.
_X32 = 0x40000000

# Instructions of a filter (linux/bpf_common.h) and its answers (linux/seccomp.h).
_LOAD, _AND, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x54, 0x15, 0x35, 0x06
_ALLOW, _KILL, _NOT_PERMITTED = 0x7FFF0000, 0x80000000, 0x00050001
# Places in what a filter sees of a call; arguments have eight bytes each, the lower four first.
_NUMBER, _ARCHITECTURE, _ARGUMENTS = 0, 4, 16

_SET_NO_NEW_PRIVILEGES, _SET_FILTER, _FILTER_MODE = 38, 22, 2
_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000


class _Filter(ctypes.Structure):
    """A filter as prctl takes it: the number of its instructions and where they are."""

    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.c_char_p))


def isolate() -> bool:
    """Isolate the process, and return whether this machine can."""
    return os.uname().sysname == "Linux" and (refuse_calls() or leave_network())


def refuse_calls() -> bool:
    """Let Linux refuse the system calls that an isolated process may not make; return whether it does."""
    architecture = _ARCHITECTURES.get(os.uname().machine)
    if architecture is None or struct.calcsize("P") != 8:
        return False
    program = _filter(architecture)
    refusing = _Filter(len(program) // 8, program)
    control = ctypes.CDLL(None).prctl
    control.argtypes = (ctypes.c_int, *[ctypes.c_ulong] * 4)
    # Only a process that can gain no rights may set a filter without having any.
    if control(_SET_NO_NEW_PRIVILEGES, 1, 0, 0, 0) != 0:
        return False
    return bool(control(_SET_FILTER, _FILTER_MODE, ctypes.addressof(refusing), 0, 0) == 0)


def leave_network() -> bool:
    """Move the process into a network of its own that has no connection; return whether that worked."""
    return bool(ctypes.CDLL(None).unshare(_NEW_USER | _NEW_NETWORK) == 0)


def _filter(architecture: int) -> bytes:
    writing = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
    refused = sorted({number for numbers in _REFUSED.values() for number in numbers[architecture]})
    program = [
        (_LOAD, 0, 0, _ARCHITECTURE),
        (_EQUAL, 1, 0, architecture),
        (_RETURN, 0, 0, _KILL),
        (_LOAD, 0, 0, _NUMBER),
        (_AT_LEAST, 0, 1, _X32),
        (_RETURN, 0, 0, _KILL),
    ]
    for number in refused:
        program += [(_EQUAL, 0, 1, number), (_RETURN, 0, 0, _NOT_PERMITTED)]
    for number, place in _OPENING[architecture].items():
        program += [
            (_EQUAL, 0, 5, number),
            (_LOAD, 0, 0, _ARGUMENTS + 8 * place),
            (_AND, 0, 0, writing),
            (_EQUAL, 0, 1, 0),
            (_RETURN, 0, 0, _ALLOW),
            (_RETURN, 0, 0, _NOT_PERMITTED),
        ]
    program.append((_RETURN, 0, 0, _ALLOW))
    return b"".join(struct.pack("=HBBI", *instruction) for instruction in program)
