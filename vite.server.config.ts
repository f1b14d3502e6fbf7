import { readdirSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin, type UserConfig } from 'vite'

const root = fileURLToPath(new URL('.', import.meta.url))

/** `start-name.mjs` starts the thread `name.ts`; a built thread needs no loader and is started itself. */
const threads = readdirSync(join(root, 'server'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /(?:^|\/)start-[a-z-]+\.mjs$/u.test(file))
  .map((file) => [basename(file, '.mjs').slice('start-'.length), join(root, 'server', dirname(file), `${basename(file, '.mjs').slice('start-'.length)}.ts`)] as const)

/** Files that the code finds beside itself stay where they are: each module keeps the address of its source. */
const sourceAddresses = (outDir: string): Plugin => ({
  name: 'source-addresses',
  transform: (code, id) => {
    if (!id.startsWith(root) || id.includes('node_modules') || !code.includes('import.meta.url')) return null
    const started = code.replaceAll(/new URL\((["'])\.\/start-([a-z-]+)\.mjs\1, import\.meta\.url\)/gu, "new URL('./$2.js', import.meta.url)")
    const source = JSON.stringify(relative(outDir, id))
    return started.replaceAll(/(?<!\.js', )import\.meta\.url/gu, `new URL(${source}, import.meta.url).href`)
  },
})

/** Programs of the server's and its threads as a few files of plain JavaScript in `folder`: they start without compiling anything. */
export const serverBuild = (folder: string, programs: Readonly<Record<string, string>>): UserConfig => ({
  plugins: [sourceAddresses(join(root, folder))],
  publicDir: false,
  build: {
    ssr: true,
    target: 'node20',
    outDir: join(root, folder),
    emptyOutDir: true,
    minify: false,
    reportCompressedSize: false,
    rollupOptions: {
      input: { ...Object.fromEntries(Object.entries(programs).map(([name, file]) => [name, join(root, file)])), ...Object.fromEntries(threads) },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
})

export default defineConfig(serverBuild('server/dist', { main: 'server/main.ts' }))
