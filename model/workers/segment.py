"""The piece of shared memory that pictures come through.

The window's process owns it and uses it again for every picture: a new segment per page costs ten times as
much. A worker only ever attaches to it.
"""

from __future__ import annotations

from multiprocessing.shared_memory import SharedMemory

MEGABYTE = 1 << 20
_START_ROOM = 8 * MEGABYTE
# A page of A4 at 200 dpi takes 12 MB; larger pictures are asked for as tiles.
MOST_ROOM = 160 * MEGABYTE


class Segment:
    """A segment that grows when asked. Without shared memory `name` stays None and pictures use the pipe."""

    def __init__(self) -> None:
        self._memory: SharedMemory | None = None
        self._usable = True

    @property
    def name(self) -> str | None:
        """By which a worker attaches to it; None if there is none."""
        return self._memory.name if self._memory is not None else None

    @property
    def room(self) -> int:
        """In bytes."""
        return self._memory.size if self._memory is not None else 0

    def reserve(self, room: int = _START_ROOM) -> None:
        """Makes sure of `room` bytes, where the system gives them."""
        if not self._usable or self.room >= room:
            return
        size = _START_ROOM
        while size < room:
            size *= 2
        self.release()
        try:
            self._memory = SharedMemory(create=True, size=size)
        except OSError:
            self.give_up()

    def view(self, length: int) -> memoryview:
        """The first bytes, for reading; the caller releases the view before the segment is used again."""
        assert self._memory is not None
        assert self._memory.buf is not None
        return self._memory.buf[:length].toreadonly()

    def give_up(self) -> None:
        """No more shared memory: a small /dev/shm kills whoever writes past its end."""
        self.release()
        self._usable = False

    def release(self) -> None:
        """Gives the memory back; `reserve` makes it again."""
        memory, self._memory = self._memory, None
        if memory is not None:
            memory.close()
            memory.unlink()


class Attached:
    """A worker's side: keeps the last segment open, since the next picture comes through the same one."""

    def __init__(self) -> None:
        self._memory: SharedMemory | None = None

    def view(self, name: str) -> memoryview:
        """All bytes of the segment of this name, for writing."""
        if self._memory is None or self._memory.name != name:
            self.close()
            self._memory = SharedMemory(name=name)
        assert self._memory.buf is not None
        return self._memory.buf

    def close(self) -> None:
        """Lets go of the segment, which stays its owner's."""
        memory, self._memory = self._memory, None
        if memory is not None:
            memory.close()
