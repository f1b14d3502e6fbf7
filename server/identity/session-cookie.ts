import { parseCookie, stringifySetCookie } from 'cookie'

/** The cookie that names a session. With TLS it has the `__Host-` prefix: browsers then take it from this host alone, and only encrypted. */
export interface SessionCookie {
  readonly name: string
  /** The session's secret in a `cookie` header, or null. */
  readonly read: (header: string | undefined) => string | null
  /** A `set-cookie` header that lasts until the browser is closed; null takes the cookie away. */
  readonly write: (secret: string | null) => string
}

/** `secure`: browsers reach this server by TLS. */
export function sessionCookie(secure: boolean): SessionCookie {
  const name = secure ? '__Host-sunline' : 'sunline-session'
  return {
    name,
    read: (header) => (header === undefined ? null : (parseCookie(header)[name] ?? null)),
    write: (secret) => stringifySetCookie({ name, value: secret ?? '', path: '/', httpOnly: true, sameSite: 'strict', secure, ...(secret === null && { maxAge: 0 }) }),
  }
}
