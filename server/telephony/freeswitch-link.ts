import { SunlineError } from '../errors.ts'
import { type FreeswitchEvent, freeswitchEventNames, type freeswitchReader } from './freeswitch-events.ts'
import type { Connect } from './link.ts'
import type { ChannelLook } from './missed-hang-ups.ts'
import { tcpLink } from './tcp-link.ts'

/**
 * Connects to FreeSWITCH's event socket in inbound mode; the password stands in the address: `esl://:ClueCon@10.0.0.5:8021`. Of each known call it asks
 * whether it is still on: a list of all channels may be larger than a message may be. Source: mod_commands, uuid_exists.
 */
export function freeswitchLink(url: URL, read: ReturnType<typeof freeswitchReader>, look: () => ChannelLook): Connect {
  return (events) => {
    let subscribed = false
    let looking: ChannelLook | null = null
    const answers: string[] = []
    return tcpLink(url.hostname, Number(url.port || 8021), events, ({ headers, body }, send) => {
      switch (headers['Content-Type']) {
        case 'auth/request':
          return send(`auth ${decodeURIComponent(url.password)}\n\n`)
        case 'command/reply': {
          const answer = headers['Reply-Text'] ?? ''
          if (!answer.startsWith('+OK')) throw new SunlineError('unauthorised', `FreeSWITCH refuses: ${answer.slice(0, 100)}`)
          if (subscribed) {
            events.ready()
            looking = look()
            for (const channel of looking.wanted) send(`api uuid_exists ${channel}\n\n`)
            return
          }
          subscribed = true
          return send(`event json ${freeswitchEventNames.join(' ')}\n\n`)
        }
        case 'api/response':
          // They come in the order of the questions.
          answers.push(body.trim())
          if (answers.length === looking?.wanted.length) for (const event of looking.seen(new Set(looking.wanted.filter((_channel, at) => answers[at] !== 'false')))) events.happened(event)
          return
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
