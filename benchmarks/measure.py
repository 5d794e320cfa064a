"""Timing and the table of results."""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Result:
    """One measured figure against its bar; `more_is_better` for figures like documents per second."""

    value: float
    unit: str
    bar: float
    more_is_better: bool = False

    @property
    def ok(self) -> bool:
        return self.value >= self.bar if self.more_is_better else self.value <= self.bar

    @property
    def ratio(self) -> float:
        return self.value / self.bar


def best_ms(work: Callable[[], object], *, times: int = 5) -> float:
    """Run the work several times and give the quickest in milliseconds, as least disturbed by the machine."""
    best = float("inf")
    for _ in range(times):
        began = time.perf_counter()
        work()
        best = min(best, (time.perf_counter() - began) * 1000)
    return best


def print_result(name: str, result: Result) -> None:
    sign = "ok " if result.ok else "NOT"
    print(f"{sign} {name:<58} {result.value:>10.1f} {result.unit:<12} bar {result.bar:g}, ratio {result.ratio:.2f}")


def write_json(results: dict[str, Result], path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = {
        name: {"value": round(each.value, 2), "unit": each.unit, "bar": each.bar, "ok": each.ok}
        for name, each in results.items()
    }
    path.write_text(json.dumps(lines, indent=2) + "\n")
