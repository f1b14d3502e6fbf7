import type { Flow } from '../../flows/dialogue.ts'
import type { Reaction } from '../../flows/reactions.ts'
import { isAgentFinding } from '../live/hear-agent.ts'
import type { LiveEngine } from '../live/ports.ts'
import type { CallerLines } from './caller-lines.ts'

/**
 * Lines of simulated callers that the engine would not be sure to hear as the reaction meant, in every step that offers it, as sentences:
 * a trainee would see the call go another way than the caller spoke. */
export function misheardCallerLines({ reactions }: Pick<CallerLines, 'reactions'>, engine: Pick<LiveEngine, 'reactions'>, flows: readonly Flow[]): readonly string[] {
  return flows.flatMap(({ definition: { id: flow, steps } }) =>
      Object.entries(steps).flatMap(([at, step]) => {
        const offered = step.kind === 'say' || step.kind === 'ask' ? (Object.keys(step.on) as Reaction[]).filter((each) => !isAgentFinding.has(each)) : []
        return offered.flatMap((id) =>
          Object.values(reactions.get(id) ?? {})
            .flat()
            .flatMap((line) => {
              const heard = engine.reactions(line, offered, null)
              return heard?.reaction === id && heard.certain ? [] : [`${flow}/${at}: the caller line "${line}" of "${id}" is heard as ${heard === null ? 'nothing' : `"${heard.reaction}"${heard.certain ? '' : ', unsurely'}`}; reword it, or teach the reaction's phrases`]
            }),
        )
      }),
    )
}
