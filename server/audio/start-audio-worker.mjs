// The process has no TypeScript loader of its own, so it is registered here first.
import { register } from 'tsx/esm/api'

register()
await import('./audio-worker.ts')
