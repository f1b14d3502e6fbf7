import { createServer } from 'node:http'
import { once } from 'node:events'
import { Provider } from 'oidc-provider'

/** An OpenID provider on this machine, as a company would have one. */
export interface LocalProvider {
  readonly issuer: string
  /** Takes up its work for the client that is reached at `origin`. */
  readonly serve: (origin: string) => void
  readonly close: () => Promise<void>
}
export const clientId = 'sunline'
export const clientSecret = 'known to the provider and to the server'

/** `people`: the claims of each account, by the name typed into the provider's page. */
export async function localProvider(people: Readonly<Record<string, Readonly<Record<string, unknown>>>>): Promise<LocalProvider> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const issuer = `http://127.0.0.1:${String(address.port)}`
  return {
    issuer,
    serve: (origin) => {
      const provider = new Provider(issuer, {
        clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [`${origin}/api/session/openid/callback`], grant_types: ['authorization_code'], response_types: ['code'] }],
        claims: { openid: ['sub'], profile: ['name', 'preferred_username', 'employee_number', 'department', 'groups'] },
        findAccount: (_context, id) => (people[id] ? { accountId: id, claims: () => ({ sub: id, ...people[id] }) } : undefined),
        features: { devInteractions: { enabled: true } },
        cookies: { keys: ['of the tests alone'] },
        pkce: { required: () => true },
      })
      server.on('request', provider.callback())
    },
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
