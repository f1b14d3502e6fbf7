import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createClient } from 'redis'
import { Server } from 'socket.io'
import { expect, test } from 'vitest'
import { redisDirectory } from '../../server/cluster/directory.ts'
import { localFront } from '../../server/cluster/local-front.ts'
import { nodeNamespace, peerLink } from '../../server/cluster/peer-link.ts'
import { privateRedis } from '../../server/private-services/redis-server.ts'
import { eventually } from '../support/eventually.ts'

test('a Redis that lost everything gets the secret of the nodes again, and a node that comes later has the same', async () => {
  const redis = await privateRedis()
  const old = redisDirectory(redis.address, 'old', () => undefined)
  const late = redisDirectory(redis.address, 'late', () => undefined)
  const client = await createClient({ url: redis.address }).connect()
  try {
    await eventually(async () => expect(await old.secret()).not.toBe(''))
    const first = await old.secret()
    await client.flushAll()
    expect(await old.secret()).toBe(first)
    await eventually(async () => expect(await late.secret()).toBe(first))
  } finally {
    await client.close()
    old.close()
    late.close()
    await redis.remove()
  }
})

test('a node that is turned away at first is let in once both have the same secret', async () => {
  const server = createServer()
  const nodes = new Server(server).of(nodeNamespace)
  let wanted = 'of tomorrow'
  let refused = 0
  nodes.use((socket, next) => {
    const trusted = socket.handshake.auth['secret'] === wanted
    if (!trusted) refused += 1
    next(trusted ? undefined : new Error('this is for the nodes of the cluster'))
  })
  nodes.on('connection', (socket) => socket.on('question', (_asked: unknown, answer: (words: string) => void) => answer('answered')))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const entry = { id: 'other', address: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`, calls: 0, draining: false, walls: [], lists: [], version: 0 }
  const peer = peerLink(entry, 'self', () => 'of today')
  try {
    await eventually(async () => expect(refused).toBe(1))
    expect(peer.connected()).toBe(false)
    wanted = 'of today'
    await eventually(() => {
      // As at every sign of life.
      peer.saw(entry)
      expect(peer.connected()).toBe(true)
    })
    expect(await peer.ask('question', null)).toBe('answered')
  } finally {
    peer.close()
    await nodes.server.close()
  }
})

test('an address with a broken escape does not end the front of a local cluster', async () => {
  const node = createServer((request, response) => response.end(request.url))
  await new Promise<void>((resolve) => node.listen(0, '127.0.0.1', resolve))
  const front = await localFront([`http://127.0.0.1:${String((node.address() as AddressInfo).port)}`])
  try {
    for (const call of ['%E0%A4', 'c1']) expect(await (await fetch(`${front.address}/calls?call=${call}`)).text()).toBe(`/calls?call=${call}`)
  } finally {
    await front.close()
    node.close()
    node.closeAllConnections()
  }
})
