/** What a measured server tells its parent, and what the parent asks of it. */
export type ChildMessage = { readonly address: string } | { readonly cpuSeconds: number; readonly rssMb: number }
export type ParentMessage = 'usage' | 'stop'

/** Reports the address of a measured server to the parent process, answers its questions, and ends when told. */
export function reportTo(parent: NodeJS.Process, address: string, stop: () => Promise<void>): void {
  const tell = (message: ChildMessage): void => void parent.send?.(message)
  parent.on('message', (message: ParentMessage) => {
    if (message === 'usage') {
      const { user, system } = parent.cpuUsage()
      tell({ cpuSeconds: (user + system) / 1e6, rssMb: Math.round(parent.memoryUsage.rss() / 2 ** 20) })
    } else {
      void stop().finally(() => parent.exit(0))
    }
  })
  tell({ address })
}
