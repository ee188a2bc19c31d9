declare module '@tarojs/plugin-framework-react/dist/runtime' {
  import type { ComponentClass, ComponentType } from 'react'

  export function createReactApp(app: ComponentType, react: unknown, dom: unknown, config: object): unknown
  export function connectReactPage(
    react: unknown,
    id: string,
  ): (page: ComponentType) => ComponentClass<Record<string, never>>
}
