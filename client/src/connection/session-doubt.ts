import { createStore } from '../state/store.ts'

/** Counts the times that the server did not know who is here; whoever shows the session asks it again. */
export const sessionDoubts = createStore(0)

export const doubtSession = (): void => sessionDoubts.set(sessionDoubts.get() + 1)
