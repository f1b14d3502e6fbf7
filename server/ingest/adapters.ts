import type { Adapter } from './adapter.ts'
import { aliyunNls } from './aliyun-nls.ts'
import { azureSpeech } from './azure-speech.ts'
import { contactLens } from './contact-lens.ts'
import { deepgram } from './deepgram.ts'
import { genesys } from './genesys.ts'
import { google } from './google-agent-assist.ts'
import { tencentAsr } from './tencent-asr.ts'
import { twilio } from './twilio.ts'
import { xunfeiRtasr } from './xunfei-rtasr.ts'

const known: readonly Adapter[] = [aliyunNls, azureSpeech, contactLens, deepgram, genesys, google, tencentAsr, twilio, xunfeiRtasr]

/** Every provider whose messages are understood, by its id. */
export const adapters: ReadonlyMap<string, Adapter> = new Map(known.map((adapter) => [adapter.id, adapter]))
