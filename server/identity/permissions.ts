/** What people do in the centre; one person may be several. */
export const roles = ['agent', 'supervisor', 'trainer', 'qa-lead', 'administrator'] as const
export type Role = (typeof roles)[number]

/**
 * What may be done, and by which roles. This is the one table of rights: routes and socket events name a permission, and nothing else decides.
 * Whose calls or whose team's is checked where the thing is read, by `ownership.ts`.
 */
export const permissions = {
  /** Take a call's screen and answer its buttons: one's own calls, which for trainers and QA leads are the samples they play; for a supervisor also the team's. */
  'calls:handle': ['agent', 'supervisor', 'trainer', 'qa-lead'],
  /** The list of calls on the line, one's own or the team's. */
  'calls:watch': ['agent', 'supervisor', 'trainer', 'qa-lead'],
  /** The wall of the team, looking in, whispering. */
  'calls:supervise': ['supervisor'],
  /** Stored calls: an agent his own, a supervisor the team's, trainers and QA leads all. Each look is logged. */
  'calls:review': ['agent', 'supervisor', 'trainer', 'qa-lead'],
  'calls:import': ['trainer', 'qa-lead'],
  'calls:comment': ['supervisor', 'trainer', 'qa-lead'],
  'samples:play': ['agent', 'supervisor', 'trainer', 'qa-lead'],
  'library:read': ['agent', 'supervisor', 'trainer', 'qa-lead', 'administrator'],
  'library:use': ['supervisor', 'trainer', 'qa-lead'],
  'library:draft': ['trainer', 'qa-lead'],
  'library:approve': ['qa-lead'],
  'training:drill': ['agent', 'supervisor', 'trainer', 'qa-lead'],
  'training:assign': ['trainer'],
  'training:progress': ['supervisor', 'trainer'],
  'quality:read': ['supervisor', 'qa-lead'],
  'quality:judge': ['qa-lead'],
  'quality:evaluate': ['supervisor', 'qa-lead'],
  /** Read the evaluations of one's own calls, acknowledge and dispute them. */
  'quality:answer': ['agent'],
  'people:manage': ['administrator'],
  'privacy:manage': ['administrator'],
  'settings:manage': ['administrator'],
  /** For API keys: transcripts in, calls announced, figures out. */
  'ingest:send': [],
  'calls:announce': [],
  'metrics:read': ['administrator'],
} as const satisfies Readonly<Record<string, readonly Role[]>>
export type Permission = keyof typeof permissions

/** What an API key may be given. */
export const keyScopes = ['ingest:send', 'calls:announce', 'metrics:read'] as const satisfies readonly Permission[]
export type KeyScope = (typeof keyScopes)[number]

/** Who may use a route or a socket event: everyone, everyone who is signed in, or the holders of a permission. */
export type Access = 'public' | 'signed in' | Permission
