import type { MoneyProblem } from './typed'
import { useOfferWords } from './words'

export function useMoneyWords(): Readonly<Record<MoneyProblem, string>> {
  const { money } = useOfferWords()
  return { wrong: money.wrong, 'too-low': money.tooLow, 'too-high': money.tooHigh }
}
