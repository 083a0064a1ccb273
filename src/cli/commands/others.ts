/** The words of the commands that are about no diagram, about an address, or about pairs and reports. */
import type { LinkOptions } from '../link.js'
import type { ReportWords } from '../reporters/reporting.js'
import type { SyncOptions } from '../sync.js'
import { collect, type Program } from './over-files.js'

export function syncWords({ root, around: { formats }, ended }: Program): void {
  root
    .command('sync')
    .description(
      'bring the second of two files up to date with the first, or those of all pairs of the config',
    )
    .argument('[files...]', 'two files: the second follows the first')
    .option('--dry-run', 'print what would change as a patch, and change nothing')
    .option('--config <file>', 'the config, instead of diaglot.config.* found upward')
    .option('--color <when>', 'colour messages: auto, always or never', 'auto')
    .option('-q, --quiet', 'print only errors')
    .action(async (files: string[], options: SyncOptions) => {
      const { syncCommand } = await import('../sync.js')
      ended(await syncCommand(files, options, formats))
    })
}

export function mergeReportsWords({ root, around: { formats }, ended }: Program): void {
  root
    .command('merge-reports')
    .description('make one report of the JSON reports of several runs, such as those of --shard')
    .argument('<files...>', 'reports of --reporter json')
    .option('--reporter <name[=file]>', 'as for check (repeatable)', collect)
    .option('--color <when>', 'colour messages: auto, always or never', 'auto')
    .option('-q, --quiet', 'print only errors')
    .action(async (files: string[], words: ReportWords) => {
      const { mergeReportsCommand } = await import('../merge-reports.js')
      ended(await mergeReportsCommand(files, words, formats))
    })
}

export function explainWords({ root, around: { formats }, ended }: Program): void {
  root
    .command('explain')
    .description('say what the code of a message means, and what to do')
    .argument('[code]', 'as it stands behind a message; without one, all are listed')
    .action(async (code: string | undefined) => {
      const { explainCommand } = await import('../explain.js')
      ended(await explainCommand(code, formats))
    })
}

export function linkWords({ root, around: { formats }, ended }: Program): void {
  root
    .command('link')
    .description('print the address that opens a diagram in an editor; nothing is sent anywhere')
    .argument('<file>', 'a diagram, a document, or such an address; - is standard input')
    .option('--to <editor>', 'the editor; left out, the first that takes the format')
    .option('-f, --from <format>', 'the format, where the extension does not tell')
    .option('--color <when>', 'colour messages: auto, always or never', 'auto')
    .option('-q, --quiet', 'print only errors')
    .action(async (file: string, options: LinkOptions) => {
      const { linkCommand } = await import('../link.js')
      ended(await linkCommand(file, options, formats))
    })
}

export function lspWords({ root, around: { formats }, ended }: Program): void {
  root
    .command('lsp')
    .description('serve editors as a language server, on standard input and output')
    .option('--stdio', 'what some editors say; there is no other way')
    .addHelpText('after', '\nHow to use it in VS Code, Neovim and Helix: docs/editors.md')
    .action(async () => {
      const { serve } = await import('../lsp/lsp.js')
      ended(await serve(formats))
    })
}

export function formatsWords({ root, around: { formats }, ended }: Program): void {
  root
    .command('formats')
    .description('list the formats that can be read and written')
    .option('--json', 'as JSON')
    .action(async (options: { json?: boolean }) => {
      const { formatsCommand } = await import('../formats.js')
      ended(await formatsCommand(options, formats))
    })
}
