type Ask = (reason: object) => unknown
let askPage: Ask = () => undefined
let last: unknown

/** The page stack says which page answers. */
export const answerSharesWith = (ask: Ask): void => {
  askPage = ask
}

export const shareFromButton = (reason: object): void => {
  last = askPage(reason)
}

/** The card that the last tap on a share button made. */
export const lastShareCard = (): unknown => last
