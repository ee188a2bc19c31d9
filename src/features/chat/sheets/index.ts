export { MessageSheet, type SaidRow } from './message-sheet'
export { NoticeSheet } from './notice-sheet'
export { QuestionsSheet } from './questions-sheet'
