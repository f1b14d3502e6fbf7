import { Button, Input } from 'antd'
import { useState } from 'react'
import type { DraftedCondition } from '../../../../server/protocol.ts'
import { structureWords } from '../../i18n/structure-words.ts'
import { useText } from '../../i18n/use-text.ts'
import { Field } from '../form-fields.tsx'
import { ConditionForm } from './condition-form.tsx'
import { withBranch } from './flow-edits.ts'
import { type FlowTools, isFreeName } from './flow-tools.ts'
import { MissingParts } from './missing-parts.tsx'
import { StepChoice } from './selects.tsx'
import styles from './structure.module.css'

/** Puts a decision between a step and what one of its reactions leads to. */
export function BranchForm({ tools, id, reaction, close }: { readonly tools: FlowTools; readonly id: string; readonly reaction: string; readonly close: () => void }) {
  const t = useText()
  const { flow, catalogue, change } = tools
  const [name, setName] = useState('')
  const [when, setWhen] = useState<DraftedCondition | null>(null)
  const [go, setGo] = useState<string | null>(null)
  const free = isFreeName(flow, name.trim())
  return (
    <fieldset className={styles['part']} aria-label={t(structureWords.branch)}>
      <Field label={structureWords.branchName} note={name === '' || free ? undefined : t(structureWords.nameTaken)}>{(field) => <Input id={field} value={name} maxLength={60} onChange={({ target }) => setName(target.value)} />}</Field>
      <h4>{t(structureWords.when)}</h4>
      <ConditionForm catalogue={catalogue} value={when} onChange={setWhen} />
      <h4>{t(structureWords.goes)}</h4>
      <StepChoice tools={tools} name={t(structureWords.goes)} value={go} onChange={setGo} />
      <MissingParts parts={[[structureWords.branchName, free], [structureWords.when, when !== null], [structureWords.goes, go !== null]]} />
      <Button
        type="primary"
        disabled={!free || when === null || go === null}
        onClick={() => {
          if (when === null || go === null) return
          change((now) => withBranch(now, id, reaction, name.trim(), when, go))
          close()
        }}
      >
        {t(structureWords.add)}
      </Button>
    </fieldset>
  )
}
