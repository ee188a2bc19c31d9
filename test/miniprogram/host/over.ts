/** Something of the super-app that lies over the page; one of a kind at a time. */
export function layOver(kind: 'toast' | 'modal' | 'cashier', ...content: readonly Node[]): HTMLElement {
  takeAway(kind)
  const layer = document.createElement('div')
  layer.className = `over ${kind}`
  layer.append(...content)
  document.body.append(layer)
  return layer
}

export const takeAway = (kind: string): void => {
  document.querySelector(`.over.${kind}`)?.remove()
}

export function box(role: 'status' | 'dialog', ...lines: readonly string[]): HTMLElement {
  const element = document.createElement('div')
  element.setAttribute('role', role)
  element.append(
    ...lines
      .filter((line) => line !== '')
      .map((line) => {
        const paragraph = document.createElement('p')
        paragraph.textContent = line
        return paragraph
      }),
  )
  return element
}

/** Asks the person, who answers with one of the buttons. */
export function ask(lines: readonly string[], answers: readonly string[]): Promise<string> {
  const dialog = box('dialog', ...lines)
  layOver('modal', dialog)
  return new Promise((resolve) => {
    for (const answer of answers) {
      const button = document.createElement('button')
      button.textContent = answer
      button.addEventListener('click', () => {
        takeAway('modal')
        resolve(answer)
      })
      dialog.append(button)
    }
  })
}
