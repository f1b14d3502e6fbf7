import { closingFlow } from '../../flows/conversation.ts'
import { policy } from '../../flows/policy.ts'
import type { Reminder } from '../protocol.ts'
import type { CallState } from './call-state.ts'

const longHold = policy.longHoldMinutes.value

/** What the conventions of every call still want from the agent. */
export function reminders(state: CallState): readonly Reminder[] {
  const list: Reminder[] = []
  const known = (fact: string): boolean => state.facts[fact] !== undefined
  if (state.holdReminders * policy.holdReminderSeconds.value >= longHold * 60 && state.heldSince !== null) {
    list.push({
      id: 'long-hold',
      label: { zh: `用户已等候 ${String(longHold)} 分钟，请回来报进展或改约回电`, en: `On hold for ${String(longHold)} minutes: report back or offer a callback` },
    })
  }
  if (state.promiseDue) list.push({ id: 'promise-due', label: { zh: '答应的回话时间到了', en: 'A promised reply is due now' } })
  if (state.promises.length > 0 && !known('callbackNumber')) {
    list.push({ id: 'callback-number', label: { zh: '已答应回电，请核对回电号码', en: 'A callback was promised: confirm the number' } })
  }
  if (state.stack.at(-1)?.flow === closingFlow && !known('ticketNumber')) {
    list.push({ id: 'give-ticket', label: { zh: '挂断前报维修单号', en: 'Give the ticket number before hanging up' } })
  }
  return list
}
