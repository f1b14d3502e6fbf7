import { App } from 'antd'
import { useState } from 'react'
import type { CallView, PhraseText, ReactionOption } from '../../../server/protocol.ts'
import { isCallersReaction } from '../call-screen/callers-reactions.ts'
import { placeKey, wordingsOf } from '../call-screen/phrase.ts'
import { useDeskOptions } from '../connection/use-desk-options.ts'
import { callWords } from '../i18n/call-words.ts'
import { useText } from '../i18n/use-text.ts'
import { useKeys } from '../ui/keys.ts'
import { customerPage } from './customer-page.ts'
import { type Command, commandOf } from './keymap.ts'
import type { CallActions } from './use-call-actions.ts'
import { useFloatingWindow } from './use-floating-window.ts'
import { type Microphone, useMicrophone } from './use-microphone.ts'

/** What lies over the page, if anything. */
export type Overlay = 'why' | 'safety' | 'end' | 'dismiss' | 'search' | null
export interface Desk {
  readonly overlay: Overlay
  readonly setOverlay: (overlay: Overlay) => void
  readonly wording: PhraseText | null
  readonly reactions: readonly ReactionOption[]
  /** Everything of this step has been said and the caller has yet to answer. */
  readonly waiting: boolean
  readonly floating: Window | null
  /** The customer's page in another system: whether there is one, and its address once everything it needs is known. */
  readonly customer: { readonly offered: boolean; readonly url: string | null }
  readonly microphone: Microphone
  readonly run: (command: Command) => void
}

/** The agent's desk: what each key does to this call, and what of the page is the agent's own (wording shown, overlay). */
export function useDesk(call: CallView, actions: CallActions): Desk {
  const { guidance, warnings, suggestions, endedAt } = call
  const t = useText()
  const { message } = App.useApp()
  const floating = useFloatingWindow()
  const { screenPop, browserSpeech } = useDeskOptions()
  const microphone = useMicrophone(call, browserSpeech)
  const customer = { offered: screenPop !== null, url: customerPage(screenPop, call) }
  const place = placeKey(guidance)
  const [opened, setOpened] = useState<{ readonly overlay: Overlay; readonly at: string }>({ overlay: null, at: place })
  const [turn, setTurn] = useState({ by: 0, at: place })
  const turned = turn.at === place ? turn.by : 0
  const overlay = opened.overlay === 'why' && opened.at !== place ? null : opened.overlay
  const setOverlay = (next: Overlay) => setOpened({ overlay: next, at: place })

  const wordings = wordingsOf(guidance)
  const reactions = guidance.reactions.filter(({ id }) => isCallersReaction(id))
  const moves = guidance.reactions.some(({ id }) => id === 'agent said it')
  const unsaid = guidance.points.filter(({ said }) => !said)
  const say = () => {
    if (moves) actions.react('agent said it')
    else for (const { id } of unsaid) actions.tick(id, true)
  }
  const float = async () => {
    if ((await floating.toggle()) === 'missing') void message.info({ key: 'float', content: t(callWords.floatMissing), duration: 6 })
  }
  const run = (command: Command): void => {
    switch (command.do) {
      case 'react': {
        const chosen = reactions[command.place - 1]
        return chosen && actions.react(chosen.id)
      }
      case 'suggest': {
        const chosen = suggestions[command.place - 1]
        return chosen && actions.choose(chosen.scenario)
      }
      case 'interrupt':
        return actions.react(command.reaction)
      case 'said':
        return say()
      case 'undo':
        return actions.back()
      case 'variant':
        return setTurn({ by: (turned + 1) % Math.max(1, wordings.length), at: place })
      case 'why':
        return setOverlay(overlay === 'why' ? null : 'why')
      case 'search':
      case 'safety':
        return setOverlay(command.do)
      case 'end':
        return endedAt === null ? setOverlay('end') : actions.end()
      case 'dismiss':
        return warnings.current === null ? undefined : setOverlay('dismiss')
      case 'hold':
        return actions.toggleHold()
      case 'graph': {
        const flow = guidance.place?.flow
        return flow === undefined ? undefined : void window.open(`/library/${flow}?call=${encodeURIComponent(call.id)}`, 'sunline-flow')
      }
      case 'float':
        return void float()
      case 'customer':
        return customer.url === null ? undefined : void window.open(customer.url, '_blank', 'noopener,noreferrer')
      case 'microphone':
        return microphone.toggle()
      case 'whisper':
        return actions.acknowledge()
      case 'close':
        return setOverlay(null)
    }
  }
  useKeys((press) => {
    const command = commandOf(press)
    if (command === null) return false
    run(command)
    return true
  })
  const wording = wordings[turned] ?? wordings[0] ?? null
  return { overlay, setOverlay, wording, reactions, waiting: !moves && unsaid.length === 0, floating: floating.window, customer, microphone, run }
}
