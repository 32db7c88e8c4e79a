"""Who takes the processors while a crowd is there."""

import os
import time
from dataclasses import dataclass

import psutil


@dataclass(frozen=True, slots=True)
class Shares:
    """Of one core, on average: 1 is a whole one."""

    loop: float
    """The web process's main thread, which answers."""
    speech: float
    """Its other threads, most of which make sound."""
    database: float
    worker: float
    clients: float
    """The measuring itself."""
    others: float
    """Programs that have nothing to do with it."""
    cores: int

    @property
    def bottleneck(self) -> str:
        """What there is not enough of."""
        if self.loop > 0.85:
            return "the web process's event loop, which is one thread"
        used = self.loop + self.speech + self.database + self.worker + self.clients + self.others
        if used > 0.9 * self.cores:
            shares = f"speech {self.speech:.2f}, loop {self.loop:.2f}, database {self.database:.2f}"
            return f"the {self.cores} cores ({shares}, clients {self.clients:.2f}, others {self.others:.2f})"
        return "nothing: processors are free"


class Meter:
    """Reads the shares between two moments."""

    def __init__(self, studio: psutil.Process) -> None:
        self._studio = studio
        self._began = time.perf_counter()
        self._before = self._read()

    def shares(self) -> Shares:
        """Since it was made."""
        seconds = time.perf_counter() - self._began
        spent = {name: (now - self._before[name]) / seconds for name, now in self._read().items()}
        ours = sum(spent[name] for name in ("web", "database", "worker", "clients"))
        return Shares(
            loop=spent["loop"],
            speech=spent["web"] - spent["loop"],
            database=spent["database"],
            worker=spent["worker"],
            clients=spent["clients"],
            others=max(0.0, spent["machine"] - ours),
            cores=os.cpu_count() or 1,
        )

    def _read(self) -> dict[str, float]:
        """Seconds of a processor that each has had until now."""
        main = next(each for each in self._studio.threads() if each.id == self._studio.pid)
        spent = {"loop": main.user_time + main.system_time, "web": _seconds(self._studio)}
        spent |= {"database": 0.0, "worker": 0.0, "clients": _seconds(psutil.Process())}
        for process in self._studio.children(recursive=True):
            spent["database" if process.name().startswith("postgres") else "worker"] += _seconds(process)
        machine = psutil.cpu_times()
        return spent | {"machine": machine.user + machine.nice + machine.system}


def _seconds(process: psutil.Process) -> float:
    try:
        times = process.cpu_times()
        return float(times.user + times.system)
    except psutil.NoSuchProcess:
        return 0.0
