import { useQueries } from '@tanstack/react-query'
import type { CallView, Frame, Guidance, ScenarioPage } from '../../../server/protocol.ts'
import { getJson } from '../connection/http.ts'
import { useScenarios } from '../connection/use-scenarios.ts'
import { callWords } from '../i18n/call-words.ts'
import { useText } from '../i18n/use-text.ts'
import { KeyCap, KeyHint } from '../ui/key-cap.tsx'
import styles from './why-panel.module.css'

interface Props {
  readonly guidance: Guidance
  readonly version: CallView['libraryVersion']
  readonly onBack: (frame: Frame) => void
  readonly onGraph: () => void
  readonly onClose: () => void
}

/** Why this sentence stands here: what led to it, where it is written, in which version, and what waits below it. */
export function WhyPanel({ guidance, version, onBack, onGraph, onClose }: Props) {
  const t = useText()
  const { because, source, note, stack } = guidance
  const { cards } = useScenarios()
  const nameOf = (flow: string) => {
    const card = cards?.find(({ id }) => id === flow)
    return card ? t(card.title) : flow
  }
  const pages = useQueries({ queries: [...new Set(stack.map(({ flow }) => flow))].map((flow) => ({ queryKey: ['scenario', flow], queryFn: () => getJson<ScenarioPage>(`/api/library/scenarios/${encodeURIComponent(flow)}`), retry: false })) })
  const stepName = ({ flow, step }: Frame) => {
    const found = pages.find(({ data }) => data?.id === flow)?.data?.steps.find(({ id }) => id === step)
    return found ? t(found.label) : step
  }
  return (
    <aside className={styles['why']} aria-label={t(callWords.why)}>
      <button type="button" className={styles['close']} onClick={onClose}>
        <KeyCap of="Esc" />
      </button>
      <dl>
        <dt>{t(callWords.because)}</dt>
        <dd>{t(because)}</dd>
        {source !== null && (
          <>
            <dt>{t(callWords.source)}</dt>
            <dd>{source}</dd>
          </>
        )}
        {note !== null && (
          <>
            <dt>{t(callWords.note)}</dt>
            <dd>{note}</dd>
          </>
        )}
        <dt>{t(callWords.path)}</dt>
        <dd>
          <ol>
            {stack.map((frame, at) => (
              <li key={`${frame.flow}/${frame.step}`}>
                {nameOf(frame.flow)} · <span title={frame.step}>{stepName(frame)}</span>
                {at < stack.length - 1 && (
                  <button type="button" onClick={() => onBack(frame)}>{t(callWords.goBack)}</button>
                )}
              </li>
            ))}
          </ol>
        </dd>
      </dl>
      <footer>
        <KeyHint of="G" onPress={onGraph}>{t(callWords.graph)}</KeyHint>
        {t(callWords.version(version))}
      </footer>
    </aside>
  )
}
