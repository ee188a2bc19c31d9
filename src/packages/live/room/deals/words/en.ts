import type { Words } from './zh-cn'

export const en: Words = {
  came: (names) => `${names.join(', ')} came in`,
  bought: (buyers, position) =>
    buyers === 1 ? `1 person just bought no. ${position}` : `${buyers} people just bought no. ${position}`,
  boughtLabel: (buyers, name) =>
    buyers === 1 ? `1 person just bought ${name}; see it` : `${buyers} people just bought ${name}; see it`,
  look: 'See it',
}
