import { defineConfig } from 'vite'
import { serverBuild } from './vite.server.config.ts'

const programs = ['live-server', 'relay-server', 'blast-beside-server', 'live-load']

/** The processes of `bench live`, built as the product is: what runs is what is measured. */
export default defineConfig(serverBuild('server/bench/dist', Object.fromEntries(programs.map((name) => [name, `server/bench/${name}.ts`]))))
