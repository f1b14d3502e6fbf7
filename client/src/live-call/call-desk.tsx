import type { CallView } from '../../../server/protocol.ts'
import { CallColumns } from '../call-screen/call-columns.tsx'
import { WarningStrip } from '../call-screen/warning-strip.tsx'
import { WhisperLine } from '../call-screen/whisper-line.tsx'
import { connection } from '../connection/socket.ts'
import { callWords } from '../i18n/call-words.ts'
import { useText } from '../i18n/use-text.ts'
import { useStore } from '../state/store.ts'
import styles from './call-desk.module.css'
import { CallHeader } from './call-header.tsx'
import { ChoiceDialog } from './choice-dialog.tsx'
import { FloatingPanel } from './floating-panel.tsx'
import { KeyLegend } from './key-legend.tsx'
import { safetyReactions } from './keymap.ts'
import { SearchBox } from './search-box.tsx'
import { useCallActions } from './use-call-actions.ts'
import { useDesk } from './use-desk.ts'
import { WhyPanel } from './why-panel.tsx'

const safetyLabels = { 'someone is hurt': callWords.hurt, 'smoke or electric shock': callWords.smoke, 'caller speaks of harm': callWords.harm }

const keepFocus = (event: { readonly target: EventTarget; preventDefault: () => void }) => {
  if (event.target instanceof Element && event.target.closest('button') && !event.target.closest('input')) event.preventDefault()
}

/** The whole page of a call that is going on. A click never takes the focus, so that Space stays "I said it". */
export function CallDesk({ call, refresh }: { readonly call: CallView; readonly refresh: () => void }) {
  const t = useText()
  const actions = useCallActions(call, refresh)
  const desk = useDesk(call, actions)
  const lost = useStore(connection).state !== 'connected'
  const { guidance } = call
  const { overlay, setOverlay, run } = desk
  const close = () => setOverlay(null)
  const andClose = <A extends unknown[]>(act: (...given: A) => void) => (...given: A) => {
    act(...given)
    close()
  }
  return (
    <div className={styles['desk']} onMouseDown={keepFocus} data-lost={lost}>
      <CallHeader call={call} desk={desk} />
      <WarningStrip board={call.warnings} notice={call.notice} lost={lost} dismissing={overlay === 'dismiss'} onDismiss={() => run({ do: 'dismiss' })} onReason={andClose(actions.dismiss)} onCancel={close} />
      <CallColumns
        call={call}
        wording={desk.wording}
        reactions={desk.reactions}
        waiting={desk.waiting}
        actions={{ ...actions, run }}
        search={<SearchBox open={overlay === 'search'} onOpen={() => setOverlay('search')} onClose={close} onChoose={actions.choose} />}
        over={overlay === 'why' && <WhyPanel guidance={guidance} version={call.libraryVersion} onBack={andClose(actions.back)} onGraph={() => run({ do: 'graph' })} onClose={close} />}
      />
      {call.whisper?.seenAt === null ? <WhisperLine whisper={call.whisper} onSeen={actions.acknowledge} /> : <KeyLegend version={call.libraryVersion} run={run} />}
      {overlay === 'safety' && (
        <ChoiceDialog title={t(callWords.safetyTitle)} onClose={close} choices={safetyReactions.map((reaction, at) => ({ key: String(at + 1), text: t(safetyLabels[reaction]), take: andClose(() => actions.react(reaction)), urgent: true }))} />
      )}
      {overlay === 'end' && (
        <ChoiceDialog title={t(callWords.endTitle)} onClose={close} choices={[{ key: 'Enter', text: t(callWords.endConfirm), take: andClose(actions.end) }]}>
          {t(callWords.endHelp)}
        </ChoiceDialog>
      )}
      {desk.floating !== null && <FloatingPanel call={call} desk={desk} into={desk.floating} />}
    </div>
  )
}
