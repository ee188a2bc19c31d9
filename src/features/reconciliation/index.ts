export { ReconciliationView } from './reconciliation-view'
export { useReconciliationWords } from './words'
