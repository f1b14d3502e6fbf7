import { SunlineError } from '../errors.ts'

/** The call is at home on another node: what is to be done with it must be done there. */
export class CallElsewhere extends SunlineError {
  /** The node's id. */
  readonly node: string

  constructor(callId: string, node: string) {
    super('unavailable', `the call "${callId}" is at home on another node; send it again`, 'callId')
    this.node = node
  }
}
/** Another node has written to the call: what this one had in memory was out of date and nothing was added. */
export class JournalConflict extends SunlineError {
  constructor(message: string) {
    super('conflict', message)
  }
}

/** At which node calls are at home, when there are several. */
export interface Homes {
  /** Makes the call at home here. Throws CallElsewhere when another node has it or should have it. */
  readonly claim: (callId: string) => Promise<void>
  /** A stored call has come into this node's memory. */
  readonly took: (callId: string) => void
  /** The call is not in this node's memory any more. */
  readonly left: (callId: string) => void
  /** The call is at home elsewhere now, and somebody still watches it here. */
  readonly moved: (callId: string) => void
}

const mostAttempts = 3

/** Does something with a call, and does it again, on the call as it is then, when another node was first. Throws JournalConflict when others are first again and again. */
export async function unlessOvertaken<T>(act: () => T | Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await act()
    } catch (error) {
      if (!(error instanceof JournalConflict) || attempt === mostAttempts) throw error
    }
  }
}
