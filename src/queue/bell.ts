// Waiting for something to do: until rung, until a time has passed, or until told to stop.

export interface Bell {
  ring(): void;
  /** Resolves at the next ring, after `milliseconds`, or when `stop` is aborted. */
  wait(milliseconds: number, stop: AbortSignal): Promise<void>;
}

export function bell(): Bell {
  const waiting = new Set<() => void>();
  return {
    ring: () => {
      for (const wake of waiting) wake();
    },
    wait: (milliseconds, stop) =>
      new Promise((resolve) => {
        const wake = () => {
          clearTimeout(timer);
          stop.removeEventListener('abort', wake);
          waiting.delete(wake);
          resolve();
        };
        const timer = setTimeout(wake, milliseconds);
        waiting.add(wake);
        stop.addEventListener('abort', wake);
        if (stop.aborted) wake();
      }),
  };
}
