interface Origin {
  readonly request: string
}

interface Chunk {
  readonly groupsIterable: Iterable<{ readonly origins: readonly Origin[] }>
}

interface Part {
  nameForCondition(): string | null
}

interface Graph<P> {
  readonly chunkGraph: { getModuleChunksIterable(part: P): Iterable<Chunk> }
}

// Taro's components are reached by pages only, so the framework's chunk never holds them: each page would have its own
const sources = /[\\/]src[\\/]|node_modules[\\/](valibot|@tarojs[\\/]components|@stencil)[\\/]/
const room = /[\\/]live[\\/]room[\\/]index$/
const ofMerchant = /[\\/]packages[\\/](studio|shop)[\\/]/

/** What pages may share instead of each having its own. */
export function sharable(part: Part): boolean {
  return sources.test(part.nameForCondition() ?? '')
}

/** Whatever else needs it, so that a folder's name says nothing: a room sells, too. */
export function ofRoom<P extends Part>(part: P, graph: Graph<P>): boolean {
  return sharable(part) && requests(part, graph).some((request) => room.test(request))
}

export function ofMerchantsOnly<P extends Part>(part: P, graph: Graph<P>): boolean {
  return sharable(part) && requests(part, graph).every((request) => ofMerchant.test(request))
}

/** The imports that load a module: pages, and what pages import later. */
function requests<P extends Part>(part: P, { chunkGraph }: Graph<P>): readonly string[] {
  const groups = [...chunkGraph.getModuleChunksIterable(part)].flatMap((chunk) => [...chunk.groupsIterable])
  return groups.flatMap(({ origins }) => origins.map(({ request }) => request))
}
