import { Button, Input, Popconfirm, Table, type TableColumnsType } from 'antd'
import { useMemo, useState } from 'react'
import type { PersonLink, PersonView } from '../../../server/protocol.ts'
import { post, send } from '../connection/http.ts'
import { useSession } from '../connection/session.ts'
import { adminWords } from '../i18n/admin-words.ts'
import { appWords } from '../i18n/app-words.ts'
import { roleWords } from '../i18n/role-words.ts'
import { useText } from '../i18n/use-text.ts'
import { EmptyState, LoadingState } from '../ui/states.tsx'
import styles from './admin.module.css'
import { PersonForm } from './person-form.tsx'
import { SecretDialog } from './secret-dialog.tsx'
import { useChange, useMoment, usePeople } from './use-admin.ts'

/** In the demo nobody has a password. */
const stateOf = ({ active, sessions, signsInBy }: PersonView, demo: boolean): 'locked' | 'in' | 'waiting' | 'out' => (!active ? 'locked' : sessions > 0 ? 'in' : signsInBy === 'none' && !demo ? 'waiting' : 'out')

/** Everyone who works here: find, add, change, lock. */
export function PeoplePage() {
  const t = useText()
  const moment = useMoment()
  const change = useChange()
  const { data, isError, refetch } = usePeople()
  const demo = useSession().data?.mode === 'demo'
  const [query, setQuery] = useState('')
  const [editing, setEditing] = useState<PersonView | 'new' | null>(null)
  const [link, setLink] = useState<PersonLink | null>(null)
  const teamName = useMemo(() => new Map(data?.teams.map(({ id, name }) => [id, name])), [data])
  const shown = useMemo(() => {
    const wanted = query.trim().toLowerCase()
    return (data?.people ?? []).filter((person) => [person.name, person.login, person.number].some((text) => text.toLowerCase().includes(wanted)))
  }, [data, query])
  const renew = async (person: PersonView) => {
    const answer = await change(post<PersonLink>(`/api/people/${person.id}/link`))
    if (answer) setLink(answer.done)
  }
  const columns: TableColumnsType<PersonView> = [
    { title: t(adminWords.name), dataIndex: 'name', sorter: (one, other) => one.name.localeCompare(other.name, 'zh-CN'), render: (name: string, { login }) => <><b>{name}</b> <code>{login}</code></> },
    { title: t(adminWords.number), dataIndex: 'number', width: 100 },
    { title: t(adminWords.roles), render: (_, { roles }) => roles.map((role) => t(roleWords[role])).join(' · ') },
    { title: t(adminWords.team), width: 150, sorter: (one, other) => (teamName.get(one.team ?? '') ?? '').localeCompare(teamName.get(other.team ?? '') ?? '', 'zh-CN'), render: (_, { team }) => teamName.get(team ?? '') ?? <span className={styles['faint']}>{t(adminWords.noTeam)}</span> },
    {
      title: t(adminWords.state),
      width: 140,
      render: (_, person) => {
        const state = stateOf(person, demo)
        return <span className={styles['state']} data-state={state}>{t(state === 'in' ? adminWords.states.in(person.sessions) : adminWords.states[state])}</span>
      },
    },
    { title: t(adminWords.lastSignIn), width: 160, render: (_, { signedInAt }) => (signedInAt === null ? <span className={styles['faint']}>{t(adminWords.never)}</span> : moment(signedInAt)) },
    {
      key: 'acts',
      width: 280,
      align: 'right',
      render: (_, person) => (
        <span className={styles['acts']}>
          {person.sessions > 0 && <Button size="small" onClick={() => void change(send('DELETE', `/api/people/${person.id}/sessions`))}>{t(adminWords.signOutAll)}</Button>}
          {person.active && !demo && (
            <Popconfirm title={t(adminWords.newLinkAsk(person.name))} onConfirm={() => renew(person)} okText={t(adminWords.newLink)} cancelText={t(appWords.cancel)}>
              <Button size="small">{t(adminWords.newLink)}</Button>
            </Popconfirm>
          )}
          <Button size="small" aria-label={t(adminWords.editPerson(person.name))} onClick={() => setEditing(person)}>{t(adminWords.edit)}</Button>
        </span>
      ),
    },
  ]
  if (isError) return <EmptyState title={t(adminWords.broken)} actions={<Button onClick={() => void refetch()}>{t(appWords.retry)}</Button>} />
  if (!data) return <LoadingState label={t(appWords.loading)} lines={6} />
  return (
    <>
      <div className={styles['tools']}>
        <Input autoFocus allowClear value={query} placeholder={t(adminWords.search)} aria-label={t(adminWords.search)} onChange={({ target }) => setQuery(target.value)} />
        <Button type="primary" onClick={() => setEditing('new')}>{t(adminWords.addPerson)}</Button>
      </div>
      <Table<PersonView> rowKey="id" size="middle" columns={columns} dataSource={[...shown]} pagination={{ defaultPageSize: 50, hideOnSinglePage: true }} />
      {editing && (
        <PersonForm
          person={editing === 'new' ? null : editing}
          teams={data.teams}
          close={() => setEditing(null)}
          made={(answer) => {
            setEditing(null)
            setLink(answer)
          }}
        />
      )}
      {link && <SecretDialog title={t(adminWords.linkTitle(link.person.name))} help={t(adminWords.linkHelp)} secret={link.link} close={() => setLink(null)} />}
    </>
  )
}
