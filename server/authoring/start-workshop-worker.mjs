// A thread does not inherit the TypeScript loader of its process, so it is registered here first.
import { register } from 'tsx/esm/api'

register()
await import('./workshop-worker.ts')
