import { useQuery } from '@tanstack/react-query'
import { Button, Input, Segmented, Select } from 'antd'
import { type FormEvent, useState } from 'react'
import type { DraftView, Speaker, TriedSentence, TriedView } from '../../../server/protocol.ts'
import { post } from '../connection/http.ts'
import { useFailureText } from '../connection/http-failed.ts'
import { useScenarios } from '../connection/use-scenarios.ts'
import { authoringWords } from '../i18n/authoring-words.ts'
import { useText } from '../i18n/use-text.ts'
import { MarkedText } from '../ui/marked-text.tsx'
import { SeverityMark } from '../ui/severity-mark.tsx'
import styles from './test-box.module.css'
import { draftPath } from './use-authoring.ts'

const texts = authoringWords.test
interface Asked {
  readonly text: string
  readonly speaker: Speaker
  readonly scenario: string | null
}
type Severity = 'block' | 'warn' | 'hint'
const isBasis = (basis: string): basis is keyof typeof texts.basis => Object.hasOwn(texts.basis, basis)

function Verdict({ label, tried: { findings, cues }, text }: { readonly label: string; readonly tried: TriedSentence; readonly text: string }) {
  const t = useText()
  return (
    <section className={styles['verdict']} aria-label={label}>
      <h4>{label}</h4>
      {findings.length === 0 && cues.length === 0 && <p>{t(texts.nothing)}</p>}
      {findings.map(({ rule, severity, start, end, why, sayInstead, basis, evidence }) => (
        <article key={`${rule} ${String(start)}`}>
          <p><SeverityMark severity={severity as Severity} /> <code>{rule}</code></p>
          <blockquote><MarkedText text={text} marks={[{ start, end }]} kind="forbidden" /></blockquote>
          <p>{why}</p>
          <p className={styles['instead']}>“{sayInstead}”</p>
          <small>{t(texts.because)} {t(isBasis(basis) ? texts.basis[basis] : texts.basis.pattern)}{evidence.map((each) => <code key={each}>{each}</code>)}</small>
        </article>
      ))}
      {cues.map(({ id, label: cue, match }) => <p key={id}><b>{t(cue)}</b> “{match}”</p>)}
    </section>
  )
}

/** Tries a sentence under the published words and under the draft, and says why each found what it found. */
export function TestBox({ draft }: { readonly draft: DraftView }) {
  const t = useText()
  const textOf = useFailureText()
  const { cards } = useScenarios()
  const [text, setText] = useState('')
  const [speaker, setSpeaker] = useState<Speaker>('agent')
  const [scenario, setScenario] = useState<string | null>(null)
  const [asked, setAsked] = useState<Asked | null>(null)
  const sound = draft.faults.length === 0
  const { data, error } = useQuery({
    queryKey: ['tried', draft.id, draft.version, asked],
    queryFn: () => post<TriedView>(`${draftPath(draft.id)}/try`, asked),
    enabled: asked !== null && sound,
    placeholderData: (before) => before,
    retry: false,
  })
  const run = (event?: FormEvent) => {
    event?.preventDefault()
    if (text.trim() !== '') setAsked({ text: text.trim(), speaker, scenario })
  }
  return (
    <section className={styles['box']} aria-label={t(texts.title)}>
      <h3>{t(texts.title)}</h3>
      <form onSubmit={run}>
        <Segmented<Speaker> block size="small" value={speaker} onChange={setSpeaker} options={(['agent', 'caller'] as const).map((value) => ({ value, label: t(texts.speaker[value]) }))} />
        <Input.TextArea
          autoSize={{ minRows: 2, maxRows: 5 }}
          value={text}
          maxLength={2000}
          placeholder={t(texts.placeholder)}
          aria-label={t(texts.placeholder)}
          onChange={({ target }) => setText(target.value)}
          onPressEnter={(event) => {
            if (event.shiftKey || event.nativeEvent.isComposing) return
            event.preventDefault()
            run()
          }}
        />
        <div>
          <Select<string> allowClear showSearch optionFilterProp="label" value={scenario} placeholder={t(authoringWords.field.everywhere)} aria-label={t(authoringWords.kinds.scenario)} onChange={(next: string | undefined) => setScenario(next ?? null)} options={(cards ?? []).map((card) => ({ value: card.id, label: t(card.title) }))} />
          <Button htmlType="submit">{t(texts.run)}</Button>
        </div>
      </form>
      {error && sound && <p role="alert">{textOf(error)}</p>}
      {asked && data && sound && (
        <>
          <Verdict label={t(texts.draft)} tried={data.draft} text={asked.text} />
          <Verdict label={t(texts.published)} tried={data.published} text={asked.text} />
        </>
      )}
    </section>
  )
}
