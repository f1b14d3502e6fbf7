import { families } from '../../flows/families.ts'
import { factCatalogue, factDefinition, isFactId } from '../../flows/facts.ts'
import { policy } from '../../flows/policy.ts'
import { reactionCatalogue } from '../../flows/reactions.ts'
import { commonReactions } from '../../flows/reactions/common.ts'
import { flowTitle } from '../library/flow-title.ts'
import type { Library } from '../library/library.ts'
import { flowsOf } from '../library/library-flows.ts'
import type { FlowFact, FlowParts, Label } from '../protocol.ts'

const everywhere: Label = { zh: '随时插入', en: 'Interruptions' }

/** What a flow can be made of: the catalogues of the program, with the scenarios and outcomes of a library. */
export function flowParts(library: Library): FlowParts {
  const { scenarios, all } = flowsOf(library)
  const familyOf = new Map(Object.entries(scenarios).flatMap(([family, flows]) => flows.map(({ definition }) => [definition.id, families[family as keyof typeof families]] as const)))
  return {
    flows: all.map(({ definition: { id } }) => ({ id, title: flowTitle(library, id), within: familyOf.get(id) ?? everywhere, scenario: familyOf.has(id) })),
    reactions: Object.entries(reactionCatalogue).filter(([id]) => id !== 'fact recorded').map(([id, label]) => ({ id, label, common: Object.hasOwn(commonReactions, id) })),
    facts: Object.keys(factCatalogue).filter(isFactId).map((id): FlowFact => {
      const definition = factDefinition(id)
      const { zh, en, kind } = definition
      return {
        id, kind,
        label: { zh, en },
        unit: definition.kind === 'number' ? definition.unit : null,
        options: definition.kind === 'choice' ? Object.entries(definition.options).map(([value, label]) => ({ value, label })) : [],
      }
    }),
    figures: Object.entries(policy).map(([id, { value, unit, source }]) => ({ id, value, unit, source })),
    outcomes: [{ id: 'resume', label: { zh: '回到刚才', en: 'Resume' } }, ...library.dispositions.flatMap(({ label, outcomes }) => outcomes.map((id) => ({ id, label })))],
  }
}
