import { useQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { type FormEvent, useMemo, useState } from 'react'
import type { RulesView } from '../../../server/protocol.ts'
import { getJson } from '../connection/http.ts'
import { authoringWords } from '../i18n/authoring-words.ts'
import { useText } from '../i18n/use-text.ts'
import styles from './item-finder.module.css'
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
  const begin = (event: FormEvent) => {
    event.preventDefault()
    if (fits && category !== null) choose({ kind: 'rule', id, category })
  }
  return (
    <details className={styles['new']}>
      <summary>＋ {t(authoringWords.newRule)}</summary>
      <form onSubmit={begin}>
        <Select<string> showSearch optionFilterProp="label" value={category} placeholder={t(authoringWords.category)} aria-label={t(authoringWords.category)} onChange={setCategory} options={categories.map(([value, label]) => ({ value, label: t(label) }))} />
        <Input value={id} maxLength={40} status={id === '' || fits ? '' : 'error'} placeholder={t(authoringWords.newRuleId)} aria-label={t(authoringWords.newRuleId)} onChange={({ target }) => setId(target.value.trim())} />
        <Button type="primary" htmlType="submit" disabled={!fits || category === null}>{t(authoringWords.begin)}</Button>
      </form>
    </details>
  )
}
