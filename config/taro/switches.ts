export const switchNames = [
  'LIVESTALL_ORIGIN',
  'LIVESTALL_IM_PROXY',
  'LIVESTALL_CLOUD_ENV',
  'LIVESTALL_ALIPAY_LIVE',
  'LIVESTALL_ALIPAY_CONTACT_TENANT',
  'LIVESTALL_ALIPAY_CONTACT_SCENE',
] as const

type Environment = Readonly<Record<string, string | undefined>>

/**
 * What the client is told by the build, as expressions that replace `process.env.…` in its code.
 * Without an origin in the environment the build is for `npm start`.
 */
export function buildSwitches(target: string, env: Environment): Record<string, string> {
  const origin = env.LIVESTALL_ORIGIN ?? (target === 'h5' ? '' : 'http://127.0.0.1:8080')
  const defaults: Environment = { LIVESTALL_ORIGIN: origin, LIVESTALL_IM_PROXY: chatProxy(target, origin) }
  return Object.fromEntries(
    switchNames.map((name) => [`process.env.${name}`, JSON.stringify(env[name] ?? defaults[name] ?? '')]),
  )
}

/** Where chat is: beside the local product, which has no certificate; at the vendor for everybody else. */
function chatProxy(target: string, origin: string): string {
  if (origin === '') return target === 'h5' ? 'same-origin' : ''
  return /^http:\/\/(127\.0\.0\.1|localhost)(:|$)/.test(origin) ? `${origin.replace('http', 'ws')}/im` : ''
}
