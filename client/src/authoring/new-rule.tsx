import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useMemo, useState } from 'react'
import type { RulesView } from '../../../server/protocol.ts'
import { getJson } from '../connection/http.ts'
import { authoringWords } from '../i18n/authoring-words.ts'
import { useText } from '../i18n/use-text.ts'
import { NewItem, NewItemText } from './new-item.tsx'
import type { EditedItem } from './use-item-edit.ts'

/** Begins a rule: its id, and the category that it belongs to. */
export function NewRule({ choose }: { readonly choose: (item: EditedItem) => void }) {
  const t = useText()
  const { data } = useQuery({ queryKey: ['rules'], queryFn: () => getJson<RulesView>('/api/library/rules') })
  const categories = useMemo(() => [...new Map((data?.rules ?? []).map((rule) => [rule.category, rule.categoryLabel]))], [data])
  const taken = useMemo(() => new Set(data?.rules.map(({ id }) => id)), [data])
  const [id, setId] = useState('')
  const [category, setCategory] = useState<string | null>(null)
  const fits = /^[a-z][a-z0-9-]*$/u.test(id) && !taken.has(id)
  const begin = () => choose({ kind: 'rule', id, category })
  return (
    <NewItem title={t(authoringWords.newRule)} ready={fits && category !== null} begin={begin}>
      <Select<string> showSearch optionFilterProp="label" value={category} placeholder={t(authoringWords.category)} aria-label={t(authoringWords.category)} onChange={setCategory} options={categories.map(([value, label]) => ({ value, label: t(label) }))} />
      <NewItemText name={t(authoringWords.newRuleId)} most={40} value={id} change={(next) => setId(next.trim())} wrong={id !== '' && !fits} />
    </NewItem>
  )
}
