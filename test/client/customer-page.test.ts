import { expect, test } from 'vitest'
import { customerPage } from '../../client/src/live-call/customer-page.ts'
import { callOf } from './call-view-of.ts'

const ticket = { id: 'ticketNumber', label: { zh: '维修单号', en: 'Ticket number' }, kind: 'text', unit: null, options: [], value: 'WX 1/2&x=3', shown: null, origin: 'system' } as const
const template = 'https://crm.example.com/open?call={callId}&ticket={ticketNumber}#{queue}'

test('placeholders are filled in and encoded', () => {
  expect(customerPage(template, callOf({ facts: [ticket] }))).toBe('https://crm.example.com/open?call=call-1&ticket=WX%201%2F2%26x%3D3#%E7%AC%94%E8%AE%B0%E6%9C%AC%E5%94%AE%E5%90%8E')
})

test('there is no link until everything it needs is known', () => {
  expect(customerPage(template, callOf())).toBeNull()
  expect(customerPage(template, callOf({ facts: [{ ...ticket, value: null }] }))).toBeNull()
  expect(customerPage(null, callOf({ facts: [ticket] }))).toBeNull()
})
