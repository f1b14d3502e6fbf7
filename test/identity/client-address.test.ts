import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { clientAddress } from '../../server/identity/client-address.ts'

const address = (forwarded: string | undefined, hops: number): string =>
  clientAddress({ headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }, socket: { remoteAddress: '10.0.0.1' } } as IncomingMessage, hops)

test('only as many proxies are believed as are trusted', () => {
  expect(address('203.0.113.9, 198.51.100.7', 0)).toBe('10.0.0.1')
  expect(address('203.0.113.9, 198.51.100.7', 1)).toBe('198.51.100.7')
  expect(address('203.0.113.9, 198.51.100.7', 2)).toBe('203.0.113.9')
})

test('with fewer addresses than proxies the farthest that is known counts', () => {
  expect(address('203.0.113.9', 3)).toBe('203.0.113.9')
  expect(address(undefined, 2)).toBe('10.0.0.1')
})
