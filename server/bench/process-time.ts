import { readdirSync, readFileSync } from 'node:fs'

/** Ticks of /proc a second; Linux has 100 on every machine that Node runs on. */
const ticksPerSecond = 100

interface Stat {
  readonly parent: number
  readonly seconds: number
}
function statOf(pid: number): Stat | null {
  try {
    const text = readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
    // The name of the program, in brackets, may hold anything.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    return { parent: Number(fields[1]), seconds: (Number(fields[11]) + Number(fields[12]) + Number(fields[13]) + Number(fields[14])) / ticksPerSecond }
  } catch {
    return null
  }
}

/** Seconds of processor that a process and its children have used; 0 where there is no /proc. Those of children that have ended are counted once their parent has noticed. */
export function processSeconds(pid: number): number {
  const own = statOf(pid)
  if (own === null) return 0
  const children = readdirSync('/proc').filter((name) => /^\d+$/u.test(name)).map((name) => statOf(Number(name))).filter((stat) => stat?.parent === pid)
  return own.seconds + children.reduce((sum, stat) => sum + (stat?.seconds ?? 0), 0)
}
