/** The commands for two or three versions of a diagram, and for git. */
import type { DiffOptions } from '../diff.js'
import type { Program } from './over-files.js'

const diffHelp = `
Exit codes: 0 the same; 1 they differ; 2 bad usage; 3 a file that cannot be read, or has errors; 4 a fault of diaglot.`

export function versionCommands({ root, around: { formats }, ended }: Program): void {
  root
    .command('diff')
    .description('say what changed between two diagrams, of one format or of two')
    .argument(
      '[files...]',
      'the diagram before and after; - is standard input. With --against: files and folders',
    )
    .option(
      '--against <ref>',
      'compare files with the version that git has of them in a commit, branch or tag',
    )
    .option('-f, --from <format>', 'the format of the files, where their extension does not tell')
    .option('--json', 'print JSON')
    .option('--markdown', 'print Markdown, for a comment on a pull request')
    .option('--svg', 'draw one picture of both, in which what changed is marked')
    .option('-o, --output <file>', 'write to a file')
    .option('--recover', 'compare what could be read of a diagram that has errors')
    .option('--color <when>', 'colour what is printed: auto, always or never', 'auto')
    .option('-q, --quiet', 'print nothing; the exit code tells')
    .addHelpText('after', diffHelp)
    .action(async (files: string[], options: DiffOptions) => {
      const { diffCommand } = await import('../diff.js')
      ended(await diffCommand(files, options, formats))
    })
}
