export const clientTargets = ['weapp', 'alipay', 'h5'] as const

export type ClientTarget = (typeof clientTargets)[number]

export function isClientTarget(name: string | undefined): name is ClientTarget {
  return clientTargets.some((target) => target === name)
}
