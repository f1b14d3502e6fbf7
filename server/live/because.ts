import type { Label } from '../protocol.ts'
import type { MoveCause } from './call-events.ts'
import type { LiveEngine } from './ports.ts'

/** Why the call stands where it stands. */
export function because(cause: MoveCause | null, engine: LiveEngine): Label {
  if (cause === null) return { zh: '电话接通', en: 'The call began' }
  if (cause.by === 'undo') return { zh: '坐席退回上一步', en: 'The agent went back one step' }
  if (cause.by === 'correction') return { zh: '坐席改到这一步', en: 'The agent chose this step' }
  if (cause.by === 'restart') return { zh: '系统重启后接续', en: 'Resumed after a restart' }
  if (cause.by === 'choice') {
    const title = engine.flowInfo(cause.scenario)?.title
    return { zh: `坐席选择了场景：${title?.zh ?? cause.scenario}`, en: `The agent chose the scenario: ${title?.en ?? cause.scenario}` }
  }
  const { zh, en } = engine.flows.reactionLabel(cause.reaction)
  return cause.heard === null ? { zh, en } : { zh: `听到“${cause.heard}”：${zh}`, en: `Heard “${cause.heard}”: ${en}` }
}
