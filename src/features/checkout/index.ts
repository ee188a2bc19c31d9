export { CheckoutSheet } from './checkout-sheet'
export { ChoiceMemory } from './choice-memory'
