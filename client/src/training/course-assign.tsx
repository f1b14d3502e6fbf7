import { Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import type { CourseView } from '../../../server/protocol.ts'
import { appWords } from '../i18n/app-words.ts'
import { courseWords } from '../i18n/course-words.ts'
import { useText } from '../i18n/use-text.ts'
import { useCourseChanges, useTrainees } from './use-courses.ts'

const endOfDay = (day: string): number => new Date(`${day}T23:59:59`).getTime()

/** Gives a course to agents and teams, with a day to be done by. */
export function CourseAssign({ course: { id, title }, onClose }: { readonly course: CourseView; readonly onClose: () => void }) {
  const t = useText()
  const { data: trainees } = useTrainees()
  const { assign } = useCourseChanges()
  const [choosing, setChoosing] = useState(false)
  const [to, setTo] = useState<readonly string[]>([])
  const [day, setDay] = useState('')
  // The list would stay open over the button.
  const choose = (chosen: readonly string[]) => {
    setTo(chosen)
    setChoosing(false)
  }
  const give = () => {
    const wished = to.map((value) => (value.startsWith('team ') ? { team: value.slice(5) } : { person: value.slice(7) }))
    assign.mutate({ course: id, to: wished, dueAt: day === '' ? null : endOfDay(day) }, { onSuccess: onClose })
  }
  const options = [
    { label: t(courseWords.teams), options: (trainees?.teams ?? []).filter(({ people }) => people > 0).map((team) => ({ value: `team ${team.id}`, label: t(courseWords.teamOf(team.name, team.people)) })) },
    { label: t(courseWords.people), options: (trainees?.people ?? []).map(({ id: person, name, team }) => ({ value: `person ${person}`, label: team ? `${name} · ${team.name}` : name })) },
  ]
  return (
    <Modal open title={t(courseWords.assignTitle(title))} onCancel={onClose} onOk={give} okText={t(courseWords.give)} cancelText={t(appWords.cancel)} okButtonProps={{ disabled: to.length === 0, loading: assign.isPending }}>
      <Form layout="vertical">
        <Form.Item label={t(courseWords.to)}>
          <Select mode="multiple" autoFocus aria-label={t(courseWords.to)} open={choosing} onOpenChange={setChoosing} value={[...to]} onChange={choose} options={options} optionFilterProp="label" />
        </Form.Item>
        <Form.Item label={t(courseWords.dueBy)}>
          <Input type="date" aria-label={t(courseWords.dueBy)} value={day} onChange={({ target }) => setDay(target.value)} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
