const PATIENCE_MS = 60_000
const BETWEEN_LOOKS_MS = 5

/** Looks until it is so; a test that waits for what never comes fails with the condition it waited for. */
export async function untilTrue(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const started = performance.now()
  while (!(await isSo())) {
    if (performance.now() - started > PATIENCE_MS) throw new Error(`This never came true: ${String(isSo)}`)
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS_MS))
  }
}
