import { flowsOf } from '../library/library-flows.ts'
import type { Library } from '../library/library.ts'
import { stepLabel } from '../library/scenario-page.ts'
import type { Label, Named } from '../protocol.ts'
import type { Database } from '../store/database.ts'

/** What ids are called, as people read them. */
export interface Names {
  readonly team: (id: string) => Named
  readonly scenario: (id: string) => { readonly id: string; readonly title: Label }
  /** A step of a flow in a few words, as its graph shows it. */
  readonly step: (flow: string, id: string) => { readonly id: string; readonly label: Label }
  readonly rule: (id: string) => { readonly id: string; readonly name: string }
  readonly category: (id: string) => Label
  /** The disposition that an outcome of a flow belongs to. */
  readonly outcome: (id: string) => { readonly id: string; readonly label: Label }
}

/** Names from the teams of today and the library of today; what is gone from them goes by its id. */
export async function namesOf(database: Database, library: Library | null): Promise<Names> {
  const teams = new Map((await database.selectFrom('teams').selectAll().execute()).map(({ id, name }) => [id, name]))
  const rules = new Map((library?.ruleFiles ?? []).flatMap((file) => file.rules.map(({ id, name }) => [id, name] as const)))
  const categories = new Map((library?.ruleFiles ?? []).map(({ category, en }) => [category, { zh: category, en }]))
  return {
    team: (id) => ({ id, name: teams.get(id) ?? id }),
    scenario: (id) => ({ id, title: library?.scenarios.get(id)?.title ?? { zh: id, en: id } }),
    step: (flow, id) => {
      const steps = library ? flowsOf(library).find(flow)?.definition.steps : undefined
      const step = steps !== undefined && Object.hasOwn(steps, id) ? steps[id] : undefined
      if (!library || step === undefined) return { id, label: { zh: id, en: id } }
      return { id, label: stepLabel(id, step, 'phrase' in step ? library.phrases.get(step.phrase) : undefined, library) }
    },
    rule: (id) => ({ id, name: rules.get(id) ?? id }),
    outcome: (id) => {
      const disposition = library?.dispositions.find(({ outcomes }) => outcomes.includes(id))
      return disposition ? { id: disposition.id, label: disposition.label } : { id, label: { zh: id, en: id } }
    },
    category: (id) => categories.get(id) ?? { zh: id, en: id },
  }
}
