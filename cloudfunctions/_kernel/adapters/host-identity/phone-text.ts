const CHINA = '86'
const PHONE = /^\+\d{7,18}$/

/** One spelling of a number for both hosts, `+8613800138000`; null when it is none. */
export function phoneText(countryCode: string | undefined, number: string): string | null {
  const phone = `+${countryCode ?? CHINA}${number}`
  return PHONE.test(phone) ? phone : null
}
