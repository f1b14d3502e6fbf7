import { SunlineError } from '../errors.ts'
import type { amiReader } from './asterisk-ami-events.ts'
import type { Connect } from './link.ts'
import type { ChannelLook } from './missed-hang-ups.ts'
import { tcpLink } from './tcp-link.ts'

/** No line of a command may hold a line break: it would begin another command. */
const oneLine = (text: string): string => decodeURIComponent(text).replaceAll(/[\r\n]/gu, '')

/** The names of what is asked: the answers carry them. */
const signingIn = 'sunline'
const listing = 'sunline-channels'

/**
 * Connects to Asterisk's manager interface; name and secret stand in the address: `ami://sunline:secret@10.0.0.6:5038`. Calls that ended meanwhile are
 * found among its channels, when the name has the right to ask for them. Source: docs.asterisk.org, AMI actions, Status.
 */
export function amiLink(url: URL, read: ReturnType<typeof amiReader>, look: () => ChannelLook): Connect {
  return (events) => {
    const channels = new Set<string>()
    let looking: ChannelLook | null = null
    return tcpLink(
      url.hostname,
      Number(url.port || 5038),
      events,
      ({ headers }, send) => {
        if (headers['ActionID'] === listing) {
          if (headers['Event'] === 'Status') channels.add(headers['Uniqueid'] ?? '')
          if (headers['Event'] === 'StatusComplete') for (const event of looking?.seen(channels) ?? []) events.happened(event)
          return
        }
        if (headers['Response'] !== undefined) {
          if (headers['Response'] !== 'Success') throw new SunlineError('unauthorised', `Asterisk refuses: ${headers['Message']?.slice(0, 100) ?? 'no reason given'}`)
          events.ready()
          looking = look()
          if (looking.wanted.length > 0) send(`Action: Status\r\nActionID: ${listing}\r\n\r\n`)
          return
        }
        for (const event of read(headers)) events.happened(event)
      },
      (send) => send(`Action: Login\r\nActionID: ${signingIn}\r\nUsername: ${oneLine(url.username)}\r\nSecret: ${oneLine(url.password)}\r\nEvents: call,agent\r\n\r\n`),
    )
  }
}
