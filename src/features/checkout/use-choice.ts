import { useCallback, useEffect, useState } from 'react'
import type { AddressId, SkuId } from '@/domain/ids'
import type { ShelfProduct } from '@/domain/product'
import { type Choice, firstChoice, fitted } from './choice'
import type { ChoiceMemory } from './choice-memory'

export interface Choosing {
  readonly choice: Choice
  readonly chooseSku: (skuId: SkuId) => void
  readonly chooseQuantity: (quantity: number) => void
  readonly chooseAddress: (addressId: AddressId | null) => void
  readonly chooseCoupon: (claimId: Choice['claimId']) => void
}

/** What is chosen, kept within what can be had, and remembered for when the sheet is opened again. */
export function useChoice(product: ShelfProduct, memory: ChoiceMemory, onChange: () => void): Choosing {
  const [chosen, setChosen] = useState<Choice>(() => firstChoice(product, memory.read(product.id)))
  const { skuId: chosenId, quantity: wanted } = chosen
  useEffect(() => {
    memory.keep(product.id, { skuId: chosenId, quantity: wanted })
  }, [memory, product.id, chosenId, wanted])
  const change = useCallback(
    (part: Partial<Choice>) => {
      setChosen((choice) => ({ ...choice, ...part }))
      onChange()
    },
    [onChange],
  )
  return {
    choice: fitted(product, chosen),
    chooseSku: useCallback((skuId: SkuId) => change({ skuId }), [change]),
    chooseQuantity: useCallback((quantity: number) => change({ quantity }), [change]),
    chooseAddress: useCallback((addressId: AddressId | null) => change({ addressId }), [change]),
    chooseCoupon: useCallback((claimId: Choice['claimId']) => change({ claimId }), [change]),
  }
}
