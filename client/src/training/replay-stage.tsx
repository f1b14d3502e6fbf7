import type { CallView } from '../../../server/protocol.ts'
import { CallColumns, type ColumnActions } from '../call-screen/call-columns.tsx'
import { isCallersReaction } from '../call-screen/callers-reactions.ts'
import { WarningStrip } from '../call-screen/warning-strip.tsx'
import { KeysAsleep } from '../ui/keys.ts'
import styles from './replay-stage.module.css'

const nothing = (): void => undefined
const noActions: ColumnActions = { run: nothing, react: nothing, tick: nothing, record: nothing, choose: nothing }

/** The agent's own page, to be looked at only. */
export function ReplayStage({ call }: { readonly call: CallView }) {
  const { guidance } = call
  const moves = guidance.reactions.some(({ id }) => id === 'agent said it')
  return (
    <KeysAsleep value>
      <div className={styles['stage']} inert>
        <WarningStrip board={call.warnings} notice={call.notice} lost={false} dismissing={false} onDismiss={nothing} onReason={nothing} onCancel={nothing} />
        <CallColumns
          call={call}
          wording={guidance.phrase}
          reactions={guidance.reactions.filter(({ id }) => isCallersReaction(id))}
          waiting={!moves && guidance.points.every(({ said }) => said)}
          actions={noActions}
        />
      </div>
    </KeysAsleep>
  )
}
