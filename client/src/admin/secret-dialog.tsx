import { App, Button, Input, Modal } from 'antd'
import { adminWords } from '../i18n/admin-words.ts'
import { appWords } from '../i18n/app-words.ts'
import { useText } from '../i18n/use-text.ts'
import styles from './admin.module.css'

/** A link or a key that is shown this once. */
export function SecretDialog({ title, help, secret, close }: { readonly title: string; readonly help: string; readonly secret: string; readonly close: () => void }) {
  const t = useText()
  const { message } = App.useApp()
  const copy = async () => {
    await navigator.clipboard.writeText(secret)
    void message.success(t(adminWords.copied))
  }
  return (
    <Modal open title={title} onCancel={close} mask={{ closable: false }} footer={<Button onClick={close}>{t(appWords.close)}</Button>} width={640}>
      <p>{help}</p>
      <div className={styles['secret']}>
        <Input.TextArea readOnly autoSize value={secret} onFocus={({ target }) => target.select()} aria-label={title} />
        <Button type="primary" autoFocus onClick={() => void copy()}>{t(adminWords.copy)}</Button>
      </div>
    </Modal>
  )
}
