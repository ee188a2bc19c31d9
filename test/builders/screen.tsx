import { connectReactPage, createReactApp } from '@tarojs/plugin-framework-react/dist/runtime'
import TestUtils from '@tarojs/test-utils-react'
import React, { type ComponentType, useState } from 'react'
import ReactDOM from 'react-dom/client'

/** What a person can do with something that is on the screen, and read there. */
export interface Screen<P> {
  text(): string
  /** Taps what carries these words, or this label; twice in a row with `times: 2`. */
  tap(words: string, times?: number): Promise<void>
  /** The same within the part of the screen that the selector names. */
  tapIn(selector: string, words: string): Promise<void>
  type(label: string, value: string): Promise<void>
  /** Types and presses Enter before what was typed is drawn. */
  typeAndEnter(label: string, value: string): Promise<void>
  isOff(words: string): boolean
  setProps(part: Partial<P>): Promise<void>
  /** Lets everything that is under way come to rest; with fake timers, after `ms` more. */
  settle(ms?: number): Promise<void>
  close(): void
}

const TAPPABLE = '[role="button"],[role="option"],[role="tab"],[role="switch"],[role="link"]'

const shown = (element: Element): string => element.textContent
const labelOf = (element: Element): string => element.getAttribute('aria-label') ?? shown(element)

function findField(label: string): Element {
  const field = document.querySelector(`[aria-label="${label}"]`)
  if (field === null) throw new Error(`No field is labelled “${label}”`)
  // Taro draws the input inside its element a moment after the element: nobody can type before.
  if (/^taro-(input|textarea)-core$/i.test(field.tagName) && !field.querySelector('input, textarea'))
    throw new Error(`The field “${label}” is not drawn yet`)
  return field
}

function findTappable(words: string, within: ParentNode = document): Element {
  const all = [...within.querySelectorAll(TAPPABLE)]
  const found =
    all.find((element) => labelOf(element) === words) ?? all.find((element) => shown(element).includes(words))
  if (found === undefined) throw new Error(`Nothing to tap says “${words}”: ${all.map(labelOf).join(' | ')}`)
  return found
}

// Hooks of a page (useDidShow and the like) look for the framework that an app would have brought.
process.env.TARO_PLATFORM = 'web'
createReactApp(Empty, React, ReactDOM, {})
function Empty() {
  return null
}

// Taken before any test puts fake timers in: React's own scheduler runs on the real ones.
const { setTimeout: realTimeout } = globalThis
const TURNS_TO_REST = 3
const LONGEST_LOOK = 50
/** Lets promises settle and React draw what they changed. */
const turnOfEvents = (): Promise<void> => new Promise((resolve) => realTimeout(resolve, 0))

/** Puts a component on the screen. Unmount it with `close` before the next one. */
export async function show<P extends object>(Component: ComponentType<P>, props: P): Promise<Screen<P>> {
  const kit = new TestUtils()
  let change: (part: Partial<P>) => void = () => undefined
  function Holder() {
    const [held, setHeld] = useState(props)
    change = (part) => {
      setHeld((known) => ({ ...known, ...part }))
    }
    return <Component {...held} />
  }
  const Page = connectReactPage(React, 'page-under-test')(Holder)
  const act = async (action: () => void | Promise<void>): Promise<void> => {
    await kit.act(async () => {
      await action()
    })
  }
  const settle = (ms = 0): Promise<void> =>
    act(async () => {
      for (let turn = 0; turn < TURNS_TO_REST; turn += 1) await turnOfEvents()
      if (ms > 0) await jest.advanceTimersByTimeAsync(ms)
      for (let turn = 0; turn < TURNS_TO_REST; turn += 1) await turnOfEvents()
    })
  await kit.mount(Page)
  await settle()
  /** What a person looks for may be drawn a moment later, on a busy machine a long one. */
  const lookFor = async (find: () => Element): Promise<Element> => {
    for (let turn = 0; turn < LONGEST_LOOK; turn += 1) {
      try {
        return find()
      } catch {
        await settle()
      }
    }
    return find()
  }
  const click = async (find: () => Element, times = 1): Promise<void> => {
    const element = await lookFor(find)
    await act(() => {
      for (let tap = 0; tap < times; tap += 1) kit.fireEvent.click(element)
    })
    await settle()
  }
  const tellField = async (label: string, value: string, events: readonly string[]): Promise<void> => {
    const field = await lookFor(() => findField(label))
    await act(() => {
      for (const event of events) field.dispatchEvent(new CustomEvent(event, { detail: { value } }))
    })
  }
  return {
    text: () => shown(document.body),
    tap: (words, times) => click(() => findTappable(words), times),
    tapIn: (selector, words) =>
      click(() => findTappable(words, document.querySelector(selector) ?? document)),
    type: (label, value) => tellField(label, value, ['input']),
    async typeAndEnter(label, value) {
      await tellField(label, value, ['input', 'confirm'])
      await settle()
    },
    isOff: (words) => findTappable(words).getAttribute('aria-disabled') === 'true',
    setProps: (part) => act(() => change(part)),
    settle,
    close() {
      kit.unmout()
    },
  }
}
