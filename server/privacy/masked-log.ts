import type { LoggerOptions } from 'pino'
import { stdSerializers } from 'pino'
import { maskPersonal } from './mask.ts'
import { masked } from './masked-entries.ts'

/** Options of a log in which nothing personal is written: every text of an entry is masked, those of errors too. */
export const maskedLog = {
  formatters: { log: (entry) => masked(entry) },
  serializers: { err: (error: Error) => masked(stdSerializers.err(error)) },
  hooks: {
    logMethod: function (args, method) {
      method.apply(this, args.map((arg: unknown) => (typeof arg === 'string' ? maskPersonal(arg) : arg)) as typeof args)
    },
  },
} satisfies LoggerOptions
