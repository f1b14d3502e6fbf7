/** Every way a request can fail. The sentence beside the code says what a person can do about it. */
export type ErrorCode =
  | 'invalid payload'
  | 'payload too large'
  | 'unauthorised'
  | 'forbidden'
  | 'not found'
  | 'step moved'
  | 'call ended'
  | 'too many requests'
  | 'conflict'
  | 'unavailable'
  | 'internal'

/** A failure that may be shown to the person who caused it. `field` names the faulty part of the input, `zh` says the same in Chinese where a page shows it. */
export class SunlineError extends Error {
  readonly code: ErrorCode
  readonly field: string | null
  readonly zh: string | null

  constructor(code: ErrorCode, message: string, field: string | null = null, zh: string | null = null) {
    super(message)
    this.name = 'SunlineError'
    this.code = code
    this.field = field
    this.zh = zh
  }
}

/** The server is being stopped and takes nothing more in. The same may be sent again, to another node or to the server that comes after this one. */
export class Stopping extends SunlineError {
  constructor() {
    super('unavailable', 'this server is being stopped; send it again')
  }
}
