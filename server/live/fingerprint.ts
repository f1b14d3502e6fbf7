/** 53 bits that two different texts share once in 10^16 pairs: for telling cheaply whether a text has changed (cyrb53, public domain). */
export function fingerprint(text: string): number {
  let high = 0xde_ad_be_ef
  let low = 0x41_c6_ce_57
  for (let place = 0; place < text.length; place += 1) {
    const unit = text.charCodeAt(place)
    high = Math.imul(high ^ unit, 2_654_435_761)
    low = Math.imul(low ^ unit, 1_597_334_677)
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909)
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909)
  return 4_294_967_296 * (0x1f_ff_ff & low) + (high >>> 0)
}
