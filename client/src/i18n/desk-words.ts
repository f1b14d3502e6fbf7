import { words } from './use-text.ts'

/** Texts of what stands beside the call: the customer's page and the microphone. */
export const deskWords = words({
  customer: { zh: '客户资料', en: 'Customer' },
  customerUnknown: { zh: '还不知道是哪位客户', en: 'The customer is not known yet' },
  microphone: { off: { zh: '麦克风', en: 'Microphone' }, on: { zh: '麦克风开着', en: 'Microphone on' }, paused: { zh: '麦克风停了', en: 'Microphone paused' } },
  microphoneNote: { zh: '由浏览器识别您的声音，声音可能会传给浏览器厂商。按 M 关掉。', en: 'Your browser recognises your voice and may send it to its maker. M turns it off.' },
  faults: {
    refused: { zh: '浏览器没有允许使用麦克风：点地址栏左边的图标允许后再按 M。', en: 'The browser refuses the microphone: allow it at the left of the address bar, then press M.' },
    'no microphone': { zh: '没有找到麦克风：插好耳麦后再按 M。', en: 'There is no microphone: plug in your headset, then press M.' },
    'no service': { zh: '这个浏览器的语音识别用不了，话术照常可用：请用空格和数字键。', en: 'The speech recognition of this browser does not work; use space and the number keys as ever.' },
  },
})
