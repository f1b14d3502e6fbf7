// Loaded before the server (NODE_OPTIONS=--import): each SIGUSR2 sets its clock, an hour further, then an hour back from there twice, then right again.
const hourMs = 3_600_000
const steps = [hourMs, 0, -hourMs, 0]
const { Date: RealDate } = globalThis
let shift = 0
let at = 0
process.on('SIGUSR2', () => {
  shift = steps[at % steps.length] ?? 0
  at += 1
})
globalThis.Date = class Date extends RealDate {
  constructor(...args) {
    if (args.length === 0) super(RealDate.now() + shift)
    else super(...args)
  }
  static now() {
    return RealDate.now() + shift
  }
}
