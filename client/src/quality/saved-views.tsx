import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Checkbox, Input, Popover } from 'antd'
import { useState } from 'react'
import type { QualityFilter, SavedView } from '../../../server/protocol.ts'
import { getJson, send } from '../connection/http.ts'
import { qualityWords } from '../i18n/quality-words.ts'
import { useText } from '../i18n/use-text.ts'
import styles from './saved-views.module.css'
import { queryOf } from './use-filter.ts'

const key = ['quality', 'views']

function KeepView({ filter, done }: { readonly filter: QualityFilter; readonly done: (views: readonly SavedView[]) => void }) {
  const t = useText()
  const { message } = App.useApp()
  const [name, setName] = useState('')
  const [shared, setShared] = useState(false)
  const keep = useMutation({ mutationFn: () => send<readonly SavedView[]>('PUT', '/api/quality/views', { name: name.trim(), filter, shared }), onSuccess: done, onError: ({ message: text }) => message.error(text) })
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim() !== '') keep.mutate()
      }}
    >
      <Input autoFocus maxLength={60} value={name} placeholder={t(qualityWords.viewName)} aria-label={t(qualityWords.viewName)} onChange={({ target }) => setName(target.value)} />
      <Checkbox checked={shared} onChange={({ target }) => setShared(target.checked)}>{t(qualityWords.shareView)}</Checkbox>
      <Button htmlType="submit" type="primary" loading={keep.isPending} disabled={name.trim() === ''}>{t(qualityWords.saveView)}</Button>
    </form>
  )
}

/** Filters kept under a name, one click each. */
export function SavedViews({ filter, use }: { readonly filter: QualityFilter; readonly use: (filter: QualityFilter) => void }) {
  const t = useText()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const [open, setOpen] = useState(false)
  const { data: views = [] } = useQuery({ queryKey: key, queryFn: () => getJson<readonly SavedView[]>('/api/quality/views') })
  const put = (next: readonly SavedView[]) => queries.setQueryData(key, next)
  const remove = useMutation({ mutationFn: (id: string) => send<readonly SavedView[]>('DELETE', `/api/quality/views/${id}`), onSuccess: put, onError: ({ message: text }) => message.error(text) })
  const now = queryOf(filter).toString()
  const kept = (next: readonly SavedView[]) => {
    put(next)
    setOpen(false)
    void message.success(t(qualityWords.viewKept))
  }
  return (
    <div className={styles['views']} role="group" aria-label={t(qualityWords.views)}>
      {views.map((view) => (
        <span key={view.id} className={styles['view']} data-on={queryOf(view.filter).toString() === now}>
          <button type="button" className="plain" onClick={() => use(view.filter)}>{view.name}</button>
          {view.mine && <button type="button" className="plain" aria-label={`${t(qualityWords.removeView)}：${view.name}`} title={t(qualityWords.removeView)} onClick={() => remove.mutate(view.id)}>×</button>}
        </span>
      ))}
      <Popover trigger="click" open={open} onOpenChange={setOpen} placement="bottomLeft" content={<KeepView filter={filter} done={kept} />} destroyOnHidden>
        <Button size="small" type="dashed" aria-label={t(qualityWords.saveView)}>+ {t(qualityWords.saveView)}</Button>
      </Popover>
    </div>
  )
}
