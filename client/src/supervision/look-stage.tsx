import type { CallView } from '../../../server/protocol.ts'
import { CallColumns, type ColumnActions } from '../call-screen/call-columns.tsx'
import { isCallersReaction } from '../call-screen/callers-reactions.ts'
import { WarningStrip } from '../call-screen/warning-strip.tsx'
import { KeysAsleep } from '../ui/keys.ts'
import styles from './look-page.module.css'

const nothing = (): void => undefined

/** The agent's page as it is now. `onTick`: given to whoever has joined the call, for its key points; without it, nothing takes a press. */
export function LookStage({ call, onTick }: { readonly call: CallView; readonly onTick: ((point: string, said: boolean) => void) | null }) {
  const { guidance } = call
  const moves = guidance.reactions.some(({ id }) => id === 'agent said it')
  const actions: ColumnActions = { run: nothing, react: nothing, tick: onTick ?? nothing, record: nothing, choose: nothing }
  return (
    <KeysAsleep value>
      <div className={styles['stage']} inert={onTick === null}>
        <WarningStrip board={call.warnings} notice={call.notice} lost={false} dismissing={false} onDismiss={nothing} onReason={nothing} onCancel={nothing} />
        <CallColumns
          call={call}
          wording={guidance.phrase}
          reactions={guidance.reactions.filter(({ id }) => isCallersReaction(id))}
          waiting={!moves && guidance.points.every(({ said }) => said)}
          actions={actions}
        />
      </div>
    </KeysAsleep>
  )
}
