import { SunlineError } from '../errors.ts'
import { type FreeswitchEvent, freeswitchEventNames, type freeswitchReader } from './freeswitch-events.ts'
import type { Connect } from './link.ts'
import { tcpLink } from './tcp-link.ts'

/** Connects to FreeSWITCH's event socket in inbound mode; the password stands in the address: `esl://:ClueCon@10.0.0.5:8021`. */
export function freeswitchLink(url: URL, read: ReturnType<typeof freeswitchReader>): Connect {
  return (events) => {
    let subscribed = false
    return tcpLink(url.hostname, Number(url.port || 8021), events, ({ headers, body }, send) => {
      switch (headers['Content-Type']) {
        case 'auth/request':
          return send(`auth ${decodeURIComponent(url.password)}\n\n`)
        case 'command/reply': {
          const answer = headers['Reply-Text'] ?? ''
          if (!answer.startsWith('+OK')) throw new SunlineError('unauthorised', `FreeSWITCH refuses: ${answer.slice(0, 100)}`)
          if (subscribed) return events.ready()
          subscribed = true
          return send(`event json ${freeswitchEventNames.join(' ')}\n\n`)
        }
        case 'text/event-json':
          for (const event of read(JSON.parse(body) as FreeswitchEvent)) events.happened(event)
          return
        case 'text/disconnect-notice':
          throw new SunlineError('unavailable', 'FreeSWITCH ends the session')
        case 'text/rude-rejection':
          throw new SunlineError('forbidden', 'FreeSWITCH refuses this address (event_socket.conf, apply-inbound-acl)')
        default:
      }
    })
  }
}
