import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A disk of its own to write to. */
export interface Disk {
  readonly folder: string
  /** Makes it read-only at once, with files open, as Linux does with a disk that fails. */
  readonly spoil: () => void
  /** Looks it over and mounts it anew; nobody may use it. */
  readonly mend: () => void
  readonly remove: () => void
}
const run = (command: string, ...args: readonly string[]): void => void execFileSync(command, args, { stdio: 'ignore' })
const newFolder = (): string => mkdtempSync(join(tmpdir(), 'sunline-fault-'))
const cannot = (what: string) => (): never => {
  throw new Error(`this disk cannot be ${what}`)
}

/** A folder on the disk that there is. */
export function ordinaryDisk(): Disk {
  const folder = newFolder()
  return { folder, spoil: cannot('spoilt'), mend: cannot('mended'), remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** 48 MB in memory. Null without the right to mount. */
export function smallDisk(): Disk | null {
  const folder = newFolder()
  const remove = (): void => rmSync(folder, { recursive: true, force: true })
  try {
    run('mount', '-t', 'tmpfs', '-o', 'size=48m', 'tmpfs', folder)
  } catch {
    remove()
    return null
  }
  return {
    folder, spoil: cannot('spoilt'), mend: cannot('mended'),
    remove: () => {
      run('umount', '-l', folder)
      remove()
    },
  }
}

/** An ext4 disk of 96 MB in a file. Null without the right to mount, or without ext4. */
export function failingDisk(): Disk | null {
  const folder = newFolder()
  const image = `${folder}.img`
  const mount = (): void => run('mount', '-o', 'loop', image, folder)
  const removeFiles = (): void => {
    for (const left of [folder, image]) rmSync(left, { recursive: true, force: true })
  }
  try {
    writeFileSync(image, '')
    truncateSync(image, 96 * 1_048_576)
    run('mkfs.ext4', '-q', '-F', image)
    mount()
  } catch {
    removeFiles()
    return null
  }
  return {
    folder,
    spoil: () => run('mount', '-o', 'remount,abort', folder),
    mend: () => {
      run('umount', folder)
      try {
        run('e2fsck', '-y', image)
      } catch (error) {
        // 1: errors were corrected.
        if ((error as { readonly status?: number }).status !== 1) throw error
      }
      mount()
    },
    remove: () => {
      run('umount', '-l', folder)
      removeFiles()
    },
  }
}
