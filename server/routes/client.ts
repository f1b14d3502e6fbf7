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
  void app.register(fastifyStatic, { root: folder, cacheControl: false, setHeaders: (reply, path) => void reply.setHeader('cache-control', cacheFor(path)) })
  // The page's own addresses, such as /calls/7: every one of them is the same page.
  app.get('/calls/*', async (_request, reply) => reply.sendFile('index.html'))
}

/** Built assets carry a hash in their name and never change. */
const cacheFor = (path: string): string => (/\/assets\//u.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache')
