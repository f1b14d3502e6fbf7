import { parseCookie, stringifySetCookie } from 'cookie'
import { Type } from '@sinclair/typebox'
import type { FastifyInstance } from 'fastify'
import { SunlineError } from '../errors.ts'
import type { Identity } from '../identity/identity.ts'
import { openId } from '../identity/openid.ts'
import type { OpenIdConfig } from '../identity/openid-config.ts'
import { openIdPerson } from '../identity/openid-people.ts'
import { validator } from '../validation.ts'
import { endpoint } from './endpoint.ts'
import { beginSession } from './session.ts'

const callbackPath = '/api/session/openid/callback'
/** Seconds that one may spend at the provider. */
const patienceSeconds = 600
const readFlow = validator(Type.Object({ state: Type.String(), nonce: Type.String(), verifier: Type.String() }))

export interface OpenIdRouteTools {
  readonly identity: Identity
  readonly config: OpenIdConfig
  readonly origin: () => string
  /** ms since the epoch. */
  readonly now: () => number
}

/** Leaving for the OpenID provider and coming back. What must be remembered meanwhile stays in a cookie of this browser alone, so any node can take the answer. */
export function openIdRoutes(app: FastifyInstance, { identity, config, origin, now }: OpenIdRouteTools): void {
  const provider = openId(config)
  const personBehind = openIdPerson({ ...identity, config, now })
  const secure = identity.cookie.name.startsWith('__Host-')
  const name = secure ? '__Host-sunline-openid' : 'sunline-openid'
  // Lax: the provider sends the browser back from another site.
  const flowCookie = (value: string, maxAge: number): string => stringifySetCookie({ name, value, path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge })

  endpoint(app, { method: 'GET', url: '/api/session/openid', access: 'public', summary: 'Go to the OpenID provider to sign in.' }, async ({ reply, request }) => {
    try {
      const { url, flow } = await provider.leave(`${origin()}${callbackPath}`)
      return await reply.header('set-cookie', flowCookie(JSON.stringify(flow), patienceSeconds)).redirect(url)
    } catch (error) {
      request.log.error({ err: error }, 'single sign-on could not begin')
      return reply.redirect('/?openid=failed')
    }
  })

  endpoint(app, { method: 'GET', url: callbackPath, access: 'public', summary: 'Come back from the OpenID provider.' }, async ({ reply, request }) => {
    const gone = flowCookie('', 0)
    try {
      const kept = parseCookie(request.headers.cookie ?? '')[name]
      if (kept === undefined) throw new SunlineError('unauthorised', 'this browser did not leave for the provider')
      const { subject, claims } = await provider.comeBack(new URL(request.url, origin()), readFlow(JSON.parse(kept)))
      const personId = await personBehind(subject, claims, request.ip)
      await beginSession(identity, request, reply, personId, 'openid')
      return await reply.header('set-cookie', gone).redirect('/')
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      request.log.warn({ reason }, 'single sign-on was refused')
      await identity.audit.note({ actor: null, action: 'sign-in refused', detail: { by: 'openid', reason: reason.slice(0, 300) }, address: request.ip })
      return reply.header('set-cookie', gone).redirect('/?openid=failed')
    }
  })
}
