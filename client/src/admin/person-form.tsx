import { Form, Input, Modal, Select, Switch } from 'antd'
import { useState } from 'react'
import type { PersonLink, PersonView, Role, TeamView } from '../../../server/protocol.ts'
import { post, send } from '../connection/http.ts'
import { adminWords } from '../i18n/admin-words.ts'
import { roleWords } from '../i18n/role-words.ts'
import { useText } from '../i18n/use-text.ts'
import { useChange } from './use-admin.ts'

interface Given {
  readonly login?: string
  readonly name: string
  readonly number?: string
  readonly roles: readonly Role[]
  readonly team?: string | null
  readonly active?: boolean
}
const failureWords = { 'conflict roles': adminWords.lastAdministrator, 'conflict login': adminWords.loginTaken, 'invalid payload login': adminWords.loginRule }
const required = [{ required: true, message: '' }]
const allRoles: readonly Role[] = ['agent', 'supervisor', 'trainer', 'qa-lead', 'administrator']

/** Adds a person (`person` null) or changes one. */
export function PersonForm({ person, teams, close, made }: { readonly person: PersonView | null; readonly teams: readonly TeamView[]; readonly close: () => void; readonly made: (link: PersonLink) => void }) {
  const t = useText()
  const change = useChange(failureWords)
  const [form] = Form.useForm<Given>()
  const [busy, setBusy] = useState(false)
  const save = async ({ team = null, number = '', ...given }: Given) => {
    setBusy(true)
    const body = { ...given, team, number }
    if (person) {
      if (await change(send('PATCH', `/api/people/${person.id}`, body))) close()
    } else {
      const answer = await change(post<PersonLink>('/api/people', body))
      if (answer) made(answer.done)
    }
    setBusy(false)
  }
  const initial: Given = person ? { name: person.name, number: person.number, roles: person.roles, team: person.team, active: person.active } : { name: '', roles: ['agent'] }
  return (
    <Modal open title={person ? t(adminWords.editPerson(person.name)) : t(adminWords.addPerson)} okText={t(adminWords.save)} confirmLoading={busy} onOk={() => form.submit()} onCancel={close}>
      <Form form={form} layout="vertical" requiredMark={false} initialValues={initial} onFinish={(given: Given) => void save(given)}>
        {!person && (
          <Form.Item name="login" label={t(adminWords.login)} rules={required}>
            <Input autoFocus spellCheck={false} maxLength={64} autoComplete="off" />
          </Form.Item>
        )}
        <Form.Item name="name" label={t(adminWords.name)} rules={required}>
          <Input maxLength={40} autoFocus={person !== null} autoComplete="off" />
        </Form.Item>
        <Form.Item name="number" label={t(adminWords.number)} extra={t(adminWords.numberHelp)}>
          <Input maxLength={20} autoComplete="off" />
        </Form.Item>
        <Form.Item name="roles" label={t(adminWords.roles)} rules={required}>
          <Select mode="multiple" options={allRoles.map((value) => ({ value, label: t(roleWords[value]) }))} />
        </Form.Item>
        <Form.Item name="team" label={t(adminWords.team)}>
          <Select allowClear placeholder={t(adminWords.noTeam)} options={teams.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
        {person && (
          <Form.Item name="active" label={t(adminWords.active)} valuePropName="checked" extra={t(adminWords.rightsHelp)}>
            <Switch />
          </Form.Item>
        )}
        {/* Enter in a field saves. */}
        <button type="submit" hidden />
      </Form>
    </Modal>
  )
}
