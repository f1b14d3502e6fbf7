/** Where a command writes; a test gives its own. */
export interface Output {
  readonly print: (line: string) => void
  readonly fail: (line: string) => void
}

/** Standard output and standard error. */
export const terminal: Output = {
  print: (line) => process.stdout.write(`${line}\n`),
  fail: (line) => process.stderr.write(`${line}\n`),
}

/** A command gets its own arguments and answers with an exit code: 0 done, 1 faults found, 2 wrong usage. */
export interface Command {
  readonly usage: string
  readonly summary: string
  readonly run: (args: readonly string[], output: Output) => Promise<number> | number
}
