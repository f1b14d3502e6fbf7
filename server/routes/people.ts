import { Type } from '@sinclair/typebox'
import type { FastifyInstance } from 'fastify'
import type { Doer } from '../identity/administration.ts'
import type { Actor } from '../identity/actor.ts'
import type { Identity } from '../identity/identity.ts'
import { linkAddress } from '../identity/one-time-links.ts'
import { roles } from '../identity/permissions.ts'
import type { PeopleView, PersonLink, PersonView, TeamView } from '../protocol.ts'
import type { PersonRow } from '../store/people-tables.ts'
import { endpoint } from './endpoint.ts'
import { personView } from './person-views.ts'

const Id = Type.String({ minLength: 1, maxLength: 64, description: 'Expected an id' })
const Params = Type.Object({ id: Id })
const Name = Type.String({ minLength: 1, maxLength: 40, description: 'Expected a name of at most 40 characters' })
const PersonChange = Type.Object(
  {
    name: Type.Optional(Name),
    number: Type.Optional(Type.String({ maxLength: 20, description: 'Expected a number of at most 20 characters' })),
    roles: Type.Optional(Type.Array(Type.Union(roles.map((role) => Type.Literal(role))), { minItems: 1, maxItems: roles.length, description: `Expected some of ${roles.join(', ')}` })),
    team: Type.Optional(Type.Union([Id, Type.Null()], { description: 'Expected the id of a team, or null' })),
    active: Type.Optional(Type.Boolean({ description: 'Expected true or false' })),
  },
  { additionalProperties: false },
)
const NewPerson = Type.Composite([PersonChange, Type.Object({ login: Type.String({ maxLength: 64, description: 'Expected a login' }), name: Name, roles: Type.Required(PersonChange).properties.roles })], { additionalProperties: false })
const Team = Type.Object({ name: Name }, { additionalProperties: false })

/** The address by which links lead to this server. */
export interface PeopleRouteTools {
  readonly identity: Identity
  readonly origin: () => string
}

/** People and teams, for administrators. */
export function peopleRoutes(app: FastifyInstance, { identity: { people, sessions, administration }, origin }: PeopleRouteTools): void {
  const by = ({ actor, request }: { readonly actor: Actor | null; readonly request: { readonly ip: string } }): Doer => ({ actor, address: request.ip })
  const view = async (row: PersonRow): Promise<PersonView> => personView(row, (await sessions.ofPerson(row.id)).length)
  const linked = async ({ row, token }: { readonly row: PersonRow; readonly token: string }): Promise<PersonLink> => ({ person: await view(row), link: linkAddress(origin(), token) })
  const access = 'people:manage'

  endpoint(app, { method: 'GET', url: '/api/people', access, summary: 'Everyone, and the teams.' }, async (): Promise<PeopleView> => {
    const going = await sessions.countByPerson()
    return { people: (await people.all()).map((row) => personView(row, going.get(row.id) ?? 0)), teams: await people.teams() }
  })
  endpoint(app, { method: 'POST', url: '/api/people', access, summary: 'Add a person; the answer has the link for choosing a password.', body: NewPerson }, async (asked): Promise<PersonLink> => {
    void asked.reply.code(201)
    return linked(await administration.add(asked.body, by(asked)))
  })
  endpoint(app, { method: 'PATCH', url: '/api/people/:id', access, summary: 'Change a person, lock or unlock.', params: Params, body: PersonChange }, async (asked): Promise<PersonView> =>
    view(await administration.change(asked.params.id, asked.body, by(asked))),
  )
  endpoint(app, { method: 'POST', url: '/api/people/:id/link', access, summary: 'A link for choosing a new password; the old one stops working.', params: Params }, async (asked): Promise<PersonLink> =>
    linked(await administration.reset(asked.params.id, by(asked))),
  )
  endpoint(app, { method: 'DELETE', url: '/api/people/:id/sessions', access, summary: 'Sign a person out everywhere.', params: Params }, async (asked): Promise<PersonView> =>
    view(await administration.endSessions(asked.params.id, by(asked))),
  )
  endpoint(app, { method: 'POST', url: '/api/teams', access, summary: 'Add a team.', body: Team }, async (asked): Promise<TeamView> => {
    void asked.reply.code(201)
    return administration.putTeam(null, asked.body.name, by(asked))
  })
  endpoint(app, { method: 'PUT', url: '/api/teams/:id', access, summary: 'Rename a team.', params: Params, body: Team }, (asked): Promise<TeamView> => administration.putTeam(asked.params.id, asked.body.name, by(asked)))
  endpoint(app, { method: 'DELETE', url: '/api/teams/:id', access, summary: 'Remove a team that nobody is in.', params: Params }, async (asked) => {
    await administration.removeTeam(asked.params.id, by(asked))
    return { ok: true }
  })
}
