/** Players that have begun and show nothing yet. */
const beginning = new Set<Promise<void>>()

/** Longer than a first picture takes on a slow phone; a show that does not come must not keep the chat away. */
const PATIENCE_MS = 3000

/** A player begins; call the answer when it shows a picture, or will not. */
export function beginPicture(): () => void {
  let end: () => void = () => undefined
  const shown = new Promise<void>((resolve) => {
    end = resolve
    setTimeout(resolve, PATIENCE_MS)
  })
  beginning.add(shown)
  void shown.then(() => beginning.delete(shown))
  return end
}

/**
 * Resolves as soon as no player waits for its first picture. What a viewer can do without for a moment waits for it,
 * because on a slow network a large script takes the picture's place.
 */
export async function pictureShown(): Promise<void> {
  while (beginning.size > 0) await Promise.all(beginning)
}
