/**
 * Starts the element as soon as it can. Browsers refuse sound before the first touch: then it starts without, and
 * `onSoundBlocked` tells that a tap is needed.
 */
export function autoplay(video: HTMLVideoElement, onSoundBlocked: () => void): void {
  video.play().catch((error: unknown) => {
    const isRefused = error instanceof DOMException && error.name === 'NotAllowedError'
    // any other refusal means that the source changed meanwhile, and its engine plays again
    if (!isRefused || video.muted) return
    video.muted = true
    onSoundBlocked()
    autoplay(video, onSoundBlocked)
  })
}
