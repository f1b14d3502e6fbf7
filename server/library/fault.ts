import { SunlineError } from '../errors.ts'

/** One fault of a library file, with the place a person must look at. */
export interface Fault {
  readonly file: string
  /** 1-based; 1 when the fault is about the file as a whole. */
  readonly line: number
  readonly message: string
  /** The message in Chinese. */
  readonly zh: string
  /** The place in a flow that must be looked at. */
  readonly at?: { readonly flow: string; readonly step: string | null }
}

/** The library cannot be used: every fault at once, each with file, line and what to do. */
export class LibraryError extends SunlineError {
  readonly faults: readonly Fault[]

  constructor(faults: readonly Fault[]) {
    const lines = faults.map(({ file, line, message }) => `${file}:${String(line)}: ${message}`)
    const zh = faults.map(({ file, line, zh: each }) => `${file}:${String(line)}：${each}`)
    super('invalid payload', `the scripts library has ${String(faults.length)} fault(s)\n${lines.join('\n')}`, null, `话术库有 ${String(faults.length)} 处要改\n${zh.join('\n')}`)
    this.name = 'LibraryError'
    this.faults = faults
  }
}
