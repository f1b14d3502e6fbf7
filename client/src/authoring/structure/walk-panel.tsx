import { Button, InputNumber } from 'antd'
import { useState } from 'react'
import { structureWords } from '../../i18n/structure-words.ts'
import { useText } from '../../i18n/use-text.ts'
import { stepLabel, valueLabel } from './flow-texts.ts'
import type { FlowTools } from './flow-tools.ts'
import { arrive, type KnownFacts, type Walk } from './flow-walk.ts'
import styles from './structure.module.css'

/** The beginning of a walk through the flow. */
export const beginWalk = ({ catalogue, flow }: Pick<FlowTools, 'catalogue' | 'flow'>): Walk => arrive(catalogue, flow, flow.initial, { facts: {}, passed: [] })

function Answers({ tools: { catalogue }, fact, answer }: { readonly tools: FlowTools; readonly fact: string; readonly answer: (value: string | number | boolean) => void }) {
  const t = useText()
  const [number, setNumber] = useState<number | null>(null)
  const known = catalogue.factOf.get(fact)
  if (known?.kind === 'number') {
    return (
      <div className={styles['answers']}>
        <InputNumber aria-label={t(structureWords.answer)} min={0} value={number} onChange={setNumber} onPressEnter={() => number !== null && answer(number)} suffix={known.unit && t(known.unit)} />
        <Button disabled={number === null} onClick={() => number !== null && answer(number)}>{t(structureWords.answer)}</Button>
      </div>
    )
  }
  const values = known?.kind === 'choice' ? known.options.map(({ value }) => value) : known?.kind === 'yes-no' ? [true, false] : ['…']
  return <div className={styles['answers']}>{values.map((value) => <Button key={String(value)} onClick={() => answer(value)}>{t(valueLabel(catalogue, fact, value))}</Button>)}</div>
}

/** The draft walked through by hand: what would be said, and what may happen next. */
export function WalkPanel({ tools, walk, go }: { readonly tools: FlowTools; readonly walk: Walk; readonly go: (walk: Walk) => void }) {
  const t = useText()
  const { catalogue, flow } = tools
  const step = walk.at === null ? undefined : flow.steps[walk.at]
  const to = (target: string, facts: KnownFacts = walk.facts): void => go(arrive(catalogue, flow, target, { facts, passed: walk.passed }))
  return (
    <section className={styles['step']} aria-label={t(structureWords.walk)} aria-live="polite">
      {step === undefined || walk.at === null ? (
        <h2>{t(structureWords.walkStuck)}</h2>
      ) : (
        <>
          <small>{t(structureWords.kinds[step.kind])} · <code>{walk.at}</code></small>
          <h2>{t(stepLabel(catalogue, walk.at, step))}</h2>
          {'phrase' in step && <p className={styles['spoken']}>{catalogue.phraseOf.get(step.phrase)?.text}</p>}
          {step.kind === 'ask' && <Answers key={walk.passed.length} tools={tools} fact={step.fact} answer={(value) => to(step.next, { ...walk.facts, [step.fact]: value })} />}
          {'on' in step && <div className={styles['answers']}>{Object.entries(step.on).map(([reaction, target]) => <Button key={reaction} onClick={() => to(target)}>{t(catalogue.reactionOf.get(reaction) ?? { zh: reaction, en: reaction })}</Button>)}</div>}
          {(step.kind === 'end' || step.kind === 'switch') && <p>{t(structureWords.walkOver)}</p>}
        </>
      )}
      {Object.keys(walk.facts).length > 0 && (
        <p className={styles['hint']}>
          {t(structureWords.known)}：{Object.entries(walk.facts).map(([fact, value]) => `${t(catalogue.factOf.get(fact)?.label ?? { zh: fact, en: fact })} ${t(valueLabel(catalogue, fact, value))}`).join('；')}
        </p>
      )}
      <Button onClick={() => go(beginWalk(tools))}>{t(structureWords.walkAgain)}</Button>
    </section>
  )
}
