// Neither a thread nor a forked process inherits the TypeScript loader, so it is registered here first.
import { register } from 'tsx/esm/api'

register()
await import('./workshop-worker.ts')
