"""Extraction of many files over processes: each file's outcome, as it is ready, and never an exception."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from extractors.errors import ReadError, VanbanError
from extractors.serialize import to_json
from pipeline.extract import extract_document
from pipeline.read import read

AHEAD = 4  # files under way for each worker: enough to keep it busy, few enough to hold in memory


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one file: its extraction (JSON form), or the reason of the refusal."""

    path: Path
    extraction: dict[str, Any] | None = None
    error: VanbanError | None = None


Extract = Callable[[Path], Outcome]


def extract_file(path: Path) -> Outcome:
    """Read and extract one file."""
    try:
        return Outcome(path, to_json(extract_document(read(path))))
    except VanbanError as error:
        return Outcome(path, error=error)
    except OSError as error:
        return Outcome(path, error=unreadable(path, error))
    except Exception as error:  # one file's surprise must not stop a batch; it is told, with its kind
        return Outcome(path, error=_surprise(path, f"{type(error).__name__}: {error}"))


def extract_files(paths: Sequence[Path], workers: int, extract: Extract = extract_file) -> Iterator[Outcome]:
    """The outcomes of all files, in the order of completion; one worker or one file runs in this process.

    ``extract`` must be a function that another process can import. A file that kills its worker is refused like any
    other bad file: those that were under way are run again, each in a process of its own. Where no worker can start
    (a script without a main guard, no more processes), all run in this process.
    """
    if workers <= 1 or len(paths) <= 1 or not _can_start_workers():
        yield from map(extract, paths)
        return
    waiting = deque(paths)
    while waiting:
        suspects = yield from _pooled(waiting, workers, extract)
        for path in suspects:
            yield _alone(path, extract)


def _can_start_workers() -> bool:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=_leave_interrupts_to_parent) as pool:
        try:
            with _interrupts_held():
                started = pool.submit(os.getpid)
            return started.result() != os.getpid()
        except (BrokenProcessPool, OSError):
            return False


def unreadable(path: Path, error: OSError) -> ReadError:
    """The operating system's refusal to open a file."""
    if isinstance(error, FileNotFoundError):
        return ReadError("Không có tệp này", where=str(path), mend="Kiểm tra lại đường dẫn", code="missing")
    if isinstance(error, PermissionError):
        return ReadError("Không được phép đọc tệp", where=str(path), mend="Cấp quyền đọc tệp", code="permission")
    reason = error.strerror or type(error).__name__
    return ReadError(f"Không đọc được tệp: {reason}", where=str(path), mend="Kiểm tra tệp và ổ đĩa", code="unreadable")


def _surprise(path: Path, reason: str) -> ReadError:
    mend = "Đây là lỗi của chương trình: xin gửi tệp này kèm dòng báo lỗi cho người phát triển"
    return ReadError(f"Lỗi chưa lường trước khi trích xuất ({reason})", where=str(path), mend=mend, code="internal")


def _pooled(waiting: deque[Path], workers: int, extract: Extract) -> Generator[Outcome, None, list[Path]]:
    """Run the waiting files; when a worker process dies, return those that were under way."""
    running: dict[Future[Outcome], Path] = {}
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_leave_interrupts_to_parent)
    try:
        while waiting or running:
            while waiting and len(running) < workers * AHEAD:
                path = waiting.popleft()
                with _interrupts_held():
                    running[pool.submit(extract, path)] = path
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                yield future.result()
                del running[future]
    except BrokenProcessPool:
        return list(running.values())
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
    return []


def _alone(path: Path, extract: Extract) -> Outcome:
    """One file in a process of its own: shows which one kills its worker."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=_leave_interrupts_to_parent) as pool:
        try:
            with _interrupts_held():
                future = pool.submit(extract, path)
            return future.result()
        except BrokenProcessPool:
            return Outcome(path, error=_surprise(path, "tiến trình trích xuất dừng đột ngột"))


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Hold Ctrl-C back while a worker starts: it inherits this, so that only the parent is interrupted."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _leave_interrupts_to_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
