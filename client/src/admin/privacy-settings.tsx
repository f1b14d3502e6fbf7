import { App, Button, Checkbox, Form, Input, InputNumber, Radio } from 'antd'
import { useState } from 'react'
import type { KeptKind, PrivacySettings, PrivacyView } from '../../../server/protocol.ts'
import { send } from '../connection/http.ts'
import { adminWords } from '../i18n/admin-words.ts'
import { privacyWords } from '../i18n/privacy-words.ts'
import { useText } from '../i18n/use-text.ts'
import styles from './privacy-page.module.css'
import { useChange, useMoment } from './use-admin.ts'

const kinds = ['live', 'import', 'drill', 'sample', 'originals', 'audit'] as const satisfies readonly KeptKind[]
const leastDays: Partial<Record<KeptKind, number>> = { audit: 183 }

/** Masks, screens, the opening notice, and how long each kind is kept. */
export function PrivacySettingsForm({ view }: { readonly view: PrivacyView }) {
  const t = useText()
  const moment = useMoment()
  const change = useChange()
  const { message } = App.useApp()
  const [busy, setBusy] = useState(false)
  const save = async (given: PrivacySettings) => {
    setBusy(true)
    const keepDays = Object.fromEntries(kinds.map((kind) => [kind, given.keepDays[kind] ?? null]))
    if (await change(send('PUT', '/api/privacy', { ...given, openingNotice: given.openingNotice.trim(), keepDays }))) void message.success(t(adminWords.saved))
    setBusy(false)
  }
  return (
    <Form className={styles['card'] ?? ''} layout="vertical" requiredMark={false} initialValues={view.settings} onFinish={(given: PrivacySettings) => void save(given)}>
      <h2>{t(privacyWords.masking)}</h2>
      <p className={styles['help']}>{t(privacyWords.maskingHelp)}</p>
      <Form.Item name="liveScreen" label={t(privacyWords.liveScreen)}>
        <Radio.Group options={(['full', 'masked'] as const).map((value) => ({ value, label: t(privacyWords.liveScreens[value]) }))} />
      </Form.Item>
      <Form.Item name="reversible" valuePropName="checked" extra={t(privacyWords.reversibleHelp)}>
        <Checkbox disabled={!view.keyPresent}>{t(privacyWords.reversible)}</Checkbox>
      </Form.Item>
      <Form.Item name="tellLooked" valuePropName="checked">
        <Checkbox>{t(privacyWords.tellLooked)}</Checkbox>
      </Form.Item>
      <Form.Item name="openingNotice" label={t(privacyWords.openingNotice)} extra={t(privacyWords.openingNoticeHelp)}>
        <Input.TextArea maxLength={120} autoSize={{ minRows: 2 }} />
      </Form.Item>
      <h2>{t(privacyWords.keep)}</h2>
      <p className={styles['help']}>{t(privacyWords.keepHelp)}</p>
      <div className={styles['kinds']}>
        {kinds.map((kind) => (
          <Form.Item key={kind} name={['keepDays', kind]} label={t(privacyWords.kinds[kind])}>
            <InputNumber min={leastDays[kind] ?? 1} max={3650} precision={0} suffix={t(privacyWords.days)} />
          </Form.Item>
        ))}
      </div>
      <div className={styles['acts']}>
        <Button type="primary" htmlType="submit" loading={busy}>{t(adminWords.save)}</Button>
        {view.changedAt !== null && <small>{t(privacyWords.changed(moment(view.changedAt), view.changedBy))}</small>}
      </div>
    </Form>
  )
}
