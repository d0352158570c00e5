"""The gate: open while DeepL is well, narrow after refusals."""

import time
from collections import Counter
from threading import Event, Lock, Thread

import pytest

from i18n_pipeline.backends.deepl.gate import Gate


class Clock:
    """Time that passes only in sleep."""

    def __init__(self) -> None:
        self.now = 0.0
        self.slept: list[float] = []
        self._lock = Lock()

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        """Time passes at once."""
        with self._lock:
            self.now += seconds
            self.slept.append(seconds)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def gate(clock: Clock) -> Gate:
    return Gate(clock, clock.sleep)


def refused(gate: Gate, times: int = 1, after: float = 0.0) -> None:
    """Refusals of requests that were sent one after another."""
    for _ in range(times):
        gate.leave(gate.enter(), refused=True, after=after)


def let_through(gate: Gate, workers: int) -> int:
    """How many of many requests are let through before the first is over."""
    entered: list[int] = []
    hold = Event()

    def request() -> None:
        wave = gate.enter()
        entered.append(wave)
        hold.wait()
        gate.leave(wave)

    threads = [Thread(target=request) for _ in range(workers)]
    for thread in threads:
        thread.start()
    seen = 0
    while seen == 0 or seen != len(entered):
        seen = len(entered)
        time.sleep(0.05)
    hold.set()
    for thread in threads:
        thread.join()
    return seen


def test_a_well_server_is_never_waited_for(gate: Gate, clock: Clock) -> None:
    """Any number of requests goes at once, without a pause."""
    waves = [gate.enter() for _ in range(100)]
    for wave in waves:
        gate.leave(wave, well=True)
    assert clock.slept == []


def test_a_refusal_is_followed_by_a_pause(gate: Gate, clock: Clock) -> None:
    """While one at a time is too many, each further one doubles it, up to eight seconds."""
    refused(gate, 6)
    gate.leave(gate.enter(), well=True)
    assert clock.slept == [1, 2, 4, 8, 8, 8]
    refused(gate)
    gate.leave(gate.enter())
    assert clock.slept[-1] == 1


def test_fewer_at_once_come_before_longer_pauses(gate: Gate, clock: Clock) -> None:
    """From eight at once, four, two and one are tried after a second each."""
    for at_once in (8, 4, 2, 1, 1):
        waves = [gate.enter() for _ in range(at_once)]
        for wave in waves:
            gate.leave(wave, refused=True)
    gate.enter()
    assert clock.slept == [1, 1, 1, 2, 4]


def test_the_servers_own_wish_is_kept(gate: Gate, clock: Clock) -> None:
    """Retry-After lengthens a pause, never shortens it; nobody is waited for longer than a minute."""
    refused(gate, after=30)
    refused(gate, after=0.5)
    refused(gate, after=86_400)
    gate.enter()
    assert clock.slept == [30, 2, 60]


def test_refusals_of_one_moment_count_once(gate: Gate, clock: Clock) -> None:
    """Four requests that were in flight together are one sign of overload."""
    waves = [gate.enter() for _ in range(4)]
    for wave in waves:
        gate.leave(wave, refused=True)
    gate.enter()
    assert clock.slept == [1]


def test_an_old_success_is_no_sign_of_recovery(gate: Gate, clock: Clock) -> None:
    """A request that was sent before the refusal says nothing about the time after it."""
    early = gate.enter()
    refused(gate)
    gate.leave(early, well=True)
    refused(gate)
    gate.enter()
    assert clock.slept == [1, 2]


def test_other_failures_are_no_overload(gate: Gate, clock: Clock) -> None:
    """A lost connection frees its place and slows nobody down."""
    gate.leave(gate.enter())
    gate.enter()
    assert clock.slept == []


def test_half_of_what_was_in_flight_may_go_on(gate: Gate) -> None:
    """After eight at once and a refusal, four."""
    waves = [gate.enter() for _ in range(8)]
    for wave in waves:
        gate.leave(wave, refused=wave == waves[0])
    assert let_through(gate, workers=12) == 4


def test_at_least_one_goes_on(gate: Gate) -> None:
    """However many refusals there were, requests go through, one at a time."""
    refused(gate, 20)
    assert let_through(gate, workers=4) == 1


def test_a_refused_request_goes_to_the_end_of_the_row(gate: Gate) -> None:
    """Each of four requests is refused four times before one of them is for the fifth time."""
    order: list[int] = []

    def request(number: int) -> None:
        for _ in range(5):
            wave = gate.enter()
            order.append(number)
            time.sleep(0.002)  # time for the others to be in the row
            gate.leave(wave, refused=True)

    refused(gate)
    threads = [Thread(target=request, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Counter(order[4:16]) == dict.fromkeys(range(4), 3)


def test_a_request_that_is_broken_off_leaves_the_row() -> None:
    """Who stops waiting holds nobody up."""
    naps = iter([KeyboardInterrupt, None])

    def sleep(_: float) -> None:
        if problem := next(naps):
            raise problem
        now[0] += 1

    now = [0.0]
    gate = Gate(lambda: now[0], sleep)
    refused(gate)
    with pytest.raises(KeyboardInterrupt):
        gate.enter()
    gate.leave(gate.enter())


def test_successes_open_it_again(gate: Gate) -> None:
    """One more at once for about as many successes as there are places."""
    refused(gate, 3)
    gate.leave(gate.enter(), well=True)
    assert let_through(gate, workers=8) == 2
    for _ in range(3):
        gate.leave(gate.enter(), well=True)
    assert let_through(gate, workers=8) == 3
