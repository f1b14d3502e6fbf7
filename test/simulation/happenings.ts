import * as fc from 'fast-check'
import type { TranscriptEvent } from '../../server/protocol.ts'

type NodeIndex = 0 | 1
/** One thing that happens in a simulated world. `node`: the process it happens to. */
export type Happening =
  | { readonly do: 'speak'; readonly node: NodeIndex; readonly event: Pick<TranscriptEvent, 'utteranceId' | 'revision' | 'speaker' | 'text' | 'final'> }
  /** Something said before arrives once more. */
  | { readonly do: 'repeat'; readonly node: NodeIndex; readonly nth: number }
  | { readonly do: 'flush'; readonly node: NodeIndex; readonly failing: boolean }
  | { readonly do: 'crash'; readonly node: NodeIndex }
  | { readonly do: 'wait'; readonly ms: number }
  /** `behind`: how many steps ago the screen was that the agent clicked on. */
  | { readonly do: 'react'; readonly node: NodeIndex; readonly behind: number; readonly reaction: string }
  | { readonly do: 'record'; readonly node: NodeIndex; readonly value: number | null }
  | { readonly do: 'choose'; readonly node: NodeIndex; readonly scenario: string }
  | { readonly do: 'undo' | 'hold' | 'dismiss'; readonly node: NodeIndex }

// Most goes to the process that has the call; now and then something is routed to the other.
const node = fc.oneof({ weight: 6, arbitrary: fc.constant<NodeIndex>(0) }, { weight: 1, arbitrary: fc.constant<NodeIndex>(1) })
const words = ['您好', '为您服务', '请讲', '对不起', '这个不归我管', '我来处理', '修了3次', '好的', '不行', '气死我了', '找你们主管', '冒烟了', '负责到底', '嗯'] as const

type Spoken = Extract<Happening, { do: 'speak' }>['event']

/** A revision of an utterance always says the same, as a recogniser's does; `salt` varies what from world to world. */
const event = fc.record({ utterance: fc.integer({ min: 1, max: 8 }), revision: fc.integer({ min: 0, max: 3 }), final: fc.boolean() }).map(
  ({ utterance, revision, final }): Spoken => ({ utteranceId: `u${String(utterance)}`, revision, speaker: utterance % 2 === 0 ? 'agent' : 'caller', text: '', final }),
)
const salted = (salt: number) => (happening: Happening): Happening => {
  if (happening.do !== 'speak') return happening
  const { utteranceId, revision } = happening.event
  return { ...happening, event: { ...happening.event, text: words[(Number(utteranceId.slice(1)) * 5 + revision * 3 + salt) % words.length] ?? '' } }
}
const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ do: fc.constant('speak' as const), node, event }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('repeat' as const), node, nth: fc.nat(20) }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('flush' as const), node, failing: fc.oneof({ weight: 8, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('crash' as const), node }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(5_000, 13_000, 65_000) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('react' as const), node, behind: fc.constantFrom(0, 0, 0, 1), reaction: fc.constantFrom('agent said it', 'caller accepts', 'caller insists', 'caller angry', 'caller asks for a supervisor', 'smoke or electric shock') }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('record' as const), node, value: fc.constantFrom(null, 0, 2, 5) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('choose' as const), node, scenario: fc.constantFrom('repeated-repairs-wants-replacement', 'angry-caller') }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('undo' as const, 'hold' as const, 'dismiss' as const), node }) },
)

/** What happens in one world, in order. */
export const schedules: fc.Arbitrary<readonly Happening[]> = fc.tuple(fc.nat(words.length), fc.array(happening, { minLength: 5, maxLength: 40 })).map(([salt, list]) => list.map(salted(salt)))
