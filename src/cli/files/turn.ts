/** Lets whoever waits have a turn: a signal, a message of another thread. */
export const turn = (): Promise<void> => new Promise(resolve => setImmediate(resolve))
