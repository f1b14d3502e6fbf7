import type { Directory } from './directory.ts'

/** Something that one node has at a time. Everything rejects while Redis is away. */
export interface Lease {
  /** Makes this node have it for `ms` more, unless another one has it; `held`: whether this node is sure to have it still. Resolves to the node that has it; null: nobody may have it yet. */
  readonly hold: (ms: number, held: boolean) => Promise<string | null>
  /** Gives it up at once, if this node has it. */
  readonly release: () => Promise<void>
}

// A Redis that has come back empty does not know whose it was: until that node's time is up, only that node may have it.
const holdScript = `local holder = redis.call('GET', KEYS[1])
if holder and holder ~= ARGV[1] then return holder end
if not holder and ARGV[3] ~= '1' then
  local seconds = tonumber(string.match(redis.call('INFO', 'server'), 'uptime_in_seconds:(%d+)'))
  if (seconds - 1) * 1000 < tonumber(ARGV[2]) then return false end
end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return ARGV[1]`
const releaseScript = `if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end
return 1`

/** `self`: the id of this node. */
export function redisLease({ command }: Pick<Directory, 'command'>, name: string, self: string): Lease {
  const keys = [`sunline:lease:${name}`]
  return {
    hold: async (ms, held) => {
      const holder = await command((client) => client.eval(holdScript, { keys, arguments: [self, String(ms), held ? '1' : '0'] }))
      return holder === null ? null : String(holder)
    },
    release: async () => void (await command((client) => client.eval(releaseScript, { keys, arguments: [self] }))),
  }
}
