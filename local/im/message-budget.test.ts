import { MessageBudget, PRIORITIES, type Priority } from './message-budget'

const admitted = (budget: MessageBudget, priority: Priority, nowMs: number): number =>
  Array.from({ length: 100 }, () => budget.take(priority, nowMs)).filter(Boolean).length

it('lets forty messages a second through', () => {
  const budget = new MessageBudget()
  expect(admitted(budget, 'Normal', 1_000)).toBe(40)
  expect(admitted(budget, 'Normal', 1_999)).toBe(0)
  expect(admitted(budget, 'Normal', 2_000)).toBe(40)
})

it('drops what matters less first', () => {
  const counts = PRIORITIES.map((priority) => admitted(new MessageBudget(), priority, 0))
  expect(counts).toEqual([80, 40, 30, 20])
})

it('lets a host’s word through a flood', () => {
  const budget = new MessageBudget()
  admitted(budget, 'Normal', 0)
  expect(budget.take('High', 0)).toBe(true)
})
