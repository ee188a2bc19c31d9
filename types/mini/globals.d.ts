// What both super-apps really give to a script, beside their own object. Anything of the browser that is not
// listed here (URL, fetch, TextEncoder, storage) does not exist there and must not compile.
declare function setTimeout(handler: () => void, delayMs?: number): number
declare function clearTimeout(timer: number | undefined): void
declare function setInterval(handler: () => void, delayMs?: number): number
declare function clearInterval(timer: number | undefined): void

declare const console: Readonly<Record<'log' | 'info' | 'warn' | 'error', (...details: unknown[]) => void>>
