import { Segmented } from 'antd'
import type { Severity } from '../../../server/protocol.ts'
import { useScenarios } from '../connection/use-scenarios.ts'
import { authoringWords } from '../i18n/authoring-words.ts'
import { useText } from '../i18n/use-text.ts'
import { warningWords } from '../i18n/warning-words.ts'
import { ChoicesField, Field, LinesField, RestOfItem, TextField, ValidField } from './form-fields.tsx'
import { type Fields, partAt, textAt, withField } from './item-value.ts'

const texts = authoringWords.field
const severities: readonly Severity[] = ['block', 'warn', 'hint']
const shown = ['id', 'name', 'severity', 'why', 'say_instead', 'phrases', 'patterns', 'allow', 'examples', 'counter_examples', 'scope', 'valid']

/** What must not be said, why, and what to say instead. */
export function RuleForm({ value, change }: { readonly value: Fields; readonly change: (next: Fields) => void }) {
  const t = useText()
  const { cards } = useScenarios()
  const scope = partAt(value, 'scope')
  const field = (at: 'name' | 'why' | 'say_instead') => <TextField label={texts[at]} at={at} value={value} change={change} />
  const lines = (at: 'phrases' | 'patterns' | 'allow' | 'examples' | 'counter_examples', code: boolean) => <LinesField label={texts[at]} at={at} value={value} change={change} code={code} />
  return (
    <>
      {field('name')}
      <Field label={texts.severity}>
        {(id) => <div id={id}><Segmented<string> value={textAt(value, 'severity')} onChange={(next) => change(withField(value, 'severity', next))} options={severities.map((each) => ({ value: each, label: t(warningWords.severity[each]) }))} /></div>}
      </Field>
      {lines('phrases', false)}
      {lines('patterns', true)}
      {lines('allow', true)}
      {field('say_instead')}
      {field('why')}
      <ChoicesField label={texts.scenarios} none={texts.everywhere} at="scenarios" value={scope} change={(next) => change(withField(value, 'scope', next))} parts={(cards ?? []).map(({ id, title }) => ({ id, label: title }))} />
      {lines('examples', false)}
      {lines('counter_examples', false)}
      <ValidField value={value} change={change} />
      <RestOfItem value={value} shown={shown} />
    </>
  )
}
