import { SunlineError } from '../errors.ts'
import type { amiReader } from './asterisk-ami-events.ts'
import type { Connect } from './link.ts'
import { tcpLink } from './tcp-link.ts'

/** No line of a command may hold a line break: it would begin another command. */
const oneLine = (text: string): string => decodeURIComponent(text).replaceAll(/[\r\n]/gu, '')

/** Connects to Asterisk's manager interface; name and secret stand in the address: `ami://sunline:secret@10.0.0.6:5038`. */
export function amiLink(url: URL, read: ReturnType<typeof amiReader>): Connect {
  return (events) =>
    tcpLink(
      url.hostname,
      Number(url.port || 5038),
      events,
      ({ headers }) => {
        if (headers['Response'] !== undefined) {
          if (headers['Response'] !== 'Success') throw new SunlineError('unauthorised', `Asterisk refuses: ${headers['Message']?.slice(0, 100) ?? 'no reason given'}`)
          return events.ready()
        }
        for (const event of read(headers)) events.happened(event)
      },
      (send) => send(`Action: Login\r\nActionID: sunline\r\nUsername: ${oneLine(url.username)}\r\nSecret: ${oneLine(url.password)}\r\nEvents: call,agent\r\n\r\n`),
    )
}
