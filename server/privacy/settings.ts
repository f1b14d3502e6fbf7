import { Type } from '@sinclair/typebox'
import { SunlineError } from '../errors.ts'
import type { PrivacySettings } from '../privacy-view.ts'
import type { Database } from '../store/database.ts'
import { validator } from '../validation.ts'

/** The record of what was done is kept at least so long (days): six months for network logs, Cybersecurity Law of the PRC, article 21(3) in the numbering of 2017. */
export const leastAuditDays = 183
const mostDays = 3_650

const Days = (least: number) => Type.Union([Type.Integer({ minimum: least, maximum: mostDays }), Type.Null()], { description: `Expected ${String(least)} to ${String(mostDays)} days, or null` })
export const SettingsSchema = Type.Object(
  {
    reversible: Type.Boolean({ description: 'Expected true or false' }),
    liveScreen: Type.Union([Type.Literal('full'), Type.Literal('masked')], { description: 'Expected full or masked' }),
    tellLooked: Type.Boolean({ description: 'Expected true or false' }),
    openingNotice: Type.String({ maxLength: 120, description: 'Expected at most 120 characters' }),
    keepDays: Type.Object(
      { live: Days(1), sample: Days(1), import: Days(1), drill: Days(1), originals: Days(1), audit: Days(leastAuditDays) },
      { additionalProperties: false, description: 'Expected days for live, sample, import, drill, originals and audit' },
    ),
  },
  { additionalProperties: false },
)
const read = validator(SettingsSchema)

/** What holds until an administrator decides. */
export const defaultSettings: PrivacySettings = {
  reversible: false,
  liveScreen: 'full',
  tellLooked: false,
  openingNotice: '为保证服务质量，本次通话会被录音并转成文字。',
  keepDays: { live: 180, sample: 30, import: null, drill: null, originals: 30, audit: 1_095 },
}

export interface SettingsOnDisk {
  /** The settings in force; from memory. */
  readonly now: () => PrivacySettings
  /** Reads them from disk; also those that another node has changed. */
  readonly load: () => Promise<{ readonly changedAt: number | null; readonly changedBy: string }>
  /** Throws SunlineError 'conflict' when masks are to be reversible and there is no key. */
  readonly change: (settings: PrivacySettings, by: string) => Promise<void>
  /** `heard` is called when they were changed here. */
  readonly onChanged: (heard: () => void) => void
}

/** `hasKey`: whether originals can be sealed. `clock`: ms since the epoch. */
export function privacySettings(database: Database, hasKey: boolean, clock: () => number): SettingsOnDisk {
  let settings = defaultSettings
  let told = (): void => undefined
  return {
    now: () => settings,
    load: async () => {
      const row = await database.selectFrom('privacy_settings').selectAll().where('id', '=', 1).executeTakeFirst()
      if (row) settings = read(JSON.parse(row.settings))
      return { changedAt: row?.changed_at ?? null, changedBy: row?.changed_by ?? '' }
    },
    change: async (changed, by) => {
      if (changed.reversible && !hasKey) throw new SunlineError('conflict', 'masks can be made reversible once the server has SUNLINE_PRIVACY_KEY in its environment', 'reversible')
      const row = { settings: JSON.stringify(changed), changed_at: clock(), changed_by: by }
      await database.insertInto('privacy_settings').values({ id: 1, ...row }).onConflict((on) => on.column('id').doUpdateSet(row)).execute()
      settings = changed
      told()
    },
    onChanged: (heard) => void (told = heard),
  }
}
