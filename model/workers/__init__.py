"""Processes that read and draw PDFs, with limits on time and memory, and what talks to them.

Where to look:

- who asks: `worker` for the window, `pool` for imports; what waits: `jobs`
- between the processes: `loop` with its `wakeup`, `process`, `messages`, `errors`; what is drawn: `pictures`,
  `segment`
- in the process: `child`, `engine`, `limits`
"""
