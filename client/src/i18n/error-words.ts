import type { ErrorCode, Label } from '../../../server/protocol.ts'

/** What the agent is told when a request fails. In English the server's own sentence, which names the fault, takes its place. */
export const errorWords: Readonly<Record<ErrorCode, Label>> = {
  'invalid payload': { zh: '这一项填得不对，没有记下', en: 'This was not accepted' },
  'payload too large': { zh: '内容太长，没有记下', en: 'This is too long' },
  unauthorised: { zh: '登录过期了，请重新登录', en: 'Please sign in again' },
  forbidden: { zh: '您没有做这件事的权限', en: 'You are not allowed to do this' },
  'not found': { zh: '没有找到，可能已经不在了', en: 'Not found' },
  'step moved': { zh: '话术已经走到下一步', en: 'The step has moved on' },
  'call ended': { zh: '这通电话已经结束', en: 'This call has ended' },
  'too many requests': { zh: '按得太快了，请稍等', en: 'Too many requests; wait a moment' },
  conflict: { zh: '现在用不上这一下，什么都没有变', en: 'This does not apply just now; nothing changed' },
  unavailable: { zh: '现在连不上服务器，刚才的按键没有送出。连上后请再按一次。', en: 'The server cannot be reached; your key was not sent. Press it again once connected.' },
  internal: { zh: '服务器出错了，这一下没有记下，请再按一次', en: 'The server failed; please try again' },
}
