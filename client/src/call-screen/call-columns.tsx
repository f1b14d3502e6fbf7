import type { ReactNode } from 'react'
import type { CallView, PhraseText, ReactionOption } from '../../../server/protocol.ts'
import { Advice } from './advice.tsx'
import { AskedFact } from './asked-fact.tsx'
import styles from './call-columns.module.css'
import type { FactValue } from './fact-value.ts'
import { KnownFacts } from './known-facts.tsx'
import { Mood } from './mood.tsx'
import { placeKey, seeksScenario } from './phrase.ts'
import { PlaceLine } from './place-line.tsx'
import { Reactions } from './reactions.tsx'
import { ScenarioOffer } from './scenario-offer.tsx'
import { Sentence, type SentenceCommand } from './sentence.tsx'
import { Suggestions } from './suggestions.tsx'
import { Transcript } from './transcript.tsx'

/** What a press on the screen does to the call. */
export interface ColumnActions {
  readonly run: (command: SentenceCommand) => void
  readonly react: (reaction: string) => void
  readonly tick: (point: string, said: boolean) => void
  readonly record: (fact: string, value: FactValue | null) => void
  readonly choose: (scenario: string) => void
}
interface Props {
  readonly call: CallView
  readonly wording: PhraseText | null
  readonly reactions: readonly ReactionOption[]
  readonly waiting: boolean
  readonly actions: ColumnActions
  /** Lies over the lower middle. */
  readonly over?: ReactNode
  /** Stands at the head of the right column. */
  readonly search?: ReactNode
}

/** The agent's page of a call below its warning: what was said, what to say, what is known. */
export function CallColumns({ call, wording, reactions, waiting, actions, over, search }: Props) {
  const { guidance, suggestions } = call
  const offering = seeksScenario(guidance) && suggestions.length > 0
  return (
    <main className={styles['columns']}>
      <Transcript utterances={call.utterances} />
      <section className={styles['middle']}>
        <PlaceLine place={guidance.place} />
        <Sentence guidance={guidance} wording={wording} waiting={waiting} run={actions.run} onTick={actions.tick} />
        <div className={styles['below']}>
          {offering ? (
            <ScenarioOffer suggestions={suggestions} onChoose={actions.choose} />
          ) : (
            <AskedFact fact={guidance.asks} place={placeKey(guidance)} onRecord={actions.record} />
          )}
          <Reactions options={reactions} onReact={actions.react} />
          <Advice reminders={call.reminders} cautions={guidance.cautions} />
          {over}
        </div>
      </section>
      <aside className={styles['side']}>
        {search ?? <span />}
        <Mood anger={call.anger} />
        <KnownFacts facts={call.facts} onRecord={actions.record} />
        <Suggestions suggestions={suggestions} onChoose={actions.choose} />
      </aside>
    </main>
  )
}
