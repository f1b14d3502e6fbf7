import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { SunlineError } from '../errors.ts'
import { type Administration, administration, type Doer } from '../identity/administration.ts'
import { auditLog } from '../identity/audit-log.ts'
import { linkAddress, oneTimeLinks } from '../identity/one-time-links.ts'
import { people as peopleOf, rolesOf } from '../identity/people.ts'
import { type Role, roles } from '../identity/permissions.ts'
import { sessions as sessionsOf } from '../identity/sessions.ts'
import { openSimpleStore, type Store } from '../store/store.ts'
import type { PersonRow } from '../store/people-tables.ts'
import type { Command, Output } from './output.ts'

const usage = 'users list | add LOGIN --name NAME --role ROLE… [--number N] [--team TEAM] | role LOGIN ROLE… | disable LOGIN | enable LOGIN | reset LOGIN'
const byHand: Doer = { actor: null, address: '' }

interface Office {
  readonly all: () => Promise<readonly PersonRow[]>
  readonly teamNamed: (name: string) => Promise<string>
  readonly teamName: (id: string | null) => Promise<string>
  readonly administration: Administration
  readonly link: (token: string) => string
}
type Options = { readonly name?: string | undefined; readonly number?: string | undefined; readonly team?: string | undefined; readonly role?: readonly string[] | undefined }

/** `users …`: people of the database that the environment names (DATABASE_URL), also while the server runs; it signs out within a minute whoever lost rights. */
export const usersCommand: Command = {
  usage,
  summary: 'list, add and lock people, give roles, make a link for a new password',
  run: async (args, output) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { name: { type: 'string' }, number: { type: 'string' }, team: { type: 'string' }, role: { type: 'string', multiple: true } },
      allowPositionals: true,
    })
    const config = readConfig(process.env)
    const store = await openSimpleStore(config.databaseUrl)
    try {
      const origin = config.integration.publicUrl ?? `http://${config.host}:${String(config.port)}`
      return await act(positionals, values, office(store, origin), output)
    } finally {
      await store.close()
    }
  },
}

function office({ database }: Store, origin: string): Office {
  const now = Date.now
  const people = peopleOf(database)
  // Sessions are only ended here.
  const sessions = sessionsOf(database, now, { idleMs: 0, longestMs: 0 })
  return {
    all: people.all,
    teamName: async (id) => (await people.teams()).find((team) => team.id === id)?.name ?? '',
    teamNamed: async (name) => {
      const teams = await people.teams()
      const team = teams.find((each) => each.name === name)
      if (!team) throw new SunlineError('not found', `there is no team "${name}"; known are ${teams.map((each) => each.name).join(', ') || 'none'}`)
      return team.id
    },
    administration: administration({ people, sessions, links: oneTimeLinks(database, now), audit: auditLog(database, now), demo: false, now }),
    link: (token) => linkAddress(origin, token),
  }
}

async function act([verb, login, ...rest]: readonly string[], options: Options, { all, teamName, teamNamed, administration: acts, link }: Office, output: Output): Promise<number> {
  if (verb === 'list') {
    for (const row of await all()) output.print([row.login, row.name, row.number, rolesOf(row).join(','), await teamName(row.team), row.status].join('\t'))
    return 0
  }
  if (verb === undefined || login === undefined) {
    output.fail(`usage: ${usage}`)
    return 2
  }
  if (verb === 'add') {
    const { name, number, team } = options
    if (name === undefined) throw new SunlineError('invalid payload', '--name is missing')
    const { row, token } = await acts.add(
      { login, name, roles: rolesNamed(options.role ?? []), ...(number !== undefined && { number }), ...(team !== undefined && { team: await teamNamed(team) }) },
      byHand,
    )
    output.print(`${row.login} chooses a password within 24 hours: ${link(token)}`)
    return 0
  }
  const person = (await all()).find((row) => row.login === login.toLowerCase())
  if (!person) throw new SunlineError('not found', `nobody has the login "${login}"`)
  const done = await change(verb, person, rest, acts)
  if (done === null) {
    output.fail(`usage: ${usage}`)
    return 2
  }
  output.print(typeof done === 'string' ? `${person.login} chooses a new password within 24 hours: ${link(done)}` : `${done.login}\t${rolesOf(done).join(',')}\t${done.status}`)
  return 0
}

/** The changed person, the token of a link, or null for a word that is no command. */
async function change(verb: string, { id }: PersonRow, rest: readonly string[], acts: Administration): Promise<PersonRow | string | null> {
  if (verb === 'disable' || verb === 'enable') return acts.change(id, { active: verb === 'enable' }, byHand)
  if (verb === 'role') return acts.change(id, { roles: rolesNamed(rest) }, byHand)
  if (verb === 'reset') return (await acts.reset(id, byHand)).token
  return null
}

function rolesNamed(names: readonly string[]): readonly Role[] {
  return names.map((name) => {
    const role = roles.find((each) => each === name)
    if (!role) throw new SunlineError('invalid payload', `"${name}" is no role; roles are ${roles.join(', ')}`)
    return role
  })
}
