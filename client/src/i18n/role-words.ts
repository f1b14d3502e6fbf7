import { words } from './use-text.ts'

/** What people do in the centre. */
export const roleWords = words({
  agent: { zh: '坐席', en: 'Agent' },
  supervisor: { zh: '班长', en: 'Supervisor' },
  trainer: { zh: '培训师', en: 'Trainer' },
  'qa-lead': { zh: '质检', en: 'QA lead' },
  administrator: { zh: '管理员', en: 'Administrator' },
})
