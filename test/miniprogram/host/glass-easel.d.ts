/**
 * The part of WeChat's component framework that the host uses. The package names a declaration file that it does not
 * ship, so this is its shape as far as it is needed here.
 */
declare module 'glass-easel-miniprogram-adapter' {
  /** A node of the framework's own tree. */
  interface TreeNode {
    readonly id: string
    readonly is: string
    readonly dataset: Readonly<Record<string, unknown>> | null
    readonly data: Readonly<Record<string, unknown>>
    readonly childNodes?: readonly TreeNode[]
    readonly textContent?: string
    readonly shadowRoot: TreeNode
    readonly $$: HTMLElement
    addListener(
      event: string,
      listener: (event: TreeEvent) => void,
      options?: { readonly capture?: boolean },
    ): void
    triggerEvent(event: string, detail: unknown, options: EventOptions): void
  }
  interface EventOptions {
    readonly bubbles?: boolean
    readonly composed?: boolean
    readonly originalEvent?: unknown
  }
  class TreeEvent {
    constructor(type: string, detail: unknown, options: EventOptions)
    static dispatchEvent(target: TreeNode, event: TreeEvent): void
    readonly type: string
    readonly detail: unknown
    readonly timeStamp: number
    readonly target: TreeNode
    readonly currentTarget: TreeNode
    readonly mark: Readonly<Record<string, unknown>> | null
    stopPropagation(): void
    getOriginalEvent(): unknown
    getEventBubbleStatus(): unknown
  }
  /** What a page's or component's code calls `this`. */
  interface Instance {
    readonly data: Readonly<Record<string, unknown>>
    /** The framework's node behind it. */
    readonly _$: TreeNode
    setData(data: Readonly<Record<string, unknown>>, callback?: () => void): void
    createSelectorQuery(): unknown
    [member: string]: unknown
  }
  interface Root {
    get(): Instance
    getComponent(): TreeNode
    attach(parent: Element, placeholder: Element): void
    release(): void
  }
  interface Builder {
    definition(definition: object): { register(): Registered }
    pageDefinition(definition: object): { register(): Registered }
  }
  interface Registered {
    readonly _$: object
  }
  interface CodeSpace {
    addCompiledTemplate(path: string, template: object): void
    addComponentStaticConfig(path: string, config: object): void
    component(path: string): Builder
    behavior(): Builder
    getComponentSpace(): { setGlobalUsingComponent(name: string, definition: object): void }
  }
  interface Backend {
    createRoot(tag: string, space: CodeSpace, url: string): Root
  }
  type Listener = (message: { readonly message?: string; readonly stack?: string }) => boolean

  export class MiniProgramEnv {
    getGlobalCodeSpace(): CodeSpace
    createCodeSpace(id: string, isMainSpace: boolean): CodeSpace
    associateBackend(context: object): Backend
  }
  export const glassEasel: {
    readonly globalOptions: { writeIdToDOM: boolean }
    readonly Event: typeof TreeEvent
    readonly Component: { getMethod: (node: TreeNode, name: string) => unknown }
    readonly CurrentWindowBackendContext: new () => {
      onEvent(
        listener: (target: TreeNode, type: string, detail: unknown, options: EventOptions) => unknown,
      ): void
    }
    addGlobalErrorListener(listener: Listener): void
    addGlobalWarningListener(listener: Listener): void
    triggerEvent(target: TreeNode, event: string, detail: unknown, options: EventOptions): void
  }
  export type { Backend, CodeSpace, EventOptions, Instance, Root, TreeEvent, TreeNode }
}

declare module 'mpegts.js/dist/mpegts.js' {
  export { default } from 'mpegts.js'
}
