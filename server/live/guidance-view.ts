import { closingFlow, currentStep, type Frame, interruptions, openingFlow, possibleReactions } from '../../flows/conversation.ts'
import type { Guidance, KeyPoint, PhraseText, ReactionOption, StepPlace } from '../protocol.ts'
import { because } from './because.ts'
import type { CallState } from './call-state.ts'
import { factView, phraseText } from './fact-view.ts'
import type { FlowInfo, LiveEngine } from './ports.ts'
import { sentencesOn } from './valid-sentences.ts'

const bridgePhrase = 'common/resume-bridge'
const interrupting = new Set(Object.values(interruptions).map((each) => each?.flow ?? ''))

/** The one thing to say now. `interimPoints`: key points heard in speech that is not final yet. */
export function guidanceView(state: CallState, engine: LiveEngine, interimPoints: Readonly<Record<string, string>> = {}): Guidance {
  const top = state.stack.at(-1)
  const step = currentStep(engine.flows, state.stack)
  const speaking = step?.kind === 'say' || step?.kind === 'ask' ? step : null
  const entry = speaking && engine.phrase(speaking.phrase)
  const info = top ? engine.flowInfo(top.flow) : null
  const [phrase = null, ...variants] = entry ? sentencesOn(state.day, entry.sentences).map((sentence) => phraseText(sentence, state)) : []
  return {
    seq: state.guidanceSeq,
    place: top ? placeOf(top, state.stack.length, info, engine) : null,
    phrase,
    variants,
    bridge: state.resumed ? bridge(state, engine) : null,
    tone: entry?.tone ?? null,
    points: (entry?.points ?? []).map(({ id, label }): KeyPoint => {
      const said = Object.hasOwn(state.points, id) || Object.hasOwn(interimPoints, id)
      return { id, label, said, heard: state.points[id] ?? interimPoints[id] ?? null }
    }),
    reactions: reactionOptions(state, engine),
    asks: speaking?.kind === 'ask' ? factView(speaking.fact, state) : null,
    cautions: [...opening(state), ...(info?.cautions ?? [])],
    note: info?.note ?? null,
    because: because(state.cause, engine),
    source: info?.source ?? null,
    stack: state.stack,
    finished: state.finished,
  }
}

/** What the caller must be told while the call opens. */
const opening = ({ openingNotice, stack }: CallState): Guidance['cautions'] =>
  openingNotice !== null && stack.at(-1)?.flow === openingFlow ? [{ zh: `告知用户：${openingNotice}`, en: `Tell the caller: ${openingNotice}` }] : []

function bridge(state: CallState, engine: LiveEngine): PhraseText | null {
  const [main] = sentencesOn(state.day, engine.phrase(bridgePhrase)?.sentences ?? [])
  return main ? phraseText(main, state) : null
}

function placeOf(top: Frame, depth: number, info: FlowInfo | null, { flows }: LiveEngine): StepPlace {
  const steps = Object.entries(flows.find(top.flow)?.definition.steps ?? {})
  const speaking = steps.filter(([, { kind }]) => kind === 'say' || kind === 'ask').map(([id]) => id)
  return {
    scenario: info?.title ?? { zh: top.flow, en: top.flow },
    flow: top.flow,
    step: top.step,
    number: speaking.indexOf(top.step) + 1,
    total: speaking.length,
    interruption: depth > 1 || (interrupting.has(top.flow) && top.flow !== openingFlow && top.flow !== closingFlow),
  }
}

/** The step's own reactions in the order of the flow, then interrupting ones that were just heard. */
function reactionOptions(state: CallState, { flows }: LiveEngine): readonly ReactionOption[] {
  const own = possibleReactions(flows, state.stack)
  const heard = new Map(state.heard.map(({ reaction, match }) => [reaction, match]))
  const others = [...heard.keys()].filter((reaction) => !own.includes(reaction) && interruptions[reaction] !== undefined)
  return [...own, ...others].map((id) => ({ id, label: flows.reactionLabel(id), heard: heard.get(id) ?? null }))
}
