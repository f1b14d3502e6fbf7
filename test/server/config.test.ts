import { expect, test } from 'vitest'
import { readConfig } from '../../server/config.ts'

test('an empty environment gives the defaults', () => {
  expect(readConfig({ PORT: '' })).toMatchObject({
    port: 3000, host: '127.0.0.1', databaseUrl: 'data/local/sunline.db', logLevel: 'info', agentName: '李敏', agentNumber: '1001', brand: '阳光', silenceSeconds: 12, maxLiveCalls: 4_000, trialPriority: 'idle',
    access: { accounts: false, idleMinutes: 60, longestHours: 12, tls: null, proxyHops: 0, requestsPerMinute: 600, requestSeconds: 20, openid: null },
    integration: { speakers: {}, telephony: { freeswitch: null, asteriskAmi: null, asteriskAri: null }, telephonySecret: null, webhooks: [], screenPop: null, asrModels: null, browserSpeech: true, twilioToken: null, publicUrl: null },
  })
})

test('the environment decides', () => {
  expect(readConfig({ PORT: '8080', HOST: '0.0.0.0', SUNLINE_ACCOUNTS: 'on', PUBLIC_URL: 'https://sunline.example', DATABASE_URL: 'file:///var/lib/sunline.db', LOG_LEVEL: 'silent', BRAND: '晨光' })).toMatchObject({
    port: 8080, host: '0.0.0.0', databaseUrl: '/var/lib/sunline.db', logLevel: 'silent', brand: '晨光',
  })
})

test('every fault is listed at once', () => {
  expect(() => readConfig({ PORT: '70000', LOG_LEVEL: 'loud', DATABASE_URL: 'mysql://host/db', MAX_LIVE_CALLS: '1e3', TRIAL_PRIORITY: 'high' })).toThrow(
    [
      'the configuration has 5 fault(s)',
      'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent, not "loud"',
      'TRIAL_PRIORITY must be idle, low or normal, not "high"',
      'PORT must be a whole number from 0 to 65535, not "70000"',
      'DATABASE_URL must be the path of an SQLite file, e.g. data/local/sunline.db, or postgres://user:password@host/database',
      'MAX_LIVE_CALLS must be a whole number from 1 to 100000, not "1e3"',
    ].join('\n'),
  )
})

test('without accounts the server keeps to this machine', () => {
  expect(() => readConfig({ HOST: '0.0.0.0' })).toThrow('HOST=0.0.0.0 lets others reach this server, but without accounts everyone who reaches it may do everything; set SUNLINE_ACCOUNTS=on, or HOST=127.0.0.1')
  expect(() => readConfig({ HOST: '0.0.0.0', SUNLINE_ACCOUNTS: 'on' })).toThrow('HOST=0.0.0.0 lets others reach this server, but passwords would travel unencrypted')
  for (const host of ['127.0.0.1', 'localhost', '::1']) expect(readConfig({ HOST: host }).host).toBe(host)
})
