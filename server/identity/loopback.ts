const loopback = /^(?:127(?:\.\d{1,3}){3}|localhost|\[?::1\]?)$/iu
/** Whether an address or host name means this machine alone. */
export const isLoopback = (host: string): boolean => loopback.test(host)
