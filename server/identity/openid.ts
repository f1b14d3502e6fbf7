import * as client from 'openid-client'
import { SunlineError } from '../errors.ts'
import type { OpenIdConfig } from './openid-config.ts'

/** What is kept in the browser between leaving for the provider and coming back. */
export interface OpenIdFlow {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}
export type Claims = Readonly<Record<string, unknown>>
export interface OpenId {
  /** Where to send the browser. Throws SunlineError 'unavailable' when the provider does not answer. */
  readonly leave: (redirectUri: string) => Promise<{ readonly url: string; readonly flow: OpenIdFlow }>
  /** What the provider says of the person who came back to `url`. Throws SunlineError 'unauthorised' when it is not the answer to this flow. */
  readonly comeBack: (url: URL, flow: OpenIdFlow) => Promise<{ readonly subject: string; readonly claims: Claims }>
}

/** The authorisation code flow with PKCE, state and nonce (OpenID Connect Core 3.1, RFC 7636). The provider's keys and addresses are read when first needed. */
export function openId({ issuer, clientId, clientSecret, scope }: OpenIdConfig): OpenId {
  let known: Promise<client.Configuration> | null = null
  const provider = (): Promise<client.Configuration> => {
    known ??= discover().catch((error: unknown) => {
      known = null
      throw new SunlineError('unavailable', `the OpenID provider ${issuer} does not answer: ${error instanceof Error ? error.message : String(error)}`)
    })
    return known
  }
  const discover = (): Promise<client.Configuration> =>
    client.discovery(new URL(issuer), clientId, undefined, clientSecret === null ? client.None() : client.ClientSecretBasic(clientSecret), {
      // Only a provider on this machine may be without TLS; the configuration sees to that.
      ...(issuer.startsWith('http:') && { execute: [client.allowInsecureRequests] }),
    })
  return {
    leave: async (redirectUri) => {
      const config = await provider()
      const flow: OpenIdFlow = { state: client.randomState(), nonce: client.randomNonce(), verifier: client.randomPKCECodeVerifier() }
      const url = client.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope,
        state: flow.state,
        nonce: flow.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(flow.verifier),
        code_challenge_method: 'S256',
      })
      return { url: url.href, flow }
    },
    comeBack: async (url, { state, nonce, verifier }) => {
      const config = await provider()
      try {
        const tokens = await client.authorizationCodeGrant(config, url, { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true })
        const claims = tokens.claims()
        if (!claims) throw new Error('the answer holds no ID token')
        const more = config.serverMetadata().userinfo_endpoint === undefined ? {} : await client.fetchUserInfo(config, tokens.access_token, claims.sub)
        return { subject: `${claims.iss} ${claims.sub}`, claims: { ...more, ...claims } }
      } catch (error) {
        throw new SunlineError('unauthorised', `the OpenID provider's answer was refused: ${error instanceof Error ? error.message : String(error)}`)
      }
    },
  }
}
