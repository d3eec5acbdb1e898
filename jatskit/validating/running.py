"""Check many files, in several processes if there are many, and give what was found in the order of the files."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from jatskit.errors import JatskitError
from jatskit.protocols.files import STDIN
from jatskit.rules.checking import rules
from jatskit.validating.checking import Checked, Job, check_file

#: How many files are worth another process: to start one takes as long as to check some.
WORTH = 8


def processes_for(jobs: Sequence[Job], wanted: int | None) -> int:
    """Return how many processes to use: as many as are wanted, else what the machine has and the files are worth."""
    if any(job.name == STDIN for job in jobs):
        return 1
    if wanted:
        return min(wanted, len(jobs)) or 1
    available = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(available, len(jobs) // WORTH))


def run(jobs: Sequence[Job], wanted: int | None = None) -> Iterator[Checked]:
    """Yield each file as soon as it and those before it are checked.

    An interruption ends the other processes before it is passed on.
    """
    processes = processes_for(jobs, wanted)
    if processes == 1:
        for job in jobs:
            yield check_file(job)
        return
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    # A process that is forked has all modules already.
    # SaxonC, which runs Schematron, does not outlive a fork.
    forking = "fork" in multiprocessing.get_all_start_methods() and not any(_is_schematron(job) for job in jobs)
    way = "fork" if forking else "spawn"
    rules()
    pool = ProcessPoolExecutor(processes, mp_context=multiprocessing.get_context(way), initializer=_die_quietly)
    try:
        yield from pool.map(check_file, jobs, chunksize=max(1, min(4, len(jobs) // (processes * 4))))
    except BrokenProcessPool:
        advice = "There may be too little memory: try fewer, with --jobs."
        raise JatskitError("a process that checked files was ended from outside", advice) from None
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _is_schematron(job: Job) -> bool:
    return any(name.lower().endswith(".sch") for name in job.schemas)


def _die_quietly() -> None:
    """Let an interruption end this process at once and without a word: the first process says it for all."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_DFL)
