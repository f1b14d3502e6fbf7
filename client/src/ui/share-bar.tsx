import styles from './share-bar.module.css'

interface Props {
  /** 0 to 1. */
  readonly share: number
  readonly tone?: 'brand' | 'ok' | 'warn'
}

/** A share of a whole as a bar. The figure beside it says the same to who cannot see it. */
export function ShareBar({ share, tone = 'brand' }: Props) {
  return <i className={styles['bar']} data-tone={tone} aria-hidden><i style={{ inlineSize: `${Math.round(share * 100)}%` }} /></i>
}
