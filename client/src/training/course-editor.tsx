import { Button, Drawer, Form, Input, InputNumber, Segmented, Select } from 'antd'
import { useState } from 'react'
import type { CourseView, DrillLevel } from '../../../server/protocol.ts'
import { useScenarios } from '../connection/use-scenarios.ts'
import { courseWords } from '../i18n/course-words.ts'
import { drillWords } from '../i18n/drill-words.ts'
import { useText } from '../i18n/use-text.ts'
import styles from './course-editor.module.css'
import { type CourseDraft, useCourseChanges } from './use-courses.ts'

type Wanted = CourseDraft['scenarios'][number]
const usualMark = 85

/** Makes a course, or changes one: its name, and its scenarios in order. */
export function CourseEditor({ course, onClose }: { readonly course: CourseView | null; readonly onClose: () => void }) {
  const t = useText()
  const { cards = [] } = useScenarios()
  const { put } = useCourseChanges()
  const [title, setTitle] = useState(course?.title ?? '')
  const [scenarios, setScenarios] = useState<readonly Wanted[]>(() => (course?.scenarios ?? []).map(({ scenario, passMark, level }) => ({ scenario, passMark, level })))
  const change = (scenario: string, by: Partial<Wanted>) => setScenarios((before) => before.map((each) => (each.scenario === scenario ? { ...each, ...by } : each)))
  const move = (from: number, to: number) => setScenarios((before) => before.with(from, before[to] as Wanted).with(to, before[from] as Wanted))
  const nameOf = (scenario: string): string => {
    const card = cards.find(({ id }) => id === scenario)
    return card ? t(card.title) : scenario
  }
  const offered = cards.filter(({ id }) => !scenarios.some(({ scenario }) => scenario === id))
  const save = () => put.mutate({ id: course?.id ?? null, title, scenarios }, { onSuccess: onClose })
  return (
    <Drawer open size={720} title={course?.title ?? t(courseWords.add)} onClose={onClose} extra={<Button type="primary" disabled={title.trim() === '' || scenarios.length === 0} loading={put.isPending} onClick={save}>{t(courseWords.save)}</Button>}>
      <Form layout="vertical">
        <Form.Item label={t(courseWords.name)}>
          <Input autoFocus maxLength={80} aria-label={t(courseWords.name)} value={title} onChange={({ target }) => setTitle(target.value)} />
        </Form.Item>
        <Form.Item label={t(courseWords.scenarios)}>
          <ol className={styles['scenarios']}>
            {scenarios.map(({ scenario, passMark, level }, at) => (
              <li key={scenario}>
                <span>{nameOf(scenario)}</span>
                <Segmented<DrillLevel> size="small" aria-label={t(drillWords.level)} value={level} onChange={(value) => change(scenario, { level: value })} options={([1, 2, 3] as const).map((value) => ({ value, label: t(courseWords.levelShort(value)) }))} />
                <InputNumber size="small" suffix={t(courseWords.markUnit)} min={80} max={100} aria-label={t(courseWords.passMark)} value={passMark} onChange={(value) => change(scenario, { passMark: value ?? usualMark })} />
                <Button size="small" type="text" disabled={at === 0} aria-label={t(courseWords.up)} onClick={() => move(at, at - 1)}>↑</Button>
                <Button size="small" type="text" disabled={at === scenarios.length - 1} aria-label={t(courseWords.down)} onClick={() => move(at, at + 1)}>↓</Button>
                <Button size="small" type="text" aria-label={t(courseWords.takeOut)} onClick={() => setScenarios((before) => before.filter((each) => each.scenario !== scenario))}>×</Button>
              </li>
            ))}
          </ol>
          <Select
            showSearch
            value={null}
            placeholder={t(courseWords.addScenario)}
            aria-label={t(courseWords.addScenario)}
            options={offered.map(({ id, title: name, familyLabel, pinyin, initials }) => ({ value: id, label: `${t(familyLabel)} · ${t(name)}`, search: `${name.zh} ${name.en} ${pinyin} ${initials}`.toLowerCase() }))}
            filterOption={(query, option) => option?.search.includes(query.toLowerCase()) ?? false}
            onChange={(id: string | null) => id !== null && setScenarios((before) => [...before, { scenario: id, passMark: usualMark, level: 1 }])}
          />
        </Form.Item>
      </Form>
      <p>{t(courseWords.counts)}</p>
    </Drawer>
  )
}
