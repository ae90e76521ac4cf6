"""Much work: done side by side by several processes, whatever becomes of them; and without looks for garbage."""

from __future__ import annotations

import gc
import pickle
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Generic, Literal, NamedTuple, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

__all__ = ["no_garbage_collection", "side_by_side"]

Begin = Literal["fork", "spawn"]
T = TypeVar("T")
R = TypeVar("R")


def side_by_side(
    work: Callable[[T], R], tasks: Sequence[T], jobs: int, begin: Begin = "spawn"
) -> Iterator[R]:
    """Yield what ``work`` makes of each task, in the order of the tasks, done by so many processes.

    ``begin`` says how they are begun: as copies of this one, or anew; then ``work`` and the tasks must be such as can
    be pickled. A task at which one of them fails or dies is done here: nothing is lost, and an error is raised here as
    it would be without them. When the iterator is closed, so by Ctrl-C, they are ended.
    """
    if jobs < 2 or len(tasks) < 2:
        yield from map(work, tasks)
        return
    crew = _Crew(work, tasks)
    try:
        crew.hire(min(jobs, len(tasks)), begin)
        for number in range(len(tasks)):
            yield crew.result(number)
    finally:
        crew.dismiss()


@contextmanager
def no_garbage_collection() -> Iterator[None]:
    """Models, trees and pages have no cycles worth collecting; tracing them costs a third of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


class _Worker(NamedTuple):
    """A process, and the end here of the pipe to it: when it dies, the pipe is closed at its end, and that is heard."""

    process: BaseProcess
    pipe: Connection


class _Crew(Generic[T, R]):
    """Processes that each do one task at a time.

    An executor of the standard library writes to a queue that outlives who reads it, and waits for ever when the reader
    dies at the wrong moment. Here each process has a pipe of its own, which breaks when it dies, and nothing is
    written to it but to somebody who waits for it.
    """

    def __init__(self, work: Callable[[T], R], tasks: Sequence[T]) -> None:
        self.work = work
        self.tasks = tasks
        self.waiting = deque(range(len(tasks)))
        self.made: dict[int, bytes] = {}
        """What came back, by the number of the task; empty where somebody failed at it."""
        self.hired: list[_Worker] = []
        self.doing: dict[Connection, int] = {}

    def hire(self, count: int, begin: Begin) -> None:
        """Begin processes, as many as are to be had, and give each its first task."""
        try:
            from multiprocessing import current_process

            if current_process().daemon:  # one of a crew, which may have none of its own
                return
            for _ in range(count):
                self._hire_one(begin)
        # A system without processes or without memory for them, or one that does not allow them.
        except (ImportError, OSError, NotImplementedError):
            pass
        for worker in self.hired:
            with suppress(OSError):  # it died already
                if begin != "fork":
                    worker.pipe.send(self.work)
                self._give(worker.pipe)

    def _hire_one(self, begin: Begin) -> None:
        from multiprocessing import get_context

        process: BaseProcess
        if begin == "fork":
            copy = get_context("fork")
            here, there = copy.Pipe()
            others = [*(worker.pipe for worker in self.hired), here]
            process = copy.Process(target=_copied, args=(there, self.work, others), daemon=True)
        else:
            anew = get_context("spawn")
            here, there = anew.Pipe()
            process = anew.Process(target=_begun, args=(there,), daemon=True)
        process.start()
        self.hired.append(_Worker(process, here))
        there.close()

    def result(self, number: int) -> R:
        """Return what becomes of a task; the next one that nobody asked for yet."""
        from multiprocessing.connection import wait

        while number not in self.made and self.doing:
            for pipe in wait(list(self.doing)):
                self._take(pipe)  # type: ignore[arg-type]
        content = self.made.pop(number, b"")
        if not content:
            return self.work(self.tasks[number])
        made: tuple[R] = pickle.loads(content)  # noqa: S301 -- what we wrote ourselves
        return made[0]

    def _take(self, pipe: Connection) -> None:
        number = self.doing.pop(pipe)
        try:
            self.made[number] = pipe.recv_bytes()
            self._give(pipe)
        except (EOFError, OSError):  # it died
            self.made.setdefault(number, b"")

    def _give(self, pipe: Connection) -> None:
        if self.waiting:
            pipe.send(self.tasks[self.waiting[0]])
            self.doing[pipe] = self.waiting.popleft()

    def dismiss(self) -> None:
        """End the processes, at once: they hold nothing that would have to be put away."""
        for worker in self.hired:
            worker.process.kill()
        for worker in self.hired:
            worker.process.join()
            worker.pipe.close()


def _begun(pipe: Connection) -> None:
    """Work in a process begun anew. What it works by is not handed over as it begins: that may wait for ever, too."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who is interrupted ends the others
    with suppress(EOFError, OSError):  # whoever asked is gone
        _serve(pipe, pipe.recv())


def _copied(pipe: Connection, work: Callable[[T], object], others: Sequence[Connection]) -> None:
    """Work in a copy of a process; of the pipes it closes the ends that are not its own, or they would never break."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for other in others:
        other.close()
    with suppress(EOFError, OSError):
        _serve(pipe, work)


def _serve(pipe: Connection, work: Callable[[T], object]) -> None:
    while True:
        pipe.send_bytes(_packed(work, pipe.recv()))


def _packed(work: Callable[[T], object], task: T) -> bytes:
    try:
        return pickle.dumps((work(task),), pickle.HIGHEST_PROTOCOL)
    except Exception:  # noqa: BLE001 -- whoever asked does it himself, and meets the error
        return b""
