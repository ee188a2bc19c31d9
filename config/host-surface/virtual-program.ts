import ts from 'typescript'

type Sources = ReadonlyMap<string, string>

/**
 * A program in which some files exist only as text. The hosts' typings declare `wx` and `my` for every file of a program
 * that sees them, so what refers to them is never a file of the tree: the project's own type programs would take it in.
 */
export function virtualProgram(sources: Sources, options: ts.CompilerOptions): ts.Program {
  const disk = ts.createCompilerHost(options)
  return ts.createProgram([...sources.keys()], options, {
    ...disk,
    fileExists: (name) => sources.has(name) || disk.fileExists(name),
    readFile: (name) => sources.get(name) ?? disk.readFile(name),
    getSourceFile(name, language, ...rest) {
      const text = sources.get(name)
      if (text === undefined) return disk.getSourceFile(name, language, ...rest)
      return ts.createSourceFile(name, text, language)
    },
  })
}
