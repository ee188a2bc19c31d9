import { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import { blockedPeople } from '@/services/blocked-people'
import { Button, Cell } from '@/ui'
import { useMeWords } from './words'

const NAMED = 3

/** Whom this person does not hear, and the way to hear them again; nothing while there is nobody. */
export function BlockedCell() {
  const words = useMeWords()
  const [people, setPeople] = useState(blockedPeople.list)
  // rooms add to them while this page waits
  useDidShow(() => setPeople(blockedPeople.list()))
  if (people.length === 0) return null
  const names = people.slice(-NAMED).map(({ name }) => name)
  const forgive = (
    <Button
      kind="ghost"
      size="s"
      onTap={() => {
        blockedPeople.clear()
        setPeople([])
      }}
    >
      {words.hearAgain}
    </Button>
  )
  return <Cell icon="muted" title={words.blocked(people.length)} note={names.join('、')} end={forgive} />
}
