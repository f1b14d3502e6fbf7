import { describeValue } from '../../flows/conditions.ts'
import { type FactId, factDefinition, fitsFact, isFactId } from '../../flows/facts.ts'
import type { FlowBook } from '../../flows/flow-book.ts'
import type { FactView, PhrasePart, PhraseText } from '../protocol.ts'
import type { CallState } from './call-state.ts'
import type { PhraseSentence } from './ports.ts'

/** What the screen shows of a fact whatever the call knows of it. */
type FactForm = Pick<FactView, 'id' | 'label' | 'kind' | 'unit' | 'options'>
const forms = new Map<FactId, FactForm>()

function factForm(id: FactId): FactForm {
  const known = forms.get(id)
  if (known !== undefined) return known
  const definition = factDefinition(id)
  const form: FactForm = {
    id,
    label: { zh: definition.zh, en: definition.en },
    kind: definition.kind,
    unit: definition.kind === 'number' ? definition.unit : null,
    options: definition.kind === 'choice' ? Object.entries(definition.options).map(([option, label]) => ({ value: option, label })) : [],
  }
  forms.set(id, form)
  return form
}

/** A fact as the screen shows and edits it. */
export function factView(id: FactId, state: CallState): FactView {
  const known = state.facts[id]
  const value = known && fitsFact(id, known.value) ? known.value : null
  const { label, kind, unit, options } = factForm(id)
  return {
    id, label, kind, unit, options,
    value,
    shown: value === null ? null : { zh: describeValue(id, value, 'zh'), en: describeValue(id, value, 'en') },
    origin: value === null ? null : (known?.origin ?? null),
  }
}

/** By the facts of a call: how they are shown beside which scenario. Most utterances leave them as they are. */
const shownOf = new WeakMap<CallState['facts'], { readonly wanted: readonly FactId[]; readonly views: readonly FactView[] }>()
const nothingWanted: readonly FactId[] = []

/** What the scenario must find out, in its order, then everything else that is known, in the order in which it became known. */
export function factViews(state: CallState, flows: FlowBook): readonly FactView[] {
  const wanted = (state.scenario === null ? undefined : flows.find(state.scenario)?.definition.findOut) ?? nothingWanted
  const shown = shownOf.get(state.facts)
  if (shown?.wanted === wanted) return shown.views
  const known = Object.keys(state.facts).filter(isFactId)
  const views = [...new Set([...wanted, ...known])].map((id) => factView(id, state))
  shownOf.set(state.facts, { wanted, views })
  return views
}

/** A sentence with its placeholders filled from what the call knows. */
export function phraseText({ style, pieces, en }: PhraseSentence, state: CallState): PhraseText {
  const parts = pieces.map((piece): PhrasePart => {
    if ('text' in piece || !isFactId(piece.fact)) return 'text' in piece ? piece : { text: `{${piece.fact}}` }
    const { label, shown } = factView(piece.fact, state)
    return { fact: piece.fact, label, value: shown?.zh ?? null }
  })
  const filled = en.replaceAll(/\{(\w+)\}/gu, (whole, id: string) => (isFactId(id) ? (factView(id, state).shown?.en ?? whole) : whole))
  return { style, parts, en: filled }
}

/** The sentence as it is read aloud; what is not known yet stands as …. */
export const spokenText = ({ parts }: PhraseText): string => parts.map((part) => ('text' in part ? part.text : (part.value ?? '…'))).join('')
