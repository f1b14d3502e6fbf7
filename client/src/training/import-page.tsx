import { App, Input, Select } from 'antd'
import { type DragEvent, useId, useState } from 'react'
import { useNavigate } from 'react-router'
import type { ImportedCall, ImportFault, Label } from '../../../server/protocol.ts'
import { post } from '../connection/http.ts'
import { HttpFailed, useFailureText } from '../connection/http-failed.ts'
import { useScenarios } from '../connection/use-scenarios.ts'
import { replayWords } from '../i18n/replay-words.ts'
import { useText } from '../i18n/use-text.ts'
import styles from './import-page.module.css'
import { TrainingFrame } from './training-frame.tsx'

const endings = '.jsonl,.ndjson,.csv,.srt,.vtt,.json'

interface Fault {
  readonly line: number | null
  readonly message: Label | string
}

/** The faults that a refusal lists by line; null when it lists none. */
function faultsOf(failure: unknown): readonly ImportFault[] | null {
  const body = failure instanceof HttpFailed ? failure.body : null
  return typeof body === 'object' && body !== null && 'faults' in body ? (body.faults as readonly ImportFault[]) : null
}

/** Makes a transcript from outside a call that can be replayed; what is wrong with the file is told by line. */
export function ImportPage() {
  const t = useText()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const failureText = useFailureText()
  const { cards = [] } = useScenarios()
  const input = useId()
  const [over, setOver] = useState(false)
  const [busy, setBusy] = useState(false)
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const [agent, setAgent] = useState('')
  const [queue, setQueue] = useState('')
  const [callerNumber, setCallerNumber] = useState('')
  const [scenario, setScenario] = useState<string | null>(null)
  const take = async (file: File | undefined) => {
    if (!file || busy) return
    setBusy(true)
    setFaults([])
    try {
      const { callId, utterances } = await post<ImportedCall>('/api/training/import', { name: file.name, text: await file.text(), agent, queue, callerNumber, ...(scenario && { scenario }) })
      void message.success(t(replayWords.imported(utterances)))
      void navigate(`/training/replay/${encodeURIComponent(callId)}`)
    } catch (failure) {
      setFaults(faultsOf(failure) ?? [{ line: null, message: failureText(failure) }])
      setBusy(false)
    }
  }
  const dragged = (event: DragEvent, inside: boolean) => {
    event.preventDefault()
    setOver(inside)
  }
  return (
    <TrainingFrame title={t(replayWords.import)} note={t(replayWords.dropHelp)}>
      <div className={styles['fields']}>
        <Input value={agent} placeholder={t(replayWords.importAgent)} aria-label={t(replayWords.importAgent)} maxLength={80} onChange={({ target }) => setAgent(target.value)} />
        <Input value={queue} placeholder={t(replayWords.importQueue)} aria-label={t(replayWords.importQueue)} maxLength={80} onChange={({ target }) => setQueue(target.value)} />
        <Input value={callerNumber} placeholder={t(replayWords.importCaller)} aria-label={t(replayWords.importCaller)} maxLength={40} onChange={({ target }) => setCallerNumber(target.value)} />
        <Select allowClear showSearch={{ optionFilterProp: 'label' }} value={scenario} placeholder={t(replayWords.importScenario)} aria-label={t(replayWords.importScenario)} onChange={setScenario} options={cards.map(({ id, title }) => ({ value: id, label: t(title) }))} />
      </div>
      <label
        htmlFor={input}
        className={styles['drop']}
        data-over={over}
        onDragOver={(event) => dragged(event, true)}
        onDragLeave={(event) => dragged(event, false)}
        onDrop={(event) => {
          dragged(event, false)
          void take(event.dataTransfer.files[0])
        }}
      >
        <strong>{t(busy ? replayWords.importing : replayWords.dropHere)}</strong>
        <span>{t(replayWords.dropHelp)}</span>
        <input
          id={input}
          type="file"
          accept={endings}
          disabled={busy}
          onChange={({ target }) => {
            void take(target.files?.[0])
            target.value = ''
          }}
        />
      </label>
      {faults.length > 0 && (
        <section role="alert" className={styles['faults']}>
          <h2>{t(replayWords.importRefused)}</h2>
          <ol>{faults.map(({ line, message: fault }) => <li key={`${line} ${typeof fault === 'string' ? fault : fault.en}`}>{line !== null && <b>{t(replayWords.line(line))}</b>} {typeof fault === 'string' ? fault : t(fault)}</li>)}</ol>
        </section>
      )}
    </TrainingFrame>
  )
}
