import { words } from './use-text.ts'

/** Texts of the start page. */
export const startWords = words({
  name: { zh: '阳光热线话术助手', en: 'Sunline, the hotline agent’s assistant' },
  oneLine: { zh: '听着通话，给出下一句该说的话；禁语一出口，当场教您补回来。', en: 'It listens to the call, shows the next sentence to say, and the moment a forbidden phrase slips out, the one that repairs it.' },
  calls: { zh: '正在进行的通话', en: 'Calls going on' },
  noCalls: { zh: '现在没有通话', en: 'No call just now' },
  noCallsHelp: { zh: '电话一进来就会出现在这里。想先看看效果，放一通示例通话。', en: 'A call appears here as it comes in. To see it work, play a sample call.' },
  callsBroken: { zh: '连不上服务器，正在重试', en: 'The server cannot be reached; trying again' },
  opensItself: { zh: '新来电自动打开', en: 'Open new calls by themselves' },
  openedItself: (number: string) => ({ zh: `新来电 ${number}`, en: `New call from ${number}` }),
  noNumber: { zh: '没有显示号码', en: 'No number shown' },
  noScenario: { zh: '还没认出情况', en: 'Scenario not clear yet' },
  samples: { zh: '示例通话', en: 'Sample calls' },
  samplesHelp: { zh: '按字母键播放：照真实语速，走真实的接入口', en: 'Press a letter: played at natural speed through the real ingest' },
  noSamples: { zh: '没有示例通话', en: 'No sample calls' },
  noSamplesHelp: { zh: '把录下的通话放进 data/sample-calls/ 就会出现在这里', en: 'Put recorded calls into data/sample-calls/' },
  play: (title: string) => ({ zh: `播放：${title}`, en: `Play: ${title}` }),
  starting: { zh: '正在接通', en: 'Connecting' },
  status: { live: { zh: '通话中', en: 'On call' }, held: { zh: '保持中', en: 'On hold' }, 'wrap-up': { zh: '等小结', en: 'Wrap-up due' }, closed: { zh: '已结束', en: 'Closed' } },
})
