import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/** The built page. Without it the server still works; the start page then says how to build it. */
export function clientRoutes(app: FastifyInstance, folder: string): void {
  if (!existsSync(join(folder, 'index.html'))) {
    app.get('/', async (_request, reply) => reply.type('text/plain; charset=utf-8').send('The page is not built yet: run "npm run build", then start again.\n'))
    return
  }
  void app.register(fastifyStatic, { root: folder, cacheControl: false, setHeaders })
  // The page's own addresses, such as /calls/7: every one of them is the same page.
  for (const address of ['/calls/*', '/library', '/library/*', '/training', '/training/*']) app.get(address, async (_request, reply) => reply.sendFile('index.html'))
}

/** Only this server's own scripts run. Styles may stand in the page: Ant Design writes them there. */
const contentSecurityPolicy = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"

function setHeaders(reply: { setHeader: (name: string, value: string) => unknown }, path: string): void {
  reply.setHeader('cache-control', cacheFor(path))
  reply.setHeader('content-security-policy', contentSecurityPolicy)
  reply.setHeader('x-content-type-options', 'nosniff')
}

/** Built assets carry a hash in their name and never change. */
const cacheFor = (path: string): string => (/\/assets\//u.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache')
