/** Local wallets tell local servers only: nothing here reaches the internet. */
export const isLoopback = (address: string): boolean =>
  /^http:\/\/(?:127\.0\.0\.1|localhost)(?::\d+)?(?:\/|$)/.test(address)
