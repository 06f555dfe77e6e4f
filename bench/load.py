"""Requests sent as fast as they are answered, over a few lasting connections, a process for each."""

import multiprocessing
import re
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.queues import SimpleQueue

SECONDS = 4.0

# Gives the bytes of the next request, numbered from 0.
Request = Callable[[int], bytes]

_LENGTH = re.compile(rb"\r\nContent-Length: (\d+)\r\n", re.IGNORECASE)


@dataclass(frozen=True)
class Load:
    """Requests answered a second, and the waits in milliseconds: the middle one and the slowest hundredth."""

    per_second: float
    p50: float
    p99: float


def measure(port: int, requests: list[Request], status: int) -> Load:
    """Send each connection's requests for some seconds; an answer of another status ends the bench."""
    context = multiprocessing.get_context("fork")
    waits: SimpleQueue[list[float]] = context.SimpleQueue()
    clients = [context.Process(target=_client, args=(port, request, status, waits)) for request in requests]
    for client in clients:
        client.start()
    found = sorted(wait for _ in clients for wait in waits.get())
    for client in clients:
        client.join()
    if not found:
        raise RuntimeError("A request was answered otherwise than expected.")
    return Load(len(found) / SECONDS, 1000 * found[len(found) // 2], 1000 * found[len(found) * 99 // 100])


def _client(port: int, request: Request, status: int, waits: "SimpleQueue[list[float]]") -> None:
    found: list[float] = []
    expected = b" %d " % status
    with socket.create_connection(("127.0.0.1", port)) as connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        end = time.perf_counter() + SECONDS
        number = 0
        while (start := time.perf_counter()) < end:
            connection.sendall(request(number))
            answer = _answer(connection)
            if expected not in answer[:16]:
                found = []
                break
            found.append(time.perf_counter() - start)
            number += 1
    waits.put(found)


def _answer(connection: socket.socket) -> bytes:
    answer = connection.recv(65536)
    while (head := answer.find(b"\r\n\r\n")) < 0:
        answer += connection.recv(65536)
    length = _LENGTH.search(answer[: head + 2])
    whole = head + 4 + (int(length[1]) if length else 0)
    while len(answer) < whole:
        answer += connection.recv(65536)
    return answer
