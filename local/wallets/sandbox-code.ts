/** What the sandboxes give for a code of the app: the smallest picture there is. No camera of ours reads the real ones. */
export const sandboxCode = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
