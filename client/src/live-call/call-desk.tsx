import type { CallView } from '../../../server/protocol.ts'
import { connection } from '../connection/socket.ts'
import { callWords } from '../i18n/call-words.ts'
import { useText } from '../i18n/use-text.ts'
import { useStore } from '../state/store.ts'
import { Advice } from './advice.tsx'
import { AskedFact } from './asked-fact.tsx'
import styles from './call-desk.module.css'
import { CallHeader } from './call-header.tsx'
import { ChoiceDialog } from './choice-dialog.tsx'
import { FloatingPanel } from './floating-panel.tsx'
import { KeyLegend } from './key-legend.tsx'
import { safetyReactions } from './keymap.ts'
import { KnownFacts } from './known-facts.tsx'
import { Mood } from './mood.tsx'
import { placeKey, seeksScenario } from './phrase.ts'
import { PlaceLine } from './place-line.tsx'
import { Reactions } from './reactions.tsx'
import { ScenarioOffer } from './scenario-offer.tsx'
import { SearchBox } from './search-box.tsx'
import { Sentence } from './sentence.tsx'
import { Suggestions } from './suggestions.tsx'
import { Transcript } from './transcript.tsx'
import { useCallActions } from './use-call-actions.ts'
import { useDesk } from './use-desk.ts'
import { WarningStrip } from './warning-strip.tsx'
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
  const offering = seeksScenario(guidance) && call.suggestions.length > 0
  const close = () => setOverlay(null)
  const andClose = <A extends unknown[]>(act: (...given: A) => void) => (...given: A) => {
    act(...given)
    close()
  }
  return (
    <div className={styles['desk']} onMouseDown={keepFocus} data-lost={lost}>
      <CallHeader call={call} run={run} />
      <WarningStrip board={call.warnings} notice={call.notice} lost={lost} dismissing={overlay === 'dismiss'} onDismiss={() => run({ do: 'dismiss' })} onReason={andClose(actions.dismiss)} onCancel={close} />
      <main className={styles['columns']}>
        <Transcript utterances={call.utterances} />
        <section className={styles['middle']}>
          <PlaceLine place={guidance.place} />
          <Sentence guidance={guidance} wording={desk.wording} waiting={desk.waiting} run={run} onTick={actions.tick} />
          <div className={styles['below']}>
            {offering ? (
              <ScenarioOffer suggestions={call.suggestions} onChoose={actions.choose} />
            ) : (
              <AskedFact fact={guidance.asks} place={placeKey(guidance)} onRecord={actions.record} />
            )}
            <Reactions options={desk.reactions} onReact={actions.react} />
            <Advice reminders={call.reminders} cautions={guidance.cautions} />
            {overlay === 'why' && <WhyPanel guidance={guidance} version={call.libraryVersion} onBack={andClose(actions.back)} onGraph={() => run({ do: 'graph' })} onClose={close} />}
          </div>
        </section>
        <aside className={styles['side']}>
          <SearchBox open={overlay === 'search'} onOpen={() => setOverlay('search')} onClose={close} onChoose={actions.choose} />
          <Mood anger={call.anger} />
          <KnownFacts facts={call.facts} onRecord={actions.record} />
          <Suggestions suggestions={call.suggestions} onChoose={actions.choose} />
        </aside>
      </main>
      <KeyLegend version={call.libraryVersion} run={run} />
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
