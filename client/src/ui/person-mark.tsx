import { App } from 'antd'
import { Link } from 'react-router'
import { useFailureText } from '../connection/http-failed.ts'
import { usePerson, useSignOut } from '../connection/session.ts'
import { roleWords } from '../i18n/role-words.ts'
import { signInWords } from '../i18n/sign-in-words.ts'
import { useText } from '../i18n/use-text.ts'
import styles from './top-bar.module.css'

/** Who is signed in, and the way out. */
export function PersonMark() {
  const t = useText()
  const { message } = App.useApp()
  const textOf = useFailureText()
  const person = usePerson()
  const signOut = useSignOut()
  if (!person) return null
  const leave = async () => {
    try {
      await signOut()
    } catch (failure) {
      void message.error(textOf(failure))
    }
  }
  return (
    <span className={styles['person']}>
      <Link to="/account">{person.name}</Link>
      <span>{person.roles.map((role) => t(roleWords[role])).join(' · ')}</span>
      <button type="button" className={styles['switch']} onClick={() => void leave()}>
        {t(signInWords.signOut)}
      </button>
    </span>
  )
}
