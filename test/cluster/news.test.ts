import { expect, test } from 'vitest'
import type { Cluster } from '../../server/cluster/cluster.ts'
import { nodeBus } from '../../server/cluster/node-bus.ts'
import { type NewsTools, shareNews } from '../../server/cluster/share-news.ts'
import { privateRedis } from '../../server/private-services/redis-server.ts'

/** What a node has that others hear of, and what it heard. */
function newsRoom(): { readonly tools: NewsTools; readonly heard: string[]; readonly publish: () => void; readonly change: () => void } {
  const heard: string[] = []
  const told = { published: (): void => undefined, changed: (): void => undefined }
  const parts = {
    sessions: { onEnded: () => undefined },
    settings: { load: async () => void heard.push('settings read'), onChanged: (listener: () => void) => (told.changed = listener) },
    authoring: { publisher: { onPublished: (listener: () => void) => (told.published = listener) }, tick: async () => void heard.push('words looked up') },
    browsers: () => [],
    failed: () => undefined,
  }
  return { tools: parts as unknown as NewsTools, heard, publish: () => told.published(), change: () => told.changed() }
}

test('what is published or decided at one node is looked up by the others at once, and not by itself', async () => {
  const redis = await privateRedis()
  const rooms = [newsRoom(), newsRoom(), newsRoom()]
  const buses = rooms.map(() => nodeBus(redis.address, () => true))
  rooms.forEach(({ tools }, at) => shareNews({ bus: buses[at] } as Cluster, tools))
  try {
    await expect.poll(() => {
      rooms[0]?.publish()
      return rooms.slice(1).every(({ heard }) => heard.includes('words looked up'))
    }).toBe(true)
    rooms[1]?.change()
    await expect.poll(() => [rooms[0], rooms[2]].every((room) => room?.heard.includes('settings read'))).toBe(true)
    expect(rooms[0]?.heard).not.toContain('words looked up')
    expect(rooms[1]?.heard).not.toContain('settings read')
  } finally {
    await Promise.all(buses.map((bus) => bus.close()))
    await redis.remove()
  }
})
