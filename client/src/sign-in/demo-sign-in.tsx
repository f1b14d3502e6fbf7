import { App } from 'antd'
import { useState } from 'react'
import type { DemoPerson, SessionView } from '../../../server/protocol.ts'
import { post } from '../connection/http.ts'
import { useFailureText } from '../connection/http-failed.ts'
import { useSessionChanged } from '../connection/session.ts'
import { roleWords } from '../i18n/role-words.ts'
import { signInWords } from '../i18n/sign-in-words.ts'
import { useText } from '../i18n/use-text.ts'
import { KeyCap } from '../ui/key-cap.tsx'
import { plainKey, useKeys } from '../ui/keys.ts'
import { SignInFrame } from './sign-in-frame.tsx'
import styles from './sign-in.module.css'

/** Where there are no accounts, one is whom one chooses, by one key. */
export function DemoSignIn({ people }: { readonly people: readonly DemoPerson[] }) {
  const t = useText()
  const { message } = App.useApp()
  const textOf = useFailureText()
  const changed = useSessionChanged()
  const [entering, setEntering] = useState(false)
  const enter = async ({ id }: DemoPerson) => {
    if (entering) return
    setEntering(true)
    try {
      changed(await post<SessionView>('/api/session/demo', { person: id }))
    } catch (failure) {
      void message.error(textOf(failure))
      setEntering(false)
    }
  }
  useKeys((press) => {
    const chosen = people[Number(plainKey(press)) - 1]
    if (chosen) void enter(chosen)
    return chosen !== undefined
  })
  return (
    <SignInFrame title={t(signInWords.demoWho)} help={t(signInWords.demoHelp)}>
      <ol className={styles['people']}>
        {people.map((person, at) => (
          <li key={person.id}>
            <button type="button" onClick={() => void enter(person)}>
              <KeyCap of={String(at + 1)} />
              <b>{t(roleWords[person.role])}</b>
              <span>
                {person.name} <small>{t(signInWords.number(person.number))}</small>
              </span>
              <small>{t(signInWords.roleDoes[person.role])}</small>
            </button>
          </li>
        ))}
      </ol>
    </SignInFrame>
  )
}
