import { type EventAccess, eventAccess } from '../../server/identity/event-access.ts'
import type { RouteAccess } from '../../server/identity/guard.ts'
import { type Access, keyScopes, permissions, type Role, roles } from '../../server/identity/permissions.ts'

/** Those for whom each cell of the table says yes or no: nobody, a person of each role, a program with each key. */
export const kinds = ['nobody', ...roles, ...keyScopes] as const
export type Kind = (typeof kinds)[number]

/** A line of the table as it stands in the document. */
export interface DocumentedRow {
  readonly name: string
  readonly access: string
  readonly cells: Readonly<Record<string, string>>
}
const isRole = (kind: Kind): kind is Role => roles.some((role) => role === kind)
const rowOf = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
const tableOf = (first: string, columns: readonly string[], rows: readonly string[]): string => [rowOf([first, ...columns, 'right']), rowOf([first, ...columns, 'right'].map(() => '---')), ...rows].join('\n')

function allowed(access: Access, kind: Kind): boolean {
  if (access === 'public') return true
  if (kind === 'nobody') return false
  if (access === 'signed in') return isRole(kind)
  const holders: readonly Role[] = permissions[access]
  return isRole(kind) ? holders.includes(kind) : kind === access
}
const cell = (access: Access, kind: Kind): string => (allowed(access, kind) ? 'yes' : '–')

/** What a role may do with calls: its own, the team's, or all. */
function reach({ access, call }: EventAccess, role: Role): string {
  if (!allowed(access, role)) return '–'
  if (call === 'none') return 'yes'
  const team = role === 'supervisor' ? 'own and team' : 'own'
  return call === 'watch' && (role === 'trainer' || role === 'qa-lead') ? 'own; any once closed' : team
}

const introduction = `# Who may do what

This file is written by \`npm run -s access-table\` and checked by \`test/identity/access-matrix.test.ts\`, which takes the routes from a running
server and tries every cell. A new route or event that is not here fails the test; a route without an access stops the start.

- **nobody**: no sign-in and no key. **agent … administrator**: a person with that one role; whoever has several roles may do what any of them may.
- **ingest:send, calls:announce, metrics:read**: a program whose API key has that scope.
- The last column is the right that the route or event names. Rights and roles are joined in one table, \`server/identity/permissions.ts\`.
- Whose calls one reaches is decided where a call is read, by \`server/identity/ownership.ts\`: an agent has his own calls, a supervisor those of the
  team, trainers and QA leads all stored ones. A call that nobody is known to have taken belongs to the supervisors without a team.
- Without accounts (the demo, on this machine only) programs need no key, and one chooses on the page whom one wants to be.
`

/** The text of docs/access.md for these routes. */
export function accessDocument(routes: readonly RouteAccess[]): string {
  const lines = routes
    .toSorted((one, other) => one.url.localeCompare(other.url, 'en') || one.method.localeCompare(other.method, 'en'))
    .map(({ method, url, access }) => rowOf([`\`${method} ${url}\``, ...kinds.map((kind) => cell(access, kind)), access]))
  const events = Object.entries(eventAccess).map(([name, entry]) => rowOf([`\`${name}\``, ...roles.map((role) => reach(entry, role)), entry.access]))
  return [
    introduction,
    '## Routes\n',
    tableOf('route', kinds, [...new Set(lines)]),
    '\n## Events of the browsers\' socket\n',
    'The socket opens for a person who is signed in; nobody and API keys are refused at the handshake. A cell says whose calls the event is accepted for.\n',
    tableOf('event', roles, events),
    '\n## Events of the socket `/ingest`\n',
    'It opens for a program whose key has `ingest:send`; everybody else is refused at the handshake. Its one event is `transcript`.\n',
  ].join('\n')
}

/** The lines of the document's tables: first those of the routes, then those of the events. */
export function readAccessDocument(text: string): { readonly routes: readonly DocumentedRow[]; readonly events: readonly DocumentedRow[] } {
  const tables = text.split('\n## ').slice(1, 3).map((part) => part.split('\n').filter((line) => line.startsWith('|')).map((line) => line.slice(2, -2).split(' | ')))
  const [routes = [], events = []] = tables.map(([header = [], , ...rows]) =>
    rows.map((cells): DocumentedRow => ({ name: (cells[0] ?? '').replaceAll('`', ''), access: cells.at(-1) ?? '', cells: Object.fromEntries(header.slice(1, -1).map((column, at) => [column, cells[at + 1] ?? ''])) })),
  )
  return { routes, events }
}
