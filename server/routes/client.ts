import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/** Stands in the built page where the nonce of its style sheets goes; see client/vite.config.ts. */
const noncePlace = '__CSP_NONCE__'

/** The built page. Without it the server still works; the start page then says how to build it. */
export function clientRoutes(app: FastifyInstance, folder: string): void {
  const file = join(folder, 'index.html')
  if (!existsSync(file)) {
    app.get('/', async (_request, reply) => reply.type('text/plain; charset=utf-8').send('The page is not built yet: run "npm run build", then start again.\n'))
    return
  }
  const page = readFileSync(file, 'utf8')
  void app.register(fastifyStatic, { root: folder, index: false, cacheControl: false, setHeaders: (reply, path) => void reply.setHeader('cache-control', cacheFor(path)) })
  // The page's own addresses, such as /calls/7: every one of them is the same page, each time with another nonce.
  for (const address of ['/', '/index.html', '/welcome', '/account', '/admin', '/admin/*', '/calls/*', '/library', '/library/*', '/training', '/training/*', '/quality', '/quality/*', '/my/*', '/wall', '/wall/*']) {
    app.get(address, async (_request, reply) => reply.header('cache-control', 'no-store').type('text/html; charset=utf-8').send(page.replaceAll(noncePlace, reply.cspNonce.style)))
  }
}

/** Built assets carry a hash in their name and never change. */
const cacheFor = (path: string): string => (/\/assets\//u.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache')
