import { DatePicker, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import type { KeyScope, NewApiKey } from '../../../server/protocol.ts'
import { post } from '../connection/http.ts'
import { adminWords } from '../i18n/admin-words.ts'
import { useText } from '../i18n/use-text.ts'
import { useChange } from './use-admin.ts'

interface Given {
  readonly name: string
  readonly scopes: readonly KeyScope[]
  readonly expires?: { readonly valueOf: () => number } | null
}
const required = [{ required: true, message: '' }]
const scopes: readonly KeyScope[] = ['ingest:send', 'calls:announce', 'metrics:read']

/** Makes an API key. */
export function KeyForm({ close, made }: { readonly close: () => void; readonly made: (key: NewApiKey) => void }) {
  const t = useText()
  const change = useChange()
  const [form] = Form.useForm<Given>()
  const [busy, setBusy] = useState(false)
  const make = async (given: Given) => {
    setBusy(true)
    const answer = await change(post<NewApiKey>('/api/keys', { name: given.name, scopes: given.scopes, expiresAt: given.expires?.valueOf() ?? null }))
    if (answer) made(answer.done)
    setBusy(false)
  }
  return (
    <Modal open title={t(adminWords.addKey)} okText={t(adminWords.save)} confirmLoading={busy} onOk={() => form.submit()} onCancel={close}>
      <Form form={form} layout="vertical" requiredMark={false} initialValues={{ scopes: ['ingest:send', 'calls:announce'] }} onFinish={(given: Given) => void make(given)}>
        <Form.Item name="name" label={t(adminWords.keyName)} rules={required}>
          <Input autoFocus maxLength={40} autoComplete="off" />
        </Form.Item>
        <Form.Item name="scopes" label={t(adminWords.scopes)} rules={required}>
          <Select mode="multiple" options={scopes.map((value) => ({ value, label: t(adminWords.scopeNames[value]) }))} />
        </Form.Item>
        <Form.Item name="expires" label={t(adminWords.expires)}>
          <DatePicker placeholder={t(adminWords.neverExpires)} />
        </Form.Item>
        <button type="submit" hidden />
      </Form>
    </Modal>
  )
}
