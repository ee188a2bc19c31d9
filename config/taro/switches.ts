export const switchNames = [
  'LIVESTALL_ORIGIN',
  'LIVESTALL_IM_PROXY',
  'LIVESTALL_CLOUD_ENV',
  'LIVESTALL_ALIPAY_LIVE',
] as const

type Switches = Readonly<Record<(typeof switchNames)[number], string>>

const cloud: Switches = {
  LIVESTALL_ORIGIN: '',
  LIVESTALL_IM_PROXY: '',
  LIVESTALL_CLOUD_ENV: '',
  LIVESTALL_ALIPAY_LIVE: '',
}
const local = {
  h5: { ...cloud, LIVESTALL_IM_PROXY: 'same-origin' },
  mini: {
    ...cloud,
    LIVESTALL_ORIGIN: 'http://127.0.0.1:8080',
    LIVESTALL_IM_PROXY: 'ws://127.0.0.1:8080/im',
  },
}

/**
 * What the client is told by the build, as expressions that replace `process.env.…` in its code.
 * Without an origin in the environment the build is for `npm start`: functions and chat are on this machine.
 */
export function buildSwitches(target: string): Record<string, string> {
  const isLocal = process.env.LIVESTALL_ORIGIN === undefined
  const defaults = isLocal ? local[target === 'h5' ? 'h5' : 'mini'] : cloud
  return Object.fromEntries(
    switchNames.map((name) => [`process.env.${name}`, JSON.stringify(process.env[name] ?? defaults[name])]),
  )
}
