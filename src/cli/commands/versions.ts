/** The commands for two or three versions of a diagram, and for git. */
import type { DiffOptions } from '../diff.js'
import type { GitSetupOptions } from '../git-setup.js'
import type { MergeOptions } from '../merge-versions.js'
import { collect, type Program, withConfig } from './over-files.js'

const diffHelp = `
Exit codes: 0 the same; 1 they differ; 2 bad usage; 3 a file that cannot be read, or has errors; 4 a fault of diaglot.`

const mergeHelp = `
Exit codes: 0 merged; 1 conflicts, which are listed (the result has ours there), or nothing could be merged;
2 bad usage; 3 a file that cannot be read, or has errors; 4 a fault of diaglot.`

export function diffWords({ root, around: { formats }, ended }: Program): void {
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
    .option('--doc-comments', 'look into the comments of source code, too')
    .option('--config <file>', 'the config, instead of diaglot.config.* found upward')
    .option('--no-config', 'no config')
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
      ended(await diffCommand(files, withConfig(options), formats))
    })
}

export function mergeWords({ root, around: { formats }, ended }: Program): void {
  root
    .command('merge')
    .description(
      'put what theirs changed since the base into ours; the result goes to standard output or to -o',
    )
    .argument('<base>', 'the version from which both come')
    .argument('<ours>', 'the text that is gone on with; its comments, order and spelling stay')
    .argument('<theirs>', 'the other version, in any format')
    .option('-f, --from <format>', 'the format of all three, where their extensions do not tell')
    .option('--path <name>', 'the name of the file, where the three are copies under other names')
    .option('-o, --output <file>', 'the file to write, which may be ours')
    .option('--reporter <name[=file]>', 'as for check (repeatable)', collect)
    .option('--color <when>', 'colour messages: auto, always or never', 'auto')
    .option('-q, --quiet', 'print only errors')
    .addHelpText('after', mergeHelp)
    .action(async (base: string, ours: string, theirs: string, options: MergeOptions) => {
      const { mergeCommand } = await import('../merge-versions.js')
      ended(await mergeCommand([base, ours, theirs], options, formats))
    })
}

export function textconvWords({ root, around: { formats }, ended }: Program): void {
  root
    .command('textconv')
    .description('print what a diagram says, a line for each thing: for diff of git')
    .argument('<file>', 'a diagram; - is standard input')
    .option('-f, --from <format>', 'the format, where the extension does not tell')
    .action(async (file: string, options: { from?: string }) => {
      const { textconvCommand } = await import('../textconv.js')
      ended(await textconvCommand(file, options, formats))
    })
}

export function gitSetupWords({ root, around: { formats }, ended }: Program): void {
  root
    .command('git-setup')
    .description(
      'tell git how diagrams are shown, compared and merged: lines in .gitattributes and in its config',
    )
    .option('--global', 'for all repositories of this user, and not only for this one')
    .option('--dry-run', 'print what would be written, and write nothing')
    .action(async (options: GitSetupOptions) => {
      const { gitSetupCommand } = await import('../git-setup.js')
      ended(await gitSetupCommand(options, formats))
    })
}
