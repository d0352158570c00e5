"""What befalls a process that stays, in weeks of which the last is quiet."""

from datetime import timedelta

from tests.fakes.quota_engine import QuotaEngine
from tests.functional.soak_site import POISON
from tests.functional.soak_world import DAY, World

HOUR = timedelta(hours=1)
EVERY_FEW_DAYS = 5


class Accidents:
    """Plans them for so many days: each kind once at least, in an order of its own."""

    def __init__(self, world: World, days: int) -> None:
        self._world = world
        self._orders: dict[str, float] = {}
        self._give({})
        self._plan(days - 7)
        for day in range(days):
            world.time.at(day + 1, world.look)
        world.time.at(days + 0.01, world.end)

    def _plan(self, busy: int) -> None:
        world, kinds = (
            self._world,
            [
                lambda: self._away(hours=5),
                lambda: self._away(hours=75),
                self._spent,
                self._set_back,
                self._set_forward,
                self._slow,
                self._restarted,
            ],
        )
        world.chance.shuffle(kinds)
        count = max(len(kinds), busy // EVERY_FEW_DAYS)
        for number in range(count):
            world.time.at(busy * number / count + 0.52, kinds[number % len(kinds)])
        for day in range(busy):
            world.time.at(day + world.chance.uniform(0.3, 0.7), world.work)
        world.time.at(1.4, world.poison)
        world.time.at(1.4 + busy * 0.6, world.mend)
        world.time.at(busy, lambda: self._give({"quota": None, "away": None}))

    def _give(self, orders: dict[str, float | None]) -> None:
        """Tell the engine; what is None is no longer so."""
        told = {**self._orders, **orders}
        self._orders = {name: value for name, value in told.items() if value is not None}
        self._world.site.order(poison=POISON, **self._orders)

    def _away(self, hours: float) -> None:
        self._give({"away": 1})
        self._world.time.within(hours, lambda: self._give({"away": None}))

    def _spent(self) -> None:
        """No character is left, until the account's month is over."""
        self._give({"quota": QuotaEngine(self._world.site.beside).answered()})
        self._world.time.within(70, lambda: self._give({"quota": None}))

    def _set_back(self) -> None:
        self._world.time.set_clock(-HOUR)

    def _set_forward(self) -> None:
        """The clock is a day ahead, until the next morning."""
        self._world.time.set_clock(DAY)
        self._world.time.within(20, lambda: self._world.time.set_clock(-DAY))

    def _slow(self) -> None:
        """Passes take longer than from one time to the next."""
        passes, quick = self._world.passes, self._world.passes.long
        passes.long = 26 * HOUR

        def quick_again() -> None:
            passes.long = quick

        self._world.time.within(20, quick_again)

    def _restarted(self) -> None:
        """The process is ended, between two passes."""
        if self._world.passes.at_work:
            self._world.time.within(5, self._restarted)
        else:
            raise KeyboardInterrupt
