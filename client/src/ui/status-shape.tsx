import styles from './status-shape.module.css'

/** A call's status as a shape, so that colour is never alone: disc on call, bars on hold, pencil stroke for wrap-up, square when over. */
export const StatusShape = ({ of }: { readonly of: 'live' | 'held' | 'wrap-up' | 'closed' | 'ended' }) => <i className={styles['shape']} data-status={of} aria-hidden />
