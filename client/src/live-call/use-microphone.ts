import { App } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { CallView, HeardSpeech } from '../../../server/protocol.ts'
import { clockAhead } from '../connection/http.ts'
import { request, RequestFailed } from '../connection/request.ts'
import { wire } from '../connection/socket.ts'
import { deskWords } from '../i18n/desk-words.ts'
import { useText } from '../i18n/use-text.ts'
import { canHear, type Heard, listen, type SpeechFault } from '../state/browser-speech.ts'

/** The agent's microphone, heard by the browser. `state`: null when this browser or this server does not offer it. */
export interface Microphone {
  readonly state: 'off' | 'on' | 'paused' | null
  readonly toggle: () => void
}

/** Final sentences kept while the connection is down. */
const mostKept = 50

/** Hears the agent through the browser while the call is live; on hold it pauses, with the end of the call it stops. */
export function useMicrophone({ id: callId, startedAt, status, endedAt }: CallView, allowed: boolean): Microphone {
  const t = useText()
  const { message } = App.useApp()
  const [wanted, setWanted] = useState(false)
  const kept = useRef<HeardSpeech[]>([])
  const offered = allowed && canHear() && endedAt === null
  const active = offered && wanted && status === 'live'

  useEffect(() => {
    const flush = (): void => {
      for (const speech of kept.current.splice(0)) void send(speech, kept.current)
    }
    wire.on('connect', flush)
    return () => void wire.off('connect', flush)
  }, [])
  useEffect(() => {
    if (!active) return
    const began = startedAt + clockAhead()
    const heard = ({ session, utterance, revision, text, final, startedAt: since, at, confidence }: Heard): void => {
      const speech = { callId, utteranceId: `mic-${session}-${String(utterance)}`, revision, text, final: final && text !== '', startMs: Math.max(0, since - began), endMs: Math.max(0, at - began), ...(confidence > 0 && confidence <= 1 && { confidence }) }
      void send(speech, kept.current)
    }
    const failed = (fault: SpeechFault): void => {
      setWanted(false)
      void message.error({ key: 'microphone', content: t(deskWords.faults[fault]), duration: 8 })
    }
    return listen(heard, failed)
  }, [active, callId, startedAt, message, t])

  const toggle = (): void => {
    if (!offered) return
    if (!wanted) void message.info({ key: 'microphone', content: t(deskWords.microphoneNote), duration: 6 })
    setWanted(!wanted)
  }
  return { state: !offered ? null : !wanted ? 'off' : active ? 'on' : 'paused', toggle }
}

async function send(speech: HeardSpeech, kept: HeardSpeech[]): Promise<void> {
  try {
    await request('speech:hear', speech)
  } catch (failure) {
    if (!(failure instanceof RequestFailed)) throw failure
    // What was said is said: it is sent once the connection is back. Interim words are not worth it.
    if (failure.code === 'unavailable' && speech.final && kept.length < mostKept) kept.push(speech)
  }
}
