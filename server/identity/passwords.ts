import { argon2id, hash, needsRehash, verify } from 'argon2'
import { SunlineError } from '../errors.ts'

/** Characters of a password; ASVS 5.0 6.2.1 and 6.2.9. */
export const shortestPassword = 12
export const longestPassword = 128

/** OWASP's least for Argon2id: 19 MiB, two passes, one lane. */
const cost = { type: argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const
/** Passwords looked at together, and those that may wait: each takes 19 MiB. */
const mostAtOnce = 4
const mostWaiting = 200
/** Of zxcvbn's scores 0 to 4: "safely unguessable". */
const leastScore = 3
/** What is left of a password without the words of this place must still be so long. */
const leastLeft = 8
const wordsOfThisPlace = ['sunline', 'yangguang', 'hotline', 'rexian', '阳光', '热线', '坐席']

/** Hashes and checks passwords. A password is taken as it was typed, all of it, in any script. */
export interface Passwords {
  readonly hash: (password: string) => Promise<string>
  /** Whether it is the password. Without a hash it takes as long and says no. */
  readonly check: (password: string, hashed: string | null) => Promise<boolean>
  /** Whether the hash was made at another cost than today's. */
  readonly isOutdated: (hashed: string) => boolean
  /** Throws SunlineError 'invalid payload' with what is wrong with a new password; `about` are words about the person. */
  readonly mustBeGood: (password: string, about: readonly string[]) => Promise<void>
}

export function passwords(): Passwords {
  let busy = 0
  const waiting: (() => void)[] = []
  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    if (busy < mostAtOnce) busy += 1
    else {
      if (waiting.length >= mostWaiting) throw new SunlineError('unavailable', 'too many people are signing in at once; try again in a moment')
      await new Promise<void>((go) => void waiting.push(go))
    }
    try {
      return await work()
    } finally {
      // The place goes on to whoever waits longest.
      const next = waiting.shift()
      if (next) next()
      else busy -= 1
    }
  }
  const hashed = (password: string): Promise<string> => inTurn(() => hash(password, cost))
  let nobodys: Promise<string> | null = null
  return {
    hash: hashed,
    check: async (password, known) => {
      nobodys ??= hashed('nobody has this password')
      const against = known ?? (await nobodys)
      const right = await inTurn(() => verify(against, password))
      return right && known !== null
    },
    isOutdated: (known) => needsRehash(known, cost),
    mustBeGood: async (password, about) => {
      const refuse = (message: string): never => {
        throw new SunlineError('invalid payload', message, 'password')
      }
      const { length } = [...password]
      if (length < shortestPassword) refuse(`password: at least ${String(shortestPassword)} characters, please; a few words that only you put together are easy to remember`)
      if (length > longestPassword) refuse(`password: at most ${String(longestPassword)} characters`)
      const known = [...wordsOfThisPlace, ...about.filter((word) => word.length > 2)]
      const left = known.reduce((text, word) => text.replaceAll(word.toLowerCase(), ''), password.toLowerCase())
      if ([...left].length < leastLeft) refuse('password: it is made of your name, your number or the name of this system; add words of your own')
      if ((await score(left, known)) < leastScore) refuse('password: it is among those that are tried first; add words that nobody expects together')
    },
  }
}

/** The list of common passwords is large and seldom needed: it is read when first asked for. */
let judge: Promise<(password: string, about: string[]) => number> | null = null
async function score(password: string, about: readonly string[]): Promise<number> {
  judge ??= (async () => {
    const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([import('@zxcvbn-ts/core'), import('@zxcvbn-ts/language-common')])
    const factory = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs })
    return (text, words) => factory.check(text, words).score
  })()
  return (await judge)(password, [...about])
}
