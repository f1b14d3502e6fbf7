import type { LibraryFault } from '../../../../server/protocol.ts'
import { structureWords } from '../../i18n/structure-words.ts'
import { useText } from '../../i18n/use-text.ts'
import { withStepLabels } from './flow-texts.ts'
import type { FlowTools } from './flow-tools.ts'
import styles from './structure.module.css'

/** Faults of one flow among those of the draft. */
export const faultsOf = (faults: readonly LibraryFault[], flow: string): readonly LibraryFault[] => faults.filter(({ at }) => at?.flow === flow)

/** What is wrong with the flow, each at the step to look at. */
export function FlowProblems({ tools: { draft, catalogue, flow, edit, select } }: { readonly tools: FlowTools }) {
  const t = useText()
  const own = faultsOf(draft.faults, flow.id)
  const others = draft.faults.length - own.length
  const checking = edit.saved !== 'saved' && edit.refused === null
  return (
    <section className={styles['problems']} data-sound={own.length === 0 && edit.refused === null} aria-live="polite" aria-busy={checking}>
      <h3>{checking ? t(structureWords.checking) : edit.refused === null ? `${own.length === 0 ? '✓' : '✕'} ${t(structureWords.problems(own.length))}` : `✕ ${t(structureWords.notSaved)}`}</h3>
      {edit.refused !== null && <p>{edit.refused}</p>}
      <ul>
        {own.map(({ message, zh, at }) => {
          const text = t(withStepLabels(catalogue, flow.steps, { zh, en: message }))
          const step = at?.step ?? null
          return <li key={text}>{step === null ? text : <button type="button" onClick={() => select(step)}>{text}</button>}</li>
        })}
      </ul>
      {others > 0 && <p>{t(structureWords.elsewhere(others))}</p>}
    </section>
  )
}
