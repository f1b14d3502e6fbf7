import { writeFileSync } from 'node:fs'
import { accessDocument } from './access-document.ts'
import { wholeCentre } from './whole-centre.ts'

// npm run -s access-table: writes docs/access.md anew from the routes of a running server and the table of events.
const centre = await wholeCentre()
writeFileSync(new URL('../../docs/access.md', import.meta.url), accessDocument(centre.app.http.routeAccess))
await centre.stop()
