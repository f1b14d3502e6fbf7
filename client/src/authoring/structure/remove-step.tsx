import { Button, Popover } from 'antd'
import { useState } from 'react'
import { structureWords } from '../../i18n/structure-words.ts'
import { useText } from '../../i18n/use-text.ts'
import { nearestSpeaking, speaks, targetsOf, withoutStep } from './flow-edits.ts'
import type { FlowTools } from './flow-tools.ts'
import { StepChoice } from './selects.tsx'
import styles from './structure.module.css'

function Removal({ tools, id }: { readonly tools: FlowTools; readonly id: string }) {
  const t = useText()
  const { flow, before, change, select } = tools
  const step = flow.steps[id]
  const [instead, setInstead] = useState(() => (step && targetsOf(step).find((to) => to !== id)) ?? Object.keys(flow.steps).find((each) => each !== id) ?? '')
  const [chosen, setLanding] = useState<string | null>(null)
  const landing = chosen ?? nearestSpeaking(flow, instead, id)
  const known = speaks(step) && before !== null && speaks(before.steps[id])
  const stood = known || Object.values(flow.renamed ?? {}).includes(id)
  return (
    <div className={styles['removal']}>
      <h4>{t(structureWords.instead)}</h4>
      <StepChoice tools={tools} name={t(structureWords.instead)} value={instead} onChange={setInstead} wanted={(each) => each !== id} />
      {stood && (
        <>
          <h4>{t(structureWords.landing)}</h4>
          <StepChoice tools={tools} name={t(structureWords.landing)} value={landing} onChange={setLanding} wanted={(each) => each !== id && speaks(flow.steps[each])} />
        </>
      )}
      <Button
        danger
        onClick={() => {
          change((now) => withoutStep(now, id, instead, landing, known))
          select(null)
        }}
      >
        {t(structureWords.removeStep)}
      </Button>
    </div>
  )
}

/** Takes a step out, once it is said where calls go instead. */
export function RemoveStep({ tools, id }: { readonly tools: FlowTools; readonly id: string }) {
  const t = useText()
  return (
    <Popover trigger="click" destroyOnHidden content={<Removal tools={tools} id={id} />}>
      <Button size="small" danger>{t(structureWords.removeStep)}</Button>
    </Popover>
  )
}
