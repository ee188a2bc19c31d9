interface ModuleRules {
  readonly module: { set(option: string, value: unknown): unknown }
}

/** A component that a host lacks is otherwise only a warning, and a page that renders nothing. */
export function strictExports(chain: ModuleRules): void {
  chain.module.set('strictExportPresence', true)
}
