import { Button, Form, Input, Typography } from 'antd'
import { post, send } from '../connection/http.ts'
import { adminWords } from '../i18n/admin-words.ts'
import { appWords } from '../i18n/app-words.ts'
import { useText } from '../i18n/use-text.ts'
import { EmptyState, LoadingState } from '../ui/states.tsx'
import styles from './admin.module.css'
import { useChange, usePeople } from './use-admin.ts'

const failureWords = { 'conflict name': adminWords.teamTaken, 'conflict id': adminWords.teamFull }

/** The teams with their number of people; a name is changed where it stands. */
export function TeamsPage() {
  const t = useText()
  const change = useChange(failureWords)
  const [form] = Form.useForm<{ name: string }>()
  const { data, isError, refetch } = usePeople()
  if (isError) return <EmptyState title={t(adminWords.broken)} actions={<Button onClick={() => void refetch()}>{t(appWords.retry)}</Button>} />
  if (!data) return <LoadingState label={t(appWords.loading)} />
  const add = async (given: { readonly name: string }) => {
    if (await change(post('/api/teams', given))) form.resetFields()
  }
  return (
    <>
      <Form form={form} className={styles['tools'] ?? ''} onFinish={(given: { name: string }) => void add(given)}>
        <Form.Item name="name" noStyle rules={[{ required: true, message: '' }]}>
          <Input autoFocus maxLength={40} placeholder={t(adminWords.teamName)} aria-label={t(adminWords.teamName)} />
        </Form.Item>
        <Button type="primary" htmlType="submit">{t(adminWords.addTeam)}</Button>
      </Form>
      {data.teams.length === 0 && <EmptyState title={t(adminWords.noTeams)} />}
      <ul className={styles['teams']}>
        {data.teams.map(({ id, name }) => {
          const members = data.people.filter(({ team }) => team === id).length
          return (
            <li key={id}>
              <Typography.Text editable={{ onChange: (next) => void (next.trim() !== '' && next !== name && change(send('PUT', `/api/teams/${id}`, { name: next }))) }}>{name}</Typography.Text>
              <span className={styles['faint']}>{t(adminWords.members(members))}</span>
              <Button size="small" disabled={members > 0} onClick={() => void change(send('DELETE', `/api/teams/${id}`))}>{t(adminWords.remove)}</Button>
            </li>
          )
        })}
      </ul>
    </>
  )
}
