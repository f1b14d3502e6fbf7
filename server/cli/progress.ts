/** A bar on standard error, drawn only where someone looks; `total` in bytes, null when it is not known. */
export function progressBar(total: number | null): { readonly add: (bytes: number) => void; readonly done: () => void } {
  if (!process.stderr.isTTY || total === null || total === 0) return { add: () => undefined, done: () => undefined }
  const width = 30
  let seen = 0
  let drawn = -1
  return {
    add: (bytes) => {
      seen += bytes
      const percent = Math.floor((100 * seen) / total)
      if (percent === drawn) return
      drawn = percent
      const full = Math.round((percent / 100) * width)
      process.stderr.write(`\r[${'#'.repeat(full)}${'.'.repeat(width - full)}] ${String(percent)} %`)
    },
    done: () => process.stderr.write('\n'),
  }
}
