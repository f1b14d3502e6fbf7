import { Button } from 'antd'
import { useState } from 'react'
import { structureWords } from '../../i18n/structure-words.ts'
import { useText } from '../../i18n/use-text.ts'
import { AddReaction } from './add-reaction.tsx'
import { BranchForm } from './branch-form.tsx'
import { withReaction, withStep } from './flow-edits.ts'
import { waysOf } from './flow-texts.ts'
import type { FlowTools } from './flow-tools.ts'
import { StepChoice } from './selects.tsx'
import styles from './structure.module.css'

/** What may happen on a speaking step, and where each leads. */
export function StepReactions({ tools, id }: { readonly tools: FlowTools; readonly id: string }) {
  const t = useText()
  const [branching, setBranching] = useState<string | null>(null)
  const [adding, setAdding] = useState(false)
  const { flow, catalogue, change } = tools
  const step = flow.steps[id]
  if (step?.kind !== 'say' && step?.kind !== 'ask') return null
  const lead = (reaction: string, to: string): void => change((now) => (step.kind === 'ask' && reaction === 'fact recorded' ? withStep(now, id, { ...step, next: to }) : withReaction(now, id, reaction, to)))
  return (
    <section>
      <h3>{t(structureWords.reactions)}</h3>
      <ul className={styles['ways']}>
        {waysOf(catalogue, step).map(({ id: reaction, label, to }) => (
          <li key={reaction}>
            <b>{t(label)}</b>
            <StepChoice tools={tools} name={t(structureWords.leadsFrom(t(label)))} value={to} onChange={(target) => lead(reaction, target)} />
            <Button size="small" aria-expanded={branching === reaction} aria-label={t(structureWords.branchOn(t(label)))} title={t(structureWords.branchOn(t(label)))} onClick={() => setBranching(branching === reaction ? null : reaction)}>{t(structureWords.kinds.decide)}</Button>
            <Button size="small" disabled={reaction === 'fact recorded'} aria-label={t(structureWords.removeWay(t(label)))} title={t(structureWords.removeWay(t(label)))} onClick={() => change((now) => withReaction(now, id, reaction, null))}>✕</Button>
            {branching === reaction && <BranchForm tools={tools} id={id} reaction={reaction} close={() => setBranching(null)} />}
          </li>
        ))}
      </ul>
      <Button size="small" aria-expanded={adding} onClick={() => setAdding(!adding)}>＋ {t(structureWords.addReaction)}</Button>
      {adding && <AddReaction tools={tools} id={id} close={() => setAdding(false)} />}
    </section>
  )
}
