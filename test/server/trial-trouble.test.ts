import { expect, test } from 'vitest'
import { AuthoringDesk, type AuthoringTools } from '../../server/authoring/authoring-desk.ts'

test('a trial whose course cannot be written down is reported and troubles nobody else', async () => {
  const troubles: string[] = []
  const outOfReach = () => Promise.reject(new Error('the database cannot be reached'))
  const desk = new AuthoringDesk({
    drafts: { library: async () => ({ draft: { base: 'v1' }, files: [{ path: 'a.yaml', text: 'a: 1\n' }], version: 'v2' }), beginBlast: async () => undefined, updateBlast: outOfReach },
    publisher: { folder: async () => '/no-folder' },
    thread: { do: () => ({ answer: Promise.resolve([]), cancel: () => undefined }) },
    trials: {
      do: (_name: string, _asked: unknown, progress: (seen: object) => void) => {
        progress({ looked: 1, total: 2 })
        return { answer: Promise.resolve(null), cancel: () => undefined }
      },
    },
    shelf: '/tmp/sunline-no-shelf', schemas: '', now: () => 0,
    failed: (error: unknown) => void troubles.push(String(error)),
  } as unknown as AuthoringTools)
  desk.folder = async () => '/no-folder'

  await desk.blast({ id: 'p' } as Parameters<AuthoringDesk['blast']>[0], 'draft', { calls: 1, fromAt: null, toAt: null })
  await expect.poll(() => troubles).toEqual(['Error: the database cannot be reached', 'Error: the database cannot be reached'])
})
