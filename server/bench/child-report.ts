/** What the parent of a measurement tells its child processes, and what they answer, one answer for each. */
export type ParentMessage = 'begin' | 'window' | 'finish' | 'memory'

/** What a measured process used in a window. `loopDelayMs`: 99 % of the turns of its event loop were no later. */
export interface Usage {
  readonly cores: number
  readonly rssMb: number
  readonly loopDelayMs: number
}

/** Answers the questions of the parent process; the first answer, `ready`, is given unasked. The process ends when the parent goes. */
export function answerParent(ready: unknown, answers: Readonly<Record<ParentMessage, () => unknown>>): void {
  const tell = (answer: unknown): void => void process.send?.(answer ?? null)
  process.on('message', (message: ParentMessage) => void Promise.resolve(answers[message]()).then(tell))
  process.once('disconnect', () => process.exit(0))
  tell(ready)
}
