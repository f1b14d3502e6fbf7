import { words } from './use-text.ts'

/** Texts of signing in and out. */
export const signInWords = words({
  title: { zh: '阳光热线话术助手', en: 'Sunline, the hotline agent’s assistant' },
  demoWho: { zh: '演示：您是谁？', en: 'Demo: who are you?' },
  demoHelp: { zh: '按数字键直接进入，不用密码。演示只在本机运行，数据是样例。', en: 'Press a digit to enter, no password. The demo runs on this machine only, with sample data.' },
  roleDoes: {
    agent: { zh: '接电话，看下一句该说什么', en: 'Takes calls and sees what to say next' },
    supervisor: { zh: '看全组正在进行的通话', en: 'Watches the calls of the team' },
    trainer: { zh: '回放通话，安排陪练', en: 'Replays calls and sets drills' },
    'qa-lead': { zh: '查禁语，评通话，审话术', en: 'Finds forbidden phrases, evaluates calls, approves wording' },
    administrator: { zh: '管人员、密钥和设置', en: 'Looks after people, keys and settings' },
  },
  number: (number: string) => ({ zh: `工号 ${number}`, en: `No. ${number}` }),
  signOut: { zh: '退出', en: 'Sign out' },
  signedInAs: (name: string, roles: string) => ({ zh: `${name}（${roles}）`, en: `${name} (${roles})` }),
  broken: { zh: '连不上服务器', en: 'The server cannot be reached' },
})
